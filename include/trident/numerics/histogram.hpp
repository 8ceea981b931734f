// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace trident::detail {

// A histogram here is n + 1 increasing edges and n densities, constant within a bin.

/// Number of the bin that holds `x`, or the number of bins when none does (NaN included).
/// A bin owns its lower edge; the last bin owns its upper edge too.
constexpr std::size_t bin_of(std::span<double const> edges, double x) {
  if (!(x >= edges.front() && x <= edges.back())) return edges.size() - 1;
  auto const above = std::upper_bound(edges.begin(), edges.end() - 1, x);
  return static_cast<std::size_t>(above - edges.begin()) - 1;
}

/// Density at `x`, zero outside the edges.
constexpr double density_at(std::span<double const> edges, std::span<double const> densities, double x) {
  std::size_t const bin = bin_of(edges, x);
  return bin < densities.size() ? densities[bin] : 0.0;
}

/// Integral of the density.
constexpr double histogram_integral(std::span<double const> edges, std::span<double const> densities) {
  double sum = 0;
  for (std::size_t i = 0; i < densities.size(); ++i) sum += densities[i] * (edges[i + 1] - edges[i]);
  return sum;
}

/// Mean of x under the density.
constexpr double histogram_mean(std::span<double const> edges, std::span<double const> densities) {
  double sum = 0;
  for (std::size_t i = 0; i < densities.size(); ++i)
    sum += densities[i] * (edges[i + 1] - edges[i]) * (edges[i + 1] + edges[i]) / 2;
  return sum / histogram_integral(edges, densities);
}

} // namespace trident::detail
