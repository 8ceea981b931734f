// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/kinematics/lepton_state.hpp>
#include <trident/kinematics/pair_frame.hpp>
#include <trident/numerics/lanes.hpp>

namespace trident {

/// The lepton that is made together with a W, and the W's momentum, at given s, Q2, w2^2 = (k' + p+)^2 and D-: everything
/// but the directions of what the W decays into. `minus` is here the lepton made with the W, `plus` the charged one it
/// decays into.
template <class Real>
struct w_production {
  Real k_dot_q, q2;                 ///< [GeV^2]
  Real w_mass;                      ///< sqrt(w2^2) [GeV]
  Real d_minus, x_minus;            ///< of l-
  Real kappa_minus;                 ///< of l- [GeV], not negative
  Real k_energy, k_across, k_along; ///< of the neutrino where w2 is at rest and q along z [GeV]
  Real q_tilde_k;                   ///< [GeV^2]

  /// `transfer` = -w1^2 = -(k - p-)^2, `rest` = 1 - x- and `kappa_squared` each without cancellation; `decay` is the
  /// frame of the decay at this transfer.
  constexpr w_production(pair_frame<Real> const& decay, Real k_dot_q_, Real q2_, Real d_minus_, Real x_minus_,
                         Real rest, Real kappa_squared)
      : k_dot_q(k_dot_q_), q2(q2_), w_mass(decay.mass), d_minus(d_minus_), x_minus(x_minus_) {
    using std::sqrt;
    kappa_minus = sqrt(kappa_squared);
    // [PHYS:w_decay.beam]
    k_energy = k_dot_q * rest * decay.over_mass;
    k_across = k_dot_q * kappa_minus * decay.over_mass * decay.over_photon_momentum;
    k_along = (k_energy * decay.photon_energy - k_dot_q) * decay.over_photon_momentum;
    q_tilde_k = sqrt(k_dot_q * k_dot_q + q2 * k_across * k_across);
  }

  template <class Other>
  constexpr explicit w_production(w_production<Other> const& o)
      : k_dot_q(o.k_dot_q), q2(o.q2), w_mass(o.w_mass), d_minus(o.d_minus), x_minus(o.x_minus),
        kappa_minus(o.kappa_minus), k_energy(o.k_energy), k_across(o.k_across), k_along(o.k_along),
        q_tilde_k(o.q_tilde_k) {}
};

/// Final leptons where l+ has D+ = `d_plus` and this azimuth around q, from the plane of k and q, in the rest frame of w2.
/// `decay` is the pair_frame of l+ ("minus") and nu' ("plus", without mass); `mass` is that of l+.
template <class Real>
constexpr lepton_state<Real> make_lepton_state(w_production<Real> const& at, pair_frame<Real> const& decay,
                                               Real mass, Real d_plus, Real cos_phi, Real sin_phi) {
  using detail::select;
  using std::sqrt;
  Real const d_nu = decay.sum - d_plus; // Q2 + 2 q.k'
  // [PHYS:leptons.polar_angle]
  Real const cos_theta = (d_nu - decay.minimum_plus) * decay.over_slope - 1;
  Real const sin_squared = (d_plus - decay.minimum_minus) * (d_nu - decay.minimum_plus);
  Real const sin_theta = sqrt(select(sin_squared > Real(0), sin_squared, Real(0))) * decay.over_slope;
  Real const n_x = sin_theta * cos_phi, n_y = sin_theta * sin_phi;
  Real const over_k = 1 / at.k_energy, over_k_dot_q = 1 / at.k_dot_q;
  Real const along_x = at.k_across * over_k, along_z = at.k_along * over_k;
  auto const fraction = [&](Real gap, Real sign) { // gap = E - |p|
    Real const dx = n_x - sign * along_x, dz = cos_theta - sign * along_z;
    // [PHYS:leptons.fractions]
    return at.k_energy * over_k_dot_q * (gap + decay.momentum * (dx * dx + n_y * n_y + dz * dz) / 2);
  };
  auto const transverse = [&](Real energy, Real d, Real sign) {
    Real const q_tilde_p = (at.q2 * (2 * energy - decay.photon_energy) + decay.photon_energy * d) *
                           decay.over_photon_momentum / 2;
    // [PHYS:leptons.transverse]
    Real const in_plane =
        (sign * decay.momentum * n_x * at.q_tilde_k - at.k_across * q_tilde_p) * over_k_dot_q;
    return detail::complex<Real>{in_plane, sign * decay.momentum * n_y};
  };
  lepton_state<Real> state;
  state.k_dot_q = at.k_dot_q;
  state.q2 = at.q2;
  state.d_minus = at.d_minus;
  state.d_plus = d_plus;
  state.x_minus = at.x_minus;
  state.x_plus = fraction(mass * mass / (decay.energy_minus + decay.momentum), Real(1));
  state.x_nu = fraction(Real(0), Real(-1));
  state.transfer = 2 * at.k_dot_q * state.x_nu;
  // turned until kappa of nu' is real
  auto const nu = transverse(decay.energy_plus, d_nu, Real(-1));
  auto const plus = transverse(decay.energy_minus, d_plus, Real(1));
  Real const square = norm(nu);
  Real const over = select(square > Real(0), 1 / sqrt(select(square > Real(0), square, Real(1))), Real(0));
  detail::complex<Real> const turn = over * conj(nu);
  state.kappa_nu = square * over;
  state.kappa_minus = at.kappa_minus * turn;
  state.kappa_plus = plus * turn;
  return state;
}

} // namespace trident
