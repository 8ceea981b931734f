// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/kinematics/phase_space.hpp>

namespace trident {

/// The target's momentum over its mass in the gauge h.k = 0: Q2 (2 E/k.q - 1/M) along k, sqrt(R - 1) across.
template <class Real>
constexpr photon_polarisation<Real> target_polarisation(phase_space_point<Real> const& point,
                                                        double over_target_mass) {
  using std::sqrt;
  lepton_state<Real> const& leptons = point.leptons;
  // [PHYS:target.polarisation]
  return {leptons.q2 * (2 * point.energy / leptons.k_dot_q - Real(over_target_mass)),
          sqrt(point.recoil) * point.target_direction};
}

/// W_E |L.P|^2/M^2 at a point, for a target of spin 0 and given chiral couplings [GeV^2].
template <class Real>
constexpr Real contracted_tensors(phase_space_point<Real> const& point, pair_masses<double> const& masses,
                                  double over_target_mass, Real electric, Real left, Real right) {
  // [PHYS:target.spin_zero]
  return electric * contract(point.leptons, Real(masses.minus), Real(masses.plus),
                             target_polarisation(point, over_target_mass), left, right);
}

/// W_E |L.P|^2/M^2 + W_M (-g_{mu nu} L^mu L^nu*), for a target of spin 1/2 [GeV^2].
template <class Real>
constexpr Real contracted_tensors(phase_space_point<Real> const& point, pair_masses<double> const& masses,
                                  double over_target_mass, Real electric, Real magnetic, Real left,
                                  Real right) {
  // [PHYS:target.spin_half]
  return contract_half(point.leptons, Real(masses.minus), Real(masses.plus),
                       target_polarisation(point, over_target_mass), electric, magnetic, left, right);
}

} // namespace trident
