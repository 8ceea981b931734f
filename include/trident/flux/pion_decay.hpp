// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/flux/rays.hpp>
#include <trident/physics/constants.hpp>
#include <trident/physics/neutrino.hpp>

// Neutrinos of pi -> mu nu in flight, seen from any point: the geometry of a decay pipe, on the axis of the beam or off it.

namespace trident {

inline constexpr double charged_pion_mass = 0.13957039;     ///< [GeV], PDG 2024
inline constexpr double charged_pion_decay_length = 780.45; ///< c tau [cm], PDG 2024

/// Energy of the neutrino that a pion of this energy sends out at an angle to its flight [GeV].
inline double energy_from_pion(double pion_energy, double cosine) {
  constexpr double m = charged_pion_mass, muon = pdg::muon_mass;
  double const momentum = std::sqrt(pion_energy * pion_energy - m * m);
  // small angles lose no digits in this form
  double const light_cone = m * m / (pion_energy + momentum) + momentum * (1 - cosine); // E - p cos
  // [PHYS:flux.pion_decay]
  return (m * m - muon * muon) / (2 * light_cone);
}

/// Neutrinos of one decay per solid angle at an angle to the pion's flight [1/sr]: they are spread evenly in its rest frame.
inline double density_from_pion(double pion_energy, double cosine) {
  constexpr double m = charged_pion_mass;
  double const momentum = std::sqrt(pion_energy * pion_energy - m * m);
  double const light_cone = m * m / (pion_energy + momentum) + momentum * (1 - cosine);
  // [PHYS:flux.pion_decay_density]
  return m * m / (4 * std::numbers::pi * light_cone * light_cone);
}

/// A charged pion where it enters the pipe.
struct beam_pion {
  double energy;                   ///< [GeV]
  std::array<double, 3> direction; ///< of any length
  std::array<double, 3> position;  ///< [cm]
  double weight = 1;               ///< so many of them
  bool is_positive = true;         ///< pi+ -> mu+ nu_mu, pi- -> mu- anti-nu_mu
};

/// The neutrino of a pion that decays after it flew so far [cm], on its way through a point [cm], where the weight is in
/// neutrinos per m^2, the chance of the decay aside.
inline neutrino_ray ray_from_pion(beam_pion const& pion, double flown, std::array<double, 3> const& point) {
  double const norm = std::hypot(pion.direction[0], pion.direction[1], pion.direction[2]);
  neutrino_ray ray{};
  double along = 0, squared = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    double const flight = pion.direction[i] / norm;
    ray.direction[i] = point[i] - pion.position[i] - flown * flight;
    along += ray.direction[i] * flight;
    squared += ray.direction[i] * ray.direction[i];
  }
  double const distance = std::sqrt(squared);
  if (!(distance > 0)) throw input_error("the pion decays where its neutrino should be seen");
  for (double& component : ray.direction) component /= distance;
  constexpr double cm2_in_m2 = 1e4, speed_of_light = 29.9792458; // cm/ns, exact
  double const cosine = along / distance;
  ray.flavour = pion.is_positive ? neutrino::nu_mu : neutrino::anti_nu_mu;
  ray.energy = energy_from_pion(pion.energy, cosine);
  ray.position = point;
  ray.weight = pion.weight * density_from_pion(pion.energy, cosine) / squared * cm2_in_m2;
  double const momentum = std::sqrt(pion.energy * pion.energy - charged_pion_mass * charged_pion_mass);
  ray.time = flown * pion.energy / momentum / speed_of_light + distance / speed_of_light;
  return ray;
}

/// Rays at a point [cm] of pions that may decay on the first `pipe` cm of their way, each in so many places, all of them as
/// likely: together they weigh what decays in the pipe gives per m^2.
inline std::vector<neutrino_ray> rays_from_decay_pipe(std::vector<beam_pion> const& pions, double pipe,
                                                      std::array<double, 3> const& point,
                                                      std::size_t places = 20) {
  std::vector<neutrino_ray> rays;
  for (auto const& pion : pions) {
    if (!(pion.energy > charged_pion_mass)) throw input_error("a pion has less energy than its mass");
    double const momentum = std::sqrt(pion.energy * pion.energy - charged_pion_mass * charged_pion_mass);
    // [PHYS:flux.pion_decay_pipe]
    double const length = momentum / charged_pion_mass * charged_pion_decay_length;
    double const decays = -std::expm1(-pipe / length);
    for (std::size_t i = 0; i < places; ++i) {
      double const u = (static_cast<double>(i) + 0.5) / static_cast<double>(places);
      auto ray = ray_from_pion(pion, -length * std::log1p(-u * decays), point);
      ray.weight *= decays / static_cast<double>(places);
      ray.number = rays.size() + 1;
      rays.push_back(ray);
    }
  }
  return rays;
}

} // namespace trident
