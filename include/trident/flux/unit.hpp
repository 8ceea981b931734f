// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/flux/unit_names.hpp>
#include <trident/flux/unit_parser.hpp>

namespace trident {

/// Reads a unit; throws input_error that says which part is wrong and what is allowed.
inline flux_unit flux_unit_from_text(std::string_view text) {
  return detail::flux_unit_parser(text).result();
}

/// The unit of what a spectrum per steradian becomes in a solid angle [sr]. Throws input_error where it is not per steradian.
inline flux_unit in_solid_angle(flux_unit unit, double steradians) {
  if (!unit.parts.angle)
    throw input_error("flux unit \"" + unit.text +
                      "\" is not per steradian (sr): it takes no --flux-solid-angle");
  if (unit.normalisation == flux_normalisation::per_area_second_and_steradian)
    unit.normalisation = flux_normalisation::per_area_and_second;
  unit.factor *= steradians;
  return unit;
}

/// "density" or "content"; throws input_error for anything else.
inline bin_value bin_value_from_text(std::string_view name) {
  for (auto const kind : {bin_value::density, bin_value::content})
    if (text(kind) == name) return kind;
  throw input_error("flux kind \"" + std::string(name) + "\" is not known: allowed are density and content");
}

} // namespace trident
