// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/numerics/gauss_legendre.hpp>
#include <trident/physics/constants.hpp>

namespace trident {

/// The neutrinos of mu+ -> e+ nu_e anti-nu_mu, and of mu- -> e- anti-nu_e nu_mu.
enum class muon_decay_neutrino { electron, muon };

/// What it is called where muons of this charge decay.
constexpr neutrino flavour_of(muon_decay_neutrino which, int charge) {
  bool const of_electron = which == muon_decay_neutrino::electron;
  if (charge > 0) return of_electron ? neutrino::nu_e : neutrino::anti_nu_mu;
  return of_electron ? neutrino::anti_nu_e : neutrino::nu_mu;
}

/// dN/dx of a decay at rest, x = 2 E*/m_mu in (0, 1), averaged over the polarisation, without m_e^2/m_mu^2:
/// 12 x^2 (1 - x) for nu_e, 2 x^2 (3 - 2 x) for anti-nu_mu [S. Geer, hep-ph/9712290].
constexpr double muon_decay_spectrum(muon_decay_neutrino which, double x) {
  if (!(x > 0 && x < 1)) return 0;
  // [PHYS:flux.muon_decay]
  return which == muon_decay_neutrino::electron ? 12 * x * x * (1 - x) : 2 * x * x * (3 - 2 * x);
}

/// What the polarisation adds to it, for P cos(theta*) = 1 of mu-: 4 pi d^2 N/(dx dOmega) is the sum of dN/dx and, with theta* from
/// the spin, +- P cos(theta*) times 12 x^2 (1 - x) or 2 x^2 (1 - 2 x), + for mu- and - for mu+ [S. Geer, hep-ph/9712290].
constexpr double muon_decay_asymmetry(muon_decay_neutrino which, double x) {
  if (!(x > 0 && x < 1)) return 0;
  // [PHYS:flux.muon_polarisation]
  return which == muon_decay_neutrino::electron ? 12 * x * x * (1 - x) : 2 * x * x * (1 - 2 * x);
}

/// d^2 N/(dE dOmega) of a muon of momentum p in flight, at an angle to it [1/(GeV sr)]: E dN/d^3k is the same in all frames,
/// so that d^2 N/(dE dOmega) = (E/E*) dN/dE*/(4 pi) with E* = (E_mu E - p E cos theta)/m_mu. `spin` is that of a mu- along its
/// momentum, in (-1, 1), and minus that of a mu+.
inline double boosted_muon_decay(muon_decay_neutrino which, double muon_momentum, double energy,
                                 double cosine, double spin = 0) {
  constexpr double mass = pdg::muon_mass;
  double const muon_energy = std::hypot(muon_momentum, mass);
  // [PHYS:flux.muon_decay_boost]
  double const at_rest = energy * (muon_energy - muon_momentum * cosine) / mass;
  double spectrum = muon_decay_spectrum(which, 2 * at_rest / mass) * 2 / mass;
  if (spin != 0 && muon_momentum > 0) {
    double const cosine_at_rest = (mass * energy / at_rest - muon_energy) / muon_momentum;
    spectrum += spin * cosine_at_rest * muon_decay_asymmetry(which, 2 * at_rest / mass) * 2 / mass;
  }
  return energy / at_rest * spectrum / (4 * std::numbers::pi);
}

/// dN/dE of a muon in flight into a cone around it [1/GeV], integrated over E* in place of the angle: for muons of any energy,
/// whose neutrinos may be within a small part of the cone.
inline double muon_decay_into_cone(muon_decay_neutrino which, double muon_momentum, double energy,
                                   double cosine, double spin = 0) {
  constexpr double mass = pdg::muon_mass;
  double const muon_energy = std::hypot(muon_momentum, mass);
  double const least = energy * mass / (muon_energy + muon_momentum); // straight ahead
  // 1 - cosine of a narrow cone has no digits: p E (1 - cos)/m from its sine
  double const wider = energy * muon_momentum * (1 - cosine * cosine) / (1 + cosine) / mass;
  double const high = std::min(least + wider, mass / 2);
  if (!(high > least)) return 0;
  auto const& rule = gauss_legendre(4); // of polynomials of third degree
  double sum = 0;
  for (std::size_t n = 0; n < rule.size(); ++n) {
    double const at_rest = least + (high - least) * rule.nodes[n], x = 2 * at_rest / mass;
    double const cosine_at_rest = (mass * energy / at_rest - muon_energy) / muon_momentum;
    // [PHYS:flux.muon_decay_cone]
    sum += rule.weights[n] / at_rest *
           (muon_decay_spectrum(which, x) + spin * cosine_at_rest * muon_decay_asymmetry(which, x));
  }
  return (high - least) * sum / muon_momentum;
}

/// A straight section in which muons decay, and a round detector on its axis.
struct muon_decay_ring {
  double momentum = 3.8;         ///< of the muons [GeV]
  double momentum_spread = 0.10; ///< uniform within this fraction on both sides
  double straight = 180;         ///< its length [m]
  double distance = 50;          ///< from its end to the detector [m]
  double radius = 2.5;           ///< of the detector [m]
  double decays_per_proton = 1;  ///< in the straight section, useful ones, per proton on target
  int charge = 1;                ///< of the muons, 1 or -1
  double polarisation = 0;       ///< twice the average spin along the momentum, from -1 to 1

