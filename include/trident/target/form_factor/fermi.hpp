// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <concepts>

#include <trident/physics/constants.hpp>

// Fourier transforms of Fermi densities in closed form. With x = Q z, kappa = c/z and the cosine transform
//   g(x) = int_0^inf cos(x t) dt/(1 + exp(t - kappa)) = pi sin(kappa x)/sinh(pi x) + sum_n (-1)^(n-1) e^(-n kappa) n/(n^2 + x^2),
// int t sin(x t) ... = -g' and int t^3 sin(x t) ... = g'''. The first term is the transform of the symmetrised Fermi
// density 1/(1 + exp(t - kappa)) - 1/(1 + exp(t + kappa)); the series is the cusp that the plain one has at the origin.

namespace trident {

namespace detail {

/// Whether the density is the plain Fermi function (with a cusp at r = 0) or its symmetrised form.
enum class fermi_origin { cusp, symmetrised };

/// Coefficients b_k of pi x/sinh(pi x) = sum_k (-1)^k b_k x^(2k): twice the Dirichlet eta function at 2k.
inline constexpr std::array<double, 11> sinh_coefficients = {1.0,
                                                             1.6449340668482264,
                                                             1.8940656589944918,
                                                             1.9711021825948704,
                                                             1.9924660037052961,
                                                             1.9980790151501836,
                                                             1.9995155151850506,
                                                             1.9998783909143118,
                                                             1.9999695484319214,
                                                             1.9999923831001536,
                                                             1.9999980954500362};

template <std::floating_point Real>
struct fermi_transform {
  Real kappa; ///< c/z
  fermi_origin origin;

  /// Sum over the cusp: (-1)^(n-1) e^(-n kappa) term(n).
  template <class Term>
  Real cusp_sum(Term const& term) const {
    if (origin == fermi_origin::symmetrised) return 0;
    Real const first = std::exp(-kappa);
    Real sum = 0;
    Real n = 1;
    for (Real weight = first; std::abs(weight) > Real(1e-18) * first; weight *= -first)
      sum += weight * term(n++);
    return sum;
  }

  /// M_2j/(2j)!, M_2j = int_0^inf t^(2j) density dt.
  Real scaled_moment(int j) const {
    Real sum = 0;
    Real power = kappa;
    for (int i = 0; i <= j; ++i) {
      sum += power * static_cast<Real>(sinh_coefficients[static_cast<std::size_t>(j - i)]);
      power *= kappa * kappa / static_cast<Real>((2 * i + 2) * (2 * i + 3));
    }
    return sum + cusp_sum([j](Real n) {
             Real term = 1 / n;
             for (int i = 0; i < j; ++i) term /= n * n;
             return term;
           });
  }

  /// int t^2 density and int t^4 density.
  Real second_moment() const { return 2 * scaled_moment(1); }
  Real fourth_moment() const { return 24 * scaled_moment(2); }
  Real sixth_moment() const { return 720 * scaled_moment(3); }

  /// -g'(x)/x and g'''(x)/x, the transforms of t^2 and t^4 times the density (for sin(x t)/(x t)).
  struct pair {
    Real second, fourth;
  };
  pair operator()(Real x) const { return x * std::max(kappa, Real(5)) < Real(0.5) ? taylor(x) : closed(x); }

private:
  pair taylor(Real x) const {
    Real second = 0;
    Real fourth = 0;
    for (int j = 8; j >= 1; --j) second = Real(2 * j) * scaled_moment(j) - x * x * second;
    for (int j = 8; j >= 2; --j)
      fourth = Real(2 * j) * Real(2 * j - 1) * Real(2 * j - 2) * scaled_moment(j) - x * x * fourth;
    return {second, fourth};
  }

