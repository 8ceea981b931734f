// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <trident/event/statistics.hpp>
#include <trident/storage/file_handle.hpp>

#include "request_words.hpp"

namespace trident::program {

/// How far the writing of a sample is.
struct journal_state {
  std::uint64_t seed = 0;
  std::uint64_t piece = 0;       ///< file at work, or next to be begun
  std::uint64_t events = 0;      ///< complete in all files
  std::uint64_t bytes = 0;       ///< of the file at work that stay; 0: not begun
  std::uint64_t fingerprint = 0; ///< of these bytes
  std::uint64_t closed = 0;      ///< 1: the file at work is complete, and may have its name already
  double factor = 1;             ///< on the maxima
  generation_statistics statistics;
};

/// What is asked for.
struct journal_order {
  std::string command; ///< JSON
  word_list files;     ///< that it depends on, with their fingerprints

  friend bool operator==(journal_order const&, journal_order const&) = default;
};

/// What an interrupted run left: states that may hold, the latest first. The disk may have lost what a later one is about.
struct journal_content {
  journal_order order;
  std::vector<journal_state> states;
};

/// The content of a journal's file. Throws input_error for what is foreign, of another version or damaged.
journal_content journal_from_text(std::string const& file, std::string const& text);

/// A line that ends with its own fingerprint, as those of a journal do.
std::string sealed_line(std::string const& text);

/// A small file beside the events, NAME.resume, from which an interrupted run goes on. What is asked for stands in it
/// once; states are written in place, with the same length every time, so that a full disk cannot break it. Three have
/// room: the latest one, and by turns two whose bytes were on the disk before. While one lives, no other process can write
/// the same events.
class journal {
public:
  /// Keeps nothing: what is written through cannot be gone on with.
  journal() = default;

  /// Opens or makes the file. Throws input_error if another process has it, or if it is none of a journal.
  explicit journal(std::string const& out);

  journal(journal&&) noexcept = default;
  journal& operator=(journal&&) noexcept = default;
  ~journal(); ///< what has nothing in it does not stay

  /// Of an interrupted run to this file, if there is one. Throws input_error if what is there cannot be read.
  static std::optional<journal_content> find(std::string const& out);

  /// What was there when it was opened.
  std::optional<journal_content> const& earlier() const { return earlier_; }

  /// All anew.
  void begin(journal_order const& order, journal_state const& state);

  journal_state const& state() const { return state_; }

  void store(journal_state const& state);

  /// The bytes that the state is about are on the disk.
  void store_synced(journal_state const& state);

  /// The sample is complete: the file goes.
  void remove();

private:
  void write(std::string const& text, std::size_t position);
  void write_slot(std::size_t slot);

  std::string path_;
  trident::detail::file_handle file_;
  std::optional<journal_content> earlier_;
  journal_state state_;
  std::size_t slots_ = 0;     ///< where they begin
  std::size_t next_slot_ = 0; ///< of the two that take turns
};

} // namespace trident::program
