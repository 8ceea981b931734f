// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/target/fermi_depths.hpp>
#include <trident/target/fermi_gas.hpp>
#include <trident/target/removal_energy.hpp>

namespace trident {

/// A proton or a neutron of a nucleus that is a Fermi gas of its own density at each radius: the density of charge for
/// protons, N/Z times it for neutrons. The integral over the radius is done once, in tables. Immutable; copies share them.
template <bool IsProton, NucleonFormFactors Set = kelly>
class local_fermi_gas_nucleon {
public:
  static constexpr auto kind = response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr scattering_regime regime = scattering_regime::quasi_elastic;
  static constexpr bool takes_packs = detail::takes_packs<Set>;

  /// Of a nuclide, with the density behind its default form factor and the energy that separates a nucleon.
  explicit local_fermi_gas_nucleon(isotope const& nuclide)
      : local_fermi_gas_nucleon(nuclide, charge_density_of(nuclide), separation_energy(nuclide, IsProton)) {}

  /// Of any density, in any normalisation, and a removal energy [GeV].
  local_fermi_gas_nucleon(isotope const& nuclide, charge_density const& density, double removal_energy)
      : removal_energy_(removal_energy),
        depths_(density, IsProton ? nuclide.atomic_number : nuclide.neutron_number(), mass(), pdg::hbar_c) {}

  double removal_energy() const { return removal_energy_; } ///< [GeV]
  detail::fermi_depths const& depths() const { return depths_; }

  template <Constants C = pdg>
  static constexpr double mass(C = {}) {
    return IsProton ? C::proton_mass : C::neutron_mass;
  } ///< [GeV]

  template <class Real, Constants C = pdg>
  hadron_structure<Real> structure(Real nu, Real q2, C constants = {}) const {
    double const m = mass(constants);
    detail::nucleon_transfer<Real> const q(nu, q2, Real(removal_energy_));
    detail::off_shell_current<Real> const w(detail::sachs_of<IsProton, Set>(q2, m), q, m);
    return detail::bound_structure(q, w, depths_.motion(q, m));
  }

  template <Constants C = pdg>
  energy_transfer_line lowest_energy_transfer(C = {}) const {
    return {removal_energy_, std::numeric_limits<double>::infinity()};
  }

  /// Between the ends, the end of Pauli blocking where the density is largest, and where a nucleon at rest takes up its
  /// energy.
  template <Constants C = pdg>
  std::vector<energy_panel> panels(double q2, double largest_nu, C constants = {}) const {
    double const m = mass(constants), eps = removal_energy_;
    auto const [low, blocked, high] = detail::fermi_sphere(depths_.largest_momentum(), m).edges(q2, eps);
    // [PHYS:local_fermi_gas.at_rest]
    double const at_rest = std::clamp((q2 + eps * (2 * m - eps)) / (2 * (m - eps)), low, high);
    return detail::even_panels({low, std::min(blocked, at_rest), std::max(blocked, at_rest), high},
                               largest_nu);
  }

  /// In pieces of the panels: each stationary point of the density, at the centre or in a measured tail, has a kink of its
  /// own within them.
  template <Constants C = pdg>
  cumulative_response at_q2(double q2, double largest_nu, double relative_error, C constants = {}) const {
    std::vector<energy_panel> pieces;
    bool const exact = relative_error < 3e-5;
    int const count = exact ? 8 : 4;
    for (auto const& one : panels(q2, largest_nu, constants))
      for (int i = 0; i < count && one.high > one.low; ++i)
        pieces.push_back({one.at(static_cast<double>(i) / count), one.at((i + 1.0) / count)});
    return detail::moments_from_panels(*this, q2, std::move(pieces), exact ? 8 : 6, constants);
  }

  template <Constants C = pdg>
  response_moments moments(double q2, double nu, C constants = {}) const {
    return at_q2(q2, nu, 1e-9, constants)(nu);
  }

  /// The nucleons that take up (nu, Q2); whatever the leptons, all gain the same.
  template <Constants C = pdg>
  struck_nucleons struck(double nu, double q2, lepton_weights const&, std::array<double, 4> const&,
                         C constants = {}) const {
    double const m = mass(constants), top = detail::fermi_sphere(depths_.largest_momentum(), m).energy;
    detail::nucleon_transfer<double> const q(nu, q2, removal_energy_);
    double const lowest = std::max(m, q.lowest_middle_energy(m) - q.gained / 2);
    return {q, detail::off_shell_current<double>(detail::sachs_of<IsProton, Set>(q2, m), q, m), m,
            std::min(lowest, top), top};
  }

  /// The energy of one of them by its share of all, before their currents count: E of `share` as it goes from 0 to 1.
  double struck_energy(struck_nucleons const& all, double share) const {
    return depths_.struck_energy(all, share);
  }

  /// Where Pauli blocking ends for the largest density [GeV^2].
  std::array<double, 1> q2_breaks() const {
    double const momentum = depths_.largest_momentum();
    // [PHYS:fermi_gas.blocked]
    return {4 * momentum * momentum - removal_energy_ * removal_energy_};
  }

  static constexpr double maximum_q2() { return detail::highest_q2_of_bound_nucleons; } ///< [GeV^2]
  static constexpr std::string_view name() { return IsProton ? "proton" : "neutron"; }
  static constexpr int pdg_code() { return IsProton ? 2212 : 2112; }

private:
  double removal_energy_;
  detail::fermi_depths depths_;
};

static_assert(Target<local_fermi_gas_nucleon<true>> && Target<local_fermi_gas_nucleon<false>>);

} // namespace trident
