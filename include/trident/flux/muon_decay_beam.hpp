// SPDX-License-Identifier: BSL-1.0
#pragma once

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

/// The neutrinos of mu+ -> e+ nu_e anti-nu_mu.
enum class muon_decay_neutrino { electron, muon };

/// dN/dx of a decay at rest, x = 2 E*/m_mu in (0, 1), averaged over the polarisation, without m_e^2/m_mu^2:
/// 12 x^2 (1 - x) for nu_e, 2 x^2 (3 - 2 x) for anti-nu_mu [S. Geer, hep-ph/9712290].
constexpr double muon_decay_spectrum(muon_decay_neutrino which, double x) {
  if (!(x > 0 && x < 1)) return 0;
  // [PHYS:flux.muon_decay]
  return which == muon_decay_neutrino::electron ? 12 * x * x * (1 - x) : 2 * x * x * (3 - 2 * x);
}

/// d^2 N/(dE dOmega) of a muon of momentum p in flight, at an angle to it [1/(GeV sr)]: E dN/d^3k is the same in all frames,
/// so that d^2 N/(dE dOmega) = (E/E*) dN/dE*/(4 pi) with E* = (E_mu E - p E cos theta)/m_mu.
inline double boosted_muon_decay(muon_decay_neutrino which, double muon_momentum, double energy,
                                 double cosine) {
  constexpr double mass = pdg::muon_mass;
  double const muon_energy = std::hypot(muon_momentum, mass);
  // [PHYS:flux.muon_decay_boost]
  double const at_rest = energy * (muon_energy - muon_momentum * cosine) / mass;
  double const spectrum = muon_decay_spectrum(which, 2 * at_rest / mass) * 2 / mass;
  return energy / at_rest * spectrum / (4 * std::numbers::pi);
}

/// A straight section in which muons decay, and a round detector on its axis.
struct muon_decay_ring {
  double momentum = 3.8;         ///< of the muons [GeV]
  double momentum_spread = 0.10; ///< uniform within this fraction on both sides
  double straight = 180;         ///< its length [m]
  double distance = 50;          ///< from its end to the detector [m]
  double radius = 2.5;           ///< of the detector [m]
  double decays_per_proton = 1;  ///< in the straight section, useful ones, per proton on target
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

/// The flux of one neutrino at the detector, per m^2 and proton on target, in bins of 25 MeV: the muons decay evenly along the
/// straight section, unpolarised on average over the turns; divergence of the beam and depth of the detector left out.
inline histogram_flux muon_decay_flux(muon_decay_ring const& ring, muon_decay_neutrino which) {
  constexpr double width = 0.025;
  double const top = ring.momentum * (1 + ring.momentum_spread);
  auto const highest = (std::hypot(top, pdg::muon_mass) + top) / 2; // forward, x = 1
  auto const bins = static_cast<std::size_t>(std::ceil(highest / width));
  std::vector<double> edges{0}, densities;
  auto const& rule = gauss_legendre(4);
  for (std::size_t bin = 0; bin < bins; ++bin) {
    double sum = 0;
    for (std::size_t n = 0; n < rule.size(); ++n) {
      double const energy = width * (static_cast<double>(bin) + rule.nodes[n]);
      sum += rule.weights[n] * detail::average_over_ring(ring, [&](double p, double cosine, double area) {
               return boosted_muon_decay(which, p, energy, cosine) * area;
             });
    }
    edges.push_back(width * static_cast<double>(bin + 1));
    densities.push_back(ring.decays_per_proton * sum);
  }
  auto const flavour = which == muon_decay_neutrino::electron ? neutrino::nu_e : neutrino::anti_nu_mu;
  return {std::move(edges),
          std::move(densities),
          bin_value::density,
          {"muon decay", flux_normalisation::per_area_and_proton, flavour, {}}};
}

} // namespace trident