  pair closed(Real x) const {
    constexpr Real pi = Real(3.14159265358979323846);
    // [PHYS:nucleus.fermi_transform]
    Real const v = pi / std::sinh(pi * x);
    Real const c = pi / std::tanh(pi * x);
    Real const sine = std::sin(kappa * x);
    Real const cosine = kappa * std::cos(kappa * x);
    Real const first = v * (cosine - c * sine);
    Real const third = v * (cosine * (3 * pi * pi + 6 * v * v - kappa * kappa) +
                            c * sine * (3 * kappa * kappa - pi * pi - 6 * v * v));
    Real const cusp_first = cusp_sum([x](Real n) { return 2 * n / ((n * n + x * x) * (n * n + x * x)); });
    Real const cusp_third = cusp_sum([x](Real n) {
      Real const d = n * n + x * x;
      return 24 * n * (n * n - x * x) / (d * d * d * d);
    });
    return {cusp_first - first / x, cusp_third + third / x};
  }
};

template <std::floating_point Real>
Real fermi_form_factor(fermi_transform<Real> const& density, Real x, Real w) {
  Real const tilt = w / (density.kappa * density.kappa);
  auto const transform = density(x);
  // [PHYS:nucleus.fermi]
  return (transform.second + tilt * transform.fourth) /
         (density.second_moment() + tilt * density.fourth_moment());
}

/// In units of z.
inline double fermi_rms(fermi_transform<double> const& density, double w) {
  double const tilt = w / (density.kappa * density.kappa);
  // [PHYS:nucleus.fermi_radius]
  return std::sqrt((density.fourth_moment() + tilt * density.sixth_moment()) /
                   (density.second_moment() + tilt * density.fourth_moment()));
}

} // namespace detail

/// Three-parameter Fermi density rho ~ (1 + w r^2/c^2)/(1 + exp((r - c)/z))
/// [De Vries, De Jager, De Vries, At. Data Nucl. Data Tables 36 (1987) 495], transformed in closed form at all Q.
struct three_parameter_fermi {
  double radius;               ///< c [fm]
  double diffuseness;          ///< z [fm]
  double w;                    ///< dimensionless
  double hbar_c = pdg::hbar_c; ///< [GeV fm]

  /// F(Q), Q [GeV].
  template <std::floating_point Real>
  Real operator()(Real q) const {
    detail::fermi_transform<Real> const density{Real(radius / diffuseness), detail::fermi_origin::cusp};
    return detail::fermi_form_factor(density, q * Real(diffuseness / hbar_c), Real(w));
  }

  /// [fm]
  double rms_radius() const {
    return diffuseness * detail::fermi_rms({radius / diffuseness, detail::fermi_origin::cusp}, w);
  }
};

/// Two-parameter Fermi density rho ~ 1/(1 + exp((r - c)/z)).
struct two_parameter_fermi {
  double radius;               ///< c [fm]
  double diffuseness;          ///< z [fm]
  double hbar_c = pdg::hbar_c; ///< [GeV fm]

  template <std::floating_point Real>
  Real operator()(Real q) const {
    return three_parameter_fermi{radius, diffuseness, 0, hbar_c}(q);
  }

  /// [fm]
  double rms_radius() const { return three_parameter_fermi{radius, diffuseness, 0, hbar_c}.rms_radius(); }
};

/// Symmetrised Fermi density sinh(r0/a)/(cosh(r/a) + cosh(r0/a)) [arXiv:1807.10973, section II].
struct symmetrised_fermi {
  double radius;               ///< r0 [fm]
  double diffuseness = 0.523;  ///< a [fm]
  double hbar_c = pdg::hbar_c; ///< [GeV fm]

  /// r0 = 1.126 A^(1/3) fm, a = 0.523 fm.
  static symmetrised_fermi of_mass_number(int mass_number) {
    return {.radius = 1.126 * std::cbrt(static_cast<double>(mass_number))};
  }

  template <std::floating_point Real>
  Real operator()(Real q) const {
    detail::fermi_transform<Real> const density{Real(radius / diffuseness),
                                                detail::fermi_origin::symmetrised};
    return detail::fermi_form_factor(density, q * Real(diffuseness / hbar_c), Real(0));
  }

  /// [fm]
  double rms_radius() const {
    return diffuseness * detail::fermi_rms({radius / diffuseness, detail::fermi_origin::symmetrised}, 0);
  }
};

} // namespace trident
