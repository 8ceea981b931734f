// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

namespace trident {

/// F, h F' and h^2 F'' at a node of a uniform grid with step h.
struct hermite_node {
  double value;
  double slope;
  double curvature;
};

namespace detail {

/// Coefficients in u = 0..1 of the quintic that meets value, slope and curvature at both ends.
constexpr std::array<double, 6> quintic(hermite_node const& left, hermite_node const& right) {
  double const half = left.curvature / 2;
  double const value = right.value - left.value - left.slope - half;
  double const slope = right.slope - left.slope - left.curvature;
  double const curvature = right.curvature - left.curvature;
  return {left.value,
          left.slope,
          half,
          10 * value - 4 * slope + curvature / 2,
          -15 * value + 7 * slope - curvature,
          6 * value - 3 * slope + curvature / 2};
}

} // namespace detail

} // namespace trident
