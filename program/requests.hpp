// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "configuration.hpp"
#include "run.hpp"

namespace trident::program {

/// How a result is written.
enum class output_format { text, json };

/// How to compute, as it was given.
struct run_request {
  std::string method = "quadrature";
  std::optional<double> precision; ///< 1e-5 for quadratures, 1e-3 for Monte Carlo
  std::optional<std::uint64_t> seed;
  unsigned threads = 0; ///< 0: as many as the machine runs side by side
  std::uint64_t max_evaluations = run_settings{}.max_evaluations;
  double time_limit_seconds = run_settings{}.time_limit_seconds;
  output_format format = output_format::text;
  bool quiet = false;
};

/// Chooses precision, seed and threads where they were not given; throws input_error for a method that is not there and
/// for a precision that it does not have.
run_settings make_settings(run_request const& request);

} // namespace trident::program
