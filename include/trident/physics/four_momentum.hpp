// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

namespace trident {

/// Energy and momentum [GeV], metric (+,-,-,-).
struct four_momentum {
  double e = 0, x = 0, y = 0, z = 0;

  friend constexpr four_momentum operator+(four_momentum const& a, four_momentum const& b) {
    return {a.e + b.e, a.x + b.x, a.y + b.y, a.z + b.z};
  }
  friend constexpr four_momentum operator-(four_momentum const& a, four_momentum const& b) {
    return {a.e - b.e, a.x - b.x, a.y - b.y, a.z - b.z};
  }
  friend constexpr double dot(four_momentum const& a, four_momentum const& b) {
    return a.e * b.e - a.x * b.x - a.y * b.y - a.z * b.z;
  }

  double momentum() const { return std::sqrt(x * x + y * y + z * z); }
  double transverse() const { return std::sqrt(x * x + y * y); }
};

} // namespace trident
