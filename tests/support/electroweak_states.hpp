// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/kinematics/lepton_state.hpp>

#include "../data/electroweak_points.hpp"
#include "electroweak_dirac.hpp"

// One point of nu gamma* -> nu' l- l+ for both sides: exact momenta for Dirac matrices, a lepton_state for the library.

namespace trident_test {

/// On the light cone, in the frame where k = (k^+, 0, 0) and q^- = 1; the transverse momentum of nu' is real and positive.
template <class Real>
struct exact_point {
  exact_momenta<Real> momenta;
  light_cone<Real> target; ///< its momentum P over its mass, no multiple of q taken away
};

/// The largest fraction and transverse momentum, and k^+, follow from conservation.
template <class Real>
exact_momenta<Real> momenta_on_light_cone(Real const& q2, std::array<Real, 3> x,
                                          std::array<complex_number<Real>, 3> kappa,
                                          std::array<Real, 3> const& mass) {
  using std::sqrt;
  std::size_t largest = 0, farthest = 0;
  for (std::size_t i = 1; i < 3; ++i) {
    if (x[i] > x[largest]) largest = i;
    if (kappa[i].squared() > kappa[farthest].squared()) farthest = i;
  }
  x[largest] = 1 - x[(largest + 1) % 3] - x[(largest + 2) % 3];
  kappa[farthest] = -(kappa[(farthest + 1) % 3] + kappa[(farthest + 2) % 3]);
  Real k_plus = q2;
  std::array<light_cone<Real>, 3> p;
  for (std::size_t i = 0; i < 3; ++i) {
    Real const plus = (mass[i] * mass[i] + kappa[i].squared()) / x[i];
    k_plus += plus;
    p[i] = real_vector(plus, x[i], kappa[i]);
  }
  complex_number<Real> const none{};
  Real const zero(0), one(1), q_plus = -q2;
  return {
      real_vector(k_plus, zero, none), real_vector(q_plus, one, none), p[0], p[1], p[2], mass[1], mass[2]};
}

/// P/M from P.k = M E and P.q = -Q2/2; `across` is its transverse part.
template <class Real>
light_cone<Real> target_over_mass(exact_momenta<Real> const& p, Real const& energy, Real const& mass,
                                  complex_number<Real> const& across) {
  Real const minus = 2 * energy / p.k.plus.re, q2 = -p.q.plus.re, plus = q2 * (minus - 1 / mass);
  return real_vector(plus, minus, across);
}

/// The same in units of another frame: fractions p^-/q^- and p_perp - (p^-/q^-) q_perp, turned by a phase.
template <class Real>
struct frame_of_q {
  Real over_q_minus;
  complex_number<Real> q_perp, turn;

