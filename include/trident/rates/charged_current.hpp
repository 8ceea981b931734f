// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <trident/flux/spectrum_models.hpp>
#include <trident/numerics/gauss_legendre.hpp>
#include <trident/physics/neutrino.hpp>
#include <trident/rates/event_rates.hpp>
#include <trident/target/material.hpp>

// A yardstick beside rates of tridents: charged-current events from a simple cross section. It tells whether mass, exposure and
// flux are what one thinks they are; it is no prediction.

namespace trident {

namespace detail {

/// A value at an energy [GeV], of tables that are interpolated in ln E.
struct value_at_energy {
  double energy, value;
};

/// sigma/E of charged currents on an isoscalar nucleon [1e-38 cm^2/GeV] up to 30 GeV, where the slope begins: rounded readings of
/// the figure of measurements in the Review of Particle Physics 2022, to about 15 % from 1 GeV on and 30 % below.
inline constexpr std::array<value_at_energy, 13> charged_current_low = {{{0.11, 0},
                                                                         {0.2, 0.33},
                                                                         {0.3, 0.48},
                                                                         {0.5, 0.60},
                                                                         {0.7, 0.65},
                                                                         {1, 0.73},
                                                                         {1.5, 0.76},
                                                                         {2, 0.77},
                                                                         {3, 0.76},
                                                                         {5, 0.74},
                                                                         {10, 0.705},
                                                                         {20, 0.685},
                                                                         {30, 0.677}}};
inline constexpr std::array<value_at_energy, 13> charged_current_low_anti = {{{0.11, 0},
                                                                              {0.2, 0.12},
                                                                              {0.3, 0.14},
                                                                              {0.5, 0.15},
                                                                              {0.7, 0.17},
                                                                              {1, 0.20},
                                                                              {1.5, 0.23},
                                                                              {2, 0.25},
                                                                              {3, 0.28},
                                                                              {5, 0.305},
                                                                              {10, 0.325},
                                                                              {20, 0.333},
                                                                              {30, 0.334}}};

/// How sigma/E falls beyond 200 GeV, where the slope ends, by the W propagator and the evolution of partons: from the table of
/// R. Gandhi, C. Quigg, M. H. Reno and I. Sarcevic, Phys. Rev. D 58 (1998) 093009, as quoted, over its value at 200 GeV.
inline constexpr std::array<value_at_energy, 8> charged_current_bend = {{{200, 1},
                                                                         {600, 0.947},
                                                                         {1000, 0.917},
                                                                         {2500, 0.844},
                                                                         {6000, 0.739},
                                                                         {1e4, 0.662},
                                                                         {2.5e4, 0.506},
                                                                         {1e5, 0.290}}};
inline constexpr std::array<value_at_energy, 8> charged_current_bend_anti = {{{200, 1},
                                                                              {600, 0.974},
                                                                              {1000, 0.961},
                                                                              {2500, 0.928},
                                                                              {6000, 0.868},
                                                                              {1e4, 0.824},
                                                                              {2.5e4, 0.689},
                                                                              {1e5, 0.457}}};

/// What the mass of the tau leaves: a rounded interpolation of S. Kretzer and M. H. Reno, Phys. Rev. D 66 (2002) 113007, as quoted,
/// to about 10 %.
inline constexpr std::array<value_at_energy, 12> charged_current_tau = {{{3.5, 0},
                                                                         {5, 0.03},
                                                                         {10, 0.18},
                                                                         {20, 0.36},
                                                                         {50, 0.58},
                                                                         {100, 0.71},
                                                                         {200, 0.80},
                                                                         {500, 0.89},
                                                                         {1000, 0.93},
                                                                         {2000, 0.95},
                                                                         {5000, 0.97},
                                                                         {1e4, 0.98}}};

/// Constant beyond both ends.
constexpr double interpolated(std::span<value_at_energy const> table, double energy) {
  if (energy <= table.front().energy) return table.front().value;
  for (std::size_t i = 1; i < table.size(); ++i)
    if (energy <= table[i].energy) {
      auto const &low = table[i - 1], &high = table[i];
      return low.value +
             (high.value - low.value) * std::log(energy / low.energy) / std::log(high.energy / low.energy);
    }
  return table.back().value;
}

} // namespace detail

/// sigma of charged currents on a nucleon of matter whose neutrons exceed its protons by this part of all nucleons [m^2]: the slopes
/// of the Review of Particle Physics 2022, 0.677e-38 and 0.334e-38 cm^2/GeV from 30 to 200 GeV, and tables on both sides. Neutrons
/// have twice the cross section of protons for neutrinos, and half of it for antineutrinos.
inline double charged_current_cross_section(neutrino flavour, double energy, double neutron_excess = 0) {
  bool const anti = pdg_code(flavour) < 0;
  double const slope = anti ? 0.334e-42 : charged_current_slope; // [m^2/GeV]
  double sigma = slope * energy;
  // [PHYS:rates.charged_current]
  if (energy < 30)
    sigma =
        1e-42 * energy *
        detail::interpolated(anti ? detail::charged_current_low_anti : detail::charged_current_low, energy);
  else if (anti)
    sigma *= detail::interpolated(detail::charged_current_bend_anti, energy);
  else
    sigma *= detail::interpolated(detail::charged_current_bend, energy);
  if (flavour == neutrino::nu_tau || flavour == neutrino::anti_nu_tau)
    sigma *= detail::interpolated(detail::charged_current_tau, energy);
  return sigma * (1 + (anti ? -1 : 1) * neutron_excess / 3);
}

/// Charged-current events of one flavour.
struct charged_current_rate {
  neutrino flavour;
  double events;
};

/// What the numbers are, for the reader of a report.
inline constexpr std::string_view charged_current_note =
    "charged-current events are a yardstick, to 15 %: sigma/E of the Review of Particle Physics 2022, bent "
    "beyond "
    "200 GeV";

/// Charged-current events of all flavours of a beam in a target.
inline std::vector<charged_current_rate> charged_current_rates(exposed_target const& target) {
  double nucleons = 0, excess = 0;
  for (auto const& [nuclide, count] : target.material.ingredients) {
    nucleons += count * nuclide.mass_number;
    excess += count * (nuclide.neutron_number() - nuclide.atomic_number);
  }
  double const all = target.mass_tonnes * registry::formula_units_per_tonne(target.material) * nucleons;
  std::vector<charged_current_rate> rates;
  for (auto const& [flavour, spectrum] : target.beam) {
    auto const edges = spectrum.edges(), densities = spectrum.densities();
    auto const& rule = gauss_legendre(4);
    double sum = 0;
    for (std::size_t bin = 0; bin < densities.size(); ++bin) {
      if (!(densities[bin] > 0)) continue;
      double const low = edges[bin], width = edges[bin + 1] - low;
      for (std::size_t n = 0; n < rule.size(); ++n)
        sum += rule.weights[n] * width * densities[bin] *
               charged_current_cross_section(flavour, low + width * rule.nodes[n], excess / nucleons);
    }
    rates.push_back({flavour, all * target.exposure * sum});
  }
  return rates;
}

} // namespace trident
