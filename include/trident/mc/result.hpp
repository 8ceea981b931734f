// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <trident/mc/stop.hpp>
#include <trident/mc/sums.hpp>

namespace trident {

/// An integral with its statistical error.
struct integral_estimate {
  double value = 0;
  double error = std::numeric_limits<double>::infinity(); ///< one standard deviation
  std::uint64_t evaluations = 0;                          ///< of complete iterations, warm-up included
  std::uint64_t production_evaluations = 0;               ///< those that the value was made of
  std::uint64_t zero_evaluations = 0;
  std::uint64_t non_finite_evaluations = 0; ///< NaN or infinite: counted as 0 in the value
  std::uint64_t first_non_finite_index = std::numeric_limits<std::uint64_t>::max(); ///< largest: none
  std::size_t iterations = 0;              ///< that the value was made of
  double chi2_per_dof = 0;                 ///< of these iterations; 0 when there is but one
  double effective_sample_size = 0;        ///< (sum of weights)^2 / sum of squared weights
  double relative_deviation_per_point = 0; ///< error / |value| * sqrt(production_evaluations)
  stop_reason reason = stop_reason::relative_error;

  double relative_error() const { return value == 0 && error == 0 ? 0 : error / std::abs(value); }
};

/// Joins iterations. Each weighs as many calls as it made. Weights 1/variance would look better and be wrong: where the
/// integrand has a long tail, an iteration that missed the tail has a small value and a small estimated variance, and
/// would weigh most, so that the result came out low.
inline integral_estimate combine(std::vector<stratified_sums> const& iterations) {
  integral_estimate result;
  result.iterations = iterations.size();
  for (auto const& one : iterations) { result.production_evaluations += one.counts.all; }
  if (result.production_evaluations == 0) { return result; }

  double value = 0;
  double variance = 0;
  double squared_weights = 0;
  for (auto const& one : iterations) {
    double const weight =
        static_cast<double>(one.counts.all) / static_cast<double>(result.production_evaluations);
    value += weight * one.value;
    variance += weight * weight * one.variance;
    squared_weights += weight * weight * one.squared_weights;
  }
  double chi2 = 0;
  for (auto const& one : iterations) {
    double const pull_squared = (one.value - value) * (one.value - value) / one.variance;
    if (one.variance > 0) { chi2 += pull_squared; }
  }
  result.value = value;
  result.error = std::sqrt(variance);
  if (iterations.size() > 1) { result.chi2_per_dof = chi2 / static_cast<double>(iterations.size() - 1); }
  if (squared_weights > 0) { result.effective_sample_size = value * value / squared_weights; }
  if (value != 0) {
    result.relative_deviation_per_point =
        result.relative_error() * std::sqrt(static_cast<double>(result.production_evaluations));
  }
  return result;
}

} // namespace trident
