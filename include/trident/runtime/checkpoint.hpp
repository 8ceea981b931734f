// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

#include <trident/base/error.hpp>
#include <trident/mc/options.hpp>
#include <trident/mc/progress.hpp>
#include <trident/mc/state_text.hpp>
#include <trident/runtime/monte_carlo.hpp>
#include <trident/storage/file_handle.hpp>
#include <trident/storage/output_place.hpp>
#include <trident/storage/partial_file.hpp>
#include <trident/storage/record.hpp>
#include <trident/storage/sealed_file.hpp>

namespace trident::runtime {

/// What a Monte Carlo has learnt so far, part by part (a component, roughly or precisely: each has a stream of random
/// numbers of its own), and a file from which the whole goes on to the bits of an uninterrupted run.
class checkpoint {
public:
  /// Without a file: nothing is kept.
  checkpoint() = default;

  /// `identity` decides the result, `files` says which files it depends on, both in one line of text that whoever asks for
  /// the result writes and reads. The file is written when it is time, or on store().
  checkpoint(std::string file, std::string identity, std::string files, double seconds_between);

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
  std::string const& files() const { return files_; }
  std::string const& command() const { return command_; }
  std::uint64_t seed() const { return seed_; }

  /// What asks for the same again, in one line of text.
  void ask_by(std::string command, std::uint64_t seed) {
    command_ = std::move(command);
    seed_ = seed;
  }

  /// Continues with what `earlier` knows.
  void adopt(checkpoint&& earlier) { parts_ = std::move(earlier.parts_); }

  /// What is known of a part. Throws input_error if that was learnt with other options.
  any_state state_of(vegas_options const& options) const;

  /// Remembers a part that is complete or was cut short.
  void remember(vegas_options const& options, any_state state);

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

  std::string file_, identity_, files_, command_;
  trident::detail::file_handle lock_; ///< the file itself, as it is now
  bool is_empty_ = false;             ///< made by us, and nothing in it yet
  std::uint64_t seed_ = 0;
  double seconds_between_ = 0;
  std::map<std::uint64_t, part> parts_; ///< by stream
  trident::detail::stopwatch watch_;
  double next_ = 0;
};

namespace detail {

inline constexpr std::string_view kind_of_checkpoint = "checkpoint";

inline std::string text_of_options(vegas_options const& options) {
  record_writer out;
  write(out, options);
  return out.text();
}

inline void write_state(record_writer& out, any_state const& state) {
  out.line("state", state.index());
  std::visit(
      [&]<class State>(State const& known) {
        if constexpr (!std::same_as<State, std::monostate>) write(out, known);
      },
      state);
}

inline any_state read_any_state(record_reader& in) {
  in.expect("state");
  switch (in.count(3)) {
  case 1:
    return read_state<7>(in);
  case 2:
    return read_state<8>(in);
  case 3:
    return read_state<9>(in);
  default:
    return {};
  }
}

} // namespace detail

inline checkpoint::checkpoint(std::string file, std::string identity, std::string files,
                              double seconds_between)
    : file_(std::move(file)), identity_(std::move(identity)), files_(std::move(files)),
      seconds_between_(seconds_between), next_(seconds_between) {}

inline checkpoint::~checkpoint() {
  if (is_empty_ && lock_.is_open()) remove();
}

inline checkpoint checkpoint::read(std::string const& file) { return from_text(file, read_whole_file(file)); }

inline checkpoint checkpoint::from_text(std::string const& file, std::string_view text) {
  record_reader in(file, unsealed(detail::kind_of_checkpoint, file, text), 2);
  checkpoint found;
  found.file_ = file;
  in.expect("identity");
  found.identity_ = in.rest_of_line();
  in.expect("files");
  found.files_ = in.rest_of_line();
  in.expect("command");
  found.command_ = in.rest_of_line();
  found.seed_ = in.number<std::uint64_t>("seed");
  in.expect("parts");
  for (std::size_t left = in.count(trident::detail::most_stored); left > 0; --left) {
    auto const options = read_options(in);
    auto state = detail::read_any_state(in);
    std::visit(
        [&]<class State>(State const& known) {
          if constexpr (!std::same_as<State, std::monostate>)
            if (known.next_index > options.max_evaluations)
              in.refuse("no more points than the " + std::to_string(options.max_evaluations) + " allowed");
        },
        state);
    found.parts_[options.stream] = {detail::text_of_options(options), std::move(state)};
  }
  in.expect_end();
  return found;
}

inline std::optional<checkpoint> checkpoint::open() {
  auto const place = output_place_of(file_);
  if (place.file.empty())
    throw input_error("--checkpoint is \"" + file_ +
                      "\": it must be a regular file, which can be read again");
  lock_ = trident::detail::open_exclusively(place.file, file_);
  is_empty_ = std::filesystem::file_size(place.file) == 0;
  if (is_empty_) return std::nullopt;
  return read(file_);
}

inline any_state checkpoint::state_of(vegas_options const& options) const {
  auto const known = parts_.find(options.stream);
  if (known == parts_.end()) return {};
  if (known->second.options == detail::text_of_options(options)) return known->second.state;
  throw input_error("file \"" + file_ +
                    "\" was written by a run with other settings, and cannot be gone on with");
}

inline void checkpoint::remember(vegas_options const& options, any_state state) {
  if (file_.empty()) return;
  parts_[options.stream] = {detail::text_of_options(options), std::move(state)};
}

inline void checkpoint::store() {
  if (file_.empty()) return;
  record_writer out;
  out.line("identity", identity_);
  out.line("files", files_);
  out.line("command", command_);
  out.line("seed", seed_);
  out.line("parts", parts_.size());
  for (auto const& [stream, known] : parts_) {
    record_reader options(file_, known.options);
    write(out, read_options(options));
    detail::write_state(out, known.state);
  }
  partial_file file(file_);
  file.append(sealed(detail::kind_of_checkpoint, out.text()));
  lock_ = file.complete();
  is_empty_ = false;
  next_ = watch_.seconds() + seconds_between_;
}

inline void checkpoint::remove() {
  std::error_code ignored;
  if (!file_.empty()) { // with what a killed process may have left beside it
    std::filesystem::remove(partial_file::partial_name(file_), ignored);
    std::filesystem::remove(trident::detail::without_links(file_), ignored);
  }
  lock_.close();
}

} // namespace trident::runtime
