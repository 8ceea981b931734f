// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/fermi_momentum.hpp>
#include <trident/target/nucleon_form_factor.hpp>

namespace trident {

/// Pauli blocking of an ideal Fermi gas [Lovseth, Radomski, Phys. Rev. D 3 (1971) 2686]:
/// (3/4) x - x^3/16 with x = |q|/k_F below 2, else 1, |q|^2 = Q2 (1 + Q2/4M^2) = Q2 (1 + tau).
template <class Real>
constexpr Real pauli_factor(Real q2, Real tau, double fermi_momentum) {
  using std::min;
  using std::sqrt;
  // [PHYS:nucleon.pauli]
  Real const x = min(sqrt(q2 * (Real(1) + tau)) * Real(1 / fermi_momentum), Real(2));
  return x * (Real(0.75) - x * x * Real(0.0625));
}

namespace detail {

/// W_E = (G_E^2 + tau G_M^2)/(1 + tau), W_M = tau G_M^2.
template <class Real>
constexpr hadron_structure<Real> nucleon_structure(sachs_form_factors<Real> const& g, Real tau) {
  // [PHYS:nucleon.structure]
  Real const magnetic = tau * g.magnetic * g.magnetic;
  return {(g.electric * g.electric + magnetic) / (Real(1) + tau), magnetic};
}

} // namespace detail

/// Hydrogen: no Pauli blocking.
template <NucleonFormFactors Set = kelly>
struct free_proton {
  static constexpr bool has_magnetic_structure = true;
  static constexpr scattering_regime regime = scattering_regime::free_nucleon;
  static constexpr bool takes_packs = detail::takes_packs<Set>;

  template <Constants C = pdg>
  static constexpr double mass(C = {}) {
    return C::proton_mass;
  } ///< [GeV]

  template <class Real, Constants C = pdg>
  static constexpr hadron_structure<Real> structure(Real q2, C = {}) {
    Real const tau = q2 * Real(1 / (4 * C::proton_mass * C::proton_mass));
    return detail::nucleon_structure(Set::proton(q2, tau), tau);
  }

  static constexpr double maximum_q2() { return std::numeric_limits<double>::infinity(); }
  static constexpr std::string_view name() { return "free-proton"; }
  static constexpr int pdg_code() { return 2212; }
};

/// A proton or a neutron in a nucleus.
template <bool IsProton, NucleonFormFactors Set>
struct bound_nucleon {
  static constexpr bool has_magnetic_structure = true;
  static constexpr scattering_regime regime = scattering_regime::quasi_elastic;
  static constexpr bool takes_packs = detail::takes_packs<Set>;
  double fermi_momentum = default_fermi_momentum; ///< k_F [GeV]

  template <Constants C = pdg>
  static constexpr double mass(C = {}) {
    return IsProton ? C::proton_mass : C::neutron_mass;
  } ///< [GeV]

  template <class Real, Constants C = pdg>
  constexpr hadron_structure<Real> structure(Real q2, C constants = {}) const {
    double const m = mass(constants);
    Real const tau = q2 * Real(1 / (4 * m * m));
    Real const allowed = pauli_factor(q2, tau, fermi_momentum);
    auto const free = detail::nucleon_structure(IsProton ? Set::proton(q2, tau) : Set::neutron(q2, tau), tau);
    return {free.electric * allowed, free.magnetic * allowed};
  }

  static constexpr double maximum_q2() { return std::numeric_limits<double>::infinity(); }
  static constexpr std::string_view name() { return IsProton ? "proton" : "neutron"; }
  static constexpr int pdg_code() { return IsProton ? 2212 : 2112; }
};

template <NucleonFormFactors Set = kelly>
using bound_proton = bound_nucleon<true, Set>;
template <NucleonFormFactors Set = kelly>
using bound_neutron = bound_nucleon<false, Set>;

using proton = bound_proton<>;
using neutron = bound_neutron<>;

namespace detail {

template <class T>
inline constexpr bool is_free_proton = false;
template <class Set>
inline constexpr bool is_free_proton<free_proton<Set>> = true;

} // namespace detail

static_assert(Target<free_proton<>> && Target<proton> && Target<neutron>);

} // namespace trident
