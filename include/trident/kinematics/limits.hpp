// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

namespace trident {

/// Smallest neutrino energy in the target's rest frame that can make the pair [GeV].
template <class Real>
Real threshold_energy(Real pair_threshold, Real target_mass) {
  return pair_threshold + pair_threshold * pair_threshold / (2 * target_mass);
}

/// Smallest Q2 at given E and k.q: where the target's transverse momentum vanishes, R = 1 [GeV^2].
template <class Real>
constexpr Real minimum_q2(Real energy, Real k_dot_q, Real target_mass) {
  return k_dot_q * k_dot_q / (energy * (energy - k_dot_q / target_mass));
}

template <class Real>
struct interval {
  Real low, high;
};

/// Range of k.q at energy E, for Q2 up to `maximum_q2` [GeV^2]. `threshold_squared` is (m- + m+)^2.
/// The ends are the roots of Q2_min(k.q) = 2 k.q - (m- + m+)^2, written without cancellation down to threshold;
/// below threshold the range is empty (low > high or NaN-free equal ends).
template <class Real>
interval<Real> k_dot_q_range(Real energy, Real threshold_squared, Real target_mass, Real maximum_q2) {
  using std::sqrt;
  Real const b = 2 * energy - threshold_squared / target_mass;
  Real const root_threshold = 2 * sqrt(threshold_squared);
  Real const discriminant = (b - root_threshold) * (b + root_threshold);
  if (!(b > root_threshold)) return {Real(1), Real(0)};
  Real const sum = 2 * energy + threshold_squared / target_mass + sqrt(discriminant);
  Real const low = 2 * threshold_squared * energy / sum;
  Real const high = energy * sum / (2 * (1 + 2 * energy / target_mass));
  Real const recoil = maximum_q2 / (2 * target_mass);
  // Q2_min(k.q) = maximum_q2, again without cancellation
  Real const limited = energy * maximum_q2 / (sqrt(maximum_q2 + recoil * recoil) + recoil);
  return {low, limited < high ? limited : high};
}

} // namespace trident
