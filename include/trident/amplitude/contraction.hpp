// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/amplitude/concepts.hpp>
#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/kinematics/phase_space.hpp>
#include <trident/physics/concepts.hpp>

// What is made of a lepton current, for all currents alike: |h.L|^2, -g.L.L, and the transverse and scalar parts whose
// integrals over phase space are L_T and L_S.

namespace trident {

/// The target's momentum over its mass in the gauge h.k = 0 where the target recoils elastically, nu = Q2/2M:
/// Q2 (2 E/k.q - 1/M) along k, sqrt(R - 1) across.
template <class Real>
constexpr photon_polarisation<Real> target_polarisation(phase_space_point<Real> const& point,
                                                        double over_target_mass) {
  using std::sqrt;
  lepton_state<Real> const& leptons = point.leptons;
  // [PHYS:target.polarisation]
  return {leptons.q2 * (2 * point.energy / leptons.k_dot_q - Real(over_target_mass)),
          sqrt(point.recoil) * point.target_direction};
}

/// The same for any energy transfer: 2 (Q2 E/k.q - nu) along k.
template <class Real>
constexpr photon_polarisation<Real> target_polarisation(phase_space_point<Real> const& point) {
  using std::sqrt;
  lepton_state<Real> const& leptons = point.leptons;
  // [PHYS:target.continuum_polarisation]
  return {2 * (leptons.q2 * point.energy / leptons.k_dot_q - point.nu),
          sqrt(point.recoil) * point.target_direction};
}

namespace detail {

template <class Real>
constexpr Real sum_of_squares(spin_amplitudes<Real> const& a) {
  // [PHYS:amplitude.spin_sum]
  return norm(a.amplitude.none) + norm(a.amplitude.both) + norm(a.amplitude.minus_flipped) +
         a.plus_flipped_scale * norm(a.amplitude.plus_flipped);
}

/// A real transverse h of any direction averages to the sum of the two circular ones.
template <class Real>
constexpr Real transverse_squares(current_components<Real> const& c) {
  // [PHYS:photon.transverse]
  Real total = norm(c.lowering.none);
  total += norm(c.lowering.both);
  total += norm(c.lowering.plus_flipped);
  total += norm(c.lowering.minus_flipped);
  total += norm(c.raising.minus_flipped);
  total += norm(c.raising.none) + norm(c.raising.both);
  total += norm(c.raising.plus_flipped);
  return total;
}

template <class Real>
constexpr Real along_squares(current_components<Real> const& c) {
  // [PHYS:photon.scalar]
  Real total = norm(c.along.minus_flipped);
  total += norm(c.along.none) + norm(c.along.both);
  total += norm(c.along.plus_flipped);
  return total;
}

template <class Real>
constexpr spin_amplitudes<Real> contracted(current_components<Real> const& c,
                                           photon_polarisation<Real> const& h) {
  auto const with = [&](complex<Real> const& lowering, complex<Real> const& raising,
                        complex<Real> const& along) {
    return lowering * conj(h.transverse) + raising * h.transverse + h.plus * along;
  };
  return {{with(c.lowering.none, c.raising.none, c.along.none),
           with(c.lowering.minus_flipped, c.raising.minus_flipped, c.along.minus_flipped),
           with(c.lowering.plus_flipped, c.raising.plus_flipped, c.along.plus_flipped),
           with(c.lowering.both, c.raising.both, c.along.both)},
          Real(1)};
}

} // namespace detail

/// The amplitudes of all spins for one h.
template <class At, class Real>
constexpr spin_amplitudes<Real> amplitudes_for(At const& current, photon_polarisation<Real> const& h) {
  if constexpr (requires { current.amplitudes(h); })
    return current.amplitudes(h);
  else
    return detail::contracted(current.components(), h);
}

namespace detail {

/// The same where the components are at hand; a current whose amplitudes cost more than a contraction says so.
template <class At, class Real>
constexpr spin_amplitudes<Real> amplitudes_beside(At const& current,
                                                  current_components<Real> const& components,
                                                  photon_polarisation<Real> const& h) {
  if constexpr (requires { requires At::contracts_components; })
    return contracted(components, h);
  else
    return amplitudes_for(current, h);
}

} // namespace detail

/// Spin-summed |h.L|^2 [GeV^2 h^2].
template <class At, class Real>
constexpr Real contract_vector(At const& current, photon_polarisation<Real> const& h) {
  return current.factor() * detail::sum_of_squares(amplitudes_for(current, h));
}

/// Transverse and scalar parts of the spin-summed lepton tensor at one point [GeV^2]:
/// transverse = (-g_{mu nu} L^{mu nu} + scalar)/2, scalar = k_mu k_nu L^{mu nu} Q2/(k.q)^2.
template <class Real = double>
struct photon_parts {
  Real transverse = Real(0), scalar = Real(0);
};

template <class At, class Real>
constexpr photon_parts<Real> contract_photon_parts(At const& current, Real q2) {
  auto const components = current.components();
  return {current.factor() * detail::transverse_squares(components),
          4 * q2 * current.factor() * detail::along_squares(components)};
}

/// W_E |h.L|^2 + W_M (-g_{mu nu} L^mu L^nu*), h being target_polarisation() [GeV^2]. Without a magnetic structure the
/// second term is not computed.
template <bool Magnetic, class At, class Real>
constexpr Real contract_target(At const& current, Real q2, photon_polarisation<Real> const& h,
                               hadron_structure<Real> const& w) {
  if constexpr (!Magnetic) {
    // [PHYS:target.spin_zero]
    return w.electric * contract_vector(current, h);
  } else {
    auto const components = current.components();
    // [PHYS:photon.metric]
    Real const metric =
        2 * detail::transverse_squares(components) - 4 * q2 * detail::along_squares(components);
    Real const along_target = detail::sum_of_squares(detail::amplitudes_beside(current, components, h));
    // [PHYS:target.spin_half]
    return current.factor() * (w.electric * along_target + w.magnetic * metric);
  }
}

} // namespace trident
