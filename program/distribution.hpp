// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <trident/runtime/event_distribution.hpp>

#include "commands.hpp"
#include "runtime_names.hpp"
#include "scan.hpp"

namespace trident::program {

/// Whether a scan is one of events: with cuts, smeared, of what quadrature cannot tell, or by Monte Carlo.
bool is_of_events(scan_request const& request);

/// Distributions have quasi-random points where a quadrature would be the default.
run_request with_quasi_random_points(run_request run);

/// What `description_lines` gives, with the cuts and what is smeared.
std::vector<std::string> description_of(runtime::event_distribution_request const& request,
                                        runtime::computed_distribution const& found,
                                        run_settings const& settings);

/// A distribution of events into a file; returns the exit status.
int run_event_distribution(scan_request const& request);

/// The cross section within cuts and the efficiency, on standard output; returns the exit status.
int run_cross_section_within_cuts(cross_section_request const& request);

} // namespace trident::program
