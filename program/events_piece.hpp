// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "events_write.hpp"
#include "piece.hpp"

// A slice of a sample is a file of events like any other. What part of which sample it is stands beside it, in
// NAME.slice, which is there before the events get their name.

namespace trident::program {

/// NAME.slice
std::string name_beside_events(std::string const& name);

/// Writes NAME.slice for each file that is complete.
seal_function sealing_as(piece_head const& head);

/// Whether a file has a NAME.slice beside it.
bool is_events_piece(std::string const& name);

/// The file that one job alone would have written, from its pieces; returns the exit status.
int merge_events(std::vector<std::string> const& files, std::string const& out);

} // namespace trident::program
