// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <trident/rates/event_rates.hpp>

namespace trident {

/// Where a spectrum comes from.
enum class spectrum_origin {
  data,      ///< of the experiment, in the tables
  computed,  ///< from first principles
  model,     ///< a stand-in: published mean energy and stated shape, or another experiment's spectrum
  digitised, ///< of the experiment, read off a published figure, in the tables
};

/// A setting of the beam.
struct detector_mode {
  std::string_view name;
  spectrum_origin origin;
  std::string_view spectrum; ///< what it is
  std::vector<beam_component> (*beam)();
};

/// A detector with its exposure. Figures of `source` marked "as quoted" are those in common use; they were not checked
/// against the paper itself.
struct detector {
  std::string_view name;
  std::string_view description;
  double mass_tonnes;
  std::string_view material;
  double exposure;                ///< in `exposure_unit`
  std::string_view exposure_unit; ///< "POT", "fb^-1", "s" of live time, "" where the spectrum says it all
  std::string_view source;
  std::span<detector_mode const> modes; ///< the default first
  /// The active volume: x, y and z around the middle of its face, z along the beam [cm].
  std::array<std::array<double, 2>, 3> box = {};
  std::string_view box_source = {}; ///< "model: ..." where it is not published
};

constexpr std::string_view text(spectrum_origin origin) {
  constexpr std::array<std::string_view, 4> names = {"data", "computed", "model", "digitised"};
  return names[static_cast<std::size_t>(origin)];
}

} // namespace trident
