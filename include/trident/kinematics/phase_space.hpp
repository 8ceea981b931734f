// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <type_traits>
#include <utility>

#include <trident/kinematics/k_dot_q_map.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/pair_frame.hpp>
#include <trident/kinematics/q2_map.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/numerics/unit_vector.hpp>

namespace trident {

/// A point of the 2 -> 4 phase space at one neutrino energy, up to a rotation around the beam.
template <class Real = double>
struct phase_space_point {
  Real energy; ///< of the neutrino [GeV]
  Real nu;     ///< energy that the target takes up [GeV]
  Real recoil; ///< R - 1 = (Q2 - Q2_min)/Q2_min
  detail::complex<Real>
      target_direction; ///< unit vector of the target's momentum in the plane orthogonal to k and q
  lepton_state<Real> leptons;
  Real pair_mass_squared; ///< m_ll^2 [GeV^2]
  Real
      jacobian; ///< dQ2 d(k.q) dPhi_3 dphi_P/(2 pi) per unit volume of the cube [GeV^6]; 0 outside of phase space

  constexpr auto inside() const { return jacobian > Real(0); }
};

/// Map between the unit cube and the 2 -> 4 phase space of nu N -> nu' l- l+ N at fixed neutrino energy, with Jacobian.
///
/// Coordinates, in order: ln k.q, or what a map makes of it; Q2 by the form factor's own distribution; ln m_ll^2; ln(T + T_0); ln(D-/D+), in which
/// the poles of both diagrams are flat; the azimuth of l- around q; the azimuth of the target around (k, q).
///
/// `Map` draws Q2: a q2_map, or a q2_table where the arrays belong to somebody else, as on a device. `Limits` are those of
/// k.q and Q2: elastic_limits, or continuum_limits, of which nu and R - 1 are left to who draws nu. `Outer` draws k.q: it is
/// flat_k_dot_q, or a k_dot_q_map or its table.
template <class Map, class Limits = elastic_limits, class Outer = flat_k_dot_q>
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
                              Map map, Outer outer = {})
      : masses_(masses), limits_(limits), over_mediator_(1 / mediator_mass_squared), map_(std::move(map)),
        outer_(std::move(outer)) {}

  constexpr double threshold() const { return limits_.threshold(masses_.threshold()); }
  constexpr Limits const& limits() const { return limits_; }
  constexpr Map const& q2_map() const { return map_; }
  constexpr Outer const& outer() const { return outer_; }

  /// The same with the arrays of this one, trivially copyable: valid as long as this.
  constexpr auto view() const {
    auto table = map_.table();
    auto outer = outer_.table();
    return basic_phase_space<decltype(table), Limits, decltype(outer)>(masses_, limits_, 1 / over_mediator_,
                                                                       table, outer);
  }

  template <class Real>
  constexpr beam<Real> at_energy(Real energy) const {
    using detail::select;
    auto const [low, high] = limits_.k_dot_q(energy, masses_.threshold_squared(), map_.highest_lower_limit());
    return {energy, low, detail::lanes<Real>::log(select(low < high, high / low, Real(1)))};
  }

  template <class Real>
  constexpr phase_space_point<Real> operator()(Real energy, coordinates<Real> const& u) const {
    return (*this)(at_energy(energy), u);
  }

  template <class Real>
  constexpr phase_space_point<Real> operator()(beam<Real> const& at, coordinates<Real> const& u) const {
    Real const threshold(masses_.threshold_squared());
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
    draw_leptons(p, k_dot_q, q2, {u[2], u[3], u[4], u[5]}, k_dot_q * log_measure * q2_measure,
                 q2_measure > Real(0));
    return p;
  }

  /// The coordinates of a point inside: what operator() takes to it, to rounding.
  coordinates<> inverse(phase_space_point<> const& p) const {
    lepton_state<double> const& l = p.leptons;
    double const threshold = masses_.threshold_squared();
    auto const at = at_energy(p.energy);
    double const room = 2 * l.k_dot_q - l.q2 - threshold;
    double const excess = p.pair_mass_squared - threshold;
    double const sum = p.pair_mass_squared + l.q2;
    double const scale = sum / (1 + sum * over_mediator_);
    double const largest_transfer = 2 * l.k_dot_q * (room - excess) / (room + threshold);
    pair_frame<double> const pair(masses_, excess, l.q2, l.transfer);
    double outer = std::log(l.k_dot_q / at.low_k_dot_q) / at.log_range;
    if constexpr (!std::is_same_v<Outer, flat_k_dot_q>) outer = outer_.inverse(outer, p.energy);
    return {outer,
            map_.inverse(l.q2, limits_.lowest_q2(p.energy, l.k_dot_q).value,
                         std::min(2 * l.k_dot_q - threshold, map_.maximum())),
            std::log1p(excess / threshold) / std::log1p(room / threshold),
            std::log1p(l.transfer / scale) / std::log1p(largest_transfer / scale),
            -std::log(l.d_minus / l.d_plus / pair.lowest_ratio) /
                std::log(pair.lowest_ratio * pair.lowest_inverse_ratio),
            detail::turns(lepton_azimuth(pair, l)),
            detail::turns(p.target_direction)};
  }

