// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <trident/quadrature/inclusive_cross_section.hpp>

#include "checkpoint.hpp"
#include "component.hpp"
#include "configuration.hpp"
#include "method.hpp"

namespace trident::program {

/// How to compute it.
struct run_settings {
  method how = method::vegas;
  double precision = 1e-3; ///< relative error to reach
  std::uint64_t seed = 1;
  execution_policy threads = 1;
  std::uint64_t max_evaluations = 2'000'000'000;
  double time_limit_seconds = std::numeric_limits<double>::infinity();
  stop_question go_on = {}; ///< asked by quadratures too, which tell no progress
};

/// One part of the target, per part.
struct component_result {
  std::string name;
  double multiplicity;
  component_estimate estimate;
};

struct run_result {
  double value = 0; ///< [fb]
  double error = 0; ///< [fb], one standard deviation, or a bound for quadratures
  double seconds = 0;
  stop_reason reason = stop_reason::relative_error;
  evaluation_counts counts; ///< of all that was spent, rough runs included
  std::vector<component_result> components;
  std::vector<run_result>
      compared; ///< the Monte Carlo after a quadrature, the full result after an approximation

  bool below_threshold() const;
};

/// Sums the cross sections of the components, by the method of the settings. A Monte Carlo goes on from what `book` knows,
/// and leaves there what it knows itself. A quadrature that is not done within the time limit is refused with an input_error;
/// one that is told not to go on throws computation_stopped.
run_result compute(configuration const& asked, run_settings const& settings,
                   progress_function const& progress, checkpoint& book);

/// Monte Carlo. Where there are several components, a rough run of each tells how precise each must be: relative error =
/// precision * sqrt(sum / part) makes the errors add up to the precision asked for. Each component draws from streams of
/// its own.
run_result compute_by_monte_carlo(configuration const& asked, run_settings const& settings,
                                  progress_function const& progress, checkpoint& book);

/// How each component is to be integrated so that the whole is as precise as asked for, found out by rough runs where
/// there are several; nothing if that was cancelled.
std::optional<std::vector<vegas_options>>
plan_components(configuration const& asked, run_settings const& settings, progress_function const& progress);

/// The sum of results of all components.
run_result sum_of(std::vector<component_result> components);

/// Each component to the precision asked for. Throws computation_stopped.
run_result compute_by_quadrature(configuration const& asked, inclusive_options const& options);

/// What a component adds to the sum, in units of the cross section.
inline double weight_of(component_result const& one) { return one.multiplicity * one.estimate.value; }

} // namespace trident::program
