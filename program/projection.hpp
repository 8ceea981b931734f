// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <string>

#include <trident/runtime/projection.hpp>

#include "runtime_names.hpp"
#include "table.hpp"

// `trident projection`: what an experiment of the user's own will see of tridents, and what it will exclude.

namespace trident::program {

/// The options as they were given.
struct projection_request : runtime::projection_request {
  bool quiet = false; ///< no progress on standard error
  table_output output;
  double time_limit_seconds = std::numeric_limits<double>::infinity();
};

/// Returns the exit status.
int run_projection(projection_request const& request);

/// As text, as JSON or as CSV.
std::string report_of(projection_request const& request, runtime::projection const& result);

} // namespace trident::program
