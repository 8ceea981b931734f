// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/flux/stand_in_spectrum.hpp>

// Stand-ins for spectra that are not in the data, and spectra that are in other normalisations.

namespace trident {

/// The same shape with another integral, in another normalisation.
inline histogram_flux with_integral(histogram_flux const& shape, double integral,
                                    flux_normalisation normalisation) {
  std::vector<double> densities(shape.densities().begin(), shape.densities().end());
  double const factor = integral / shape.integral();
  for (double& one : densities) one *= factor;
  return {{shape.edges().begin(), shape.edges().end()},
          std::move(densities),
          bin_value::density,
          {std::string(shape.name()), normalisation, shape.flavour(), {}}};
}

/// dN/dE in proportion to E^(k - 1) exp(-k E/mean): a labelled model of a beam of which the mean energy [GeV] is published
/// and the spectrum is not in the data. The relative width is 1/sqrt(k).
inline histogram_flux model_spectrum(double mean, double k, double integral, flux_normalisation normalisation,
                                     neutrino flavour) {
  constexpr std::size_t bins = 200;
  double const step = mean * (1 + 8 / std::sqrt(k)) / bins; // beyond the end less than 1e-3 of the energy
  std::vector<double> edges;
  for (std::size_t i = 0; i <= bins; ++i) edges.push_back(step * static_cast<double>(i));
  auto contents = detail::gamma_shares(mean, k, edges);
  double const sum = std::accumulate(contents.begin(), contents.end(), 0.0);
  for (double& one : contents) one *= integral / sum;
  return {std::move(edges), std::move(contents), bin_value::content, {"model", normalisation, flavour, {}}};
}

/// sigma/E of charged currents on an isoscalar nucleon, nu_mu from 30 to 200 GeV: 0.677e-38 cm^2/GeV [Review of Particle
/// Physics 2022, neutrino cross sections], in m^2/GeV.
inline constexpr double charged_current_slope = 0.677e-42;

/// The shape in neutrinos per m^2 that gives so many charged-current events of nu_mu in a mass of isoscalar nucleons: for
/// experiments that count events instead of protons.
inline histogram_flux with_charged_current_events(histogram_flux const& shape, double events, double tonnes) {
  constexpr double nucleons_per_tonne = 6.02214076e29;
  // [PHYS:flux.charged_current]
  double const integral =
      events / (tonnes * nucleons_per_tonne * charged_current_slope * shape.mean_energy());
  return with_integral(shape, integral, flux_normalisation::per_area);
}

} // namespace trident
