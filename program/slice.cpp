// SPDX-License-Identifier: BSL-1.0
#include "slice.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include <trident/base/text.hpp>
#include <trident/runtime/number_option.hpp>

#include "batch_system.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

/// "SLURM_ARRAY_TASK_ID, SGE_TASK_ID, ..."
std::string names_of_jobs() { return trident::detail::joined(batch_systems(), &batch_system::job); }

batch_system const& batch_system_here() {
  std::vector<batch_system const*> found;
  for (auto const& one : batch_systems())
    if (environment_number(one.job)) found.push_back(&one);
  if (found.empty())
    throw input_error("--slice is \"auto\": none of " + names_of_jobs() +
                      " is set; say which slice, such as 3/8");
  if (found.size() > 1)
    throw input_error(std::string("--slice is \"auto\": both ") + found[0]->job + " and " + found[1]->job +
                      " are set; say which slice, such as 3/8");
  return *found.front();
}

job_slice checked(std::uint64_t number, std::uint64_t count, std::string const& source) {
  if (is_possible(job_slice{number, count})) return {number, count};
  throw input_error(source + " is slice " + std::to_string(number) + " of " + std::to_string(count) +
                    ": it must be from 1 to the count, and the count at most " + std::to_string(most_slices));
}

job_slice slice_of_batch_system(std::optional<std::uint64_t> count) {
  auto const& system = batch_system_here();
  std::string const source = system.name + " job " + std::to_string(*environment_number(system.job));
  std::uint64_t const job = *environment_number(system.job);
  if (count) return checked(system.counts_from_1 ? job : job + 1, *count, source);
  std::uint64_t const first = environment_number(system.first).value_or(system.counts_from_1 ? 1 : 0);
  std::uint64_t const step = std::max<std::uint64_t>(environment_number(system.step).value_or(1), 1);
  auto all = environment_number(system.count);
  if (auto const last = environment_number(system.last); last && *last >= first) {
    if (all && *all != (*last - first) / step + 1)
      throw input_error(source + ": the array has gaps (" + std::to_string(*all) + " jobs from " +
                        std::to_string(first) + " to " + std::to_string(*last) +
                        "); say how many slices there are, such as auto/8");
    all = (*last - first) / step + 1;
  }
  if (first > 1) // part of an array that is submitted again would take itself for the whole
    throw input_error(source + ": the array begins at " + std::to_string(first) +
                      "; say how many slices there are, such as auto/8");
  if (!all)
    throw input_error(source + ": " + system.name +
                      " does not say how many jobs there are; use auto/8 for 8");
  return checked(job < first ? 0 : (job - first) / step + 1, *all, source);
}

std::uint64_t count_from_text(std::string const& text, std::string const& whole) {
  return number_from_text<std::uint64_t>("--slice " + whole + ": its count", text, 1, most_slices,
                                         "a whole number from 1 to " + std::to_string(most_slices));
}

} // namespace

job_slice slice_from_text(std::string const& text) {
  auto const bar = text.find('/');
  std::string const number = text.substr(0, bar);
  std::optional<std::uint64_t> count;
  if (bar != std::string::npos) count = count_from_text(text.substr(bar + 1), text);
  if (number == "auto") return slice_of_batch_system(count);
  if (!count) throw input_error("--slice is \"" + text + "\": it must be such as 3/8, or auto, or auto/8");
  return {number_from_text<std::uint64_t>("--slice " + text + ": its number", number, 1, *count,
                                          "a whole number from 1 to " + std::to_string(*count)),
          *count};
}

item_range share_of(job_slice const& slice, std::uint64_t items) {
  auto const bound = [&](std::uint64_t i) {
    return items / slice.count * i + items % slice.count * i / slice.count;
  };
  return {bound(slice.number - 1), bound(slice.number)};
}

std::string name_of_piece(std::string const& out, std::uint64_t number, std::uint64_t count) {
  constexpr std::string_view compressed = ".gz";
  bool const is_compressed = out.ends_with(compressed);
  std::filesystem::path const path(is_compressed ? out.substr(0, out.size() - compressed.size()) : out);
  std::string digits = std::to_string(number);
  digits.insert(0, std::to_string(count).size() - digits.size(), '0');
  auto const name = path.stem().string() + '_' + digits + path.extension().string();
  return (path.parent_path() / name).string() + std::string(is_compressed ? compressed : "");
}

} // namespace trident::program
