// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "cube_points.hpp"
#include "electroweak_states.hpp"

// Random points of nu gamma* -> nu' l- l+, with a W that may be real, made on the light cone: no phase-space map of the
// library is in them.

namespace trident_test {

/// x spread over decades next to 0.
inline double log_uniform(cube_points& draw, double low, double high) {
  return low * std::pow(high / low, draw.uniform());
}

/// k, k' and l+ or l- (the one that the W decays to): p+ with the squared mass w2 of nu' and that lepton.
struct w_decay {
  double w2;      ///< (k' + p+)^2 [GeV^2]
  double share;   ///< of p+ in the fraction of both
  double azimuth; ///< around their sum
};

/// With l- of fraction x and transverse momentum `kappa` along the real axis.
template <class Real>
exact_momenta<Real> decayed(Real const& q2, Real const& x, Real const& kappa, w_decay const& decay,
                            std::pair<Real, Real> const& masses) {
  using std::cos;
  using std::sin;
  using std::sqrt;
  using z = complex_number<Real>;
  Real const share(decay.share), mass_squared = masses.second * masses.second;
  // w2 = m+^2/share + r^2/(share (1 - share))
  Real const squared = (1 - share) * (share * Real(decay.w2) - mass_squared);
  Real const r = sqrt(squared > 0 ? squared : Real(0)), phi(decay.azimuth), zero(0), left = 1 - x;
  z const relative{r * cos(phi), r * sin(phi)}, minus{kappa, zero}, with = -share * minus + relative;
  Real const rest = share - 1;
  z const nu = rest * minus - relative, turn = (1 / sqrt(nu.squared())) * nu.conjugate();
  Real const x_nu = left * (1 - share), x_plus = left * share;
  return momenta_on_light_cone<Real>(q2, {x_nu, x, x_plus}, {turn * nu, turn * minus, turn * with},
                                     {zero, masses.first, masses.second});
}

/// The target where it moves as the point wants it: energy such that R is a few to a million.
template <class Real>
exact_point<Real> with_target(exact_momenta<Real> const& p, cube_points& draw, double target_mass) {
  using std::cos;
  using std::sin;
  using std::sqrt;
  Real const k_dot_q = p.k.plus.re / 2, q2 = -p.q.plus.re, mass(target_mass);
  // R = Q2 E (E - k.q/M)/(k.q)^2
  Real const r = 1 + Real(log_uniform(draw, 1e-3, 1e6));
  Real const half = k_dot_q / (2 * mass), energy = half + sqrt(half * half + r * k_dot_q * k_dot_q / q2);
  Real const phi(2 * std::numbers::pi * draw.uniform()), across = sqrt(r - 1);
  return {p, target_over_mass(p, energy, mass, {across * cos(phi), across * sin(phi)})};
}

/// A point where the squared mass of the W is `w2`, anywhere in the rest of phase space.
template <class Real>
exact_point<Real> random_point(cube_points& draw, std::pair<Real, Real> const& masses, double w2,
                               double target_mass) {
  double const m_plus = static_cast<double>(masses.second), m_minus = static_cast<double>(masses.first);
  double const lowest = m_plus * m_plus / w2;
  double const share =
      lowest + (1 - lowest) * (draw.uniform() < 0.5 ? draw.uniform() : log_uniform(draw, 1e-4, 1));
  double const x = draw.uniform() < 0.5 ? 0.001 + 0.998 * draw.uniform() : log_uniform(draw, 1e-6, 0.9);
  double const q2 = log_uniform(draw, 1e-9, 3);
  double const kappa = log_uniform(draw, 0.03 * m_minus, std::sqrt(w2) + 1);
  w_decay const decay{w2, share, 2 * std::numbers::pi * draw.uniform()};
  return with_target(decayed<Real>(Real(q2), Real(x), Real(kappa), decay, masses), draw, target_mass);
}

/// The same of an antineutrino's channel, whose W is made with l+.
template <class Real>
exact_point<Real> random_point_of(cube_points& draw, std::pair<Real, Real> const& minus_and_plus,
                                  bool antineutrino, double w2, double target_mass) {
  if (!antineutrino) return random_point(draw, minus_and_plus, w2, target_mass);
  return exchanged(random_point<Real>(draw, {minus_and_plus.second, minus_and_plus.first}, w2, target_mass));
}

} // namespace trident_test
