// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>

#include <trident/physics/constants.hpp>

namespace trident {

/// Fourier-Bessel density rho(r) = sum_v a_v j0(v pi r/R), r <= R
/// [De Vries, De Jager, De Vries, At. Data Nucl. Data Tables 36 (1987) 495, eq. 4], transformed in closed form:
///   F(Q) ~ sum_v a_v (-1)^v sin(y)/(y (y^2 - v^2 pi^2)), y = Q R, normalised to F(0) = 1.
/// Electron scattering determines n coefficients up to about Q = n pi/R. The form factor ends, F = 0, at its next zero,
/// Q = (n + 1) pi/R: what the truncated sum gives beyond is an artefact of the density's edge at R.
struct fourier_bessel {
  double radius;                        ///< R [fm]
  std::span<double const> coefficients; ///< a_1 ... a_n, any common unit
  double hbar_c = pdg::hbar_c;          ///< [GeV fm]

  /// F(Q), Q [GeV].
  template <std::floating_point Real>
  Real operator()(Real q) const {
    return q < maximum_q() ? untruncated(q) : Real(0);
  }

  /// The transform of the density as it stands, at any Q [GeV].
  template <std::floating_point Real>
  Real untruncated(Real q) const {
    Real const y = q * Real(radius / hbar_c);
    Real sum = 0;
    Real norm = 0;
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
      auto const v = static_cast<Real>(i + 1);
      // [PHYS:nucleus.fourier_bessel]
      sum += Real(coefficients[i]) * mode(y, v, sign(i));
      norm += Real(coefficients[i]) * sign(i) / (v * v * pi<Real> * pi<Real>);
    }
    return sum / norm;
  }

  /// Where the form factor ends, (n + 1) pi/R [GeV].
  // [PHYS:nucleus.fourier_bessel_end]
  double maximum_q() const {
    return static_cast<double>(coefficients.size() + 1) * pi<double> * hbar_c / radius;
  }

  double extent() const { return radius; } ///< [fm]

  /// Charge 4 pi int rho r^2 dr in the coefficients' unit times fm^3.
  double charge() const { return 4 * pi<double> * radius * radius * radius * moment(0); }

  /// [fm]
  double rms_radius() const { return radius * std::sqrt(moment(6) / moment(0)); }

private:
  template <class Real>
  static constexpr Real pi = Real(3.14159265358979323846L);

  /// -(-1)^v for v = i + 1.
  static constexpr int sign(std::size_t i) { return i % 2 == 0 ? 1 : -1; }

  /// sum_v a_v (-1)^(v+1)/(v pi)^2 (1 - correction/(v pi)^2): int rho r^2 (0) or int rho r^4 (6), powers of R aside.
  double moment(double correction) const {
    double sum = 0;
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
      double const square = std::pow(static_cast<double>(i + 1) * pi<double>, 2);
      sum += coefficients[i] * sign(i) / square * (1 - correction / square);
    }
    return sum;
  }

  template <std::floating_point Real>
  static Real sinc(Real x) {
    Real const square = x * x;
    if (square < Real(1e-4)) return 1 - square / 6 * (1 - square / 20 * (1 - square / 42));
    return std::sin(x) / x;
  }

  /// int_0^1 t^2 j0(y t) j0(v pi t) dt, written so that neither y = 0 nor y = v pi divides by zero.
  template <std::floating_point Real>
  static Real mode(Real y, Real v, int sign) {
    Real const root = v * pi<Real>;
    if (std::abs(y - root) < 1) return sinc(y - root) / (y * (y + root));
    return static_cast<Real>(sign) * sinc(y) / (root * root - y * y);
  }
};

} // namespace trident
