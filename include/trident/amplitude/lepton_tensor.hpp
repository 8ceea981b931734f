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

/// The same form in vector and axial couplings, c_L = g_V - g_A and c_R = g_V + g_A: g_V^2 vector + g_A^2 axial +
/// g_V g_A mixed. As T vanishes a vector current of equal masses falls faster than each of its chiralities: where the
/// couplings grow there (a light Z') this form keeps the digits that the chiral one loses.
template <class Real>
struct vector_axial_form {
  Real vector;
  Real axial;
  Real mixed;

  constexpr Real operator()(Real c_left, Real c_right) const {
    Real const g_v = (c_right + c_left) / 2, g_a = (c_right - c_left) / 2;
    return g_v * g_v * vector + g_a * g_a * axial + g_v * g_a * mixed;
  }

  constexpr chiral_form<Real> chiral() const {
    return {(vector + axial - mixed) / 4, (vector + axial + mixed) / 4, (vector - axial) / 2};
  }
};

namespace detail {

/// Four complex helicity amplitudes of one chirality, up to the common factor: no lepton's spin flipped against its
/// chirality, one or the other, both.
template <class Real>
struct helicity_amplitudes {
  complex<Real> both_flip, near_flip, far_flip, none;
};

/// What multiplies eta*, eta (h transverse, as a complex number) and h plus in the amplitudes of one chirality. The two
/// amplitudes that are not in `raising` and `along` are zero.
template <class Real>
struct photon_components {
  helicity_amplitudes<Real> lowering;
  complex<Real> raising_far, raising_none, along_far, along_none;

