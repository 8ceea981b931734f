// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/kinematics/lepton_state.hpp>
#include <trident/numerics/complex.hpp>

namespace trident {

/// A real vector h to contract the lepton current with, in the gauge h.k = 0 (physics: a multiple of q is added, which
/// current conservation allows, and which removes the cancellations between the two diagrams).
template <class Real>
struct photon_polarisation {
  // [PHYS:amplitude.gauge]
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
    // [PHYS:amplitude.chiral_form]
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
    // [PHYS:amplitude.vector_axial]
    Real const g_v = (c_right + c_left) / 2, g_a = (c_right - c_left) / 2;
    return g_v * g_v * vector + g_a * g_a * axial + g_v * g_a * mixed;
  }

  constexpr chiral_form<Real> chiral() const {
    // [PHYS:amplitude.vector_axial]
    return {(vector + axial - mixed) / 4, (vector + axial + mixed) / 4, (vector - axial) / 2};
  }
};

namespace detail {

/// One charged lepton as the amplitudes see it.
template <class Real>
struct lepton_line {
  Real x;              ///< light-cone fraction
  complex<Real> kappa; ///< [GeV]
  Real mass;           ///< [GeV]
  Real d;              ///< D [GeV^2]
};

/// Both leptons and what the two chiralities have in common. All amplitudes below are times D- D+, so that one division
/// serves them all.
template <class Real>
struct current_lines {
  lepton_line<Real> minus, plus;
  Real along;  ///< of h plus without flips, besides its term with G; changes sign with the chirality
  Real factor; ///< of squares of amplitudes
};

template <class Real>
constexpr current_lines<Real> lines_of_current(lepton_state<Real> const& s, lepton_line<Real> const& minus,
                                               lepton_line<Real> const& plus) {
  // [PHYS:amplitude.along]
  // x- D- and x+ D+, which are equal at T = 0, meet in the two diagrams: their difference without its cancellation
  Real const unbalance = s.x_nu * (s.q2 * (plus.x - minus.x) + (plus.d - minus.d)) +
                         (plus.mass - minus.mass) * (plus.mass + minus.mass) +
                         s.kappa_nu * (minus.kappa.re - plus.kappa.re);
  Real const fractions = minus.x * plus.x, both_d = minus.d * plus.d;
  return {minus, plus, s.kappa_nu * fractions * unbalance,
          // [PHYS:amplitude.factor]
          8 * s.k_dot_q / (s.x_nu * fractions * (both_d * both_d))};
}

template <class Real>
constexpr current_lines<Real> lines_of_current(lepton_state<Real> const& s, Real mass_minus, Real mass_plus) {
  return lines_of_current<Real>(s, {s.x_minus, s.kappa_minus, mass_minus, s.d_minus},
                                {s.x_plus, s.kappa_plus, mass_plus, s.d_plus});
}

/// G: what multiplies -h.q in the amplitude of the flip of `a`, over its mass.
template <class Real>
constexpr Real along_far_flip(Real x_nu, lepton_line<Real> const& a, lepton_line<Real> const& b) {
  // [PHYS:amplitude.along_far]
  return (x_nu * b.x) * (x_nu * a.d + a.x * (a.d + b.d));
}

/// conj(x_nu kappa_a - x_a kappa_nu): the spinor product of k' with the massless momentum that has the fraction and
/// transverse momentum of `a`, times sqrt(x_nu x_a).
template <class Real>
constexpr complex<Real> towards_neutrino(lepton_state<Real> const& s, lepton_line<Real> const& a) {
  // [PHYS:amplitude.towards_neutrino]
  return {s.x_nu * a.kappa.re - a.x * s.kappa_nu, -s.x_nu * a.kappa.im};
}

/// What multiplies eta*, eta (h transverse, as a complex number) and h plus in the four helicity amplitudes of one
/// chirality: no lepton's spin flipped against its chirality (`none`), that of `a` (`far`), that of `b` (`near`), both.
/// The components that are not listed are zero.
template <class Real>
struct photon_components {
  complex<Real> lowering_both, lowering_near, lowering_far, lowering_none;
  complex<Real> raising_far, raising_none;
  complex<Real> along_far, along_none;
};

/// Components for the chirality in which lepton `a` carries the spinor of k' and lepton `b` that of k; `along` as in
/// current_lines, its sign that of this chirality.
///
/// With the massless spinors |k> and |k'>, the chiral Fierz identity turns neutrino current times vertex into
/// 2 |k'>[k|, so that the amplitude is the sum of two products of spinor lines. Written in light-cone components, with
/// the massive spinors of l- and l+ quantised along k, they are the polynomials below (derived here; tested against
/// explicit Dirac matrices in quadruple precision). x and kappa as in lepton_state.
template <class Real>
constexpr photon_components<Real> chiral_components(lepton_state<Real> const& s, lepton_line<Real> const& a,
                                                    lepton_line<Real> const& b, Real along) {
  Real const from_a = b.x * b.d;
  complex<Real> const w = towards_neutrino(s, a);
  // [PHYS:amplitude.line_sums]
  complex<Real> const lowering = (a.d * (a.x + s.x_nu)) * b.kappa + from_a * a.kappa;
  complex<Real> const raising = conj(from_a * a.kappa - (a.d * b.x) * b.kappa);
  Real const from_neutrino = from_a * s.kappa_nu;
  Real const along_far = along_far_flip(s.x_nu, a, b);

  photon_components<Real> c;
  // [PHYS:amplitude.lowering_both]
  c.lowering_both = {a.mass * b.mass * (s.x_nu * a.d), Real(0)};
  // [PHYS:amplitude.lowering_near]
  c.lowering_near = (b.mass * a.d) * w;
  // [PHYS:amplitude.lowering_far]
  c.lowering_far = (a.mass * s.x_nu) * lowering;
  // [PHYS:amplitude.lowering_none]
  c.lowering_none = w * lowering + from_a * (a.x * s.x_nu * s.q2);
  // [PHYS:amplitude.raising_far]
  c.raising_far = a.mass * (s.x_nu * raising + from_neutrino);
  // [PHYS:amplitude.raising_none]
  c.raising_none = w * raising + from_neutrino * conj(a.kappa);
  // [PHYS:amplitude.along_far]
  c.along_far = {-a.mass * along_far, Real(0)};
  // [PHYS:amplitude.along_none]
  c.along_none = -along_far * conj(a.kappa) - along;
  return c;
}

/// The four amplitudes of one chirality for one h. `near_flip` lacks its factor eta*: it is squared, or interferes with
/// another of its kind.
template <class Real>
struct helicity_amplitudes {
  complex<Real> both_flip, near_flip, far_flip, none;
};

/// The same sums as in chiral_components, contracted with h before they are multiplied out, which takes fewer operations: h
/// enters by Z = kappa eta* of the two leptons. `along` is times h plus here.
template <class Real>
constexpr helicity_amplitudes<Real>
chiral_amplitudes(lepton_state<Real> const& s, photon_polarisation<Real> const& h, lepton_line<Real> const& a,
                  complex<Real> z_a, lepton_line<Real> const& b, complex<Real> z_b, Real along) {
  complex<Real> const eta = h.transverse;
  Real const from_a = b.x * b.d, back = a.x * s.kappa_nu;
  // [PHYS:amplitude.contracted]
  // as the fractions sum to 1, the sum of the coefficients of Im Z_b is 1
  complex<Real> const lines{a.d * (a.x + s.x_nu - b.x) * z_b.re + 2 * from_a * z_a.re, a.d * z_b.im};
  complex<Real> const far =
      s.x_nu * lines + (from_a * s.kappa_nu) * eta - h.plus * along_far_flip(s.x_nu, a, b);
  complex<Real> const none =
      conj(a.kappa) * far + (a.x * s.x_nu * s.q2 * from_a) * conj(eta) - back * lines - along;
  return {(a.mass * b.mass * (s.x_nu * a.d)) * conj(eta), (b.mass * a.d) * towards_neutrino(s, a),
          a.mass * far, none};
}

/// Both chiralities for one h. `right` has l- on the line of k, `left` has l+.
template <class Real>
struct contracted_current {
  helicity_amplitudes<Real> left, right;
  Real eta_squared;

