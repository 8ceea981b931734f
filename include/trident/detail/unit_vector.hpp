// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <numbers>

#include <trident/detail/complex.hpp>
#include <trident/detail/lanes.hpp>

namespace trident::detail {

/// (cos, sin) of 2 pi u for u in [0, 1], to 3e-16: u is folded into the eighth of a turn around 0, where the Taylor
/// polynomials below end at terms smaller than 1e-17.
template <class Real>
constexpr complex<Real> unit_vector(Real u) {
  using std::floor;
  Real const quarters = Real(4) * u;
  Real const quarter = floor(quarters + Real(0.5));               // 0 .. 4
  Real const x = Real(1.5707963267948966) * (quarters - quarter); // within pi/4 of 0
  Real const y = x * x;
  auto const polynomial = [&y](auto... coefficients) { // highest power first
    Real sum(0);
    ((sum = sum * y + Real(coefficients)), ...);
    return sum;
  };
  Real const sine = x * polynomial(-1 / 1307674368000.0, 1 / 6227020800.0, -1 / 39916800.0, 1 / 362880.0,
                                   -1 / 5040.0, 1 / 120.0, -1 / 6.0, 1.0);
  Real const cosine = polynomial(1 / 20922789888000.0, -1 / 87178291200.0, 1 / 479001600.0, -1 / 3628800.0,
                                 1 / 40320.0, -1 / 720.0, 1 / 24.0, -0.5, 1.0);
  // quarter turns: 0 -> (c, s), 1 -> (-s, c), 2 -> (-c, -s), 3 -> (s, -c), 4 -> 0
  Real const half = floor(Real(0.5) * quarter);                 // 0 0 1 1 2
  Real const odd = quarter - Real(2) * half;                    // 0 1 0 1 0
  Real const turned = half - Real(2) * floor(Real(0.5) * half); // 0 0 1 1 0
  Real const sign = Real(1) - Real(2) * turned;
  auto const is_odd = odd > Real(0.5);
  return {sign * select(is_odd, -sine, cosine), sign * select(is_odd, cosine, sine)};
}

/// The u in [0, 1) of a direction.
inline double turns(complex<double> direction) {
  double const u = std::atan2(direction.im, direction.re) / (2 * std::numbers::pi);
  return u < 0 ? u + 1 : u;
}

} // namespace trident::detail
