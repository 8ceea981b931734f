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

  /// Root of p^2; of a space-like one -sqrt(-p^2), as event files have it.
  double mass() const {
    double const square = dot(*this, *this);
    return square < 0 ? -std::sqrt(-square) : std::sqrt(square);
  }
  double momentum() const { return std::sqrt(x * x + y * y + z * z); }
  double transverse() const { return std::sqrt(x * x + y * y); }
};

} // namespace trident
