// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trident/base/closest.hpp>
#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/rates/data/detectors.hpp>
#include <trident/rates/detector.hpp>
#include <trident/target/materials.hpp>

namespace trident {

inline std::vector<std::string> detector_names() {
  std::vector<std::string> names;
  for (auto const& one : all_detectors) names.emplace_back(one.name);
  return names;
}

/// By name; throws input_error with the closest name.
inline detector const& find_detector(std::string_view name) {
  if (auto const* const found = trident::detail::find_named(all_detectors, name, &detector::name))
    return *found;
  auto const names = detector_names();
  throw input_error("detector \"" + std::string(name) + "\" is not known: the closest is " +
                    registry::closest(name, names, 1).front() + "; allowed are " +
                    trident::detail::joined(names));
}

/// A mode of a detector by name; throws input_error that lists what there is.
inline detector_mode const& find_mode(detector const& one, std::string_view name) {
  if (auto const* const found = trident::detail::find_named(one.modes, name, &detector_mode::name))
    return *found;
  throw input_error("mode \"" + std::string(name) + "\" is not one of detector " + std::string(one.name) +
                    ": allowed are " + trident::detail::joined(one.modes, &detector_mode::name));
}

/// The detector in its beam.
inline exposed_target expose(detector const& one, detector_mode const& mode) {
  return {*registry::find_material(one.material), one.mass_tonnes, one.exposure, mode.beam()};
}

} // namespace trident
