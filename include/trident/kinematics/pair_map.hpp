// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <numbers>

#include <trident/kinematics/pair_frame.hpp>
#include <trident/kinematics/phase_space_point.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/numerics/unit_vector.hpp>

namespace trident {

/// Draws the leptons at given k.q and Q2: ln m_ll^2; ln(T + T_0); ln(D-/D+), in which the poles of both diagrams with the
/// photon on a lepton are flat; the azimuth of l- around q.
class pair_map {
public:
  /// `mediator_mass_squared` [GeV^2] sets the scale of T where a light Z' peaks; infinity for contact interactions.
  constexpr pair_map(pair_masses<double> const& masses, double mediator_mass_squared)
      : masses_(masses), over_mediator_(1 / mediator_mass_squared) {}

  constexpr pair_masses<double> const& masses() const { return masses_; }

  /// Fills leptons, pair mass and Jacobian from the coordinates of m_ll^2, T, D-/D+ and the azimuth of l-, and gives
  /// dPhi_3 per unit of these. `outer_measure` is that of k.q and Q2.
  template <class Real, class Inside>
  constexpr Real draw(phase_space_point<Real>& p, Real k_dot_q, Real q2, std::array<Real, 4> const& u,
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

    Real const mass_measure = mass_squared * log_mass;
    Real const transfer_measure = (scale + transfer) * log_transfer * over.over_k_dot_q;
    Real const angle_measure =
        p.leptons.d_minus * log_ratio * (1 / (1 + ratio)) * pair.over_photon_momentum * pair.over_mass;
    // [PHYS:phase_space.jacobian]
    Real const measure = Real(constant) * outer_measure * mass_measure * transfer_measure * angle_measure;
    auto const inside = outer_inside && excess > Real(0) && s_excess > Real(0) && transfer > Real(0) &&
                        transfer_left > Real(0);
    p.jacobian = select(inside, measure, Real(0));
    return Real(constant) * mass_measure * transfer_measure * angle_measure;
  }

  /// m_ll^2 - (m- + m+)^2 of leptons that something else drew, a sum of positive terms [GeV^2].
  template <class Real>
  constexpr Real excess(lepton_state<Real> const& l) const {
    auto const relative = l.x_plus * l.kappa_minus - l.x_minus * l.kappa_plus;
    Real const mass = l.x_plus * Real(masses_.minus) - l.x_minus * Real(masses_.plus);
    // [PHYS:phase_space.pair_excess]
    return (norm(relative) + mass * mass) / (l.x_minus * l.x_plus);
  }

  /// What draw() gives, at leptons that something else drew. `excess` = m_ll^2 - (m- + m+)^2 [GeV^2].
  template <class Real>
  constexpr Real measure(lepton_state<Real> const& l, Real excess) const {
    auto const log = [](Real x) { return detail::lanes<Real>::log(x); };
    Real const threshold(masses_.threshold_squared());
    Real const s = 2 * l.k_dot_q - l.q2, mass_squared = threshold + excess, sum = mass_squared + l.q2;
    // [PHYS:phase_space.transfer]
    Real const scale = over_mediator_ > 0 ? sum / (1 + sum * Real(over_mediator_)) : sum;
    Real const over_all = 1 / (scale * s * l.k_dot_q);
    Real const largest_transfer = 2 * l.k_dot_q * (s - mass_squared) * (l.k_dot_q * scale * over_all);
    Real const log_transfer = log(1 + largest_transfer * (l.k_dot_q * s * over_all));
    pair_frame<Real> const pair({Real(masses_.minus), Real(masses_.plus)}, excess, l.q2, l.transfer);
    Real const mass_measure = mass_squared * log(s * Real(1 / masses_.threshold_squared()));
    Real const transfer_measure = (scale + l.transfer) * log_transfer * (scale * s * over_all);
    Real const angle_measure = -log(pair.lowest_ratio * pair.lowest_inverse_ratio) * l.d_minus * l.d_plus /
                               pair.sum * pair.over_photon_momentum * pair.over_mass;
    // [PHYS:phase_space.jacobian]
    return Real(constant) * mass_measure * transfer_measure * angle_measure;
  }

  /// The coordinates of leptons that draw() can make.
  std::array<double, 4> inverse(phase_space_point<> const& p) const {
    lepton_state<double> const& l = p.leptons;
    double const threshold = masses_.threshold_squared();
    double const room = 2 * l.k_dot_q - l.q2 - threshold;
    double const excess = p.pair_mass_squared - threshold;
    double const sum = p.pair_mass_squared + l.q2;
    double const scale = sum / (1 + sum * over_mediator_);
    double const largest_transfer = 2 * l.k_dot_q * (room - excess) / (room + threshold);
    pair_frame<double> const pair(masses_, excess, l.q2, l.transfer);
    return {std::log1p(excess / threshold) / std::log1p(room / threshold),
            std::log1p(l.transfer / scale) / std::log1p(largest_transfer / scale),
            -std::log(l.d_minus / l.d_plus / pair.lowest_ratio) /
                std::log(pair.lowest_ratio * pair.lowest_inverse_ratio),
            detail::turns(lepton_azimuth(pair, l))};
  }

private:
  // [PHYS:phase_space.recursion]
  // dPhi_3 = dM2/(2 pi) dT/(8 pi (s + Q2)) lambda/(8 pi) dcos(theta)/2 dphi/(2 pi), lambda = 2 |p|/m_ll,
  // dcos(theta) = dln(D-/D+) D- D+/(S slope), slope = 2 |q| |p|, D+ = S/(1 + D-/D+)
  static constexpr double pi = std::numbers::pi;
  static constexpr double constant = 1 / (2 * pi * 8 * pi * 8 * pi) / 4;

  pair_masses<double> masses_;
  double over_mediator_;
};

} // namespace trident
