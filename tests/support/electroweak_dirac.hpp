// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "dirac.hpp"

// The full electroweak current nu gamma* -> nu' l- l+ from its Feynman rules: Z, W and the photon on each charged lepton
// and on the W, in the unitary gauge, with explicit 4x4 matrices and spinors for neutrinos and for antineutrinos. What the
// light-cone form of the library is compared with; nothing of the library's amplitude is used.
//
// Normalised as the contact current: M = (G_F/sqrt2) (e^2/Q2) L^mu h_mu, L = L_Z + L_W,
//   L_Z^mu = J_a { zeta(T) ubar(p-) [gamma^mu S(p- - q) G^a + G^a S(q - p+) gamma^mu] v(p+) },
//   L_W^mu = -4 { f2 [A1^mu.B - (w2.A1^mu)(w2.B)/mu2] + f1 [A.B1^mu - (w1.A)(w1.B1^mu)/mu2] + Gamma^{mu c d} At_c Bt_d/mu2 }
// with complex mu2 = M_W^2 - i M_W Gamma_W wherever the squared mass of the W stands.

namespace trident_test {

template <class Real>
complex_number<Real> reciprocal(complex_number<Real> const& z) {
  return (1 / z.squared()) * z.conjugate();
}

template <class Real>
light_cone<Real> operator*(complex_number<Real> const& z, light_cone<Real> const& a) {
  return {z * a.plus, z * a.minus, z * a.perp, z * a.bar};
}

/// Of complex vectors, neither of them conjugated.
template <class Real>
complex_number<Real> scalar_product(light_cone<Real> const& a, light_cone<Real> const& b) {
  return Real(0.5) * (a.plus * b.minus + a.minus * b.plus - a.perp * b.bar - a.bar * b.perp);
}

/// The vectors whose scalar product with a gives half of a^-, a^+, and -1/2 times a^bar, a^perp.
template <class Real>
std::array<light_cone<Real>, 4> light_cone_basis() {
  complex_number<Real> const one{1, 0}, no{};
  return {{{one, no, no, no}, {no, one, no, no}, {no, no, one, no}, {no, no, no, one}}};
}

/// The vector a with a.n = f(n).
template <class Real, class F>
light_cone<Real> vector_from_products(F const& f) {
  auto const n = light_cone_basis<Real>();
  Real const two(2), minus_two(-2);
  return {two * f(n[1]), two * f(n[0]), minus_two * f(n[3]), minus_two * f(n[2])};
}

/// row gamma^a column
template <class Real>
light_cone<Real> vector_current(spinor<Real> const& row, spinor<Real> const& column) {
  return vector_from_products<Real>(
      [&](light_cone<Real> const& n) { return row * (slash(n, Real(0)) * column); });
}

/// P_L on a spinor; on a row of the form ubar gamma^a it stands right of the gamma matrix.
template <class Real>
spinor<Real> left_part(spinor<Real> const& s) {
  complex_number<Real> const no{};
  return {s[0], s[1], no, no};
}
template <class Real>
spinor<Real> right_part(spinor<Real> const& s) {
  complex_number<Real> const no{};
  return {no, no, s[2], s[3]};
}

/// Spins quantised along k, which has p^- = 0: {unflipped, flipped} against the left-handed current. `sign` = 1 for u, -1
/// for v.
template <class Real>
std::array<spinor<Real>, 2> light_cone_spinors(light_cone<Real> const& p, Real const& mass, int sign) {
  using std::sqrt;
  Real const x = p.minus.re, over = 1 / sqrt(x);
  complex_number<Real> const no{}, m{mass * over, 0};
  complex_number<Real> const signed_m = Real(sign) * m;
  Real const sign_over = sign * over;
  complex_number<Real> const own{x * over, 0}, other{sign_over * x, 0};
  spinor<Real> const unflipped = {own, -over * p.perp, signed_m, no},
                     flipped = {no, m, sign_over * p.bar, other};
  return {unflipped, flipped};
}

/// Spins along the momentum in the frame of p: {helicity of the left-handed current, the other}, which is -, + for u and
/// +, - for v.
template <class Real>
std::array<spinor<Real>, 2> helicity_spinors(light_cone<Real> const& p, Real const& mass, int sign) {
  using std::sqrt;
  using z = complex_number<Real>;
  Real const p_z = (p.plus.re - p.minus.re) / 2, energy = (p.plus.re + p.minus.re) / 2;
  Real const momentum = sqrt(p_z * p_z + p.perp.squared());
  Real const high = sqrt(energy + momentum), low = mass / high;
  // sigma.p chi = -|p| chi and +|p| chi
  bool const forward = p_z > 0;
  Real const along = forward ? momentum + p_z : p.perp.squared() / (momentum - p_z);
  Real const over = 1 / sqrt(2 * momentum * along);
  std::array<z, 2> const against = {over * -p.bar, z{over * along, 0}},
                         with = {z{over * along, 0}, over * p.perp};
  Real const sign_low = sign * low, sign_high = sign * high;
  spinor<Real> const own = {high * against[0], high * against[1], sign_low * against[0],
                            sign_low * against[1]};
  spinor<Real> const other = {low * with[0], low * with[1], sign_high * with[0], sign_high * with[1]};
  return {own, other};
}

/// What is exchanged. The signs are 1 except where a test breaks them.
template <class Real>
struct electroweak_rules {
  complex_number<Real> w_mass_squared; ///< mu2 [GeV^2]
  Real z_mass_squared;                 ///< [GeV^2]
  Real w_photon_sign = 1;              ///< of the vertex of two W and the photon
};

template <class Real>
electroweak_rules<Real> rules_of(Real const& w, Real const& w_width, Real const& z) {
  return {{w * w, -(w * w_width)}, z * z};
}

/// Couplings of the Z and of whatever else is exchanged between k, k' and the pair, each with its propagator included.
template <class Real>
struct pair_couplings {
  Real left, right;
  bool has_w;
};

/// A channel's two leptons in the order of the W diagrams: the one made together with the W, and the one the W decays to.
template <class Real>
struct w_diagrams {
  complex_number<Real> mu2, over_mu2, f1, f2;
  light_cone<Real> w1, w2, q;
  Real photon_sign;

