// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "commands.hpp"
#include "events.hpp"
#include "options.hpp"

namespace trident::program {

namespace detail {

/// What a frozen run has fixed cannot be given beside it.
inline void exclude(CLI::App& command, CLI::Option* run, std::initializer_list<char const*> more) {
  for (auto const* const name : {"--process",
                                 "--target",
                                 "--energy",
                                 "--flux",
                                 "--flux-file",
                                 "--flux-unit",
                                 "--flux-kind",
                                 "--flux-flavour",
                                 "--flux-block",
                                 "--flux-solid-angle",
                                 "--model",
                                 "--regime",
                                 "--form-factor",
                                 "--nuclear-model",
                                 "--k-fermi",
                                 "--removal-energy",
                                 "--structure-functions",
                                 "--constants",
                                 "--seed",
                                 "--freeze"})
    run->excludes(command.get_option(name));
  for (auto const& parameter : registry::model_options()) run->excludes(command.get_option(parameter.name));
  for (auto const* const name : more) run->excludes(command.get_option(name));
}

inline CLI::Option* add_run_file(CLI::App& command, std::optional<std::string>& freeze,
                                 std::optional<std::string>& run_file, std::optional<std::string>& slice) {
  add_optional(command, "--freeze", "prepare only, into a file that many jobs can share", "FILE", freeze);
  auto* const run = command.add_option_function<std::string>(
      "--run", [&run_file](std::string const& text) { run_file = text; },
      "a frozen run, in place of all that says the physics, and of --seed");
  run->type_name("FILE");
  add_optional(command, "--slice",
               "job I of N that share a run, or auto[/N] in an array of a batch system (all is made)", "I/N",
               slice);
  return run;
}

} // namespace detail

/// Registers --checkpoint, --freeze, --run, --slice and --out of trident cross-section.
inline void add_cross_section_batch_options(CLI::App& command, cross_section_request& request) {
  detail::add_optional(
      command, "--checkpoint",
      "of --method vegas or both: file from which trident resume goes on, if this is cut short (none)",
      "FILE", request.checkpoint);
  detail::add_number(command, "--checkpoint-every",
                     "seconds between two writings of the checkpoint, 0 to 1e9, 0 for always (30)", "S", 0.0,
                     ranges::duration.highest, "a number of seconds to 1e9, 0 for always",
                     request.checkpoint_seconds);
  auto* const run = detail::add_run_file(command, request.freeze, request.run_file, request.slice);
  detail::exclude(command, run,
                  {"--vary", "--method", "--precision", "--max-evaluations", "--time-limit", "--checkpoint"});
  detail::add_optional(command, "--out", "file for a --slice; its number is added; - is not possible", "FILE",
                       request.out);
}

/// Registers --freeze, --run and --slice of trident events.
inline void add_events_batch_options(CLI::App& command, events_request& request) {
  auto* const run = detail::add_run_file(command, request.freeze, request.run_file, request.slice);
  detail::exclude(command, run,
                  {"--also-model", "--vary", "--detector", "--mode", "--mass-tonnes", "--material",
                   "--flavours", "--rays"});
}

/// Registers the options of trident merge.
inline void add_merge_options(CLI::App& command, merge_request& request) {
  command.add_option("pieces", request.files, "files that the slices of a run left")->required();
  command.add_option("--out", request.out, "file for the whole; of events it is needed")->type_name("FILE");
  add_format_option(command, request.format);
}

} // namespace trident::program
