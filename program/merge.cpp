// SPDX-License-Identifier: BSL-1.0
#include <trident/storage/sealed_file.hpp>

#include "commands.hpp"
#include "events_piece.hpp"
#include "frozen_cross_section.hpp"

namespace trident::program {

int run_merge(merge_request const& request) {
  auto const& first = request.files.front();
  if (is_events_piece(first)) return merge_events(request.files, request.out);
  auto const content = read_whole_file(first);
  if (!is_sealed_as("piece", content))
    throw input_error("file \"" + first + "\" is no piece of a run: it is none of a cross section, and \"" +
                      first + ".slice\", which lies beside a piece of events, is missing");
  return merge_cross_sections(request.files, request.out, request.format);
}

} // namespace trident::program
