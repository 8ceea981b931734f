// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <trident/runtime/value_range.hpp>

#include "requests.hpp"
#include "runtime_names.hpp"

namespace trident::program {

/// What `trident scan` is to do.
struct scan_request {
  physics_request physics;
  run_request run;
  std::optional<std::string> energies;     ///< FROM:TO:N or FROM:TO:N:log [GeV]
  std::optional<std::string> masses;       ///< likewise [GeV]
  std::optional<std::string> couplings;    ///< likewise
  std::optional<std::string> distribution; ///< lnQ2, s, mll or T, or two of them with a comma between
  std::optional<std::string> points;       ///< a range for each
  std::optional<std::string> out;
};

/// Cross sections over a range of energies, or of masses and couplings of a Z', or differential ones, into a file;
/// returns the exit status.
int run_scan(scan_request const& request);

} // namespace trident::program