private:
  /// The leptons at given k.q and Q2, from the coordinates of m_ll^2, T, D-/D+ and the azimuth of l-. `outer_measure` is
  /// that of k.q and Q2.
  template <class Real, class Inside>
  constexpr void draw_leptons(phase_space_point<Real>& p, Real k_dot_q, Real q2, std::array<Real, 4> const& u,
                              Real outer_measure, Inside const& outer_inside) const {
    using detail::select;
    auto const exp = [](Real x) { return detail::lanes<Real>::exp(x); };
    auto const log = [](Real x) { return detail::lanes<Real>::log(x); };
    Real const threshold(masses_.threshold_squared());

    // s - (m- + m+)^2, m_ll^2 - (m- + m+)^2 and s - m_ll^2; exp - 1 rounds u, not the kinematics built from it
    Real const s = 2 * k_dot_q - q2;
    Real const room = s - threshold;
    // [PHYS:phase_space.pair_mass]
    Real const log_mass = log(s * Real(1 / masses_.threshold_squared()));
    Real const excess = threshold * (exp(u[0] * log_mass) - 1);
    Real const s_excess = room - excess;
    Real const mass_squared = threshold + excess;

    // T is flat in ln(T + T_0): T_0 = M2 + Q2 for contact interactions (D- + D+ = Q2 + M2 + T), less for a light Z'
    Real const sum = mass_squared + q2;
    Real const shrinking = 1 + sum * Real(over_mediator_);
    // [PHYS:phase_space.transfer]
    Real const scale = over_mediator_ > 0 ? sum / shrinking : sum;
    Real const k_dot_q_s = k_dot_q * s, over_all = 1 / (k_dot_q_s * sum), over_both = sum * over_all;
    photon_reciprocals<Real> const over{s * over_both, k_dot_q * over_both};
    Real const largest_transfer = 2 * k_dot_q * s_excess * over.over_s;
    Real const over_scale = k_dot_q_s * over_all * shrinking;
    Real const log_transfer = log(1 + largest_transfer * over_scale);
    Real const transfer = scale * (exp(u[1] * log_transfer) - 1);
    Real const transfer_left = largest_transfer - transfer;

    pair_masses<Real> const masses{Real(masses_.minus), Real(masses_.plus)};
    pair_frame<Real> const pair(masses, excess, q2, transfer);
    // [PHYS:phase_space.angle]
    Real const log_ratio = -log(pair.lowest_ratio * pair.lowest_inverse_ratio);
    Real const ratio = pair.lowest_ratio * exp(u[2] * log_ratio);
    auto const lepton = detail::unit_vector(u[3]);
    p.leptons = make_lepton_state(pair, masses, k_dot_q, q2, transfer, transfer_left, ratio, lepton.re,
                                  lepton.im, over);
    p.pair_mass_squared = mass_squared;

    // [PHYS:phase_space.recursion]
    // dPhi_3 = dM2/(2 pi) dT/(8 pi (s + Q2)) lambda/(8 pi) dcos(theta)/2 dphi/(2 pi), lambda = 2 |p|/m_ll,
    // dcos(theta) = dln(D-/D+) D- D+/(S slope), slope = 2 |q| |p|, D+ = S/(1 + D-/D+)
    constexpr double pi = std::numbers::pi;
    Real const mass_measure = mass_squared * log_mass;
    Real const transfer_measure = (scale + transfer) * log_transfer * over.over_k_dot_q;
    Real const angle_measure =
        p.leptons.d_minus * log_ratio * (1 / (1 + ratio)) * pair.over_photon_momentum * pair.over_mass;
    // [PHYS:phase_space.jacobian]
    Real const measure = Real(1 / (2 * pi * 8 * pi * 8 * pi) / 4) * outer_measure * mass_measure *
                         transfer_measure * angle_measure;
    auto const inside = outer_inside && excess > Real(0) && s_excess > Real(0) && transfer > Real(0) &&
                        transfer_left > Real(0);
    p.jacobian = select(inside, measure, Real(0));
  }

  pair_masses<double> masses_;
  Limits limits_;
  double over_mediator_;
  Map map_;
  [[no_unique_address]] Outer outer_;
};

using phase_space = basic_phase_space<q2_map>;

} // namespace trident
