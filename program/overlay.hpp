// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

// Curves of the user's own in figures of limits.

namespace trident::program {

/// Couplings over masses of a Z', as a user brings them.
struct overlay_curve {
  std::string name;
  bool is_projection = false;
  std::vector<double> masses, couplings; ///< masses in GeV
};

/// The curves of files whose names are separated by commas: rows "mass_GeV,coupling" as the files of tables/limits, `trident
/// limits` and `trident projection` have them; what follows in a row is not read. "# name: X" begins a curve, which is
/// otherwise called as its file is, and "# kind: projection" makes it dashed. Where a mass stands in several rows the last counts. Throws
/// input_error.
std::vector<overlay_curve> read_overlays(std::string const& files);

} // namespace trident::program
