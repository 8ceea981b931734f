// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "events.hpp"
#include "events_journal.hpp"

namespace trident::program {

/// A sample that is written, wholly or in part.
struct written_sample {
  events_request const& request;
  sample const& made;
  journal_state state;
  std::string out; ///< what resume is to be told
  std::vector<std::string> files;
  std::string file_format;
  std::uint64_t events = 0;
  double seconds = 0; ///< generation and writing
  bool complete = true;
};

/// Writes what was made as text, or as one JSON object.
void write_events_report(std::ostream& out, written_sample const& written);

} // namespace trident::program
