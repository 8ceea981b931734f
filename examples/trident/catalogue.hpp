// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace trident::program {

/// What `trident list` shows: an array of objects, and which of their members stand in the text.
struct catalogue {
  std::string name;
  nlohmann::ordered_json (*make)();
  std::vector<std::string> columns;
};

/// Processes, targets, materials, fluxes, models, detectors.
std::vector<catalogue> const& catalogues();

} // namespace trident::program
