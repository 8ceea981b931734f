// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/kinematics/lepton_state.hpp>
#include <trident/numerics/lanes.hpp>

namespace trident {

/// The masses of the pair and the combinations that kinematics needs [GeV, GeV^2].
template <class Real>
struct pair_masses {
  Real minus, plus;

  constexpr Real threshold() const { return minus + plus; }
  constexpr Real threshold_squared() const { return (minus + plus) * (minus + plus); }
};

/// The pair in its rest frame with q along z, before its direction is chosen.
/// D- and D+ are linear in cos(theta) and sum to S = Q2 + M2 + T; their minima lie next to the poles of the amplitude and
/// are formed without cancellation. Divisions cost more than anything else here: one serves several quotients.
template <class Real>
struct pair_frame {
  Real mass;                           ///< m_ll [GeV]
  Real momentum;                       ///< |p| of each lepton [GeV]
  Real energy_minus, energy_plus;      ///< [GeV]
  Real photon_energy, photon_momentum; ///< q0 and |q| [GeV]
  Real slope;                          ///< 2 |q| |p| = -d D-/d cos(theta) [GeV^2]
  Real sum;                            ///< S = D- + D+ [GeV^2]
  Real minimum_minus, minimum_plus;    ///< D- at cos(theta) = 1, D+ at cos(theta) = -1 [GeV^2]
  Real maximum_minus, maximum_plus;    ///< at the other ends [GeV^2]
  Real lowest_ratio;                   ///< D-/D+ at cos(theta) = 1
  Real lowest_inverse_ratio;           ///< D+/D- at cos(theta) = -1
  Real over_mass;                      ///< 1/m_ll [1/GeV]
  Real over_photon_momentum;           ///< 1/|q| [1/GeV]
  Real over_slope;                     ///< 1/slope [1/GeV^2]

  /// The same numbers in another type: in every lane of a pack.
  template <class Other>
  constexpr explicit pair_frame(pair_frame<Other> const& o)
      : mass(o.mass), momentum(o.momentum), energy_minus(o.energy_minus), energy_plus(o.energy_plus),
        photon_energy(o.photon_energy), photon_momentum(o.photon_momentum), slope(o.slope), sum(o.sum),
        minimum_minus(o.minimum_minus), minimum_plus(o.minimum_plus), maximum_minus(o.maximum_minus),
        maximum_plus(o.maximum_plus), lowest_ratio(o.lowest_ratio),
        lowest_inverse_ratio(o.lowest_inverse_ratio), over_mass(o.over_mass),
        over_photon_momentum(o.over_photon_momentum), over_slope(o.over_slope) {}

