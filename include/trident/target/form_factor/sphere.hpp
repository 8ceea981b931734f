// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <concepts>

#include <trident/physics/constants.hpp>

// A uniform sphere with a soft edge: 3 j1(Q R)/(Q R) times a factor for the edge.

namespace trident {

namespace detail {

/// 3 j1(y)/y = 3 (sin y - y cos y)/y^3, by its series for y < 1/2.
template <std::floating_point Real>
Real sphere_transform(Real y) {
  Real const square = y * y;
  if (square >= Real(0.25)) return 3 * (std::sin(y) - y * std::cos(y)) / (square * y);
  Real sum = 1;
  for (int k = 7; k >= 1; --k) sum = 1 - square * sum / static_cast<Real>(2 * k * (2 * k + 3));
  return sum;
}

} // namespace detail

/// Helm form factor 3 j1(Q R)/(Q R) exp(-Q^2 s^2/2)
/// [Lewin, Smith, Astropart. Phys. 6 (1996) 87, eqs. 4.7 and 4.11, with R of arXiv:1807.10973].
struct helm {
  double radius;               ///< R [fm]
  double thickness = 0.9;      ///< s [fm]
  double hbar_c = pdg::hbar_c; ///< [GeV fm]

  /// R^2 = c^2 + (7/3) pi^2 a^2 - 5 s^2, c = 1.23 A^(1/3) - 0.60 fm, a = 0.52 fm, s = 0.9 fm.
  static helm of_mass_number(int mass_number) {
    constexpr double pi = 3.14159265358979323846;
    // [PHYS:nucleus.helm_radius]
    double const c = 1.23 * std::cbrt(static_cast<double>(mass_number)) - 0.60;
    return {.radius = std::sqrt(c * c + 7.0 / 3 * pi * pi * 0.52 * 0.52 - 5 * 0.9 * 0.9)};
  }

  /// F(Q), Q [GeV].
  template <std::floating_point Real>
  Real operator()(Real q) const {
    Real const edge = q * Real(thickness / hbar_c);
    // [PHYS:nucleus.helm]
    return detail::sphere_transform(q * Real(radius / hbar_c)) * std::exp(-edge * edge / 2);
  }

  /// [fm]
  double rms_radius() const { return std::sqrt(0.6 * radius * radius + 3 * thickness * thickness); }
};

/// Adapted Klein-Nystrand form factor 3 j1(Q R)/(Q R)/(1 + Q^2 a^2) with the measured rms radius
/// [Klein, Nystrand, Phys. Rev. C 60 (1999) 014903; arXiv:1902.07398].
struct klein_nystrand {
  double radius;               ///< R [fm]
  double range = 0.7;          ///< a [fm]
  double hbar_c = pdg::hbar_c; ///< [GeV fm]

  /// R^2 = (5/3) r^2 - 10 a^2, a = 0.7 fm.
  static klein_nystrand of_rms_radius(double rms_radius) {
    // [PHYS:nucleus.klein_nystrand_radius]
    return {.radius = std::sqrt(5.0 / 3 * rms_radius * rms_radius - 10 * 0.7 * 0.7)};
  }

  /// F(Q), Q [GeV].
  template <std::floating_point Real>
  Real operator()(Real q) const {
    Real const yukawa = q * Real(range / hbar_c);
    // [PHYS:nucleus.klein_nystrand]
    return detail::sphere_transform(q * Real(radius / hbar_c)) / (1 + yukawa * yukawa);
  }

  /// [fm]
  double rms_radius() const { return std::sqrt(0.6 * radius * radius + 6 * range * range); }
};

} // namespace trident
