// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <trident/kinematics/lepton_state.hpp>

// The lepton current with explicit Dirac matrices and explicit spinors, from its Feynman rules: what the closed form of
// the library is compared with. Nothing of the amplitude headers is used.
//
// Light-cone components p^+- = p^0 +- p^3, p_perp = p^1 + i p^2; a.b = (a^+ b^- + a^- b^+)/2 - Re(a_perp b_perp^*).
// Matrices in the chiral representation: gamma^mu = ((0, sigma^mu), (sigmabar^mu, 0)), gamma5 = diag(-1, -1, 1, 1).

namespace trident_test {

using quad = boost::multiprecision::cpp_bin_float_quad;

template <class Real>
struct complex_number {
  Real re = 0;
  Real im = 0;

  friend complex_number operator+(complex_number const& a, complex_number const& b) {
    return {a.re + b.re, a.im + b.im};
  }
  friend complex_number operator-(complex_number const& a, complex_number const& b) {
    return {a.re - b.re, a.im - b.im};
  }
  friend complex_number operator*(complex_number const& a, complex_number const& b) {
    return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
  }
  friend complex_number operator*(Real const& a, complex_number const& b) { return {a * b.re, a * b.im}; }
  complex_number operator-() const { return {-re, -im}; }
  complex_number conjugate() const { return {re, -im}; }
  Real squared() const { return re * re + im * im; }
  bool is_zero() const { return re == 0 && im == 0; }
};

/// A four-vector, complex in general: `bar` is p^1 - i p^2.
template <class Real>
struct light_cone {
  complex_number<Real> plus, minus, perp, bar;

