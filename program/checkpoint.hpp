// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/mc/options.hpp>
#include <trident/mc/progress.hpp>
#include <trident/storage/file_handle.hpp>

#include "integrate_run.hpp"
#include "request_words.hpp"

namespace trident::program {

/// What a Monte Carlo has learnt so far, part by part (a component, roughly or precisely: each has a stream of random
/// numbers of its own), and a file from which the whole goes on to the bits of an uninterrupted run.
class checkpoint {
public:
  /// Without a file: nothing is kept.
  checkpoint() = default;

  /// `identity` decides the result; the file is written when it is time, or on store(). `files` are those that the result
  /// depends on, with their fingerprints.
  checkpoint(std::string file, std::string identity, word_list files, double seconds_between);

  checkpoint(checkpoint&&) noexcept = default;
  checkpoint& operator=(checkpoint&&) noexcept = default;
  ~checkpoint(); ///< a file with nothing in it does not stay

  /// What an earlier run left in a file, or in the text of one. Throws input_error if that cannot be gone on with.
  static checkpoint read(std::string const& file);
  static checkpoint from_text(std::string const& file, std::string_view text);

  /// Keeps other processes from the file, which is made if it is not there. What an earlier run left in it, if anything.
  std::optional<checkpoint> open();

  std::string const& file() const { return file_; }
  std::string const& identity() const { return identity_; }
  word_list const& files() const { return files_; }
  std::vector<std::string> const& command() const { return command_; }
  std::uint64_t seed() const { return seed_; }

  /// What asks for the same again.
  void ask_by(std::vector<std::string> command, std::uint64_t seed) {
    command_ = std::move(command);
    seed_ = seed;
  }

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
  void remove();

private:
  struct part {
    std::string options; ///< as text
    any_state state;
  };

  std::string file_, identity_;
  word_list files_;
  trident::detail::file_handle lock_; ///< the file itself, as it is now
  bool is_empty_ = false;             ///< made by us, and nothing in it yet
  std::vector<std::string> command_;
  std::uint64_t seed_ = 0;
  double seconds_between_ = 0;
  std::map<std::uint64_t, part> parts_; ///< by stream
  trident::detail::stopwatch watch_;
  double next_ = 0;
};

} // namespace trident::program
