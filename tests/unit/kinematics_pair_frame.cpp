// SPDX-License-Identifier: BSL-1.0

// Light-cone momenta from invariants, against four-vectors built by hand in the pair's rest frame.

#include "catch.hpp"

#include <array>
#include <cmath>
#include <limits>

#include <trident/amplitude/lepton_tensor.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/pair_frame.hpp>

#include "cube_points.hpp"

using namespace trident;
using trident_test::cube_points;

namespace {

template <class Real>
using vector4 = std::array<Real, 4>;

template <class Real>
Real dot(vector4<Real> const& a, vector4<Real> const& b) {
  return a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3];
}

/// A point by its invariants, with room everywhere: no end of phase space is near.
template <class Real>
struct invariants {
  pair_masses<Real> masses;
  Real k_dot_q, q2, excess, transfer, transfer_left, cos_theta, cos_phi, sin_phi;
};

template <class Real>
invariants<Real> draw_invariants(cube_points& random, pair_masses<Real> const& masses) {
  auto const between = [&](double low, double high) {
    return static_cast<Real>(low + (high - low) * random.uniform());
  };
  invariants<Real> p;
  p.masses = masses;
  p.q2 = std::exp(between(-6, 1));
  Real const threshold = masses.threshold_squared(), s = threshold * std::exp(between(0.5, 6));
  p.k_dot_q = (s + p.q2) / 2;
  p.excess = (s - threshold) * between(0.05, 0.95);
  Real const largest = (s + p.q2) * (s - threshold - p.excess) / s;
  Real const share = between(0.05, 0.95);
  p.transfer = largest * share;
  p.transfer_left = largest * (1 - share);
  p.cos_theta = between(-0.95, 0.95);
  Real const phi = between(0, 6.28);
  p.cos_phi = std::cos(phi);
  p.sin_phi = std::sin(phi);
  return p;
}

/// k, q, p- and p+ in the pair's rest frame, q along z and k in the xz plane.
template <class Real>
std::array<vector4<Real>, 4> by_hand(invariants<Real> const& p) {
  Real const squared = p.masses.threshold_squared() + p.excess, mass = std::sqrt(squared);
  Real const q0 = (squared - p.q2 + p.transfer) / (2 * mass), q = std::sqrt(q0 * q0 + p.q2);
  Real const k0 = (p.k_dot_q - p.transfer / 2) / mass, kz = (k0 * q0 - p.k_dot_q) / q;
  Real const kx = std::sqrt(k0 * k0 - kz * kz);
  Real const minus_squared = p.masses.minus * p.masses.minus, plus_squared = p.masses.plus * p.masses.plus;
  Real const e = (squared + minus_squared - plus_squared) / (2 * mass),
             momentum = std::sqrt(e * e - minus_squared);
  Real const sine = std::sqrt(1 - p.cos_theta * p.cos_theta);
  vector4<Real> const minus = {e, momentum * sine * p.cos_phi, momentum * sine * p.sin_phi,
                               momentum * p.cos_theta};
  return {{{k0, kx, 0, kz}, {q0, 0, 0, q}, minus, {mass - e, -minus[1], -minus[2], -minus[3]}}};
}

template <class Real>
void check_point(invariants<Real> const& p) {
  // the hand-made vectors subtract numbers that are up to e^12 times larger than their difference
  Real const rounding = 1e7 * std::numeric_limits<Real>::epsilon();
  auto const close = [&](Real a, Real b, Real scale) { CHECK(std::abs(a - b) <= rounding * scale); };

  auto const [k, q, minus, plus] = by_hand(p);
  pair_frame<Real> const pair(p.masses, p.excess, p.q2, p.transfer);
  Real const d_minus = p.q2 + 2 * dot(q, minus), d_plus = p.q2 + 2 * dot(q, plus);
  close(pair.sum, d_minus + d_plus, pair.sum);
  close(pair.maximum_minus + pair.minimum_plus, pair.sum, pair.sum);
  close(pair.maximum_plus + pair.minimum_minus, pair.sum, pair.sum);
  close(pair.maximum_minus - pair.minimum_minus, 2 * pair.slope, pair.sum);
  close(pair.energy_minus + pair.energy_plus, pair.mass, pair.mass);
  close(pair.energy_minus * pair.energy_minus - pair.momentum * pair.momentum,
        p.masses.minus * p.masses.minus, pair.mass * pair.mass);

  auto const s = make_lepton_state(pair, p.masses, p.k_dot_q, p.q2, p.transfer, p.transfer_left,
                                   d_minus / d_plus, p.cos_phi, p.sin_phi);
  close(s.d_minus, d_minus, pair.sum);
  close(s.d_plus, d_plus, pair.sum);
  close(s.x_minus, dot(k, minus) / p.k_dot_q, 1);
  close(s.x_plus, dot(k, plus) / p.k_dot_q, 1);
  close(s.x_nu + s.x_minus + s.x_plus, 1, 1);

  // conservation, mass shells and the definition of D, from the light-cone components alone
  Real const scale = std::sqrt(2 * p.k_dot_q);
  close(s.kappa_nu + s.kappa_minus.re + s.kappa_plus.re, 0, scale);
  close(s.kappa_minus.im + s.kappa_plus.im, 0, scale);
  auto const plus_component = [](Real mass, detail::complex<Real> const& kappa, Real x) {
    return (mass * mass + norm(kappa)) / x;
  };
  Real const up_nu = s.kappa_nu * s.kappa_nu / s.x_nu,
             up_minus = plus_component(p.masses.minus, s.kappa_minus, s.x_minus),
             up_plus = plus_component(p.masses.plus, s.kappa_plus, s.x_plus);
  close(up_nu + up_minus + up_plus + p.q2, 2 * p.k_dot_q, 2 * p.k_dot_q);
  close(p.q2 * (1 - s.x_minus) + up_minus, s.d_minus, pair.sum);
  close(p.q2 * (1 - s.x_plus) + up_plus, s.d_plus, pair.sum);

  // kappa is the part orthogonal to k and q: p.p' of two momenta in both descriptions
  Real const pair_product =
      (up_minus * s.x_plus + up_plus * s.x_minus) / 2 - dot(s.kappa_minus, s.kappa_plus);
  close(pair_product, dot(minus, plus), 2 * p.k_dot_q);
}