  friend light_cone operator+(light_cone const& a, light_cone const& b) {
    return {a.plus + b.plus, a.minus + b.minus, a.perp + b.perp, a.bar + b.bar};
  }
  friend light_cone operator-(light_cone const& a, light_cone const& b) {
    return {a.plus - b.plus, a.minus - b.minus, a.perp - b.perp, a.bar - b.bar};
  }
};

template <class Real>
light_cone<Real> real_vector(Real const& plus, Real const& minus, complex_number<Real> const& perp) {
  return {{plus, 0}, {minus, 0}, perp, perp.conjugate()};
}

/// Of real vectors.
template <class Real>
Real product(light_cone<Real> const& a, light_cone<Real> const& b) {
  return (a.plus.re * b.minus.re + a.minus.re * b.plus.re) / 2 - a.perp.re * b.perp.re -
         a.perp.im * b.perp.im;
}

template <class Real>
using spinor = std::array<complex_number<Real>, 4>;
template <class Real>
using matrix = std::array<spinor<Real>, 4>;

/// v-slash + m
template <class Real>
matrix<Real> slash(light_cone<Real> const& v, Real const& mass) {
  using z = complex_number<Real>;
  z const m{mass, 0}, zero{};
  return {{{m, zero, v.minus, -v.bar},
           {zero, m, -v.perp, v.plus},
           {v.plus, v.bar, m, zero},
           {v.perp, v.minus, zero, m}}};
}

template <class Real>
spinor<Real> operator*(matrix<Real> const& a, spinor<Real> const& column) {
  spinor<Real> result{};
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      if (!a[i][j].is_zero()) result[i] = result[i] + a[i][j] * column[j];
  return result;
}

template <class Real>
spinor<Real> operator*(spinor<Real> const& row, matrix<Real> const& a) {
  spinor<Real> result{};
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      if (!a[i][j].is_zero()) result[j] = result[j] + row[i] * a[i][j];
  return result;
}

template <class Real>
complex_number<Real> operator*(spinor<Real> const& row, spinor<Real> const& column) {
  complex_number<Real> sum{};
  for (std::size_t i = 0; i < 4; ++i) sum = sum + row[i] * column[i];
  return sum;
}

/// gamma5 on either side: the matrix is diagonal.
template <class Real>
spinor<Real> gamma5(spinor<Real> const& s) {
  return {-s[0], -s[1], s[2], s[3]};
}

/// s^dagger gamma^0
template <class Real>
spinor<Real> bar(spinor<Real> const& s) {
  return {s[2].conjugate(), s[3].conjugate(), s[0].conjugate(), s[1].conjugate()};
}

/// sqrt(p.sigma) xi above sqrt(p.sigmabar) xi, xi = (1, 0) or (0, 1): sum over both of u ubar is p-slash + m.
/// `sign` = -1 gives v instead: sum of v vbar is p-slash - m.
template <class Real>
std::array<spinor<Real>, 2> spinors(light_cone<Real> const& p, Real const& mass, int sign) {
  using std::sqrt;
  using z = complex_number<Real>;
  Real const over = 1 / sqrt(p.plus.re + p.minus.re + 2 * mass);
  Real const lower = sign * over;
  z const m{mass, 0};
  return {{{over * (p.minus + m), over * -p.perp, lower * (p.plus + m), lower * p.perp},
           {over * -p.bar, over * (p.plus + m), lower * p.bar, lower * (p.minus + m)}}};
}

/// chi chi^dagger = p.sigma: the left-handed spinor of a massless particle.
template <class Real>
std::array<complex_number<Real>, 2> left_spinor(light_cone<Real> const& p) {
  using std::sqrt;
  if (p.plus.re > p.minus.re) {
    Real const root = sqrt(p.plus.re);
    return {{(-1 / root) * p.bar, {root, 0}}};
  }
  Real const root = sqrt(p.minus.re);
  return {{{root, 0}, (-1 / root) * p.perp}};
}

enum class neutrino_kind { particle, antiparticle };

/// J^a = ubar(k') gamma^a P_L u(k), or vbar(k) gamma^a P_L v(k') for antineutrinos.
template <class Real>
light_cone<Real> neutrino_current(light_cone<Real> const& in, light_cone<Real> const& out,
                                  neutrino_kind kind) {
  bool const particle = kind == neutrino_kind::particle;
  auto const left = left_spinor(particle ? out : in);
  auto const right = left_spinor(particle ? in : out);
  auto const term = [&](std::size_t i, std::size_t j) { return Real(2) * (left[i].conjugate() * right[j]); };
  return {term(1, 1), term(0, 0), -term(0, 1), -term(1, 0)};
}

/// The momenta of nu(k) + photon*(q) -> nu'(k') l-(p-) l+(p+) and what the current needs.
template <class Real>
struct exact_momenta {
  light_cone<Real> k, q, k_prime, p_minus, p_plus;
  Real mass_minus, mass_plus;
};

/// The current L^mu for one pair of charged-lepton spins, vector or axial coupling.
/// Components along the basis: L.n with n = (plus 1), (minus 1), (perp 1), (perp i).
template <class Real>
using current_components = std::array<complex_number<Real>, 4>;

template <class Real>
struct spin_current {
  current_components<Real> vector, axial;
};

/// L^mu = J_a ubar(p-) Gamma^{a mu} v(p+) for the four spin configurations, with
/// Gamma_{a mu} = - gamma_mu (p-slash - qslash + m-) V_a/D- - V_a (qslash - p+slash + m+) gamma_mu/D+.
template <class Real>
std::array<spin_current<Real>, 4> lepton_current(exact_momenta<Real> const& p, neutrino_kind kind) {
  using z = complex_number<Real>;
  Real const zero(0), one(1);
  std::array<light_cone<Real>, 4> const basis = {real_vector(one, zero, z{}), real_vector(zero, one, z{}),
                                                 real_vector(zero, zero, z{one, zero}),
                                                 real_vector(zero, zero, z{zero, one})};
  Real const q2 = -product(p.q, p.q);
  Real const over_minus = -1 / (q2 + 2 * product(p.q, p.p_minus));
  Real const over_plus = -1 / (q2 + 2 * product(p.q, p.p_plus));
  auto const current = slash(neutrino_current(p.k, p.k_prime, kind), zero);
  auto const line_minus = slash(p.p_minus - p.q, p.mass_minus);
  auto const line_plus = slash(p.q - p.p_plus, p.mass_plus);
  auto const u = spinors(p.p_minus, p.mass_minus, 1);
  auto const v = spinors(p.p_plus, p.mass_plus, -1);

  std::array<spin_current<Real>, 4> result{};
  for (std::size_t n = 0; n < 4; ++n) {
    auto const photon = slash(basis[n], zero);
    for (std::size_t i = 0; i < 2; ++i) {
      spinor<Real> const row = bar(u[i]) * photon * line_minus, weak_row = bar(u[i]) * current;
      for (std::size_t j = 0; j < 2; ++j) {
        spinor<Real> const column = line_plus * (photon * v[j]);
        auto& here = result[2 * i + j];
        here.vector[n] = over_minus * (row * (current * v[j])) + over_plus * (weak_row * column);
        here.axial[n] =
            over_minus * (row * (current * gamma5(v[j]))) + over_plus * (gamma5(weak_row) * column);
      }
    }
  }
  return result;
}

/// h.L for a real vector h.
template <class Real>
complex_number<Real> along(current_components<Real> const& current, light_cone<Real> const& h) {
  return h.plus.re * current[0] + h.minus.re * current[1] + h.perp.re * current[2] + h.perp.im * current[3];
}

/// Coefficients of c_L^2, c_R^2 and c_L c_R in the sum over spins.
template <class Real>
struct coefficients {
  Real left = 0, right = 0, mixed = 0;
};

template <class Real>
using coupled = std::array<complex_number<Real>, 2>; ///< vector, axial

/// Adds weight * a b^* to the coefficients: V_a = c_L gamma_a P_L + c_R gamma_a P_R, so that the amplitude of c_L is
/// half the difference of vector and axial, that of c_R half their sum.
template <class Real>
void add_product(coefficients<Real>& sum, int weight, coupled<Real> const& a, coupled<Real> const& b) {
  auto const dot = [](complex_number<Real> const& x, complex_number<Real> const& y) -> Real {
    return x.re * y.re + x.im * y.im;
  };
  auto const left_a = a[0] - a[1], right_a = a[0] + a[1], left_b = b[0] - b[1], right_b = b[0] + b[1];
  sum.left += weight * dot(left_a, left_b) / 4;
  sum.right += weight * dot(right_a, right_b) / 4;
  sum.mixed += weight * (dot(left_a, right_b) + dot(right_a, left_b)) / 4;
}

/// Spin sum of |h.L|^2.
template <class Real>
coefficients<Real> squared_along(std::array<spin_current<Real>, 4> const& currents,
                                 light_cone<Real> const& h) {
  coefficients<Real> sum;
  for (auto const& c : currents) {
    coupled<Real> const amplitude = {along(c.vector, h), along(c.axial, h)};
    add_product(sum, 1, amplitude, amplitude);
  }
  return sum;
}

/// Spin sum of -g_{mu nu} L^mu L^nu* = |L.e_1|^2 + |L.e_2|^2 - 4 Re(L.n_+ L.n_-^*), n_+ and n_- the first two of the basis.
template <class Real>
coefficients<Real> minus_metric(std::array<spin_current<Real>, 4> const& currents) {
  coefficients<Real> sum;
  for (auto const& c : currents) {
    std::array<coupled<Real>, 4> component;
    for (std::size_t n = 0; n < 4; ++n) component[n] = {c.vector[n], c.axial[n]};
    add_product(sum, -4, component[0], component[1]);
    add_product(sum, 1, component[2], component[2]);
    add_product(sum, 1, component[3], component[3]);
  }
  return sum;
}

/// The exact point next to a state in double precision: of the fractions and of the transverse momenta the two smaller
/// ones are taken as they stand, the largest follows from conservation, and k.q from that of the remaining component.
/// In the frame where q^- = 1 and k = (k^+, 0, 0).
template <class Real>
exact_momenta<Real> momenta_of(trident::lepton_state<double> const& s, double mass_minus, double mass_plus) {
  using z = complex_number<Real>;
  std::array<Real, 3> x = {Real(s.x_nu), Real(s.x_minus), Real(s.x_plus)};
  std::array<z, 3> kappa = {z{Real(s.kappa_nu), Real(0)}, z{Real(s.kappa_minus.re), Real(s.kappa_minus.im)},
                            z{Real(s.kappa_plus.re), Real(s.kappa_plus.im)}};
  std::array<Real, 3> const mass = {Real(0), Real(mass_minus), Real(mass_plus)};
  std::size_t largest = 0, farthest = 0;
  for (std::size_t i = 1; i < 3; ++i) {
    if (x[i] > x[largest]) largest = i;
    if (kappa[i].squared() > kappa[farthest].squared()) farthest = i;
  }
  x[largest] = 1 - x[(largest + 1) % 3] - x[(largest + 2) % 3];
  kappa[farthest] = -(kappa[(farthest + 1) % 3] + kappa[(farthest + 2) % 3]);

  Real const q2(s.q2);
  Real k_plus = q2;
  std::array<light_cone<Real>, 3> p;
  for (std::size_t i = 0; i < 3; ++i) {
    Real const plus = (mass[i] * mass[i] + kappa[i].squared()) / x[i];
    k_plus += plus;
    p[i] = real_vector(plus, x[i], kappa[i]);
  }
  return {real_vector(k_plus, Real(0), z{}),
          real_vector(Real(-q2), Real(1), z{}),
          p[0],
          p[1],
          p[2],
          mass[1],
          mass[2]};
}

} // namespace trident_test