  constexpr contracted_current(lepton_state<Real> const& s, current_lines<Real> const& lines,
                               photon_polarisation<Real> const& h)
      : contracted_current(s, lines, h, lines.minus.kappa * conj(h.transverse),
                           lines.plus.kappa * conj(h.transverse), h.plus * lines.along) {}

  constexpr contracted_current(lepton_state<Real> const& s, current_lines<Real> const& lines,
                               photon_polarisation<Real> const& h, complex<Real> z_minus,
                               complex<Real> z_plus, Real along_h)
      : left(chiral_amplitudes(s, h, lines.minus, z_minus, lines.plus, z_plus, along_h)),
        right(chiral_amplitudes(s, h, lines.plus, z_plus, lines.minus, z_minus, -along_h)),
        eta_squared(norm(h.transverse)) {}

  constexpr Real square(helicity_amplitudes<Real> const& a) const {
    // [PHYS:amplitude.spin_sum]
    return norm(a.both_flip) + norm(a.far_flip) + norm(a.none) + eta_squared * norm(a.near_flip);
  }

  /// Over c_L c_R: a spin that is flipped for one chirality is not for the other.
  constexpr Real interference() const {
    // [PHYS:amplitude.interference]
    return 2 * (dot(left.none, right.both_flip) + dot(left.both_flip, right.none) -
                dot(left.far_flip, right.far_flip) - eta_squared * dot(left.near_flip, right.near_flip));
  }
};

} // namespace detail

