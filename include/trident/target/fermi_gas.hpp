// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/fermi_momentum.hpp>
#include <trident/target/cumulative_response.hpp>
#include <trident/target/fermi_sphere.hpp>
#include <trident/target/nucleon_form_factor.hpp>
#include <trident/target/off_shell_nucleon.hpp>
#include <trident/target/struck_nucleon.hpp>

namespace trident {

namespace detail {

/// Of a proton or a neutron.
template <bool IsProton, class Set, class Real>
constexpr sachs_form_factors<Real> sachs_of(Real q2, double mass) {
  Real const tau = q2 * Real(1 / (4 * mass * mass));
  if constexpr (IsProton)
    return Set::proton(q2, tau);
  else
    return Set::neutron(q2, tau);
}

/// Above, elastic form factors squared are below 1e-7 of what they are at 1 GeV^2 [GeV^2].
inline constexpr double highest_q2_of_bound_nucleons = 100;

/// Moments of a response that has a structure, from panels between which it is smooth.
template <class Response, class C>
cumulative_response moments_from_panels(Response const& response, double q2, std::vector<energy_panel> panels,
                                        std::size_t nodes, C constants) {
  return {std::move(panels), nodes, [&](std::span<double const> nu, std::span<hadron_structure<double>> w) {
            for (std::size_t i = 0; i < nu.size(); ++i) w[i] = response.structure(nu[i], q2, constants);
          }};
}

} // namespace detail

/// A proton or a neutron of a relativistic Fermi gas: momenta up to k_F, a removal energy, and states up to k_F that are
/// occupied [Smith, Moniz, Nucl. Phys. B 43 (1972) 605]. As k_F and the removal energy vanish it is a free nucleon.
/// k_F and the removal energy together must be below E_F = sqrt(k_F^2 + M^2), else the response has no end.
template <bool IsProton, NucleonFormFactors Set = kelly>
struct fermi_gas_nucleon {
  static constexpr auto kind = response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr scattering_regime regime = scattering_regime::quasi_elastic;
  static constexpr bool takes_packs = detail::takes_packs<Set>;
  double fermi_momentum = default_fermi_momentum; ///< k_F [GeV]
  double removal_energy = 0;                      ///< [GeV]

  template <Constants C = pdg>
  static constexpr double mass(C = {}) {
    return IsProton ? C::proton_mass : C::neutron_mass;
  } ///< [GeV]

  template <class Real, Constants C = pdg>
  hadron_structure<Real> structure(Real nu, Real q2, C constants = {}) const {
    double const m = mass(constants);
    detail::nucleon_transfer<Real> const q(nu, q2, Real(removal_energy));
    detail::off_shell_current<Real> const w(detail::sachs_of<IsProton, Set>(q2, m), q, m);
    return detail::bound_structure(q, w, sphere(m).motion(q, m));
  }

  template <Constants C = pdg>
  constexpr energy_transfer_line lowest_energy_transfer(C = {}) const {
    return {removal_energy, std::numeric_limits<double>::infinity()};
  }

  /// Ends and the end of Pauli blocking, in closed form: below it W1 and W2 grow like nu, above they fall like a parabola.
  template <class Real, Constants C = pdg>
  detail::fermi_edges<Real> edges(Real q2, C constants = {}) const {
    return sphere(mass(constants)).edges(q2, removal_energy);
  }

  template <Constants C = pdg>
  std::vector<energy_panel> panels(double q2, double largest_nu, C constants = {}) const {
    auto const [low, blocked, high] = edges(q2, constants);
    return detail::even_panels({low, blocked, high}, largest_nu);
  }

  template <Constants C = pdg>
  cumulative_response at_q2(double q2, double largest_nu, double relative_error, C constants = {}) const {
    return detail::moments_from_panels(*this, q2, panels(q2, largest_nu, constants),
                                       cumulative_response::nodes_for(relative_error), constants);
  }

  template <Constants C = pdg>
  response_moments moments(double q2, double nu, C constants = {}) const {
    return at_q2(q2, nu, 1e-9, constants)(nu);
  }

  /// The nucleons that take up (nu, Q2); whatever the leptons, all gain the same.
  template <Constants C = pdg>
  struck_nucleons struck(double nu, double q2, lepton_weights const&, std::array<double, 4> const&,
                         C constants = {}) const {
    double const m = mass(constants), top = sphere(m).energy;
    detail::nucleon_transfer<double> const q(nu, q2, removal_energy);
    double const lowest = q.lowest_middle_energy(m) - q.gained / 2;
    return {q, detail::off_shell_current<double>(detail::sachs_of<IsProton, Set>(q2, m), q, m), m,
            top - sphere(m).energy_range(q, lowest), top};
  }

  /// The energy of one of them by its share of all, before their currents count: E of `share` as it goes from 0 to 1.
  static double struck_energy(struck_nucleons const& all, double share) {
    return all.lowest + share * (all.highest - all.lowest);
  }

  detail::fermi_sphere sphere(double nucleon_mass) const { return {fermi_momentum, nucleon_mass}; }

  /// Where Pauli blocking ends: |q| = 2 k_F at the lowest energy transfer [GeV^2].
  constexpr std::array<double, 1> q2_breaks() const {
    // [PHYS:fermi_gas.blocked]
    return {4 * fermi_momentum * fermi_momentum - removal_energy * removal_energy};
  }

  static constexpr double maximum_q2() { return detail::highest_q2_of_bound_nucleons; } ///< [GeV^2]
  static constexpr std::string_view name() { return IsProton ? "proton" : "neutron"; }
  static constexpr int pdg_code() { return IsProton ? 2212 : 2112; }
};

static_assert(Target<fermi_gas_nucleon<true>> && Target<fermi_gas_nucleon<false>>);

} // namespace trident