  constexpr helicity_amplitudes<Real> operator()(photon_polarisation<Real> const& h) const {
    complex<Real> const eta = h.transverse, eta_bar = conj(eta);
    return {lowering.both_flip * eta_bar, lowering.near_flip * eta_bar,
            lowering.far_flip * eta_bar + raising_far * eta + h.plus * along_far,
            lowering.none * eta_bar + raising_none * eta + h.plus * along_none};
  }
};

/// Amplitudes for the chirality in which lepton `a` carries the spinor of k' and lepton `b` that of k.
///
/// With the massless spinors |k> and |k'>, the chiral Fierz identity turns neutrino current times vertex into
/// 2 |k'>[k|, so that the amplitude is the sum of two products of spinor lines. Written in light-cone components, with
/// the massive spinors of l- and l+ quantised along k, they are the polynomials below (derived here; tested against
/// explicit Dirac matrices in quadruple precision). x and kappa as in lepton_state.
template <class Real>
constexpr photon_components<Real>
chiral_components(Real x_nu, Real kappa_nu, Real q2, Real x_a, complex<Real> kappa_a, Real mass_a, Real d_a,
                  Real over_d_a, Real x_b, complex<Real> kappa_b, Real mass_b, Real d_b, Real over_d_b) {
  Real const rest_b = x_a + x_nu; // 1 - x_b
  Real const from_a = x_b * over_d_a;
  Real const nu_over_b = x_nu * over_d_b;
  complex<Real> const w = x_nu * conj(kappa_a) - x_a * complex<Real>{kappa_nu, Real(0)};
  complex<Real> const w_over_b = over_d_b * w;
  complex<Real> const w_nu = w + complex<Real>{kappa_nu, Real(0)};
  complex<Real> const b_lowering = rest_b * kappa_b;
  complex<Real> const b_raising = x_b * conj(kappa_b);
  Real const b_along = x_b * rest_b;

  // - x_b (1 - x_b) w/D_b - x_a x_b (w + kappa_nu)/D_a without its cancellation as T -> 0: there x_a D_a = x_b D_b
  Real const d_difference = d_b - d_a;
  Real const unbalance = x_nu * (q2 * (x_b - x_a) + d_difference) + (mass_b - mass_a) * (mass_b + mass_a) +
                         kappa_nu * (kappa_a.re - kappa_b.re);
  Real const along_factor = -x_b * over_d_a * over_d_b;

  photon_components<Real> c;
  c.lowering.both_flip = {mass_a * mass_b * nu_over_b, Real(0)};
  c.lowering.near_flip = mass_b * w_over_b;
  c.lowering.far_flip = mass_a * (nu_over_b * b_lowering + (from_a * x_nu) * kappa_a);
  c.lowering.none = w_over_b * b_lowering + from_a * (kappa_a * w + complex<Real>{x_a * x_nu * q2, Real(0)});
  c.raising_far =
      mass_a * (from_a * (x_nu * conj(kappa_a) + complex<Real>{kappa_nu, Real(0)}) - nu_over_b * b_raising);
  c.raising_none = from_a * (conj(kappa_a) * w_nu) - w_over_b * b_raising;
  c.along_far = {-mass_a * (nu_over_b * b_along + from_a * x_a * x_nu), Real(0)};
  c.along_none = along_factor * ((x_nu * (rest_b * d_a + x_a * d_b)) * conj(kappa_a) +
                                 complex<Real>{kappa_nu * x_a * unbalance, Real(0)});
  return c;
}

/// Both chiralities at one point. `right` has l- on the line of k, `left` has l+.
template <class Real>
struct current_components {
  photon_components<Real> left, right;
  Real factor;
};

template <class Real>
constexpr current_components<Real> components_of_current(lepton_state<Real> const& s, Real mass_minus,
                                                         Real mass_plus) {
  Real const fractions = s.x_nu * s.x_minus * s.x_plus;
  Real const over_all = 1 / (fractions * s.d_minus * s.d_plus); // one division for all
  Real const over_minus = over_all * fractions * s.d_plus;
  Real const over_plus = over_all * fractions * s.d_minus;
  return {chiral_components(s.x_nu, s.kappa_nu, s.q2, s.x_minus, s.kappa_minus, mass_minus, s.d_minus,
                            over_minus, s.x_plus, s.kappa_plus, mass_plus, s.d_plus, over_plus),
          chiral_components(s.x_nu, s.kappa_nu, s.q2, s.x_plus, s.kappa_plus, mass_plus, s.d_plus, over_plus,
                            s.x_minus, s.kappa_minus, mass_minus, s.d_minus, over_minus),
          8 * s.k_dot_q * over_all * s.d_minus * s.d_plus};
}

template <class Real>
constexpr Real sum_of_squares(helicity_amplitudes<Real> const& a) {
  return norm(a.both_flip) + norm(a.near_flip) + norm(a.far_flip) + norm(a.none);
}

/// Interference of the two chiralities over c_L c_R: a spin that is flipped for one chirality is not for the other.
template <class Real>
constexpr Real interference(helicity_amplitudes<Real> const& l, helicity_amplitudes<Real> const& r) {
  return 2 * (dot(l.none, r.both_flip) + dot(l.both_flip, r.none) - dot(l.near_flip, r.near_flip) -
              dot(l.far_flip, r.far_flip));
}

template <class Real>
constexpr Real sum_of_squares(helicity_amplitudes<Real> const& l, helicity_amplitudes<Real> const& r,
                              Real c_left, Real c_right) {
  return norm(c_left * l.none + c_right * r.both_flip) + norm(c_left * l.both_flip + c_right * r.none) +
         norm(c_left * l.near_flip - c_right * r.near_flip) +
         norm(c_left * l.far_flip - c_right * r.far_flip);
}

} // namespace detail

/// Spin-summed |h_mu L^mu|^2 with L^mu = J_a ubar(p-) Gamma^{a mu} v(p+), per chiral combination [GeV^2 h^2].
/// For antineutrinos exchange c_L and c_R.
template <class Real>
constexpr chiral_form<Real> contract(lepton_state<Real> const& s, Real mass_minus, Real mass_plus,
                                     photon_polarisation<Real> const& h) {
  auto const [left, right, factor] = detail::components_of_current(s, mass_minus, mass_plus);
  auto const l = left(h), r = right(h);
  return {factor * sum_of_squares(l), factor * sum_of_squares(r), factor * interference(l, r)};
}

