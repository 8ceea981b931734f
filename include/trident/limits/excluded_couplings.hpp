// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/tools/roots.hpp>

#include <trident/base/finite.hpp>
#include <trident/limits/coupling_interval.hpp>
#include <trident/limits/ratio_measurement.hpp>
#include <trident/quadrature/coupling_polynomial.hpp>

namespace trident {

/// sigma/sigma_SM = 1 + linear x + quadratic x^2, x = g'^2: exact at fixed mass of the mediator. Where the exchange
/// interferes destructively `linear` is negative, and the ratio falls before it grows.
struct ratio_polynomial {
  double linear = 0;
  double quadratic = 0;

  double operator()(double coupling) const {
    double const x = coupling * coupling;
    // [PHYS:statistic.ratio_polynomial]
    return 1 + x * (linear + x * quadratic);
  }
};

/// Of a cross section that is known as a polynomial in g'^2 [fb].
inline ratio_polynomial make_ratio_polynomial(std::array<double, 3> const& coefficients) {
  return {coefficients[1] / coefficients[0], coefficients[2] / coefficients[0]};
}

/// The couplings whose ratio is not allowed: intervals in order, the last one without end. Destructive interference can
/// leave an island of allowed couplings behind excluded ones; where the Standard Model is excluded the first starts at 0.
inline std::vector<coupling_interval> excluded_couplings(ratio_polynomial const& ratio,
                                                         ratio_interval const& allowed) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  std::vector<double> ends = {0};
  for (double const bound : {allowed.low, allowed.high}) {
    if (!detail::is_finite(bound)) continue;
    auto const [first, second] =
        // [PHYS:statistic.excluded]
        boost::math::tools::quadratic_roots(ratio.quadratic, ratio.linear, 1 - bound);
    for (double const square : {first, second})
      if (square > 0) ends.push_back(std::sqrt(square)); // false for roots that are not real
  }
  std::sort(ends.begin(), ends.end());
  ends.push_back(infinity);
  std::vector<coupling_interval> excluded;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    double const low = ends[i], high = ends[i + 1];
    double const inside = high < infinity ? (low + high) / 2 : 2 * low + 1;
    if (!(low < high) || allowed.contains(ratio(inside))) continue;
    if (!excluded.empty() && excluded.back().high == low)
      excluded.back().high = high;
    else
      excluded.push_back({low, high});
  }
  return excluded;
}

/// The ratio for a model with a mediator and the coupling 1, of one target and flux.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
ratio_polynomial inclusive_ratio_polynomial(Trident<P, N, F, M, C> const& unit_coupling,
                                            inclusive_options const& options = {}) {
  return make_ratio_polynomial(inclusive_coupling_polynomial<Real>(unit_coupling, options).coefficients());
}

} // namespace trident
