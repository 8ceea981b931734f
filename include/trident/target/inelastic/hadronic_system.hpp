// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <trident/physics/four_momentum.hpp>
#include <trident/physics/particle.hpp>

// What an inelastic nucleon becomes: one system of hadrons, which is all that structure functions know of it, and two
// constituents with the same momentum for programs that want quarks or hadrons.

namespace trident::detail {

/// Mass of all hadrons together, M_X^2 = M^2 + 2 M nu - Q2 with the mass of what was struck [GeV].
inline double hadronic_mass(hadronic_vertex const& vertex) {
  double const m = vertex.struck.mass;
  // [PHYS:inelastic.hadronic_mass]
  return std::sqrt(m * m + 2 * m * vertex.nu - vertex.q2);
}

/// Above it the system is a quark and a diquark, below a nucleon and a pion [GeV].
inline constexpr double partonic_mass = 2;

/// Two particles by their codes and masses [GeV].
struct two_bodies {
  int first, second;
  double first_mass, second_mass;
};

/// A nucleon and a pion, with the isospin 3/2 of the Delta: two in three with the neutral pion, and all below the threshold
/// of the charged one. `choice` is uniform in (0, 1).
inline two_bodies nucleon_and_pion(bool proton, double mass, double choice) {
  constexpr double neutral = 0.1349768, charged = 0.13957039; // Review of Particle Physics 2022
  constexpr double p = 0.93827208816, n = 0.93956542052;      // CODATA 2018
  two_bodies const with_neutral{proton ? 2212 : 2112, 111, proton ? p : n, neutral};
  two_bodies const with_charged{proton ? 2112 : 2212, proton ? 211 : -211, proton ? n : p, charged};
  bool const open = mass > with_charged.first_mass + with_charged.second_mass;
  // [PHYS:inelastic.nucleon_and_pion]
  return open && choice * 3 > 2 ? with_charged : with_neutral;
}

/// A quark in proportion to the squares of charges of the valence quarks, and the diquark that is left, of spin 0 three
/// times in four where that can be. Masses are those of constituents, as in the string model.
inline two_bodies quark_and_diquark(bool proton, double flavour, double spin) {
  constexpr double quark = 0.33, scalar = 0.57933, vector = 0.77133;
  // u : d = 2 x 4 : 1 in a proton, 4 : 2 x 1 in a neutron
  bool const up = flavour * (proton ? 9 : 6) < (proton ? 8 : 4);
  bool const mixed = up == proton; // u and d are left
  bool const spinless = mixed && spin < 0.75;
  int const diquark = spinless ? 2101 : mixed ? 2103 : proton ? 2203 : 1103;
  // [PHYS:inelastic.quark_and_diquark]
  return {up ? 2 : 1, diquark, quark, spinless ? scalar : vector};
}

/// A momentum in the rest frame of `frame`, of mass m, as it is outside.
inline four_momentum boosted(four_momentum const& p, four_momentum const& frame, double m) {
  double const along = p.x * frame.x + p.y * frame.y + p.z * frame.z;
  double const f = (along / (frame.e + m) + p.e) / m;
  return {(p.e * frame.e + along) / m, p.x + f * frame.x, p.y + f * frame.y, p.z + f * frame.z};
}

/// The same backwards.
inline four_momentum boosted_back(four_momentum const& p, four_momentum const& frame, double m) {
  return boosted(p, {frame.e, -frame.x, -frame.y, -frame.z}, m);
}

/// Two bodies of the system, the first along `direction` in its rest frame.
inline std::array<particle, 2> split(four_momentum const& whole, double mass, two_bodies const& bodies,
                                     std::array<double, 3> const& direction) {
  double const a = bodies.first_mass, b = bodies.second_mass;
  // [PHYS:inelastic.two_bodies]
  double const room = (mass - a - b) * (mass + a + b) * (mass - a + b) * (mass + a - b);
  double const p = std::sqrt(std::max(room, 0.0)) / (2 * mass);
  double const e = std::sqrt(a * a + p * p);
  auto const first = boosted({e, p * direction[0], p * direction[1], p * direction[2]}, whole, mass);
  return {particle{bodies.first, a, first}, particle{bodies.second, b, whole - first}};
}

/// Anywhere on the sphere.
inline std::array<double, 3> isotropic(double u, double v) {
  double const c = 2 * u - 1, s = std::sqrt(std::max(0.0, 1 - c * c)), phi = 2 * std::numbers::pi * v;
  return {s * std::cos(phi), s * std::sin(phi), c};
}

/// Of the photon in the rest frame of the hadrons.
inline std::array<double, 3> photon_axis(hadronic_vertex const& vertex, double mass) {
  auto const nucleon = boosted_back(vertex.struck.momentum, vertex.momentum, mass);
  double const p = nucleon.momentum();
  if (!(p > 0)) return {0, 0, 1};
  return {-nucleon.x / p, -nucleon.y / p, -nucleon.z / p};
}

/// The two constituents of the hadrons of a struck proton or neutron.
inline std::array<particle, 2> hadronic_constituents(hadronic_vertex const& vertex, bool proton) {
  double const mass = hadronic_mass(vertex);
  auto const& u = vertex.random;
  if (mass > partonic_mass)
    return split(vertex.momentum, mass, quark_and_diquark(proton, u[0], u[1]), photon_axis(vertex, mass));
  return split(vertex.momentum, mass, nucleon_and_pion(proton, mass, u[0]), isotropic(u[1], u[2]));
}

} // namespace trident::detail
