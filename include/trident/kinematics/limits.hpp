// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/numerics/lanes.hpp>

namespace trident {

/// Smallest neutrino energy in the target's rest frame that can make the pair [GeV].
template <class Real>
constexpr Real threshold_energy(Real pair_threshold, Real target_mass) {
  // [PHYS:limits.threshold]
  return pair_threshold + pair_threshold * pair_threshold / (2 * target_mass);
}

/// Smallest Q2 at given E and k.q: where the target's transverse momentum vanishes, R = 1 [GeV^2].
template <class Real>
constexpr Real minimum_q2(Real energy, Real k_dot_q, Real target_mass) {
  // [PHYS:limits.minimum_q2]
  return k_dot_q * k_dot_q * target_mass / (energy * (energy * target_mass - k_dot_q));
}

/// The same and its inverse, with one division for both.
template <class Real>
struct minimum_q2_and_inverse {
  Real value, inverse;

  constexpr minimum_q2_and_inverse(Real energy, Real k_dot_q, Real target_mass) {
    // [PHYS:limits.minimum_q2]
    Real const numerator = k_dot_q * k_dot_q * target_mass;
    Real const denominator = energy * (energy * target_mass - k_dot_q);
    Real const over_product = 1 / (numerator * denominator);
    value = numerator * (numerator * over_product);
    inverse = denominator * (denominator * over_product);
  }
};

/// From `low` to `high`; empty where high is below low.
template <class Real>
struct interval {
  Real low, high;
};

/// Range of k.q at energy E, for Q2 up to `maximum_q2` [GeV^2]. `threshold_squared` is (m- + m+)^2.
/// The ends are the roots of Q2_min(k.q) = 2 k.q - (m- + m+)^2, written without cancellation down to threshold;
/// below threshold the range is empty: low > high.
template <class Real>
constexpr interval<Real> k_dot_q_range(Real energy, double threshold_squared, double target_mass,
                                       double maximum_q2) {
  using detail::select;
  using std::sqrt;
  // [PHYS:limits.k_dot_q]
  Real const b = 2 * energy - Real(threshold_squared / target_mass);
  Real const root_threshold = Real(2 * std::sqrt(threshold_squared));
  auto const open = b > root_threshold;
  Real const discriminant = select(open, (b - root_threshold) * (b + root_threshold), Real(0));
  Real const sum = 2 * energy + Real(threshold_squared / target_mass) + sqrt(discriminant);
  Real const low = Real(2 * threshold_squared) * energy / sum;
  Real const high = energy * sum / (2 * (1 + Real(2 / target_mass) * energy));
  // [PHYS:limits.k_dot_q_at_q2]
  // where Q2_min(k.q) = maximum_q2, again without cancellation
  double const recoil = maximum_q2 / (2 * target_mass);
  Real const limited = energy * Real(maximum_q2 / (std::sqrt(maximum_q2 + recoil * recoil) + recoil));
  Real const smaller = select(limited < high, limited, high);
  return {low, select(open, smaller, Real(0))};
}

} // namespace trident
