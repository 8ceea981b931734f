// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <numbers>

#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/pair_frame.hpp>
#include <trident/kinematics/q2_map.hpp>

namespace trident {

/// A point of the 2 -> 4 phase space at one neutrino energy, up to a rotation around the beam.
struct phase_space_point {
  double energy;              ///< of the neutrino [GeV]
  double q2;                  ///< [GeV^2]
  double recoil;              ///< R - 1 = (Q2 - Q2_min)/Q2_min, the target's transverse momentum squared over its mass squared
  double cos_target, sin_target; ///< azimuth of the target's momentum in the plane orthogonal to k and q
  lepton_state<double> leptons;
  double pair_mass_squared;   ///< m_ll^2 [GeV^2]
  double jacobian;            ///< dQ2 d(k.q) dPhi_3 dphi_P/(2 pi) per unit volume of the cube [GeV^6]

  bool inside() const { return jacobian > 0; }
};

/// Map between the unit cube and the 2 -> 4 phase space of nu N -> nu' l- l+ N at fixed neutrino energy, with Jacobian.
///
/// Coordinates, in order: ln k.q; Q2 by the form factor's own distribution; ln m_ll^2; ln(T + T_0); ln(D-/D+), in which
/// the poles of both diagrams are flat; the azimuth of l- around q; the azimuth of the target around (k, q).
class phase_space {
public:
  static constexpr std::size_t dimension = 7;
  using point_type = std::array<double, dimension>;

  /// `mediator_mass_squared` [GeV^2] sets the scale of T where a light Z' peaks; infinity for contact interactions.
  phase_space(pair_masses<double> const& masses, double target_mass, double mediator_mass_squared, q2_map map)
      : masses_(masses), target_mass_(target_mass), over_mediator_(1 / mediator_mass_squared), map_(std::move(map)) {}

  double threshold() const { return threshold_energy(masses_.threshold(), target_mass_); }

  phase_space_point operator()(double energy, point_type const& u) const {
    phase_space_point p;
    p.energy = energy;
    p.jacobian = 0;
    auto const range = k_dot_q_range(energy, masses_.threshold_squared(), target_mass_, map_.maximum());
    if (!(range.low < range.high)) return p;
    double const log_range = std::log(range.high / range.low);
    double const k_dot_q = range.low * std::exp(u[0] * log_range);

    double const q2_low = minimum_q2(energy, k_dot_q, target_mass_);
    double const q2_high = std::min(2 * k_dot_q - masses_.threshold_squared(), map_.maximum());
    if (!(q2_low < q2_high)) return p;
    auto const [q2, q2_measure] = map_(u[1], q2_low, q2_high);
    p.q2 = q2;
    p.recoil = (q2 - q2_low) / q2_low;

    double const room = 2 * k_dot_q - q2 - masses_.threshold_squared(); // s - (m- + m+)^2
    if (!(room > 0)) return p;
    return inner(p, u, k_dot_q, room, k_dot_q * log_range * q2_measure);
  }

private:
  phase_space_point& inner(phase_space_point& p, point_type const& u, double k_dot_q, double room,
                           double outer_measure) const {
    using std::numbers::pi;
    double const threshold = masses_.threshold_squared();
    double const s = room + threshold;
    double const log_mass = std::log1p(room / threshold);
    double const excess = threshold * std::expm1(u[2] * log_mass);
    double const mass_squared = threshold + excess;
    double const s_excess = room - excess;
    if (!(s_excess > 0) || !(excess > 0)) return p;
    p.pair_mass_squared = mass_squared;

    double const largest_transfer = 2 * k_dot_q * s_excess / s;
    double const scale = transfer_scale(mass_squared + p.q2);
    double const log_transfer = std::log1p(largest_transfer / scale);
    double const transfer = scale * std::expm1(u[3] * log_transfer);

    pair_frame<double> const pair(masses_, excess, p.q2, transfer);
    double const lowest_ratio = pair.minimum_minus / pair.maximum_plus;
    double const log_ratio = std::log(pair.maximum_minus / (lowest_ratio * pair.minimum_plus));
    double const ratio = lowest_ratio * std::exp(u[4] * log_ratio);
    double const phi = 2 * pi * u[5];
    p.leptons = make_lepton_state(pair, masses_, k_dot_q, p.q2, transfer, s_excess, ratio, std::cos(phi), std::sin(phi));
    double const phi_target = 2 * pi * u[6];
    p.cos_target = std::cos(phi_target);
    p.sin_target = std::sin(phi_target);

    // dPhi_3 = dM2/(2 pi) dT/(8 pi (s + Q2)) lambda/(8 pi) dcos(theta)/2 dphi/(2 pi), lambda = 2 |p|/m_ll
    constexpr double phase_space_factor = 1 / (2 * pi * 8 * pi * 8 * pi * 2);
    double const mass_measure = mass_squared * log_mass;
    double const transfer_measure = (scale + transfer) * log_transfer / (2 * k_dot_q);
    double const angle_measure = p.leptons.d_minus * p.leptons.d_plus * log_ratio / (pair.slope * pair.sum);
    p.jacobian = phase_space_factor * outer_measure * mass_measure * transfer_measure * angle_measure * 2 *
                 pair.momentum / pair.mass;
    return p;
  }

  /// T is flat in ln(T + T_0): T_0 = M2 + Q2 for contact interactions (D- + D+ = Q2 + M2 + T), smaller for a light Z'.
  double transfer_scale(double sum) const { return sum / (1 + sum * over_mediator_); }

  pair_masses<double> masses_;
  double target_mass_;
  double over_mediator_;
  q2_map map_;
};

} // namespace trident
