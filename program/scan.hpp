// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <trident/physics/parameter_range.hpp>

#include "requests.hpp"

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

/// Points that a grid may have: what is asked for beyond is refused before any memory is taken.
inline constexpr std::size_t largest_grid = 1'000'000;

/// Throws input_error if a grid of `first` times `second` points is too large.
void require_grid(std::string const& options, std::size_t first, std::size_t second);

/// The values of a range "FROM:TO:N" or "FROM:TO:N:log", both ends included, or of one number, all of them in `allowed`.
/// Throws input_error.
std::vector<double> values_of_range(std::string const& option, std::string const& text,
                                    parameter_range const& allowed);

} // namespace trident::program
