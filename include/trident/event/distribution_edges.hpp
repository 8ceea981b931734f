// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <trident/event/distribution.hpp>

// Bins for those who name none.

namespace trident {

namespace detail {

/// What a sample of weighted values has below `share` of its weight.
inline double quantile_of(std::vector<std::array<double, 2>> const& sorted, double share) {
  double all = 0, below = 0;
  for (auto const& one : sorted) all += one[1];
  for (auto const& one : sorted)
    if ((below += one[1]) >= share * all) return one[0];
  return sorted.back()[0];
}

/// 1, 2 or 5 times a power of ten, not below `width`.
inline double round_width(double width) {
  double const decade = std::pow(10, std::floor(std::log10(width)));
  for (double const digit : {1.0, 2.0, 5.0})
    if (digit * decade >= width * (1 - 1e-9)) return digit * decade;
  return 10 * decade;
}

/// Even bins with round edges from `low` to `high`; from 0 where that is near.
inline std::vector<double> even_edges(double low, double high, double bins) {
  if (low > 0 && low < 0.3 * high) low = 0;
  double const width = round_width((high - low) / bins);
  double const first = std::floor(low / width + 1e-9), last = std::ceil(high / width - 1e-9);
  std::vector<double> edges;
  for (double i = first; i <= last; ++i) edges.push_back(i * width);
  return edges;
}

/// Whole parts of decades.
inline std::vector<double> logarithmic_edges(double low, double high, double bins) {
  double const decades = std::log10(high / low);
  double const in_decade = std::clamp(std::floor(bins / decades), 1.0, 10.0);
  double const first = std::floor(std::log10(low) * in_decade),
               last = std::ceil(std::log10(high) * in_decade);
  std::vector<double> edges;
  for (double i = first; i <= last; ++i) edges.push_back(std::pow(10, i / in_decade));
  return edges;
}

} // namespace detail

/// Edges of about so many bins that hold 99 % of what passes the cuts: even ones, or of a quantity that
/// spans many decades in its logarithm. Empty if no point passed.
inline std::vector<double> suggested_edges(std::span<std::shared_ptr<event_source const> const> sources,
                                           distribution_request const& request, event_observable const& what,
                                           std::size_t bins, distribution_options const& options) {
  constexpr std::uint64_t points = 2048;                // of two scrambles
  constexpr double left_out = 5e-3, many_decades = 300; // at either end
  std::vector<std::array<double, 2>> seen;
  trial_source const random(options.seed, ~std::uint64_t{0} - 2);
  std::size_t which = 0;
  for (auto const& source : sources)
    for (auto const* one : source->integrands()) {
      double const multiplicity = source->description().multiplicity;
      for (std::size_t scramble = 0; scramble < 2; ++scramble)
        detail::visit_events(*one, {options.seed, which, scramble, 0, points}, options.go_on,
                             [&](event& e, double density, trial const& at) {
                               request.resolution(e, random, at);
                               if (request.cuts.passes(e))
                                 seen.push_back({what.of(e), multiplicity * density});
                             });
      ++which;
    }
  if (seen.empty()) return {};
  std::sort(seen.begin(), seen.end());
  double const low = detail::quantile_of(seen, left_out), high = detail::quantile_of(seen, 1 - left_out);
  double const wanted = static_cast<double>(bins);
  if (!(high > low)) return {low - 0.5 * std::abs(low) - 0.5, low + 0.5 * std::abs(low) + 0.5};
  bool const wide =
      low > 0 && detail::quantile_of(seen, 0.5) > 0 && high / detail::quantile_of(seen, 0.1) > many_decades;
  return wide ? detail::logarithmic_edges(low, high, wanted) : detail::even_edges(low, high, wanted);
}

} // namespace trident
