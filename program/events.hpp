// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <trident/runtime/events.hpp>

#include "requests.hpp"
#include "runtime_names.hpp"

namespace trident::program {

/// What to do about events above the maximum.
enum class maximum_policy {
  keep,   ///< they carry a weight above 1
  strict, ///< the maximum is raised and generation starts over
};

/// Events as they were asked for.
struct events_request : sample_request {
  run_request run;
  std::optional<std::uint64_t> count;
  std::optional<std::uint64_t> single; ///< only this event, on standard output
  std::optional<std::string> out;
  std::optional<std::string> file_format;
  std::uint64_t pieces = 1;
  maximum_policy maximum = maximum_policy::keep;
  std::optional<std::string> freeze;   ///< file for what is prepared, instead of events
  std::optional<std::string> run_file; ///< with what was prepared, instead of physics and seed
  std::optional<std::string> slice;    ///< which part of the events
  bool seed_is_drawn = false;          ///< though it stands in `run`
};

int run_events(events_request const& request);

} // namespace trident::program