  /// `excess` = M2 - (m- + m+)^2 > 0, kept apart so that the momentum is exact near threshold [GeV^2].
  constexpr pair_frame(pair_masses<Real> const& m, Real excess, Real q2, Real transfer) {
    using std::sqrt;
    Real const mass_squared = m.threshold_squared() + excess;
    Real const difference = m.minus - m.plus;
    Real const over_twice_mass = 1 / (2 * sqrt(mass_squared));
    mass = 2 * mass_squared * over_twice_mass;
    // [PHYS:pair.momentum]
    momentum = sqrt(excess * (mass_squared - difference * difference)) * over_twice_mass;
    energy_minus = (excess + 2 * m.minus * m.threshold()) * over_twice_mass;
    energy_plus = (excess + 2 * m.plus * m.threshold()) * over_twice_mass;
    // [PHYS:pair.photon]
    photon_energy = (mass_squared - q2 + transfer) * over_twice_mass;
    photon_momentum = sqrt(photon_energy * photon_energy + q2);
    // [PHYS:pair.denominators]
    slope = 2 * photon_momentum * momentum;
    sum = q2 + mass_squared + transfer;
    over_mass = 2 * over_twice_mass;
    Real const over_mass_squared = over_mass * over_mass;
    Real const share_minus = energy_minus * over_mass, share_plus = energy_plus * over_mass;
    Real const other = mass_squared + transfer;
    // [PHYS:pair.maxima]
    maximum_minus = share_plus * q2 + share_minus * other + slope;
    maximum_plus = share_minus * q2 + share_plus * other + slope;
    Real const both_maxima = maximum_minus * maximum_plus;
    Real const over_all = 1 / (both_maxima * slope);
    Real const over_both = over_all * slope;
    over_slope = over_all * both_maxima;
    over_photon_momentum = 2 * momentum * over_slope;
    Real const square_minus = m.minus * m.minus, square_plus = m.plus * m.plus;
    // [PHYS:pair.minima]
    Real const between = q2 * (2 * (share_minus * square_plus + share_plus * square_minus) +
                               transfer * (excess + 2 * m.minus * m.plus) * over_mass_squared);
    Real const a = other * other * over_mass_squared, c = q2 * q2 * over_mass_squared;
    lowest_ratio = (square_minus * a + square_plus * c + between) * over_both;
    minimum_minus = lowest_ratio * maximum_plus;
    lowest_inverse_ratio = (square_plus * a + square_minus * c + between) * over_both;
    minimum_plus = lowest_inverse_ratio * maximum_minus;
  }
};

/// 1/k.q and 1/s of the neutrino and the photon [1/GeV^2].
template <class Real>
struct photon_reciprocals {
  Real over_k_dot_q, over_s;
};

/// Final leptons from invariants and angles.
/// `ratio` = D-/D+ fixes the polar angle of l- around q in the pair's rest frame, `cos_phi` and `sin_phi` its azimuth
/// from the plane of k and q. `transfer` is T, `transfer_left` = T_max - T what is left of its range [GeV^2].
template <class Real>
constexpr lepton_state<Real> make_lepton_state(pair_frame<Real> const& pair, pair_masses<Real> const& m,
                                               Real k_dot_q, Real q2, Real transfer, Real transfer_left,
                                               Real ratio, Real cos_phi, Real sin_phi,
                                               photon_reciprocals<Real> const& over) {
  using detail::select;
  using std::sqrt;
  lepton_state<Real> state;
  state.k_dot_q = k_dot_q;
  state.q2 = q2;
  state.transfer = transfer;
  // [PHYS:pair.ratio]
  state.d_plus = pair.sum * (1 / (1 + ratio));
  state.d_minus = ratio * state.d_plus;

  // neutrino: everything from invariants
  Real const s = 2 * k_dot_q - q2;
  Real const over_k_dot_q = over.over_k_dot_q, over_s = over.over_s;
  // [PHYS:leptons.neutrino]
  Real const x_nu = transfer * over_k_dot_q / 2;
  Real const kappa_squared = x_nu * s * transfer_left * over_k_dot_q / 2;
  Real const kappa_nu = sqrt(select(kappa_squared > Real(0), kappa_squared, Real(0)));
  state.x_nu = x_nu;
  state.kappa_nu = kappa_nu;

  // k in the pair's rest frame: its transverse part from the Gram determinant of k, q, K
  Real const over_mass = pair.over_mass, over_q = pair.over_photon_momentum;
  // [PHYS:leptons.beam]
  Real const k_energy = k_dot_q * pair.mass * over_s + transfer_left / 2 * over_mass;
  Real const k_x = k_dot_q * kappa_nu * over_mass * over_q;
  Real const k_z = (k_energy * pair.photon_energy - k_dot_q) * over_q;

  // direction n of l-, with 1 - cos(theta) from the distance to the pole
  // [PHYS:leptons.polar_angle]
  Real const cos_theta = (state.d_plus - pair.minimum_plus) * pair.over_slope - 1;
  Real const sin_squared = (state.d_minus - pair.minimum_minus) * (state.d_plus - pair.minimum_plus);
  Real const sin_theta = sqrt(select(sin_squared > Real(0), sin_squared, Real(0))) * pair.over_slope;
  Real const n_x = sin_theta * cos_phi;
  Real const n_y = sin_theta * sin_phi;

  // p.k = k0 [(E - |p|) + |p| |n -+ khat|^2/2]: a sum of positive terms
  Real const most_minus = pair.energy_minus + pair.momentum, most_plus = pair.energy_plus + pair.momentum;
  Real const over_most = 1 / (most_minus * most_plus * k_energy);
  Real const over_k = most_minus * most_plus * over_most;
  Real const along_x = k_x * over_k, along_z = k_z * over_k;
  auto const fraction = [&](Real gap, Real sign) { // gap = E - |p| = m^2/(E + |p|)
    Real const dx = n_x - sign * along_x, dz = cos_theta - sign * along_z;
    // [PHYS:leptons.fractions]
    return k_energy * over_k_dot_q * (gap + pair.momentum * (dx * dx + n_y * n_y + dz * dz) / 2);
  };
  state.x_minus = fraction(m.minus * m.minus * (most_plus * k_energy * over_most), Real(1));
  state.x_plus = fraction(m.plus * m.plus * (most_minus * k_energy * over_most), Real(-1));

  // transverse momenta: along the unit vector that is orthogonal to k and q, and out of the plane
  // [PHYS:leptons.transverse]
  Real const q_tilde_k = sqrt(k_dot_q * k_dot_q + q2 * k_x * k_x);
  auto const transverse = [&](Real energy, Real d, Real sign) {
    Real const q_tilde_p = (q2 * (2 * energy - pair.photon_energy) + pair.photon_energy * d) * over_q / 2;
    Real const in_plane = (sign * pair.momentum * n_x * q_tilde_k - k_x * q_tilde_p) * over_k_dot_q;
    return detail::complex<Real>{in_plane, sign * pair.momentum * n_y};
  };
  state.kappa_minus = transverse(pair.energy_minus, state.d_minus, Real(1));
  state.kappa_plus = transverse(pair.energy_plus, state.d_plus, Real(-1));
  return state;
}

template <class Real>
constexpr lepton_state<Real> make_lepton_state(pair_frame<Real> const& pair, pair_masses<Real> const& m,
                                               Real k_dot_q, Real q2, Real transfer, Real transfer_left,
                                               Real ratio, Real cos_phi, Real sin_phi) {
  Real const s = 2 * k_dot_q - q2, over_both = 1 / (k_dot_q * s);
  return make_lepton_state(pair, m, k_dot_q, q2, transfer, transfer_left, ratio, cos_phi, sin_phi,
                           {s * over_both, k_dot_q * over_both});
}

/// Direction of l- across q in the pair's rest frame, relative to the plane of k and q: the (cos, sin) that
/// make_lepton_state took, up to a positive factor.
inline detail::complex<double> lepton_azimuth(pair_frame<double> const& pair,
                                              lepton_state<double> const& state) {
  double const over_q = 1 / pair.photon_momentum;
  double const k_x = state.k_dot_q * state.kappa_nu / pair.mass * over_q;
  // [PHYS:leptons.transverse]
  double const q_tilde_k = std::sqrt(state.k_dot_q * state.k_dot_q + state.q2 * k_x * k_x);
  double const q_tilde_p =
      (state.q2 * (2 * pair.energy_minus - pair.photon_energy) + pair.photon_energy * state.d_minus) *
      over_q / 2;
  return {(state.kappa_minus.re * state.k_dot_q + k_x * q_tilde_p) / q_tilde_k, state.kappa_minus.im};
}

} // namespace trident
