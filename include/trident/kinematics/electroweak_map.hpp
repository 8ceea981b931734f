// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <limits>

#include <trident/kinematics/lepton_channel.hpp>
#include <trident/kinematics/pair_map.hpp>
#include <trident/kinematics/w_map.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/physics/boson_masses.hpp>

namespace trident {

/// Draws the leptons of a full electroweak current. The poles of the pair are flat in the pair_map, the Z map; the resonance
/// of the W is flat in the w_map, where it can be real. Each draws a share of the integrand, g^p/(g_Z^p + g_W^p) with g the
/// density of points of either, p = 2, and the two shares are two integrands, each with its own adaptation; they sum to the
/// whole.
///
/// Tried on argon, nine channels, 2e6 points, relative deviation a point: p = 1 is 1 to 5 % worse from 1e5 GeV on (0.69 to
/// 0.76 at 1e9 GeV, p = 2 0.66 to 0.72); a part flat in ln w2^2 in the W map, 7 %, and M_Z^2 in the scale of T, make it 3 to
/// 12 % worse. Below the threshold of real W the Z map is the better one alone: without the factor below, at 1e4 GeV, 0.55
/// instead of 0.49.
class electroweak_map {
public:
  /// `mediator_mass_squared` as in pair_map; `has_w`: the channel has W exchange; `is_exchanged`: l+ is made with the W, as
  /// with antineutrinos.
  electroweak_map(pair_masses<double> const& masses, double mediator_mass_squared, boson_masses const& bosons,
                  bool has_w, bool is_exchanged)
      : z_(masses, mediator_mass_squared), w_(masses, bosons, is_exchanged), has_w_(has_w) {}

  constexpr pair_masses<double> const& masses() const { return z_.masses(); }
  constexpr w_map const& around_w() const { return w_; }

  /// Smallest s of the W share's resonance [GeV^2]; infinite without one.
  constexpr double share_threshold() const {
    return has_w_ ? w_.threshold() : std::numeric_limits<double>::infinity();
  }

  constexpr lepton_channel channel() const { return channel_; }
  constexpr void use(lepton_channel which) { channel_ = which; }

  /// As in pair_map.
  template <class Real, class Inside>
  constexpr void draw(phase_space_point<Real>& p, Real k_dot_q, Real q2, std::array<Real, 4> const& u,
                      Real outer_measure, Inside const& outer_inside) const {
    if (channel_ == lepton_channel::w_share) {
      Real const measure = w_.draw(p, k_dot_q, q2, u, outer_measure, outer_inside);
      Real const excess = z_.excess(p.leptons);
      p.pair_mass_squared = Real(masses().threshold_squared()) + excess;
      p.jacobian = p.jacobian * (1 - z_share(z_.measure(p.leptons, excess), measure, p.leptons));
      return;
    }
    Real const measure = z_.draw(p, k_dot_q, q2, u, outer_measure, outer_inside);
    if (channel_ == lepton_channel::z_alone) return;
    p.jacobian = p.jacobian * z_share(measure, w_.measure(p.leptons), p.leptons);
  }

  std::array<double, 4> inverse(phase_space_point<> const& p) const {
    return channel_ == lepton_channel::w_share ? w_.inverse(p) : z_.inverse(p);
  }

private:
  /// g_Z^2/(g_Z^2 + f g_W^2), g = 1/measure: f falls as s^4 below the threshold of real W, where the Z map does better alone.
  template <class Real>
  constexpr Real z_share(Real z, Real w, lepton_state<Real> const& l) const {
    Real const s = 2 * l.k_dot_q - l.q2, ratio = Real(w_.threshold()) / s, square = ratio * ratio;
    // [PHYS:phase_space.w_share]
    Real const of_z = w * w * (1 + square * square), of_w = z * z;
    return of_z / (of_z + of_w);
  }

  pair_map z_;
  w_map w_;
  bool has_w_;
  lepton_channel channel_ = lepton_channel::z_alone;
};

} // namespace trident
