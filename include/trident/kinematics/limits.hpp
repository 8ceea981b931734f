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

  constexpr minimum_q2_and_inverse(Real minimum, Real over_minimum) : value(minimum), inverse(over_minimum) {}

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

/// Limits of k.q and Q2 for a target that recoils as it is: nu = Q2/2M.
struct elastic_limits {
  double mass; ///< of the target [GeV]

  /// Smallest neutrino energy that makes the pair [GeV].
  constexpr double threshold(double pair_threshold) const { return threshold_energy(pair_threshold, mass); }

  template <class Real>
  constexpr interval<Real> k_dot_q(Real energy, double threshold_squared, double maximum_q2) const {
    return k_dot_q_range(energy, threshold_squared, mass, maximum_q2);
  }

  template <class Real>
  constexpr minimum_q2_and_inverse<Real> lowest_q2(Real energy, Real k_dot_q) const {
    return {energy, k_dot_q, Real(mass)};
  }
};

/// Largest energy that a target takes up at given Q2 and x = k.q/E, where R = 1 [GeV].
template <class Real>
constexpr Real largest_energy_transfer(Real q2, Real x) {
  return (q2 / x - x) / 2;
}

/// The same for a target that takes up nu >= offset + Q2/(2 mass) [GeV]: of a continuum, whose nu ends at
/// (Q2 E/k.q - k.q/E)/2.
struct continuum_limits {
  double offset; ///< [GeV]
  double mass;   ///< [GeV], or infinite

  /// ((m- + m+ + M_X)^2 - M^2)/(2 M) with M_X^2 = M^2 + 2 M offset, without cancellation.
  double threshold(double pair_threshold) const {
    // [PHYS:limits.continuum_threshold]
    return pair_threshold * pair_threshold / (2 * mass) + pair_threshold * std::sqrt(1 + 2 * offset / mass) +
           offset;
  }

  /// Between the roots of Q2_min(k.q) = 2 k.q - (m- + m+)^2: with x = k.q/E,
  /// x^2 (1 + 2 E/mass) - x (2 E + thr/mass - 2 offset) + thr = 0.
  template <class Real>
  constexpr interval<Real> k_dot_q(Real energy, double threshold_squared, double maximum_q2) const {
    using detail::select;
    using std::sqrt;
    // [PHYS:limits.continuum_k_dot_q]
    Real const square = Real(1) + Real(2 / mass) * energy;
    Real const b = 2 * energy + Real(threshold_squared / mass - 2 * offset);
    Real const discriminant = b * b - Real(4 * threshold_squared) * square;
    auto const open = discriminant > Real(0) && b > Real(0);
    Real const sum = b + sqrt(select(open, discriminant, Real(0)));
    Real const low = select(open, Real(2 * threshold_squared) * energy / sum, energy);
    Real const high = energy * sum / (2 * square);
    Real const limited = energy * Real(x_of_lowest_q2(maximum_q2)); // where Q2_min(k.q) = maximum_q2
    Real const smaller = select(limited < high, limited, high);
    return {low, select(open, smaller, Real(0))};
  }

  /// x (x + 2 offset)/(1 - x/mass).
  template <class Real>
  constexpr minimum_q2_and_inverse<Real> lowest_q2(Real energy, Real k_dot_q) const {
    Real const x = k_dot_q / energy;
    // [PHYS:limits.continuum_minimum_q2]
    Real const value = x * (x + Real(2 * offset)) / (Real(1) - x * Real(1 / mass));
    return minimum_q2_and_inverse<Real>{value, 1 / value};
  }

  /// x = k.q/E of which q2 is the lowest: x^2 + x (2 offset + Q2/mass) = Q2.
  double x_of_lowest_q2(double q2) const {
    double const half = offset + q2 / (2 * mass);
    return q2 / (std::sqrt(q2 + half * half) + half);
  }
};

} // namespace trident
