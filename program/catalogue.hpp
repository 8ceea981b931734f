// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace trident::program {

/// A cell of a list.
using catalogue_cell = std::variant<int, std::string, std::vector<int>, std::vector<std::string>>;

/// A line of a list: names and cells, in order.
using catalogue_row = std::vector<std::pair<std::string, catalogue_cell>>;

/// What `trident list` shows, and which of the cells stand in its text.
struct catalogue {
  std::string name;
  std::vector<catalogue_row> (*rows)();
  std::vector<std::string> columns;
};

/// Processes, targets, materials, fluxes, models, measurements, detectors, figures.
std::vector<catalogue> const& catalogues();

} // namespace trident::program
