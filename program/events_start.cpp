// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <filesystem>

#include <fcntl.h>

#include <trident/storage/partial_file.hpp>

#include "events_write.hpp"
#include "slice.hpp"

// How far an interrupted run has come: what its journal says is held against what lies on the disk.

namespace trident::program {

namespace {

/// Whether a state can be one of the plan.
bool fits(writing_plan const& plan, journal_state const& state) {
  if (state.piece > plan.pieces || state.events < plan.range.first || state.events > plan.range.last ||
      state.statistics.events != state.events - plan.range.first ||
      (plan.maximum != maximum_policy::strict && state.factor != 1))
    return false;
  if (state.piece == plan.pieces)
    return state.bytes == 0 && state.closed == 0 && state.events == plan.range.last;
  auto const range = range_of_piece(plan, state.piece);
  if (state.bytes == 0) return state.closed == 0 && state.events == range.first;
  return state.events >= range.first && state.events <= range.last &&
         (state.closed == 0 || state.events == range.last);
}

/// Of the bytes that a state is about, if the file has them.
std::optional<running_fingerprint> found_in(std::string const& file, journal_state const& state) {
  auto const known = fingerprint_of_beginning(file, state.bytes);
  return known && known->value() == state.fingerprint ? known : std::nullopt;
}

/// What was only with the operating system is on the disk afterwards.
void sync_file(std::string const& path) {
  trident::detail::file_handle const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.is_open()) file.sync();
}

/// Where a run is that left this state, if what lies on the disk agrees.
std::optional<writing_start> agreed(std::vector<std::string> const& files, journal_state const& state) {
  if (state.bytes == 0) return writing_start{state, {}};
  auto const& file = files[static_cast<std::size_t>(state.piece)];
  if (auto const known = found_in(partial_file::partial_name(file), state)) {
    sync_file(partial_file::partial_name(file));
    return writing_start{state, *known};
  }
  std::error_code ignored;
  if (state.closed == 0 || std::filesystem::exists(partial_file::partial_name(file), ignored) ||
      std::filesystem::file_size(file, ignored) != state.bytes ||
      !found_in(trident::detail::without_links(file), state))
    return std::nullopt;
  journal_state next = state; // it has its name already
  ++next.piece;
  next.bytes = next.fingerprint = next.closed = 0;
  return writing_start{next, {}};
}

} // namespace

std::vector<std::string> files_of(writing_plan const& plan) {
  if (plan.pieces == 1) return {plan.out};
  std::vector<std::string> files;
  for (std::uint64_t i = 1; i <= plan.pieces; ++i) files.push_back(name_of_piece(plan.out, i, plan.pieces));
  return files;
}

event_range range_of_piece(writing_plan const& plan, std::uint64_t piece) {
  std::uint64_t const events = plan.range.last - plan.range.first;
  auto const bound = [&](std::uint64_t i) { // events * i / pieces, which may be larger than 64 bits hold
    return plan.range.first + events / plan.pieces * i + events % plan.pieces * i / plan.pieces;
  };
  return {bound(piece), bound(piece + 1)};
}

writing_start start_from(writing_plan const& plan, std::vector<journal_state> const& states) {
  auto const files = files_of(plan);
  std::string const journal = plan.out + ".resume";
  std::size_t piece = 0;
  for (auto const& state : states) {
    if (!fits(plan, state))
      throw input_error("file \"" + journal +
                        "\" is damaged: its numbers are none of such a run; remove it and "
                        "the .partial beside it to start anew");
    if (auto start = agreed(files, state)) return *start;
    piece = std::max(piece, static_cast<std::size_t>(state.piece));
  }
  throw input_error("file \"" + partial_file::partial_name(files[piece]) +
                    "\" is not as the interrupted run left it, so that this cannot go on: remove it and \"" +
                    journal + "\" to start anew");
}

} // namespace trident::program
