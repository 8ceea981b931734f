// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>

#include <trident/kinematics/phase_space.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/process.hpp>

#include "electroweak_random.hpp"

// One point of phase space for both sides: with helicity spinors in the laboratory, and for the library.

namespace trident_test {

/// W_E |h.L|^2 + W_M (-g L L*) by helicities, in the order of helicity_squares::pairs. `h` is P/M up to a multiple of q.
inline std::array<quad, 4> exact_helicity_squares(exact_momenta<quad> const& p, light_cone<quad> const& h,
                                                  trident::channel const& process,
                                                  electroweak_rules<quad> const& rules,
                                                  pair_couplings<quad> const& couplings,
                                                  trident::hadron_structure<double> const& w) {
  auto const kind = process.is_antineutrino ? neutrino_kind::antiparticle : neutrino_kind::particle;
  auto const currents = helicity_currents_of(p, kind, rules, couplings);
  auto const along = squares_along(currents, h);
  std::array<quad, 4> all;
  for (std::size_t i = 0; i < 4; ++i)
    all[i] = quad(w.electric) * along[i] + quad(w.magnetic) * minus_metric_of(currents[i]);
  return {all[1], all[0], all[3], all[2]}; // there l+ is right-handed first
}

/// In the laboratory, and P/M there: with P.q = -Q2/2 and P^-/M = 1, exactly.
inline exact_point<quad> exact_in_laboratory(trident::phase_space_point<> const& point,
                                             trident::pair_masses<double> const& masses, double target_mass) {
  auto const p = momenta_of<quad>(point.leptons, masses.minus, masses.plus);
  quad const q_minus = quad(point.leptons.k_dot_q) / quad(point.energy), root = sqrt(quad(point.recoil));
  complex_number<quad> const side = (-q_minus * root) * complex_number<quad>{quad(point.target_direction.re),
                                                                             quad(point.target_direction.im)};
  quad const energy = p.k.plus.re / (2 * q_minus);
  auto const lab = in_laboratory<quad>(p, energy, side);
  quad const one(1), h_plus = (product(lab.q, lab.q) / quad(target_mass) - lab.q.plus.re) / lab.q.minus.re;
  return {lab, real_vector(h_plus, one, complex_number<quad>{})};
}

/// The same of an exact point.
inline exact_point<quad> exact_in_laboratory(exact_point<quad> const& exact, double target_mass) {
  auto const lab = in_laboratory(exact);
  quad const one(1), h_plus = (product(lab.q, lab.q) / quad(target_mass) - lab.q.plus.re) / lab.q.minus.re;
  return {lab, real_vector(h_plus, one, complex_number<quad>{})};
}

/// Of the library, on a target of this mass that recoils as a whole.
inline trident::phase_space_point<> phase_space_point_of(exact_point<quad> const& exact, double target_mass) {
  trident::phase_space_point<> point{};
  point.leptons = state_of<double>(exact.momenta);
  point.energy = static_cast<double>(exact.momenta.k.plus.re / 2 * exact.target.minus.re);
  point.nu = point.leptons.q2 / (2 * target_mass);
  quad const squared = exact.target.perp.squared(), across = sqrt(squared);
  point.recoil = static_cast<double>(squared);
  point.target_direction = {static_cast<double>(exact.target.perp.re / across),
                            static_cast<double>(exact.target.perp.im / across)};
  return point;
}

} // namespace trident_test
