// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <trident/mc/options.hpp>
#include <trident/mc/result.hpp>
#include <trident/mc/sums.hpp>

namespace trident::detail {

inline constexpr double typical_deviation_per_point = 0.5; // relative; sizes the warm-up before anything is known
inline constexpr double planning_margin = 1.1;             // production calls above what the variance asks for
inline constexpr std::uint64_t production_iterations = 5;  // at least, so that chi2 means something
inline constexpr std::uint64_t smallest_production = 20'000;
inline constexpr std::uint64_t largest_iteration = 1'000'000;
inline constexpr std::uint64_t smallest_iteration = 64;

inline std::uint64_t whole_calls(double calls) {
  return static_cast<std::uint64_t>(std::ceil(std::clamp(calls, 0.0, 1e18)));
}

/// Production calls if the integrand scatters as one hopes before having looked.
inline std::uint64_t expected_production(vegas_options const& options) {
  double const ratio = typical_deviation_per_point / options.relative_error;
  return std::max(whole_calls(ratio * ratio), smallest_production);
}

/// Calls of one warm-up iteration: together about 40 % of the production that is expected, a third of the budget at
/// most.
inline std::uint64_t warmup_calls(vegas_options const& options) {
  std::uint64_t const automatic = std::clamp<std::uint64_t>(expected_production(options) / 10, 8'000, 250'000);
  std::uint64_t const wanted = options.warmup_evaluations > 0
                                   ? options.warmup_evaluations / options.warmup_iterations
                                   : automatic;
  std::uint64_t const affordable = options.max_evaluations / 3 / options.warmup_iterations;
  return std::max(std::min(wanted, affordable), smallest_iteration);
}

/// Production calls that should bring the error down to what was asked, from the variance of what was sampled so far.
inline std::uint64_t required_production(integral_estimate const& sampled, vegas_options const& options) {
  double const ratio = sampled.relative_error() / options.relative_error;
  double const calls = planning_margin * ratio * ratio * static_cast<double>(sampled.production_evaluations);
  return std::isnan(calls) ? smallest_production : std::max(whole_calls(calls), smallest_production);
}

/// Calls of the next production iteration, when `done` of `planned` calls were made: equal parts.
inline std::uint64_t production_calls(std::uint64_t done, std::uint64_t planned) {
  std::uint64_t const part = std::min((planned + production_iterations - 1) / production_iterations,
                                      largest_iteration);
  std::uint64_t const left = planned - done;
  std::uint64_t const parts = std::max<std::uint64_t>((left + part / 2) / part, 1);
  return (left + parts - 1) / parts;
}

} // namespace trident::detail
