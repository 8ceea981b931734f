// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>

#include <trident/event/statistics.hpp>

namespace trident::program {

/// How far the writing of a sample is.
struct journal_state {
  std::uint64_t seed = 0;
  std::uint64_t piece = 0;  ///< file at work, or next to be begun
  std::uint64_t events = 0; ///< complete in all files
  std::uint64_t bytes = 0;  ///< of the file at work that stay; 0: not begun
  double factor = 1;        ///< on the maxima
  generation_statistics statistics;
};

/// A small file beside the events, NAME.resume, from which an interrupted run goes on. What is asked for stands in it
/// once; the state is written in place, with the same length every time, so that a full disk cannot break it.
class journal {
public:
  /// Of an earlier run to the same file, if there is one that can be read.
  static std::optional<journal> find(std::string const& out);

  /// Makes the file. Throws input_error if that is not possible.
  journal(std::string const& out, std::string command, journal_state const& state);

  journal(journal&& other) noexcept;
  journal& operator=(journal&& other) noexcept;
  ~journal();

  std::string const& command() const { return command_; } ///< JSON, as it was given
  journal_state const& state() const { return state_; }

  void store(journal_state const& state);

  /// The sample is complete: the file goes.
  void remove();

private:
  journal() = default;

  std::string path_;
  std::string command_;
  journal_state state_;
  std::FILE* file_ = nullptr;
};

} // namespace trident::program
