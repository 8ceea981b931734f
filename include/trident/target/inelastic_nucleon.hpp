// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/constants.hpp>
#include <trident/physics/particle.hpp>
#include <trident/target/cumulative_response.hpp>
#include <trident/target/energy_panel.hpp>
#include <trident/target/inelastic/evaluate_in_lanes.hpp>
#include <trident/target/inelastic/hadronic_system.hpp>
#include <trident/target/inelastic/mass_panels.hpp>
#include <trident/target/inelastic/nucleon_structure_at.hpp>
#include <trident/target/inelastic/options.hpp>
#include <trident/target/inelastic/validity.hpp>

namespace trident {

/// A nucleon that becomes a system of hadrons with the mass W from the threshold of a pion on: resonances and continuum.
/// Per nucleon, at rest, free but for an optional nuclear factor on F2.
template <bool IsProton>
struct inelastic_nucleon {
  static constexpr auto kind = response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr auto regime = scattering_regime::inelastic;
  static constexpr bool takes_packs = true;

  inelastic_options options{};

  /// Of the nucleon itself [GeV]. The fits are functions of W2 = M^2 + 2 M nu - Q2 with that of the proton for both.
  template <Constants C = pdg>
  static constexpr double mass(C = {}) {
    return IsProton ? C::proton_mass : C::neutron_mass;
  }

  /// W2 and W1 [1/GeV]; nu [GeV], q2 [GeV^2]. Not inlined: it costs what a hundred calls do, and integrands that take it in
  /// take a third longer to compile.
  template <class Real, Constants C = pdg>
  [[gnu::noinline]] hadron_structure<Real> structure(Real nu, Real q2, C = {}) const {
    using detail::any; // a pack brings its own, found by argument-dependent lookup
    constexpr double m = C::proton_mass;
    auto const range = detail::range_of(options.matching);
    Real const w2 = Real(m * m) + Real(2 * m) * nu - q2;
    bool const low = any(w2 < Real(range.high)), high = any(w2 > Real(range.low));
    detail::fits_needed const needed{low, high, low && any(q2 > Real(detail::highest_resonance_q2))};
    return detail::nucleon_structure_at<Real, IsProton>(options, m, q2, needed)(nu);
  }

  /// Where W1 and W2 are smooth in nu.
  template <Constants C = pdg>
  std::vector<energy_panel> panels(double q2, double largest_nu, C = {}) const {
    return detail::mass_panels(options, IsProton, C::proton_mass, q2).up_to(largest_nu);
  }

  /// The moments at one Q2 for any nu up to `largest_nu`: to `relative_error` between edges of panels and in integrals over
  /// nu, within a panel one to two digits worse. With a pack for Real as many structure functions are computed at once.
  template <class Real = double, Constants C = pdg>
  cumulative_response at_q2(double q2, double largest_nu, double relative_error, C constants = {}) const {
    detail::nucleon_structure_at<Real, IsProton> const structure_at(
        options, C::proton_mass, Real(q2), {true, true, q2 > detail::highest_resonance_q2});
    return {panels(q2, largest_nu, constants), cumulative_response::nodes_for(relative_error),
            [&](std::span<double const> nu, std::span<hadron_structure<double>> w) {
              detail::evaluate_in_lanes<Real>(structure_at, nu, w);
            }};
  }

  /// Of all below nu, to 1e-9.
  template <Constants C = pdg>
  response_moments moments(double q2, double nu, C constants = {}) const {
    return at_q2(q2, nu, 1e-9, constants)(nu);
  }

  /// W = m_p + m_pi.
  template <Constants C = pdg>
  static constexpr energy_transfer_line lowest_energy_transfer(C = {}) {
    constexpr double m = C::proton_mass, w = detail::pion_threshold;
    return {(w - m) * (w + m) / (2 * m), m};
  }

  /// One system of hadrons, a cluster, with all the momentum.
  static std::array<particle, 1> products(hadronic_vertex const& vertex) {
    return {particle{91, detail::hadronic_mass(vertex), vertex.momentum}};
  }

  /// What programs that hadronise take in its place: above 2 GeV a quark and a diquark along the photon, below a nucleon
  /// and a pion in any direction.
  static std::array<particle, 2> constituents(hadronic_vertex const& vertex) {
    return detail::hadronic_constituents(vertex, IsProton);
  }

  /// Where R1998 is continued to Q2 = 0, and where the fit of the resonances is frozen [GeV^2].
  static constexpr std::array<double, 2> q2_breaks() { return {0.5, detail::highest_resonance_q2}; }

  static constexpr double maximum_q2() { return std::numeric_limits<double>::infinity(); }
  static constexpr std::string_view name() { return IsProton ? "proton" : "neutron"; }
  static constexpr int pdg_code() { return IsProton ? 2212 : 2112; }
};

using inelastic_proton = inelastic_nucleon<true>;
using inelastic_neutron = inelastic_nucleon<false>;

} // namespace trident
