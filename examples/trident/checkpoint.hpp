// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <trident/mc/options.hpp>
#include <trident/mc/progress.hpp>

#include "integrate_run.hpp"

namespace trident::program {

/// What a Monte Carlo has learnt so far, part by part (a component, roughly or precisely: each has a stream of random
/// numbers of its own), and a file from which the whole goes on to the bits of an uninterrupted run.
class checkpoint {
public:
  /// Without a file: nothing is kept.
  checkpoint() = default;

  /// `identity` decides the result, `command` asks for it again; the file is written when it is time, or on store().
  checkpoint(std::string file, std::string identity, std::vector<std::string> command, std::uint64_t seed,
             double seconds_between);

  /// What an earlier run left, if there is a file. Throws input_error if there is one that cannot be gone on with.
  static std::optional<checkpoint> find(std::string const& file);

  std::string const& file() const { return file_; }
  std::string const& identity() const { return identity_; }
  std::vector<std::string> const& command() const { return command_; }
  std::uint64_t seed() const { return seed_; }

  /// Continues with what `earlier` knows.
  void adopt(checkpoint&& earlier) { parts_ = std::move(earlier.parts_); }

  /// What is known of a part. Throws input_error if that was learnt with other options.
  any_state state_of(vegas_options const& part) const;

  /// Remembers a part that is complete or was cut short.
  void remember(vegas_options const& part, any_state state);

  bool is_time() const { return !file_.empty() && watch_.seconds() >= next_; }

  /// Writes the file, if there is to be one.
  void store();

  /// All is done: the file goes.
  void remove() const;

private:
  struct part {
    std::string options; ///< as text
    any_state state;
  };

  std::string file_, identity_;
  std::vector<std::string> command_;
  std::uint64_t seed_ = 0;
  double seconds_between_ = 0;
  std::map<std::uint64_t, part> parts_; ///< by stream
  trident::detail::stopwatch watch_;
  double next_ = 0;
};

} // namespace trident::program