  complex_number<Real> across(Real const& minus, complex_number<Real> const& perp) const {
    return turn * (perp - (minus * over_q_minus) * q_perp);
  }
};

/// Spatial momentum and mass of a particle.
template <class Real>
light_cone<Real> on_shell(std::array<Real, 3> const& p, Real const& mass) {
  using std::sqrt;
  complex_number<Real> const perp{p[0], p[1]};
  Real const across = mass * mass + perp.squared(), energy = sqrt(across + p[2] * p[2]);
  Real const forward = p[2] > 0 ? Real(energy + p[2]) : Real(energy - p[2]), back = across / forward;
  return p[2] > 0 ? real_vector(forward, back, perp) : real_vector(back, forward, perp);
}

template <class Real>
std::array<Real, 3> numbers_of(std::array<char const*, 3> const& text) {
  return {Real(text[0]), Real(text[1]), Real(text[2])};
}

/// A point of the reference file. nu' is brought onto the mass shell of l+ by a factor, in the last digits of the file.
template <class Real>
exact_point<Real> exact_point_of(electroweak_point const& point, Real const& mass_minus,
                                 Real const& mass_plus) {
  using std::sqrt;
  Real const energy(point.energy), mass(point.target_mass), zero(0);
  auto const recoil = numbers_of<Real>(point.target);
  Real const squared = recoil[0] * recoil[0] + recoil[1] * recoil[1] + recoil[2] * recoil[2];
  Real const q_energy = -squared / (mass + sqrt(mass * mass + squared)); // M - E(P')
  Real const q_plus = q_energy - recoil[2], q_minus = q_energy + recoil[2], k_plus = 2 * energy;
  auto const q = real_vector(q_plus, q_minus, complex_number<Real>{-recoil[0], -recoil[1]});
  auto const k = real_vector(k_plus, zero, complex_number<Real>{});
  auto const minus = on_shell(numbers_of<Real>(point.minus), mass_minus);
  auto nu = on_shell(numbers_of<Real>(point.neutrino), zero);
  auto const rest = k + q - minus;
  Real const factor = (product(rest, rest) - mass_plus * mass_plus) / (2 * product(rest, nu));
  nu = complex_number<Real>{factor, 0} * nu;
  auto const plus = rest - nu;

  frame_of_q<Real> frame{1 / q_minus, q.perp, {1, 0}};
  auto const along = frame.across(nu.minus.re, nu.perp);
  frame.turn = (1 / sqrt(along.squared())) * along.conjugate();
  auto const fraction = [&](light_cone<Real> const& p) -> Real { return p.minus.re / q_minus; };
  auto const kappa = [&](light_cone<Real> const& p) { return frame.across(p.minus.re, p.perp); };
  Real const q2 = -product(q, q);
  auto const momenta =
      momenta_on_light_cone<Real>(q2, {fraction(nu), fraction(minus), fraction(plus)},
                                  {kappa(nu), kappa(minus), kappa(plus)}, {zero, mass_minus, mass_plus});
  return {momenta, target_over_mass(momenta, energy, mass, frame.across(Real(1), {}))};
}

/// To a number or to every lane of a pack.
template <class Number, class Real>
Number rounded(Real const& x) {
  if constexpr (requires { static_cast<Number>(x); })
    return static_cast<Number>(x);
  else
    return Number(static_cast<double>(x));
}

/// Of the library, in any real type.
template <class Number, class Real>
trident::lepton_state<Number> state_of(exact_momenta<Real> const& p) {
  auto const number = [](Real const& x) { return rounded<Number>(x); };
  auto const across = [&](light_cone<Real> const& a) {
    return trident::detail::complex<Number>{number(a.perp.re), number(a.perp.im)};
  };
  Real const k_dot_q = p.k.plus.re / 2, q2 = -p.q.plus.re;
  auto const propagator = [&](light_cone<Real> const& a) -> Real {
    return q2 * (1 - a.minus.re) + a.plus.re;
  };
  return {number(k_dot_q),
          number(q2),
          number(2 * k_dot_q * p.k_prime.minus.re),
          number(p.k_prime.minus.re),
          number(p.p_minus.minus.re),
          number(p.p_plus.minus.re),
          number(p.k_prime.perp.re),
          across(p.p_minus),
          across(p.p_plus),
          number(propagator(p.p_minus)),
          number(propagator(p.p_plus))};
}

/// h in the gauge of the library: h.k = 0, by a multiple of q.
template <class Number, class Real>
trident::photon_polarisation<Number> polarisation_of(light_cone<Real> const& h,
                                                     exact_momenta<Real> const& p) {
  Real const plus = h.plus.re - h.minus.re * p.q.plus.re;
  return {rounded<Number>(plus), {rounded<Number>(h.perp.re), rounded<Number>(h.perp.im)}};
}

/// In the laboratory, k along z: p^- times q^- = k.q/E, and kappa plus x times the transverse momentum of q, whose axes are
/// those of kappa.
template <class Real>
exact_momenta<Real> in_laboratory(exact_momenta<Real> const& p, Real const& energy,
                                  complex_number<Real> const& q_across) {
  Real const q_minus = p.k.plus.re / (2 * energy), zero(0), k_plus = 2 * energy;
  auto const moved = [&](light_cone<Real> const& a, Real const& square) {
    complex_number<Real> const across = a.perp + a.minus.re * q_across;
    Real const minus = a.minus.re * q_minus, plus = (square + across.squared()) / minus;
    return real_vector(plus, minus, across);
  };
  return {real_vector(k_plus, zero, complex_number<Real>{}),
          moved(p.q, p.q.plus.re), // its square is -Q2
          moved(p.k_prime, zero),
          moved(p.p_minus, Real(p.mass_minus * p.mass_minus)),
          moved(p.p_plus, Real(p.mass_plus * p.mass_plus)),
          p.mass_minus,
          p.mass_plus};
}

/// The energy and the transverse momentum of q in the laboratory, where the target is at rest.
template <class Real>
exact_momenta<Real> in_laboratory(exact_point<Real> const& point) {
  auto const& p = point.momenta;
  Real const q_minus = 1 / point.target.minus.re, energy = p.k.plus.re / (2 * q_minus); // P^-/M = 1
  return in_laboratory<Real>(p, energy, -q_minus * point.target.perp);
}

/// The mirror image, in a plane that holds k and q.
template <class Real>
light_cone<Real> mirrored(light_cone<Real> const& a) {
  return {a.plus, a.minus, a.bar, a.perp};
}
template <class Real>
exact_point<Real> mirrored(exact_point<Real> const& p) {
  auto const& m = p.momenta;
  return {{m.k, m.q, mirrored(m.k_prime), mirrored(m.p_minus), mirrored(m.p_plus), m.mass_minus, m.mass_plus},
          mirrored(p.target)};
}

/// The charged leptons exchanged.
template <class Real>
exact_point<Real> exchanged(exact_point<Real> const& p) {
  auto const& m = p.momenta;
  return {{m.k, m.q, m.k_prime, m.p_plus, m.p_minus, m.mass_plus, m.mass_minus}, p.target};
}

} // namespace trident_test
