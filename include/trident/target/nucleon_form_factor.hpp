// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>

#include <trident/target/data/nucleon_form_factors.hpp>

namespace trident {

/// Sachs form factors of a nucleon at one Q2.
template <class Real = double>
struct sachs_form_factors {
  Real electric; ///< G_E
  Real magnetic; ///< G_M, mu_N at Q2 = 0
};

/// A set of electromagnetic nucleon form factors; q2 [GeV^2], tau = Q2/4M^2 with the nucleon's own mass.
template <class S>
concept NucleonFormFactors = requires(double q2, double tau) {
  { S::proton(q2, tau) } -> std::same_as<sachs_form_factors<double>>;
  { S::neutron(q2, tau) } -> std::same_as<sachs_form_factors<double>>;
};

/// G_D = (1 + Q2/0.71 GeV^2)^-2.
template <class Real>
constexpr Real dipole_form_factor(Real q2) {
  // [PHYS:nucleon.dipole]
  Real const root = Real(1) / (Real(1) + q2 / Real(0.71));
  return root * root;
}

/// Kelly-type fit [Alberico, Bilenky, Giunti, Graczyk, arXiv:0812.3539]; the default.
struct kelly {
  static constexpr bool takes_packs = true;
  template <class Real>
  static constexpr sachs_form_factors<Real> proton(Real, Real tau) {
    constexpr auto electric = tables::kelly_electric_proton,
                   magnetic = tables::kelly_magnetic_proton; // device code
    return {ratio(electric, tau), ratio(magnetic, tau)};
  }

  template <class Real>
  static constexpr sachs_form_factors<Real> neutron(Real q2, Real tau) {
    constexpr auto galster = tables::kelly_electric_neutron;
    constexpr auto magnetic = tables::kelly_magnetic_neutron;
    // [PHYS:nucleon.galster]
    Real const electric =
        Real(galster.numerator) * tau / (Real(1) + Real(galster.denominator) * tau) * dipole_form_factor(q2);
    return {electric, ratio(magnetic, tau)};
  }

private:
  template <class Real>
  static constexpr Real ratio(tables::kelly_fit const& fit, Real tau) {
    // [PHYS:nucleon.kelly]
    Real const denominator = Real(1) + tau * (Real(fit.b[0]) + tau * (Real(fit.b[1]) + tau * Real(fit.b[2])));
    return Real(fit.normalisation) * (Real(1) + Real(fit.a) * tau) / denominator;
  }
};

/// z expansion [Ye, Arrington, Hill, Lee, arXiv:1707.09063, eq. 3 and supplement].
struct z_expansion {
  static constexpr bool takes_packs = true;
  template <class Real>
  static sachs_form_factors<Real> proton(Real q2, Real) {
    Real const z = conformal(q2);
    return {series(tables::z_electric_proton, z),
            Real(tables::z_proton_moment) * series(tables::z_magnetic_proton, z)};
  }

  template <class Real>
  static sachs_form_factors<Real> neutron(Real q2, Real) {
    Real const z = conformal(q2);
    return {series(tables::z_electric_neutron, z),
            Real(tables::z_neutron_moment) * series(tables::z_magnetic_neutron, z)};
  }

private:
  template <class Real>
  static Real conformal(Real q2) {
    using std::sqrt;
    constexpr double cut = 4 * tables::z_pion_mass * tables::z_pion_mass;
    // [PHYS:nucleon.z_expansion]
    Real const root = sqrt(q2 + Real(cut));
    Real const base = sqrt(Real(cut - tables::z_t0));
    return (root - base) / (root + base);
  }

  template <class Real, std::size_t N>
  static Real series(std::array<double, N> const& coefficients, Real z) {
    Real sum = Real(coefficients[N - 1]);
    for (std::size_t k = N - 1; k-- > 0;) sum = Real(coefficients[k]) + z * sum;
    return sum;
  }
};

/// G_E^p = G_D, G_E^n = 0, G_M = mu G_D, with the magnetic moments of CODATA 2018 [nuclear magnetons].
struct dipole {
  static constexpr bool takes_packs = true;
  static constexpr double proton_moment = 2.79284734463;
  static constexpr double neutron_moment = -1.91304273;

  template <class Real>
  static constexpr sachs_form_factors<Real> proton(Real q2, Real) {
    Real const shape = dipole_form_factor(q2);
    return {shape, Real(proton_moment) * shape};
  }

  template <class Real>
  static constexpr sachs_form_factors<Real> neutron(Real q2, Real) {
    return {Real(0), Real(neutron_moment) * dipole_form_factor(q2)};
  }
};

static_assert(NucleonFormFactors<kelly> && NucleonFormFactors<z_expansion> && NucleonFormFactors<dipole>);

} // namespace trident
