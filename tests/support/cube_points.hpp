// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>

namespace trident_test {

/// Points of the open unit cube, the same on every machine. One coordinate in ten lies next to an end of the interval,
/// down to 1e-15 from it: what a generator draws once in its life.
class cube_points {
public:
  explicit cube_points(std::uint64_t seed) : engine_(seed) {}

  template <std::size_t Dimension>
  std::array<double, Dimension> next() {
    std::array<double, Dimension> u;
    for (double& x : u) x = coordinate();
    return u;
  }

  double uniform() { return (static_cast<double>(engine_() >> 11) + 0.5) * 0x1p-53; }

private:
  double coordinate() {
    double const kind = uniform();
    if (kind > 0.1) return std::min(uniform(), 1 - 0x1p-53);
    double const near = std::pow(10, -1 - 14 * uniform());
    return kind > 0.05 ? near : std::min(1 - near, 1 - 0x1p-53);
  }

  std::mt19937_64 engine_;
};

} // namespace trident_test
