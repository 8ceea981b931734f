// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>

#include <trident/runtime/scan_parts.hpp>
#include <trident/runtime/value_range.hpp>

#include "requests.hpp"
#include "runtime_names.hpp"

namespace trident::program {

/// What `trident scan` is to do.
struct scan_request : runtime::scan_request {
  run_request run;
  std::optional<std::string> out;
  std::optional<std::string> cut, smear; ///< of events
};

/// Cross sections over a range of energies, or of masses and couplings of a Z', or differential ones, into a file;
/// returns the exit status.
int run_scan(scan_request const& request);

} // namespace trident::program
