// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include <trident/error.hpp>

namespace trident {

/// Settings of integrate_unit_cube. The result depends on all of them except `threads` and, where it does not cut the
/// run short, `time_limit_seconds`.
struct vegas_options {
  double relative_error = 1e-3;                      ///< stop when error / |value| is at most this
  std::uint64_t seed = 1;
  std::uint64_t stream = 0;                          ///< independent points of the same seed
  std::uint64_t max_evaluations = 2'000'000'000;     ///< never exceeded, warm-up included
  double time_limit_seconds = std::numeric_limits<double>::infinity();
  unsigned threads = 1;
  unsigned warmup_iterations = 4;                    ///< at least; these adapt the map, their values are not used
  double warmup_share = 0.25;                        ///< go on warming up to this share of the production to come
  double map_damping = 0.7;                          ///< see adapted_map::refine
  double allocation_exponent = 0.75;                 ///< see allocate_calls; 0: the same calls everywhere
};

inline constexpr std::uint64_t smallest_evaluation_budget = 1000;

/// Throws input_error if there is no sensible run with these options.
inline void require_valid(vegas_options const& options) {
  auto const refuse = [](char const* name, auto value, char const* allowed) {
    throw input_error(std::string(name) + " = " + std::to_string(value) + ": must be " + allowed);
  };
  if (!(options.relative_error > 0) || !std::isfinite(options.relative_error)) {
    refuse("relative_error", options.relative_error, "a positive number, such as 1e-3");
  }
  if (options.max_evaluations < smallest_evaluation_budget) {
    refuse("max_evaluations", options.max_evaluations, "at least 1000");
  }
  if (!(options.time_limit_seconds > 0)) {
    refuse("time_limit_seconds", options.time_limit_seconds, "positive (infinity: no limit)");
  }
  if (options.threads == 0) { refuse("threads", options.threads, "at least 1"); }
  if (options.warmup_iterations == 0) { refuse("warmup_iterations", options.warmup_iterations, "at least 1"); }
  if (!(options.warmup_share >= 0 && options.warmup_share <= 1)) {
    refuse("warmup_share", options.warmup_share, "between 0 and 1");
  }
  if (!(options.map_damping >= 0 && options.map_damping <= 3)) {
    refuse("map_damping", options.map_damping, "between 0 and 3");
  }
  if (!(options.allocation_exponent >= 0 && options.allocation_exponent <= 1)) {
    refuse("allocation_exponent", options.allocation_exponent, "between 0 and 1");
  }
}

} // namespace trident
