// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/kinematics/phase_space.hpp>
#include <trident/numerics/complex.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/four_momentum.hpp>

namespace trident {

/// All momenta of nu N -> nu' l- l+ N in the rest frame of the target, the beam along z [GeV].
struct lab_momenta {
  four_momentum neutrino_in, target_in;
  four_momentum neutrino_out, lepton_minus, lepton_plus, target_out;
};

/// `azimuth` in [0, 1) turns the whole event around the beam.
///
/// Along the beam a momentum's E - p_z = p.k/E_nu is its light-cone fraction, and its transverse momentum is kappa + x
/// q_T: E + p_z then follows from the mass shell, so that neither masses nor angles suffer from cancellation however
/// forward the particle is.
inline lab_momenta to_lab_frame(phase_space_point<> const& point, pair_masses<double> const& masses,
                                double target_mass, double azimuth) {
  using complex = detail::complex<double>;
  lepton_state<double> const& leptons = point.leptons;
  complex const turn = detail::unit_vector(azimuth);
  double const q_minus = leptons.k_dot_q / point.energy; // E - p_z of q
  // [PHYS:lab.photon]
  complex const q_transverse = -q_minus * std::sqrt(point.recoil) * point.target_direction;

  auto const lepton = [&](double x, complex kappa, double mass) {
    // [PHYS:lab.leptons]
    complex const t = turn * (kappa + x * q_transverse);
    double const minus = x * q_minus;
    double const plus = (mass * mass + norm(t)) / minus;
    return four_momentum{(plus + minus) / 2, t.re, t.im, (plus - minus) / 2};
  };
  complex const recoil_transverse = turn * (-1.0 * q_transverse);

  lab_momenta p;
  p.neutrino_in = {point.energy, 0, 0, point.energy};
  p.target_in = {target_mass, 0, 0, 0};
  p.neutrino_out = lepton(leptons.x_nu, {leptons.kappa_nu, 0}, 0);
  p.lepton_minus = lepton(leptons.x_minus, leptons.kappa_minus, masses.minus);
  p.lepton_plus = lepton(leptons.x_plus, leptons.kappa_plus, masses.plus);
  // [PHYS:lab.recoil]
  p.target_out = {target_mass + point.nu, recoil_transverse.re, recoil_transverse.im, point.nu + q_minus};
  return p;
}

/// The point that to_lab_frame made these momenta from; it has no Jacobian. Every number comes from transverse momenta and
/// sums of positive terms: the digits of the momenta are kept. `kind` says whether the target
/// stayed what it was and was at rest before.
inline phase_space_point<> from_lab_frame(lab_momenta const& p, pair_masses<double> const& masses,
                                          double target_mass, response_kind kind = response_kind::elastic) {
  using complex = detail::complex<double>;
  auto const across = [](four_momentum const& a) { return complex{a.x, a.y}; };
  auto const minus = [&](four_momentum const& a, double mass) { // E - p_z
    return a.z > 0 ? (mass * mass + norm(across(a))) / (a.e + a.z) : a.e - a.z;
  };
  double const nu = minus(p.neutrino_out, 0), first = minus(p.lepton_minus, masses.minus),
               second = minus(p.lepton_plus, masses.plus);
  double const q_minus = nu + first + second;
  complex const recoil = across(p.target_out - p.target_in);
  auto const kappa = [&](four_momentum const& a, double x) { return across(a) - (-x) * recoil; };

  phase_space_point<> point{};
  lepton_state<double>& leptons = point.leptons;
  point.energy = p.neutrino_in.e;
  leptons.k_dot_q = q_minus * point.energy;
  if (kind == response_kind::elastic) {
    // [PHYS:lab.q2]
    double const speed = p.target_out.momentum() / target_mass; // Q2 (1 + Q2/4M^2) = |p|^2, solved for Q2
    leptons.q2 = 2 * target_mass * target_mass * speed * speed / (1 + std::sqrt(1 + speed * speed));
    point.nu = leptons.q2 / (2 * target_mass);
  } else {
    point.nu = p.target_out.e - p.target_in.e;
    // [PHYS:lab.continuum_q2]
    leptons.q2 = q_minus * (2 * point.nu + q_minus) + norm(recoil);
  }
  leptons.x_nu = nu / q_minus;
  leptons.x_minus = first / q_minus;
  leptons.x_plus = second / q_minus;
  leptons.transfer = 2 * leptons.x_nu * leptons.k_dot_q;

  complex const along = kappa(p.neutrino_out, leptons.x_nu);
  leptons.kappa_nu = std::sqrt(norm(along));
  complex const turn = leptons.kappa_nu > 0 ? (1 / leptons.kappa_nu) * along : complex{1, 0};
  leptons.kappa_minus = conj(turn) * kappa(p.lepton_minus, leptons.x_minus);
  leptons.kappa_plus = conj(turn) * kappa(p.lepton_plus, leptons.x_plus);
  auto const propagator = [&](double x, complex k, double mass) {
    // [PHYS:leptons.denominators]
    return leptons.q2 * (1 - x) + (mass * mass + norm(k)) / x;
  };
  leptons.d_minus = propagator(leptons.x_minus, leptons.kappa_minus, masses.minus);
  leptons.d_plus = propagator(leptons.x_plus, leptons.kappa_plus, masses.plus);
  point.pair_mass_squared = leptons.d_minus + leptons.d_plus - leptons.q2 - leptons.transfer;
  complex const side = (1 / q_minus) * (conj(turn) * recoil);
  point.recoil = norm(side);
  point.target_direction = point.recoil > 0 ? (1 / std::sqrt(point.recoil)) * side : complex{1, 0};
  return point;
}

} // namespace trident
