// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include <trident/numerics/lanes.hpp>

// What the fits need of one number or of a pack: logarithms that may be of 0, powers, and roots of constants.

namespace trident::detail {

/// The smallest number that the fits take a logarithm of.
inline constexpr double least_positive = 1e-300;

/// `low` where x is below it.
template <class Real>
constexpr Real at_least(Real x, double low) {
  return select(x > Real(low), x, Real(low));
}

/// `high` where x is above it.
template <class Real>
constexpr Real at_most(Real x, double high) {
  return select(x < Real(high), x, Real(high));
}

/// ln x, and that of the smallest number for x = 0.
template <class Real>
Real logarithm(Real x) {
  return lanes<Real>::log(at_least(x, least_positive));
}

/// ln(1 + x) for x >= 0, to rounding also where x is small: the error that 1 + x makes cancels in x/((1 + x) - 1).
template <class Real>
Real logarithm_of_one_plus(Real x) {
  Real const sum = Real(1) + x, rounded = sum - Real(1);
  auto const counts = rounded > Real(0);
  return select(counts, lanes<Real>::log(sum) * (x / select(counts, rounded, Real(1))), x);
}

/// x to the power N by multiplication.
template <std::size_t N, class Real>
constexpr Real power(Real x) {
  if constexpr (N == 0)
    return Real(1);
  else if constexpr (N % 2 == 1)
    return x * power<N - 1>(x);
  else {
    Real const root = power<N / 2>(x);
    return root * root;
  }
}

/// The root of a constant, by Newton's iteration from above.
constexpr double constant_root(double x) {
  if (!(x > 0)) return 0;
  double root = x > 1 ? x : 1;
  for (;;) {
    double const next = (root + x / root) / 2;
    if (!(next < root)) return root;
    root = next;
  }
}

} // namespace trident::detail
