// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <numbers>

#include <trident/numerics/complex.hpp>

namespace trident::detail {

/// (cos, sin) of 2 pi u for u in [0, 1], to 7e-16, by doubling half the angle: with v = u - 1/2 within 1/2 of 0, sin(pi v)/v
/// and cos(pi v) are interpolated in v^2 at nine Chebyshev points, to 4e-18.
template <class Real>
constexpr complex<Real> unit_vector(Real u) {
  Real const v = u - Real(0.5);
  Real const w = v * v;
  auto const polynomial = [&w](double highest, auto... lower) { // highest power first
    Real sum(highest);
    ((sum = sum * w + Real(lower)), ...);
    return sum;
  };
  Real const sine = v * polynomial(7.697826768224191e-07, -2.1903497074626018e-05, 0.0004662998161898394,
                                   -0.007370430505916944, 0.0821458865731029, -0.5992645293189447,
                                   2.5501640398773007, -5.167712780049969, 3.141592653589793);
  Real const cosine =
      polynomial(4.149564353942586e-06, -0.00010456655338748738, 0.0019295562724817132, -0.025806888737002202,
                 0.23533063012953284, -1.335262768843447, 4.058712126416497, -4.934802200544676, 1.0);
  return {(sine - cosine) * (sine + cosine), Real(-2) * sine * cosine};
}

/// The u in [0, 1) of a direction.
inline double turns(complex<double> direction) {
  double const u = std::atan2(direction.im, direction.re) / (2 * std::numbers::pi);
  return u < 0 ? u + 1 : u;
}

} // namespace trident::detail