/// Spin-summed |h_mu L^mu|^2 with L^mu = J_a ubar(p-) Gamma^{a mu} v(p+), per chiral combination [GeV^2 h^2].
/// For antineutrinos exchange c_L and c_R.
template <class Real>
constexpr chiral_form<Real> contract(lepton_state<Real> const& s, Real mass_minus, Real mass_plus,
                                     photon_polarisation<Real> const& h) {
  auto const lines = detail::lines_of_current(s, mass_minus, mass_plus);
  detail::contracted_current<Real> const current(s, lines, h);
  return {lines.factor * current.square(current.left), lines.factor * current.square(current.right),
          lines.factor * current.interference()};
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
/// opposite sign, and c_L^2 |l|^2 + c_R^2 |r|^2 over those that do not: as a form in the couplings.
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

/// A real transverse h of any direction averages to the sum of the two circular ones; a spin that is flipped for one
/// chirality is not for the other.
template <class Real>
constexpr void add_transverse(square_sum<Real>& sum, photon_components<Real> const& l,
                              photon_components<Real> const& r) {
  // [PHYS:photon.transverse]
  sum.add(l.lowering_none, r.lowering_both);
  sum.add(l.lowering_both, r.lowering_none);
  sum.add_opposite(l.lowering_near, r.lowering_near);
  sum.add_opposite(l.lowering_far, r.lowering_far);
  sum.add_opposite(l.raising_far, r.raising_far);
  sum.add_alone(l.raising_none, r.raising_none);
}

template <class Real>
constexpr void add_scalar(square_sum<Real>& sum, photon_components<Real> const& l,
                          photon_components<Real> const& r) {
  // [PHYS:photon.scalar]
  sum.add_opposite(l.along_far, r.along_far);
  sum.add_alone(l.along_none, r.along_none);
}

} // namespace detail

template <class Real>
constexpr photon_contractions<Real> contract_photon(lepton_state<Real> const& s, Real mass_minus,
                                                    Real mass_plus) {
  auto const lines = detail::lines_of_current(s, mass_minus, mass_plus);
  auto const l = chiral_components(s, lines.minus, lines.plus, lines.along);
  auto const r = chiral_components(s, lines.plus, lines.minus, -lines.along);
  detail::square_sum<Real> transverse, scalar;
  add_transverse(transverse, l, r);
  add_scalar(scalar, l, r);
  // [PHYS:photon.scalar]
  return {transverse.times(lines.factor), scalar.times(4 * s.q2 * lines.factor)};
}

} // namespace trident
