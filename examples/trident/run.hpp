// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "component.hpp"
#include "configuration.hpp"

namespace trident::program {

/// How to compute it.
struct run_settings {
  double precision = 1e-3; ///< relative error to reach
  std::uint64_t seed = 1;
  unsigned threads = 1;
  std::uint64_t max_evaluations = 2'000'000'000;
  double time_limit_seconds = std::numeric_limits<double>::infinity();
};

/// One part of the target, per part.
struct component_result {
  std::string name;
  double multiplicity;
  component_estimate estimate;
};

struct run_result {
  double value = 0; ///< [fb]
  double error = 0; ///< [fb], one standard deviation
  double seconds = 0;
  stop_reason reason = stop_reason::relative_error;
  evaluation_counts counts; ///< of all that was spent, rough runs included
  std::vector<component_result> components;

  bool below_threshold() const;
};

/// Sums the cross sections of the components. Where there are several, a rough run of each tells how precise each must
/// be: relative error = precision * sqrt(sum / part) makes the errors add up to the precision asked for. Each component
/// draws from streams of its own.
run_result compute(configuration const& asked, run_settings const& settings,
                   progress_function const& progress);

} // namespace trident::program