  w_diagrams(electroweak_rules<Real> const& rules, light_cone<Real> const& first,
             light_cone<Real> const& second, light_cone<Real> const& photon, Real const& sign)
      : mu2(rules.w_mass_squared), over_mu2(reciprocal(mu2)), w1(first), w2(second), q(photon),
        photon_sign(sign) {
    complex_number<Real> const one{1, 0};
    f1 = reciprocal(one - over_mu2 * scalar_product(w1, w1));
    f2 = reciprocal(one - over_mu2 * scalar_product(w2, w2));
  }

  /// a.b - (w.a)(w.b)/mu2
  complex_number<Real> exchanged(light_cone<Real> const& w, light_cone<Real> const& a,
                                 light_cone<Real> const& b) const {
    return scalar_product(a, b) - over_mu2 * scalar_product(w, a) * scalar_product(w, b);
  }

  light_cone<Real> propagated(complex_number<Real> const& f, light_cone<Real> const& w,
                              light_cone<Real> const& a) const {
    return f * (a - (over_mu2 * scalar_product(w, a)) * w);
  }

  /// eps_mu Gamma^{mu c d} At_c Bt_d/mu2
  complex_number<Real> on_the_w(light_cone<Real> const& eps, light_cone<Real> const& a,
                                light_cone<Real> const& b) const {
    auto const at = propagated(f1, w1, a), bt = propagated(f2, w2, b);
    auto const vertex = scalar_product(at, bt) * scalar_product(eps, w1 + w2) -
                        scalar_product(eps, bt) * scalar_product(at, w2 + q) +
                        scalar_product(eps, at) * scalar_product(bt, q - w1);
    return photon_sign * (over_mu2 * vertex);
  }
};

/// The external states of one spin configuration: of l- and of l+.
template <class Real>
class electroweak_lines {
public:
  electroweak_lines(exact_momenta<Real> const& p, neutrino_kind kind, electroweak_rules<Real> const& rules,
                    pair_couplings<Real> const& couplings)
      : p_(p), particle_(kind == neutrino_kind::particle), couplings_(couplings),
        w_(rules, p.k - first(), p.k_prime + second(), p.q,
           particle_ ? rules.w_photon_sign : -rules.w_photon_sign),
        into_minus_(slash(p.p_minus - p.q, p.mass_minus)), into_plus_(slash(p.q - p.p_plus, p.mass_plus)),
        in_(massless(p.k)), out_(massless(p.k_prime)) {
    Real const q2 = -product(p.q, p.q);
    over_minus_ = -1 / (q2 + 2 * product(p.q, p.p_minus));
    over_plus_ = -1 / (q2 + 2 * product(p.q, p.p_plus));
    auto const current = particle_ ? vector_current(bar(out_), in_) : vector_current(bar(in_), out_);
    current_ = slash(current, Real(0));
  }

