// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <trident/event/generator.hpp>
#include <trident/format/run_description.hpp>

#include "requests.hpp"

namespace trident::program {

/// What to do about events above the maximum.
enum class maximum_policy {
  keep,   ///< they carry a weight above 1
  strict, ///< the maximum is raised and generation starts over
};

/// Events as they were asked for.
struct events_request {
  physics_request physics; ///< its process may be several, with commas between them
  run_request run;
  std::optional<std::uint64_t> count;
  std::optional<std::uint64_t> single; ///< only this event, on standard output
  std::optional<std::string> out;
  std::optional<std::string> file_format;
  std::uint64_t pieces = 1;
  weighting weights = weighting::unweighted;
  maximum_policy maximum = maximum_policy::keep;
  std::vector<std::string>
      other_models; ///< "LmuLtau --coupling 0.01 --mass 0.1": weights beside the nominal one
  std::optional<std::string> beam_direction; ///< "x,y,z"
  std::optional<std::string> box;            ///< "x0:x1,y0:y1,z0:z1[,t0:t1]" [cm, ns]
  std::optional<std::string> units;          ///< of momenta and lengths: GEV-CM or MEV-MM
  recoil_writing recoil = recoil_writing::written;
  std::optional<std::string> freeze;   ///< file for what is prepared, instead of events
  std::optional<std::string> run_file; ///< with what was prepared, instead of physics and seed
  std::optional<std::string> slice;    ///< which part of the events
};

int run_events(events_request const& request);

} // namespace trident::program
