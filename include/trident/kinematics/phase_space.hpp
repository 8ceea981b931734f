// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

#include <trident/kinematics/k_dot_q_map.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/pair_map.hpp>
#include <trident/kinematics/phase_space_point.hpp>
#include <trident/kinematics/q2_map.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/numerics/unit_vector.hpp>

namespace trident {

/// Map between the unit cube and the 2 -> 4 phase space of nu N -> nu' l- l+ N at fixed neutrino energy, with Jacobian.
///
/// Coordinates, in order: ln k.q, or what a map makes of it; Q2 by the form factor's own distribution; the four of the
/// leptons; the azimuth of the target around (k, q).
///
/// `Map` draws Q2: a q2_map, or a q2_table where the arrays belong to somebody else, as on a device. `Limits` are those of
/// k.q and Q2: elastic_limits, or continuum_limits, of which nu and R - 1 are left to who draws nu. `Outer` draws k.q: it is
/// flat_k_dot_q, or a k_dot_q_map or its table.
/// `Leptons` draws the leptons at given k.q and Q2: a pair_map, or an electroweak_map.
template <class Map, class Limits = elastic_limits, class Outer = flat_k_dot_q, class Leptons = pair_map>
class basic_phase_space {
public:
  static constexpr std::size_t dimension = 7;
  template <class Real = double>
  using coordinates = std::array<Real, dimension>;

  /// What depends on the neutrino energy alone.
  template <class Real = double>
  struct beam {
    Real energy;      ///< [GeV]
    Real low_k_dot_q; ///< smallest k.q [GeV^2]
    Real log_range;   ///< ln of largest over smallest k.q; 0 below threshold
  };

  /// `mediator_mass_squared` [GeV^2] sets the scale of T where a light Z' peaks; infinity for contact interactions.
  constexpr basic_phase_space(pair_masses<double> const& masses, Limits limits, double mediator_mass_squared,
                              Map map, Outer outer = {}) requires std::is_same_v<Leptons, pair_map>
      : basic_phase_space(pair_map(masses, mediator_mass_squared), limits, std::move(map), std::move(outer)) {
  }

  constexpr basic_phase_space(Leptons leptons, Limits limits, Map map, Outer outer = {})
      : leptons_(leptons), limits_(limits), map_(std::move(map)), outer_(std::move(outer)) {}

  constexpr double threshold() const { return limits_.threshold(leptons_.masses().threshold()); }
  constexpr Leptons const& leptons() const { return leptons_; }
  constexpr Leptons& leptons() { return leptons_; }
  constexpr Limits const& limits() const { return limits_; }
  constexpr Map const& q2_map() const { return map_; }
  constexpr Outer const& outer() const { return outer_; }

  /// The same with the arrays of this one, trivially copyable: valid as long as this.
  constexpr auto view() const {
    auto table = map_.table();
    auto outer = outer_.table();
    return basic_phase_space<decltype(table), Limits, decltype(outer), Leptons>(leptons_, limits_, table,
                                                                                outer);
  }

  template <class Real>
  constexpr beam<Real> at_energy(Real energy) const {
    using detail::select;
    auto const [low, high] =
        limits_.k_dot_q(energy, leptons_.masses().threshold_squared(), map_.highest_lower_limit());
    return {energy, low, detail::lanes<Real>::log(select(low < high, high / low, Real(1)))};
  }

  template <class Real>
  constexpr phase_space_point<Real> operator()(Real energy, coordinates<Real> const& u) const {
    return (*this)(at_energy(energy), u);
  }

  template <class Real>
  constexpr phase_space_point<Real> operator()(beam<Real> const& at, coordinates<Real> const& u) const {
    Real const threshold(leptons_.masses().threshold_squared());
    // [PHYS:phase_space.k_dot_q]
    Real part = u[0], log_measure = at.log_range;
    if constexpr (!std::is_same_v<Outer, flat_k_dot_q>) {
      auto const drawn = outer_(u[0], at.energy);
      part = drawn.part;
      log_measure = drawn.measure * at.log_range;
    }
    Real const k_dot_q = at.low_k_dot_q * detail::lanes<Real>::exp(part * at.log_range);
    auto const lowest_q2 = limits_.lowest_q2(at.energy, k_dot_q);
    // [PHYS:phase_space.q2]
    auto const [q2, q2_measure] = map_(u[1], lowest_q2.value, 2 * k_dot_q - threshold);
    phase_space_point<Real> p;
    p.energy = at.energy;
    // [PHYS:target.recoil]
    p.recoil = (q2 - lowest_q2.value) * lowest_q2.inverse;
    p.nu = q2 / Real(2 * limits_.mass); // of a continuum whoever draws nu replaces this and `recoil`
    p.target_direction = detail::unit_vector(u[6]);
    leptons_.draw(p, k_dot_q, q2, std::array<Real, 4>{u[2], u[3], u[4], u[5]},
                  k_dot_q * log_measure * q2_measure, q2_measure > Real(0));
    return p;
  }

  /// The coordinates of a point inside: what operator() takes to it, to rounding.
  coordinates<> inverse(phase_space_point<> const& p) const {
    lepton_state<double> const& l = p.leptons;
    double const threshold = leptons_.masses().threshold_squared();
    auto const at = at_energy(p.energy);
    double outer = std::log(l.k_dot_q / at.low_k_dot_q) / at.log_range;
    if constexpr (!std::is_same_v<Outer, flat_k_dot_q>) outer = outer_.inverse(outer, p.energy);
    auto const inner = leptons_.inverse(p);
    return {outer,
            map_.inverse(l.q2, limits_.lowest_q2(p.energy, l.k_dot_q).value,
                         std::min(2 * l.k_dot_q - threshold, map_.maximum())),
            inner[0],
            inner[1],
            inner[2],
            inner[3],
            detail::turns(p.target_direction)};
  }

private:
  Leptons leptons_;
  Limits limits_;
  Map map_;
  [[no_unique_address]] Outer outer_;
};

using phase_space = basic_phase_space<q2_map>;

} // namespace trident
