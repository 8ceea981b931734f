// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/detail/complex.hpp>
#include <trident/kinematics/four_momentum.hpp>
#include <trident/kinematics/phase_space.hpp>

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
  complex const q_transverse = -q_minus * std::sqrt(point.recoil) * point.target_direction;

  auto const lepton = [&](double x, complex kappa, double mass) {
    complex const t = turn * (kappa + x * q_transverse);
    double const minus = x * q_minus;
    double const plus = (mass * mass + norm(t)) / minus;
    return four_momentum{(plus + minus) / 2, t.re, t.im, (plus - minus) / 2};
  };
  double const recoil_energy = leptons.q2 / (2 * target_mass);
  complex const recoil_transverse = turn * (-1.0 * q_transverse);

  lab_momenta p;
  p.neutrino_in = {point.energy, 0, 0, point.energy};
  p.target_in = {target_mass, 0, 0, 0};
  p.neutrino_out = lepton(leptons.x_nu, {leptons.kappa_nu, 0}, 0);
  p.lepton_minus = lepton(leptons.x_minus, leptons.kappa_minus, masses.minus);
  p.lepton_plus = lepton(leptons.x_plus, leptons.kappa_plus, masses.plus);
  p.target_out = {target_mass + recoil_energy, recoil_transverse.re, recoil_transverse.im,
                  recoil_energy + q_minus};
  return p;
}

} // namespace trident