  /// L^mu for spinors ubar(p-) and v(p+).
  light_cone<Real> current(spinor<Real> const& u, spinor<Real> const& v) const {
    Real const minus_four(-4);
    auto const row = bar(u);
    return vector_from_products<Real>([&](light_cone<Real> const& n) {
      auto const photon = slash(n, Real(0));
      spinor<Real> const from_minus = row * photon * into_minus_, from_plus = into_plus_ * (photon * v);
      auto result = over_minus_ * chiral(from_minus, v) + over_plus_ * chiral(row, from_plus);
      if (couplings_.has_w)
        result = result + minus_four * charged(n, row, v, over_minus_, from_minus, over_plus_, from_plus);
      return result;
    });
  }

private:
  light_cone<Real> const& first() const { return particle_ ? p_.p_minus : p_.p_plus; }
  light_cone<Real> const& second() const { return particle_ ? p_.p_plus : p_.p_minus; }

  static spinor<Real> massless(light_cone<Real> const& p) {
    auto const left = left_spinor(p);
    complex_number<Real> const no{};
    return {left[0], left[1], no, no};
  }

  /// row J-slash (c_L P_L + c_R P_R) column
  complex_number<Real> chiral(spinor<Real> const& row, spinor<Real> const& column) const {
    return couplings_.left * (row * (current_ * left_part(column))) +
           couplings_.right * (row * (current_ * right_part(column)));
  }

  /// The three diagrams of the W for the polarisation eps.
  complex_number<Real> charged(light_cone<Real> const& eps, spinor<Real> const& row, spinor<Real> const& v,
                               Real const& over_minus, spinor<Real> const& from_minus, Real const& over_plus,
                               spinor<Real> const& from_plus) const {
    complex_number<Real> const minus{over_minus, 0}, plus{over_plus, 0};
    if (particle_) {
      auto const a = vector_current(row, in_), b = vector_current(bar(out_), left_part(v));
      auto const a1 = minus * vector_current(from_minus, in_);
      auto const b1 = plus * vector_current(bar(out_), left_part(from_plus));
      return w_.f2 * w_.exchanged(w_.w2, a1, b) + w_.f1 * w_.exchanged(w_.w1, a, b1) + w_.on_the_w(eps, a, b);
    }
    auto const a = vector_current(bar(in_), left_part(v)), b = vector_current(row, out_);
    auto const a1 = plus * vector_current(bar(in_), left_part(from_plus));
    auto const b1 = minus * vector_current(from_minus, out_);
    return w_.f2 * w_.exchanged(w_.w2, a1, b) + w_.f1 * w_.exchanged(w_.w1, a, b1) + w_.on_the_w(eps, a, b);
  }

