// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/flux/flux.hpp>

// A part of a spectrum, and a spectrum that goes on beyond where it is known.

namespace trident {

/// Those neutrinos that have energies between two [GeV]; throws input_error where there are none.
inline histogram_flux within_energies(histogram_flux const& flux, double low, double high) {
  std::vector<double> edges, densities;
  auto const all = flux.edges();
  for (std::size_t bin = 0; bin + 1 < all.size(); ++bin) {
    double const start = std::max(all[bin], low), end = std::min(all[bin + 1], high);
    if (!(start < end)) continue;
    if (edges.empty()) edges.push_back(start);
    edges.push_back(end);
    densities.push_back(flux.densities()[bin]);
  }
  if (densities.empty())
    throw input_error("flux \"" + std::string(flux.name()) + "\" has no neutrinos from " +
                      detail::number_text(low) + " to " + detail::number_text(high) + " GeV");
  return {std::move(edges),
          std::move(densities),
          bin_value::density,
          {std::string(flux.name()), flux.normalisation(), flux.flavour(), {}}};
}

/// Beyond the end of a spectrum of many bins the power of the energy that its last decade has, up to `end` [GeV], in bins of a
/// twentieth of a decade: a labelled model of spectra that fall steadily.
inline histogram_flux with_power_law(histogram_flux const& flux, double end) {
  std::vector<double> edges(flux.edges().begin(), flux.edges().end()),
      densities(flux.densities().begin(), flux.densities().end());
  double const last = edges.back(), half = 0.5 * (last + edges[edges.size() - 2]);
  // [PHYS:flux.power_law]
  double const index = std::log10(flux.density(half / 10) / densities.back());
  if (!(index > 1) || !(end > last)) return flux;
  double const scale = densities.back() * std::pow(half, index);
  int const bins = static_cast<int>(std::ceil(20 * std::log10(end / last)));
  for (int i = 1; i <= bins; ++i) {
    double const low = edges.back(), high = last * std::pow(end / last, static_cast<double>(i) / bins);
    densities.push_back(scale * (std::pow(low, 1 - index) - std::pow(high, 1 - index)) /
                        ((index - 1) * (high - low)));
    edges.push_back(high);
  }
  return {std::move(edges),
          std::move(densities),
          bin_value::density,
          {std::string(flux.name()) + " and a power law", flux.normalisation(), flux.flavour(), {}}};
}

} // namespace trident
