// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include <trident/mc/grid.hpp>

namespace trident {

/// A box of the unit cube.
template <std::size_t Dimension>
struct cell {
  std::array<double, Dimension> lower{};
  std::array<double, Dimension> width = whole();
  double maximum = 0; ///< of the integrand in it, as far as is known

  double volume() const {
    double product = 1;
    for (double const w : width) product *= w;
    return product;
  }

  /// Takes a point of the open unit cube into the box.
  std::array<double, Dimension> place(std::array<double, Dimension> point) const {
    for (std::size_t axis = 0; axis < Dimension; ++axis)
      point[axis] = std::min(lower[axis] + point[axis] * width[axis], adapted_map<Dimension>::below_one);
    return point;
  }

private:
  static constexpr std::array<double, Dimension> whole() {
    std::array<double, Dimension> ones{};
    for (double& one : ones) one = 1;
    return ones;
  }
};

} // namespace trident