template <class Real>
void check_all() {
  cube_points random(99);
  Real const electron = Real(0.000511), muon = Real(0.105658), tau = Real(1.778);
  for (pair_masses<Real> const& masses : {pair_masses<Real>{muon, muon},
                                          {electron, muon},
                                          {muon, electron},
                                          {tau, electron},
                                          {muon, tau},
                                          {tau, tau}})
    for (int i = 0; i < 200; ++i) check_point(draw_invariants(random, masses));
}

template <class Real>
photon_contractions<Real> contractions_at(invariants<Real> const& p) {
  pair_frame<Real> const pair(p.masses, p.excess, p.q2, p.transfer);
  Real const d_plus = pair.minimum_plus + pair.slope * (1 + p.cos_theta);
  auto const s = make_lepton_state(pair, p.masses, p.k_dot_q, p.q2, p.transfer, p.transfer_left,
                                   (pair.sum - d_plus) / d_plus, p.cos_phi, p.sin_phi);
  return contract_photon(s, p.masses.minus, p.masses.plus);
}

} // namespace

TEST_CASE("A vector current of equal masses keeps its digits as T vanishes", "[amplitude]") {
  cube_points random(5);
  double const mass = 1.77686;
  for (double const transfer : {1e-12, 1e-9, 1e-6, 1e-3})
    for (int i = 0; i < 100; ++i) {
      auto p = draw_invariants(random, pair_masses<double>{mass, mass});
      p.transfer_left += p.transfer - transfer;
      p.transfer = transfer;
      invariants<long double> const q{{mass, mass},    p.k_dot_q,   p.q2,      p.excess, p.transfer,
                                      p.transfer_left, p.cos_theta, p.cos_phi, p.sin_phi};
      auto const ours = contractions_at(p);
      auto const exact = contractions_at(q);
      // the two spins cancel to sqrt(T)/m; squares of the chiralities would to T/m^2
      double const allowed = 2e-13 * (1 + mass / std::sqrt(transfer));
      CAPTURE(transfer, p.q2, p.k_dot_q);
      CHECK(ours.transverse.vector == Approx(static_cast<double>(exact.transverse.vector)).epsilon(allowed));
      CHECK(ours.scalar.vector == Approx(static_cast<double>(exact.scalar.vector)).epsilon(allowed));
      CHECK(ours.transverse.axial == Approx(static_cast<double>(exact.transverse.axial)).epsilon(1e-11));
    }
}

TEST_CASE("Light-cone momenta are those of four-vectors built by hand", "[kinematics]") {
  check_all<double>();
  check_all<long double>();
}

TEST_CASE("Limits of k.q are the roots of Q2_min = 2 k.q - (m- + m+)^2", "[kinematics]") {
  constexpr double mass = 37.2, pair = 0.2113, squared = pair * pair, far = 1e30;
  double const threshold = threshold_energy(pair, mass);
  for (double const energy : {threshold * (1 + 1e-6), threshold * 2, 5.0, 1e3, 1e6}) {
    auto const range = k_dot_q_range(energy, squared, mass, far);
    CAPTURE(energy);
    CHECK(range.low < range.high);
    for (double const k_dot_q : {range.low, range.high})
      // at the lower root 2 k.q - (m- + m+)^2 cancels, at the upper one E - k.q/M by a factor M/E
      CHECK(minimum_q2(energy, k_dot_q, mass) ==
            Approx(2 * k_dot_q - squared).epsilon(1e-14 * (1e3 + energy / mass)).margin(4e-16 * squared));
    auto const limited = k_dot_q_range(energy, squared, mass, 0.01);
    if (limited.high < range.high)
      CHECK(minimum_q2(energy, limited.high, mass) == Approx(0.01).epsilon(1e-12));
  }
  auto const below = k_dot_q_range(threshold * (1 - 1e-9), squared, mass, far);
  CHECK_FALSE(below.low < below.high);
}
