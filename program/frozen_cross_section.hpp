// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "commands.hpp"

// One preparation for many jobs: the map and the calls of a Monte Carlo, frozen in a file.

namespace trident::program {

/// Warms up, and writes what was learnt to the file of --freeze; returns the exit status.
int freeze_cross_section(cross_section_request const& request);

/// All of a frozen run, or the slice of it that was asked for, into a piece; returns the exit status.
int run_frozen_cross_section(cross_section_request const& request);

/// The whole from its pieces, on standard output or in a file; returns the exit status.
int merge_cross_sections(std::vector<std::string> const& files, std::string const& out, output_format format);

} // namespace trident::program
