// SPDX-License-Identifier: BSL-1.0
#include "batch_system.hpp"

#include <cstdlib>
#include <iostream>

#include <trident/runtime/number_option.hpp>

#include "runtime_names.hpp"

namespace trident::program {

namespace {

/// Ranks of processes that were started together, which are no array: variables of the rank and of how many there are.
struct process_ranks {
  char const *rank, *count;
};
constexpr process_ranks started_together[] = {{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"},
                                              {"PMI_RANK", "PMI_SIZE"},
                                              {"SLURM_PROCID", "SLURM_STEP_NUM_TASKS"}};

std::optional<std::uint64_t> number_if_any(char const* name) {
  try {
    return environment_number(name);
  } catch (input_error const&) { return std::nullopt; } // nobody asked for it
}

/// "task 3 of an array (SLURM_ARRAY_TASK_ID)"
std::optional<std::string> job_here() {
  for (auto const& [rank, count] : started_together)
    if (auto const number = number_if_any(rank); number && number_if_any(count).value_or(1) > 1)
      return "process " + std::to_string(*number) + " of " + std::to_string(*number_if_any(count)) + " (" +
             rank + ")";
  for (auto const& system : batch_systems())
    if (auto const number = number_if_any(system.job); number && number_if_any(system.count).value_or(2) > 1)
      return "task " + std::to_string(*number) + " of an array (" + system.job + ")";
  return std::nullopt;
}

} // namespace

std::vector<batch_system> const& batch_systems() {
  static std::vector<batch_system> const systems = {
      {"Slurm", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX",
       "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_STEP", true},
      {"Grid Engine", "SGE_TASK_ID", "SGE_TASK_FIRST", "SGE_TASK_LAST", "", "SGE_TASK_STEPSIZE", true},
      {"PBS Professional", "PBS_ARRAY_INDEX", "", "", "", "", true},
      {"Torque", "PBS_ARRAYID", "", "", "", "", true},
      {"LSF", "LSB_JOBINDEX", "", "", "", "", true},
      {"HTCondor", "ProcId", "", "", "", "", false},
      {"OpenMPI", "OMPI_COMM_WORLD_RANK", "", "", "OMPI_COMM_WORLD_SIZE", "", false}};
  return systems;
}

std::optional<std::uint64_t> environment_number(char const* name) {
  char const* const text = std::getenv(name);
  if (text == nullptr) return std::nullopt;
  bool const of_lsf = std::string(name) == "LSB_JOBINDEX";
  if (std::string(text) == (of_lsf ? "0" : "undefined")) // so LSF and Grid Engine say outside of arrays
    return std::nullopt;
  return number_from_text<std::uint64_t>(std::string("environment variable ") + name, text, 0,
                                         std::uint64_t{1} << 53, "a whole number");
}

std::optional<std::string> note_on_shared_seed(std::string const& given, std::string const& consequence) {
  auto const job = job_here();
  if (!job) return std::nullopt;
  std::string const note = *job + " with " + given + ": " + consequence;
  std::cerr << "trident: note: " << note
            << std::endl; // seen in the log of a job, whatever becomes of the result
  return note;
}

} // namespace trident::program