  exact_momenta<Real> const& p_;
  bool particle_;
  pair_couplings<Real> couplings_;
  w_diagrams<Real> w_;
  matrix<Real> into_minus_, into_plus_, current_{};
  spinor<Real> in_, out_;
  Real over_minus_, over_plus_;
};

/// L^mu for two spins of l- times two of l+: entry 2 i + j.
template <class Real>
using electroweak_currents = std::array<light_cone<Real>, 4>;

template <class Real>
electroweak_currents<Real> currents_of(electroweak_lines<Real> const& lines,
                                       std::array<spinor<Real>, 2> const& minus,
                                       std::array<spinor<Real>, 2> const& plus) {
  return {lines.current(minus[0], plus[0]), lines.current(minus[0], plus[1]),
          lines.current(minus[1], plus[0]), lines.current(minus[1], plus[1])};
}

/// With spins along k.
template <class Real>
electroweak_currents<Real> electroweak_current_of(exact_momenta<Real> const& p, neutrino_kind kind,
                                                  electroweak_rules<Real> const& rules,
                                                  pair_couplings<Real> const& couplings) {
  electroweak_lines<Real> const lines(p, kind, rules, couplings);
  return currents_of(lines, light_cone_spinors(p.p_minus, p.mass_minus, 1),
                     light_cone_spinors(p.p_plus, p.mass_plus, -1));
}

/// With helicities in the frame of the momenta: the first of each lepton is that of the left-handed current, - of l- and +
/// of l+.
template <class Real>
electroweak_currents<Real> helicity_currents_of(exact_momenta<Real> const& p, neutrino_kind kind,
                                                electroweak_rules<Real> const& rules,
                                                pair_couplings<Real> const& couplings) {
  electroweak_lines<Real> const lines(p, kind, rules, couplings);
  return currents_of(lines, helicity_spinors(p.p_minus, p.mass_minus, 1),
                     helicity_spinors(p.p_plus, p.mass_plus, -1));
}

/// |h.L|^2 of each spin configuration.
template <class Real>
std::array<Real, 4> squares_along(electroweak_currents<Real> const& currents, light_cone<Real> const& h) {
  std::array<Real, 4> squares;
  for (std::size_t i = 0; i < 4; ++i) squares[i] = scalar_product(currents[i], h).squared();
  return squares;
}

/// -g_{mu nu} L^mu L^nu* of one spin configuration.
template <class Real>
Real minus_metric_of(light_cone<Real> const& l) {
  light_cone<Real> const conjugated{l.plus.conjugate(), l.minus.conjugate(), l.bar.conjugate(),
                                    l.perp.conjugate()};
  return -scalar_product(l, conjugated).re;
}

template <class Real>
Real spin_sum(std::array<Real, 4> const& a) {
  return a[0] + a[1] + a[2] + a[3];
}

template <class Real>
Real minus_metric_of(electroweak_currents<Real> const& currents) {
  std::array<Real, 4> each;
  for (std::size_t i = 0; i < 4; ++i) each[i] = minus_metric_of(currents[i]);
  return spin_sum(each);
}

/// Largest |q.L| over the larger of the terms it is made of.
template <class Real>
Real divergence(electroweak_currents<Real> const& currents, light_cone<Real> const& q) {
  using std::sqrt;
  Real largest = 0, scale = 0;
  for (auto const& l : currents) {
    Real const sum = scalar_product(l, q).squared();
    Real const terms = ((l.plus * q.minus).squared() + (l.minus * q.plus).squared() +
                        (l.perp * q.bar).squared() + (l.bar * q.perp).squared()) /
                       4;
    if (sum > largest) largest = sum;
    if (terms > scale) scale = terms;
  }
  return sqrt(largest / scale);
}

} // namespace trident_test