  /// Of mu- with the same neutrinos.
  double spin() const { return charge > 0 ? -polarisation : polarisation; }
};

namespace detail {

/// Averages f(momentum, cosine, 1/m^2) over momenta, points of decay and the face of the detector.
template <class F>
double average_over_ring(muon_decay_ring const& ring, F const& f) {
  auto const &momenta = gauss_legendre(6), &points = gauss_legendre(16), &radii = gauss_legendre(6);
  double sum = 0;
  for (std::size_t i = 0; i < momenta.size(); ++i)
    for (std::size_t j = 0; j < points.size(); ++j)
      for (std::size_t k = 0; k < radii.size(); ++k) {
        double const p = ring.momentum * (1 + ring.momentum_spread * (2 * momenta.nodes[i] - 1));
        double const along = ring.distance + ring.straight * points.nodes[j];
        double const across_squared = ring.radius * ring.radius * radii.nodes[k]; // uniform over the face
        double const away_squared = along * along + across_squared;
        double const cosine = along / std::sqrt(away_squared);
        double const weight = momenta.weights[i] * points.weights[j] * radii.weights[k];
        // [PHYS:flux.muon_decay_ring]
        sum += weight * f(p, cosine, cosine / away_squared); // solid angle of a square metre of the face
      }
  return sum;
}

} // namespace detail

namespace detail {

/// Neutrinos of one energy per m^2, GeV and decay, averaged over the face. Directions are sampled at points of it, or, where
/// those of the highest energies may lie between these points, integrated.
inline double ring_density(muon_decay_ring const& ring, muon_decay_neutrino which, double energy,
                           bool narrow) {
  if (!narrow)
    return average_over_ring(ring, [&](double p, double cosine, double area) {
      return boosted_muon_decay(which, p, energy, cosine, ring.spin()) * area;
    });
  auto const &momenta = gauss_legendre(6), &points = gauss_legendre(16);
  double sum = 0;
  for (std::size_t i = 0; i < momenta.size(); ++i)
    for (std::size_t j = 0; j < points.size(); ++j) {
      double const p = ring.momentum * (1 + ring.momentum_spread * (2 * momenta.nodes[i] - 1));
      double const along = ring.distance + ring.straight * points.nodes[j];
      double const cosine = along / std::hypot(along, ring.radius);
      sum += momenta.weights[i] * points.weights[j] *
             muon_decay_into_cone(which, p, energy, cosine, ring.spin());
    }
  return sum / (std::numbers::pi * ring.radius * ring.radius);
}

} // namespace detail

/// The flux of one neutrino at the detector, per m^2 and proton on target, in bins of 25 MeV, or 400 bins where muons have more
/// than 10 GeV: the muons decay evenly along the straight section, with an average polarisation; divergence of the beam and depth
/// of the detector left out.
inline histogram_flux muon_decay_flux(muon_decay_ring const& ring, muon_decay_neutrino which) {
  double const top = ring.momentum * (1 + ring.momentum_spread);
  auto const highest = (std::hypot(top, pdg::muon_mass) + top) / 2; // forward, x = 1
  bool const narrow = highest > 10;
  double const width = narrow ? highest / 400 : 0.025;
  auto const bins = static_cast<std::size_t>(narrow ? 400 : std::ceil(highest / width));
  std::vector<double> edges{0}, densities;
  auto const& rule = gauss_legendre(4);
  for (std::size_t bin = 0; bin < bins; ++bin) {
    double sum = 0;
    for (std::size_t n = 0; n < rule.size(); ++n) {
      double const energy = width * (static_cast<double>(bin) + rule.nodes[n]);
      sum += rule.weights[n] * detail::ring_density(ring, which, energy, narrow);
    }
    edges.push_back(width * static_cast<double>(bin + 1));
    densities.push_back(ring.decays_per_proton * sum);
  }
  return {std::move(edges),
          std::move(densities),
          bin_value::density,
          {"muon decay", flux_normalisation::per_area_and_proton, flavour_of(which, ring.charge), {}}};
}

} // namespace trident
