// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <vector>

#include <trident/runtime/limits.hpp>

#include "runtime_names.hpp"
#include "table.hpp"

namespace trident::program {

/// What `trident limits` is to do.
struct limits_request : runtime::limits_request {
  bool ratio_table = false; ///< the ratios instead of what they exclude
  bool quiet = false;       ///< no progress on standard error
  table_output output;
  double time_limit_seconds = std::numeric_limits<double>::infinity();
};

/// Throws computation_stopped at a signal.
exclusion compute_exclusion(limits_request const& request);

/// One line for each excluded interval; the last of a mass has no end.
number_table interval_table(std::vector<runtime::exclusion_row> const& rows);

/// Limits on the coupling of a Z'; returns the exit status.
int run_limits(limits_request const& request);

} // namespace trident::program
