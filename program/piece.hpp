// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <trident/storage/record.hpp>

#include "request_words.hpp"
#include "slice.hpp"

namespace trident::program {

/// What every piece of a run says of itself, whatever it is a piece of.
struct piece_head {
  std::string what; ///< cross-section or events
  std::string run;  ///< fingerprint of all that decides the whole
  job_slice slice{1, 1};
  item_range range{0, 0};           ///< of chunks of points, or of events
  std::uint64_t items = 0;          ///< of the whole
  std::vector<std::string> command; ///< that makes pieces, but for its --slice
  word_list words;                  ///< physics and settings
  word_list files;                  ///< that it depends on, with their fingerprints
};

void write(record_writer& out, piece_head const& head);
piece_head read_piece_head(record_reader& in);

/// The range that a slice should have, from the others of its run.
std::string command_of(piece_head const& any, std::uint64_t slice);

/// Brings pieces, of the files with these names, into order. Throws input_error unless they are of one run, without
/// overlap and complete; for what is missing the line has the command that makes it.
std::vector<std::size_t> order_of(std::vector<piece_head> const& pieces,
                                  std::vector<std::string> const& files);

} // namespace trident::program
