// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <trident/cross_section/estimate.hpp>
#include <trident/mc/result.hpp>
#include <trident/runtime/component.hpp>

namespace trident::runtime {

/// One part of the target, per part.
struct component_result {
  std::string name;
  double multiplicity;
  scattering_regime regime;
  component_estimate estimate;
};

/// What an integration gave: the sum of its components.
struct run_result {
  double value = 0; ///< [fb]
  double error = 0; ///< [fb], one standard deviation, or a bound for quadratures
  double seconds = 0;
  stop_reason reason = stop_reason::relative_error;
  evaluation_counts counts; ///< of all that was spent, rough runs included
  std::vector<component_result> components;
  std::vector<run_result>
      compared; ///< the Monte Carlo after a quadrature, the full result after an approximation

  bool below_threshold() const {
    return std::all_of(components.begin(), components.end(),
                       [](auto const& one) { return one.estimate.below_threshold; });
  }
};

/// What a component adds to the sum, in units of the cross section.
inline double weight_of(component_result const& one) { return one.multiplicity * one.estimate.value; }

namespace detail {

inline bool is_complete(stop_reason reason) {
  return reason != stop_reason::cancelled && reason != stop_reason::time_limit;
}

/// Why the whole ended: the first part that was cut short says so, else the first that did not reach its precision.
inline stop_reason reason_of(std::vector<component_estimate> const& parts) {
  stop_reason reason = stop_reason::relative_error;
  for (auto const& one : parts) {
    if (!is_complete(one.reason)) return one.reason;
    if (reason == stop_reason::relative_error) reason = one.reason;
  }
  return reason;
}

} // namespace detail

/// Of one component, from the shares that its integrand was drawn in.
inline component_estimate sum_of_shares(std::vector<component_estimate> const& shares) {
  if (shares.size() == 1) return shares.front();
  cross_section_estimate sum;
  double squared_weights = 0;
  for (auto const& one : shares) {
    trident::detail::add_component(sum, {one, one.below_threshold}, 1);
    if (one.effective_sample_size > 0) squared_weights += one.value * one.value / one.effective_sample_size;
  }
  component_estimate result;
  static_cast<integral_estimate&>(result) = sum;
  result.reason = detail::reason_of(shares);
  if (squared_weights > 0) result.effective_sample_size = sum.value * sum.value / squared_weights;
  if (sum.value != 0)
    result.relative_deviation_per_point =
        sum.relative_error() * std::sqrt(static_cast<double>(sum.production_evaluations));
  result.below_threshold = sum.below_threshold;
  result.threshold = shares.front().threshold;
  return result;
}

/// The sum of results of all components.
inline run_result sum_of(std::vector<component_result> components) {
  run_result result;
  double variance = 0;
  for (auto const& one : components) {
    result.value += weight_of(one);
    variance += std::pow(one.multiplicity * one.estimate.error, 2);
  }
  result.error = std::sqrt(variance);
  std::vector<component_estimate> estimates;
  for (auto const& one : components) estimates.push_back(one.estimate);
  result.reason = detail::reason_of(estimates);
  result.components = std::move(components);
  return result;
}

} // namespace trident::runtime
