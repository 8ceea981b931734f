// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/detail/complex.hpp>
#include <trident/kinematics/lepton_state.hpp>

namespace trident {

/// A real vector h to contract the lepton current with, in the gauge h.k = 0 (physics: a multiple of q is added, which
/// current conservation allows, and which removes the cancellations between the two diagrams).
template <class Real>
struct photon_polarisation {
  Real plus;                        ///< 2 h.q, the component along k
  detail::complex<Real> transverse; ///< orthogonal to k and q
};

/// Spin sum of |h.L|^2 as a form in the chiral couplings: c_L^2 left + c_R^2 right + c_L c_R mixed.
template <class Real>
struct chiral_form {
  Real left;
  Real right;
  Real mixed;

  constexpr Real operator()(Real c_left, Real c_right) const {
    return c_left * c_left * left + c_right * c_right * right + c_left * c_right * mixed;
  }
};

namespace detail {

/// One chirality of the pair: four complex helicity amplitudes, up to the common factor.
template <class Real>
struct helicity_amplitudes {
  complex<Real> both_flip, near_flip, far_flip, none;
};

/// Helicity amplitudes for the chirality in which lepton `a` carries the spinor of k' and lepton `b` that of k.
///
/// With the massless spinors |k> and |k'>, the chiral Fierz identity turns neutrino current times vertex into
/// 2 |k'>[k|, so that the amplitude is the sum of two products of spinor lines. Written in light-cone components, with
/// the massive spinors of l- and l+ quantised along k, they are the polynomials below (derived here; tested against
/// explicit Dirac matrices in quadruple precision). eta is h transverse, x and kappa as in lepton_state.
template <class Real>
constexpr helicity_amplitudes<Real> chiral_amplitudes(Real x_nu, Real kappa_nu, Real q2, Real x_a, complex<Real> kappa_a,
                                                      Real mass_a, Real over_d_a, Real x_b, complex<Real> kappa_b,
                                                      Real mass_b, Real over_d_b, photon_polarisation<Real> const& h) {
  complex<Real> const eta = h.transverse;
  complex<Real> const eta_bar = conj(eta);
  Real const two_h_a = h.plus * x_a - 2 * dot(eta, kappa_a); // 2 h.p_a
  complex<Real> const w = x_nu * conj(kappa_a) - x_a * complex<Real>{kappa_nu, Real(0)};
  complex<Real> const nu_eta = kappa_nu * eta;
  complex<Real> const g = (1 - x_b) * (kappa_b * eta_bar) - x_b * (eta * conj(kappa_b)) - x_b * (1 - x_b) * h.plus;
  complex<Real> const f = nu_eta - two_h_a * x_nu;
  complex<Real> const b = conj(kappa_a) * nu_eta - two_h_a * w + (x_a * x_nu * q2) * eta_bar -
                          x_a * kappa_nu * h.plus;
  complex<Real> const g_over_d = over_d_b * g;
  Real const x_b_over_d = x_b * over_d_a;
  return {(mass_a * mass_b * x_nu * over_d_b) * eta_bar, (mass_b * over_d_b) * (eta_bar * w),
          mass_a * (x_nu * g_over_d + x_b_over_d * f), g_over_d * w + x_b_over_d * b};
}

/// Both chiralities at one point. `right` has l- on the line of k, `left` has l+.
template <class Real>
struct current_amplitudes {
  helicity_amplitudes<Real> left, right;
  Real factor;
};

template <class Real>
constexpr current_amplitudes<Real> amplitudes_of_current(lepton_state<Real> const& s, Real mass_minus, Real mass_plus,
                                                         photon_polarisation<Real> const& h) {
  Real const over_minus = 1 / s.d_minus;
  Real const over_plus = 1 / s.d_plus;
  return {chiral_amplitudes(s.x_nu, s.kappa_nu, s.q2, s.x_minus, s.kappa_minus, mass_minus, over_minus, s.x_plus,
                            s.kappa_plus, mass_plus, over_plus, h),
          chiral_amplitudes(s.x_nu, s.kappa_nu, s.q2, s.x_plus, s.kappa_plus, mass_plus, over_plus, s.x_minus,
                            s.kappa_minus, mass_minus, over_minus, h),
          8 * s.k_dot_q / (s.x_nu * s.x_minus * s.x_plus)};
}

} // namespace detail

/// Spin-summed |h_mu L^mu|^2 with L^mu = J_a ubar(p-) Gamma^{a mu} v(p+), per chiral combination [GeV^2 h^2].
/// For antineutrinos exchange c_L and c_R.
template <class Real>
constexpr chiral_form<Real> contract(lepton_state<Real> const& s, Real mass_minus, Real mass_plus,
                                     photon_polarisation<Real> const& h) {
  auto const [l, r, factor] = detail::amplitudes_of_current(s, mass_minus, mass_plus, h);
  auto const sum = [](detail::helicity_amplitudes<Real> const& a) {
    return norm(a.both_flip) + norm(a.near_flip) + norm(a.far_flip) + norm(a.none);
  };
  // a spin that is flipped for one chirality is not for the other
  Real const mixed = dot(l.none, r.both_flip) + dot(l.both_flip, r.none) - dot(l.near_flip, r.near_flip) -
                     dot(l.far_flip, r.far_flip);
  return {factor * sum(l), factor * sum(r), 2 * factor * mixed};
}

/// The same for given couplings, with fewer operations.
template <class Real>
constexpr Real contract(lepton_state<Real> const& s, Real mass_minus, Real mass_plus, photon_polarisation<Real> const& h,
                        Real c_left, Real c_right) {
  auto const [l, r, factor] = detail::amplitudes_of_current(s, mass_minus, mass_plus, h);
  return factor * (norm(c_left * l.none + c_right * r.both_flip) + norm(c_left * l.both_flip + c_right * r.none) +
                   norm(c_left * l.near_flip - c_right * r.near_flip) +
                   norm(c_left * l.far_flip - c_right * r.far_flip));
}

} // namespace trident
