// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/physics/concepts.hpp>
#include <trident/target/nucleon_form_factor.hpp>

// A nucleon that is bound before and free after, in the plane-wave impulse approximation
// [de Forest, Nucl. Phys. A 392 (1983) 232, current cc1]: the energy of the photon is not what the nucleon gains, and its
// current is that of a free one with the gained energy in its kinematics, made conserved by its component along q.

namespace trident::detail {

/// Energy and momentum that go into a bound nucleon.
template <class Real>
struct nucleon_transfer {
  Real q2;               ///< Q2 [GeV^2]
  Real gained;           ///< what the nucleon's energy grows by, nu less what its removal takes [GeV]
  Real momentum_squared; ///< |q|^2 = nu^2 + Q2 [GeV^2]
  Real momentum;         ///< |q| [GeV]
  Real off_shell_q2;     ///< |q|^2 - gained^2 [GeV^2]

  constexpr nucleon_transfer(Real nu, Real true_q2, Real removal_energy)
      : q2(true_q2), gained(nu - removal_energy) {
    using std::sqrt;
    // [PHYS:bound.transfer]
    momentum_squared = nu * nu + q2;
    momentum = sqrt(momentum_squared);
    off_shell_q2 = q2 + removal_energy * (nu + gained);
  }

  /// The same where |q| is known.
  constexpr nucleon_transfer(Real true_q2, Real square, Real root, Real gain)
      : q2(true_q2), gained(gain), momentum_squared(square), momentum(root),
        off_shell_q2(square - gain * gain) {}

  /// Smallest energy of a nucleon that stays on its mass shell when it gains this [GeV], plus half of `gained`.
  constexpr Real lowest_middle_energy(double mass) const {
    using std::sqrt;
    // [PHYS:bound.lowest_energy]
    return momentum * Real(0.5) * sqrt(Real(1) + Real(4 * mass * mass) / off_shell_q2);
  }
};

/// The structure of the current: w1, w2 and (F1 - t F2)^2 of a nucleon with form factors at the true Q2.
template <class Real>
struct off_shell_current {
  Real magnetic; ///< w1 = t (F1 + F2)^2
  Real electric; ///< w2 = F1^2 + t F2^2
  Real charge;   ///< (F1 - t F2)^2 = w2 (1 + t) - w1, without the difference

  constexpr off_shell_current(sachs_form_factors<Real> const& g, nucleon_transfer<Real> const& q,
                              double mass) {
    Real const unit = Real(1 / (4 * mass * mass));
    // [PHYS:bound.current]
    Real const on_shell = q.q2 * unit, t = q.off_shell_q2 * unit;
    Real const pauli = (g.magnetic - g.electric) / (Real(1) + on_shell); // F2
    Real const electric_part = g.electric - (q.off_shell_q2 - q.q2) * unit * pauli;
    magnetic = t * g.magnetic * g.magnetic;
    charge = electric_part * electric_part;
    electric = (charge + magnetic) / (Real(1) + t);
  }
};

/// What of the nucleons' motion the response depends on: how many take part per energy [1/GeV], and the sum of their
/// transverse momenta squared over M^2.
template <class Real>
struct struck_motion {
  Real number = Real(0), transverse = Real(0);
};

/// W1 and W2 of nucleons in motion: R_T/2, and the current's component along q from its conservation.
template <class Real>
constexpr hadron_structure<Real> bound_structure(nucleon_transfer<Real> const& q,
                                                 off_shell_current<Real> const& w,
                                                 struck_motion<Real> const& motion) {
  Real const ratio = q.q2 / q.momentum_squared;
  // [PHYS:bound.structure]
  Real const magnetic = w.magnetic * motion.number + Real(0.5) * w.electric * motion.transverse;
  Real const longitudinal =
      q.q2 / q.off_shell_q2 * (w.charge * motion.number + w.electric * motion.transverse);
  return {ratio * (longitudinal + magnetic), magnetic};
}

} // namespace trident::detail
