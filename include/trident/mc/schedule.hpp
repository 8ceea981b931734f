// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <trident/base/finite.hpp>
#include <trident/mc/options.hpp>
#include <trident/mc/result.hpp>
#include <trident/mc/sums.hpp>

namespace trident::detail {

inline constexpr std::uint64_t first_warmup_calls = 8'000;
inline constexpr double warmup_growth = 1.6;              // from one warm-up iteration to the next
inline constexpr std::size_t most_warmup_iterations = 16; // beyond those asked for
inline constexpr double planning_margin = 1.1;            // production calls above what the variance asks for
inline constexpr std::uint64_t production_iterations = 5; // at least, so that chi2 means something
inline constexpr std::uint64_t smallest_production = 20'000;
inline constexpr std::uint64_t largest_iteration = 1'000'000;
inline constexpr std::uint64_t smallest_iteration = 64;

inline std::uint64_t whole_calls(double calls) {
  return static_cast<std::uint64_t>(std::ceil(std::clamp(calls, 0.0, 1e18)));
}

/// Calls of the warm-up iteration after `made` of them: few while the map is poor, more as it gets better. All
/// together a third of the budget at most, if the budget is that tight.
inline std::uint64_t warmup_calls(std::size_t made, vegas_options const& options) {
  double const wanted = first_warmup_calls * std::pow(warmup_growth, static_cast<double>(made));
  std::uint64_t const affordable = options.max_evaluations / 3 / (options.warmup_iterations + 1);
  return std::max(std::min({whole_calls(wanted), affordable, largest_iteration}), smallest_iteration);
}

/// Production calls that should bring the error down to what was asked, from the variance of what was sampled so far.
inline std::uint64_t required_production(integral_estimate const& sampled, vegas_options const& options) {
  double const ratio = sampled.relative_error() / options.relative_error;
  double const calls = planning_margin * ratio * ratio * static_cast<double>(sampled.production_evaluations);
  return detail::is_nan(calls) ? smallest_production : std::max(whole_calls(calls), smallest_production);
}

/// Warm-up pays for itself as long as it is a small part of what is to come.
inline bool is_warm(std::vector<stratified_sums> const& warmup, vegas_options const& options) {
  std::size_t const made = warmup.size();
  if (made < options.warmup_iterations) { return false; }
  if (made >= options.warmup_iterations + most_warmup_iterations) { return true; }
  std::uint64_t spent = 0;
  for (auto const& one : warmup) { spent += one.counts.all; }
  if (spent + warmup_calls(made, options) > options.max_evaluations / 3) { return true; }
  auto const to_come = static_cast<double>(required_production(combine({warmup.back()}), options));
  return static_cast<double>(spent) >= options.warmup_share * to_come;
}

/// Calls of the next production iteration, when `done` of `planned` calls were made: equal parts.
inline std::uint64_t production_calls(std::uint64_t done, std::uint64_t planned) {
  std::uint64_t const part =
      std::min((planned + production_iterations - 1) / production_iterations, largest_iteration);
  std::uint64_t const left = planned - done;
  std::uint64_t const parts = std::max<std::uint64_t>((left + part / 2) / part, 1);
  return (left + parts - 1) / parts;
}

} // namespace trident::detail
