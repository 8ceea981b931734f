// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

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
inline stop_reason reason_of(std::vector<component_result> const& components) {
  stop_reason reason = stop_reason::relative_error;
  for (auto const& one : components) {
    if (!is_complete(one.estimate.reason)) return one.estimate.reason;
    if (reason == stop_reason::relative_error) reason = one.estimate.reason;
  }
  return reason;
}

} // namespace detail

/// The sum of results of all components.
inline run_result sum_of(std::vector<component_result> components) {
  run_result result;
  double variance = 0;
  for (auto const& one : components) {
    result.value += weight_of(one);
    variance += std::pow(one.multiplicity * one.estimate.error, 2);
  }
  result.error = std::sqrt(variance);
  result.reason = detail::reason_of(components);
  result.components = std::move(components);
  return result;
}

} // namespace trident::runtime
