// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/numerics/lanes.hpp>
#include <trident/physics/vacuum_polarisation.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/any_target.hpp>

// A target as a photon with vacuum polarisation sees it: its structure functions times (alpha(Q2)/alpha)^2. Those that were
// extracted from scattering have it removed.

namespace trident {

namespace detail {

/// An elastic target.
struct vacuum_polarised_target {
  static constexpr bool has_magnetic_structure = true;
  any_target bare;

  template <Constants C = pdg>
  double mass(C constants = {}) const {
    return bare.mass(constants);
  }
  template <Constants C = pdg>
  hadron_structure<double> structure(double q2, C constants = {}) const {
    auto const w = bare.structure(q2, constants);
    double const factor = vacuum_polarisation_factor<C>(q2);
    // [PHYS:photon.structure]
    return {factor * w.electric, factor * w.magnetic};
  }
  double maximum_q2() const { return bare.maximum_q2(); }
  std::string_view name() const { return bare.name(); }
  int pdg_code() const { return bare.pdg_code(); }
};

/// A continuum.
struct vacuum_polarised_continuum {
  static constexpr response_kind kind = response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr bool takes_packs = true;
  any_continuum bare;

  /// Moments at one Q2.
  struct slice {
    any_continuum::slice bare;
    double factor;

    response_moments operator()(double nu) const {
      auto const m = bare(nu);
      return {factor * m.w2, factor * m.w2_left, factor * m.w2_left2, factor * m.w1};
    }
    std::vector<energy_panel> const& panels() const { return bare.panels(); }
  };

  template <Constants C = pdg>
  double mass(C constants = {}) const {
    return bare.mass(constants);
  }
  template <class Real, Constants C = pdg>
  hadron_structure<Real> structure(Real nu, Real q2, C constants = {}) const {
    auto const w = bare.structure(nu, q2, constants);
    auto const [factor] = lanes<Real>::map(
        [](double one) { return std::array<double, 1>{vacuum_polarisation_factor<C>(one)}; }, q2);
    return {Real(factor) * w.electric, Real(factor) * w.magnetic};
  }
  template <Constants C = pdg>
  energy_transfer_line lowest_energy_transfer(C constants = {}) const {
    return bare.lowest_energy_transfer(constants);
  }
  template <Constants C = pdg>
  std::vector<energy_panel> panels(double q2, double largest, C constants = {}) const {
    return bare.panels(q2, largest, constants);
  }
  template <Constants C = pdg>
  slice at_q2(double q2, double largest, double relative_error, C constants = {}) const {
    return {bare.at_q2(q2, largest, relative_error, constants), vacuum_polarisation_factor<C>(q2)};
  }
  template <Constants C = pdg>
  response_moments moments(double q2, double nu, C constants = {}) const {
    auto const m = bare.moments(q2, nu, constants);
    double const factor = vacuum_polarisation_factor<C>(q2);
    return {factor * m.w2, factor * m.w2_left, factor * m.w2_left2, factor * m.w1};
  }
  std::vector<double> q2_breaks() const { return bare.q2_breaks(); }

  // What is struck and what leaves the vertex does not change with the charge.
  std::vector<particle> products(hadronic_vertex const& vertex) const { return bare.products(vertex); }
  std::vector<particle> constituents(hadronic_vertex const& vertex) const {
    return bare.constituents(vertex);
  }
  bool tells_struck_nucleons() const { return bare.tells_struck_nucleons(); }
  template <Constants C = pdg>
  struck_nucleons struck(double nu, double q2, lepton_weights const& leptons, std::array<double, 4> const& u,
                         C constants = {}) const {
    return bare.struck(nu, q2, leptons, u, constants);
  }
  double struck_energy(struck_nucleons const& all, double share) const {
    return bare.struck_energy(all, share);
  }

  scattering_regime regime() const { return bare.regime(); }
  double maximum_q2() const { return bare.maximum_q2(); }
  std::string_view name() const { return bare.name(); }
  int pdg_code() const { return bare.pdg_code(); }
};

} // namespace detail

/// With vacuum polarisation of the exchanged photon.
inline any_target vacuum_polarised(any_target const& bare) {
  return any_target(detail::vacuum_polarised_target{bare});
}
inline any_continuum vacuum_polarised(any_continuum const& bare) {
  return any_continuum(detail::vacuum_polarised_continuum{bare});
}

} // namespace trident