/// The same for given couplings, with fewer operations.
template <class Real>
constexpr Real contract(lepton_state<Real> const& s, Real mass_minus, Real mass_plus,
                        photon_polarisation<Real> const& h, Real c_left, Real c_right) {
  auto const [left, right, factor] = detail::components_of_current(s, mass_minus, mass_plus);
  return factor * sum_of_squares(left(h), right(h), c_left, c_right);
}

/// Transverse and scalar parts of the spin-summed lepton tensor at one point:
/// transverse = (-g_{mu nu} L^{mu nu} + scalar)/2, scalar = k_mu k_nu L^{mu nu} Q2/(k.q)^2, each [GeV^2].
template <class Real>
struct photon_contractions {
  vector_axial_form<Real> transverse;
  vector_axial_form<Real> scalar;
};

namespace detail {

/// |c_L l + c_R r|^2 summed over pairs of amplitudes (l, r) that interfere, |c_L l - c_R r|^2 over those that do with the
/// opposite sign, and c_L^2 |l|^2 + c_R^2 |r|^2 over those that do not.
template <class Real>
struct square_sum {
  Real vector = Real(0), axial = Real(0), mixed = Real(0);

  constexpr void add(complex<Real> const& l, complex<Real> const& r) {
    complex<Real> const sum = l + r, difference = r - l;
    vector += norm(sum);
    axial += norm(difference);
    mixed += 2 * dot(sum, difference);
  }

  constexpr void add_opposite(complex<Real> const& l, complex<Real> const& r) {
    complex<Real> const sum = l + r, difference = r - l;
    vector += norm(difference);
    axial += norm(sum);
    mixed += 2 * dot(sum, difference);
  }

  constexpr void add_alone(complex<Real> const& l, complex<Real> const& r) {
    Real const left = norm(l), right = norm(r);
    vector += left + right;
    axial += left + right;
    mixed += 2 * (right - left);
  }

  constexpr vector_axial_form<Real> times(Real factor) const {
    return {factor * vector, factor * axial, factor * mixed};
  }
};

} // namespace detail

template <class Real>
constexpr photon_contractions<Real> contract_photon(lepton_state<Real> const& s, Real mass_minus,
                                                    Real mass_plus) {
  auto const [l, r, factor] = detail::components_of_current(s, mass_minus, mass_plus);
  // a real transverse h of any direction averages to the sum of the two circular ones; a spin that is flipped for one
  // chirality is not for the other
  detail::square_sum<Real> transverse;
  transverse.add(l.lowering.none, r.lowering.both_flip);
  transverse.add(l.lowering.both_flip, r.lowering.none);
  transverse.add_opposite(l.lowering.near_flip, r.lowering.near_flip);
  transverse.add_opposite(l.lowering.far_flip, r.lowering.far_flip);
  transverse.add_opposite(l.raising_far, r.raising_far);
  transverse.add_alone(l.raising_none, r.raising_none);
  detail::square_sum<Real> scalar;
  scalar.add_opposite(l.along_far, r.along_far);
  scalar.add_alone(l.along_none, r.along_none);
  return {transverse.times(factor), scalar.times(4 * s.q2 * factor)};
}

/// W_E |h.L|^2 + W_M (-g_{mu nu} L^{mu nu}) for given couplings: what a target of spin 1/2 needs.
template <class Real>
constexpr Real contract_half(lepton_state<Real> const& s, Real mass_minus, Real mass_plus,
                             photon_polarisation<Real> const& h, Real electric, Real magnetic, Real c_left,
                             Real c_right) {
  auto const [left, right, factor] = detail::components_of_current(s, mass_minus, mass_plus);
  auto const& l = left;
  auto const& r = right;
  Real const raising = norm(c_left * l.raising_none) + norm(c_right * r.raising_none) +
                       norm(c_left * l.raising_far - c_right * r.raising_far);
  Real const transverse = sum_of_squares(l.lowering, r.lowering, c_left, c_right) + raising;
  Real const scalar = norm(c_left * l.along_none) + norm(c_right * r.along_none) +
                      norm(c_left * l.along_far - c_right * r.along_far);
  Real const metric = 2 * transverse - 4 * s.q2 * scalar;
  return factor * (electric * sum_of_squares(left(h), right(h), c_left, c_right) + magnetic * metric);
}

} // namespace trident
