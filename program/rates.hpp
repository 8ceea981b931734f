// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <string>

#include <trident/runtime/detector_rates.hpp>

#include "runtime_names.hpp"

// `trident rates`: events per channel, flavour and regime in a detector.

namespace trident::program {

/// The options as they were given.
struct rates_request : runtime::rates_request {
  std::string format = "text";
  double time_limit_seconds = std::numeric_limits<double>::infinity();
};

int run_rates(rates_request const& request);

} // namespace trident::program
