// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/number_text.hpp>
#include <trident/parallel/execution.hpp>

namespace trident {

/// Settings of integrate_unit_cube. The result depends on all of them except `threads` and, where it does not cut the
/// run short, `time_limit_seconds`.
struct vegas_options {
  double relative_error = 1e-3; ///< stop when error / |value| is at most this
  std::uint64_t seed = 1;
  std::uint64_t stream = 0;                      ///< independent points of the same seed
  std::uint64_t max_evaluations = 2'000'000'000; ///< never exceeded, warm-up included
  double time_limit_seconds = std::numeric_limits<double>::infinity();
  execution_policy threads = 1;
  unsigned warmup_iterations = 4;    ///< at least; these adapt the map, their values are not used
  double warmup_share = 0.25;        ///< go on warming up to this share of the production to come
  double map_damping = 1.2;          ///< see adapted_map::refine
  double allocation_exponent = 0.75; ///< see allocate_calls; 0: the same calls everywhere
};

inline constexpr std::uint64_t smallest_evaluation_budget = 1000;
inline constexpr std::uint64_t smallest_quasi_random_budget = 5000; ///< of run_quasi_random

namespace detail {

inline input_error refused(char const* name, double value, char const* allowed) {
  return input_error(std::string(name) + " = " + number_text(value) + " is not possible: it must be " +
                     allowed);
}

inline bool lies_within(double value, double low, double high) { return value >= low && value <= high; }

} // namespace detail

/// Throws input_error if there is no sensible run with these options.
inline void require_valid(vegas_options const& options) {
  using detail::lies_within, detail::refused;
  if (!detail::is_finite(options.relative_error) || !(options.relative_error > 0)) {
    throw refused("relative_error", options.relative_error, "a positive number, such as 1e-3");
  }
  if (options.max_evaluations < smallest_evaluation_budget) {
    throw refused("max_evaluations", static_cast<double>(options.max_evaluations), "at least 1000");
  }
  if (!(options.time_limit_seconds > 0)) {
    throw refused("time_limit_seconds", options.time_limit_seconds, "positive (infinity: no limit)");
  }
  if (options.threads.threads() == 0) { throw refused("threads", 0, "at least 1"); }
  if (options.warmup_iterations == 0) { throw refused("warmup_iterations", 0, "at least 1"); }
  if (!lies_within(options.warmup_share, 0, 1)) {
    throw refused("warmup_share", options.warmup_share, "between 0 and 1");
  }
  if (!lies_within(options.map_damping, 0, 3)) {
    throw refused("map_damping", options.map_damping, "between 0 and 3");
  }
  if (!lies_within(options.allocation_exponent, 0, 1)) {
    throw refused("allocation_exponent", options.allocation_exponent, "between 0 and 1");
  }
}

} // namespace trident
