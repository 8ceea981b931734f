// SPDX-License-Identifier: BSL-1.0
#include "checkpoint.hpp"

#include <filesystem>
#include <utility>

#include <trident/mc/state_text.hpp>
#include <trident/storage/sealed_file.hpp>

namespace trident::program {

namespace {

constexpr std::string_view kind_of_checkpoint = "checkpoint";

std::string text_of_options(vegas_options const& options) {
  record_writer out;
  write(out, options);
  return out.text();
}

void write_state(record_writer& out, any_state const& state) {
  out.line("state", state.index());
  std::visit(
      [&]<class State>(State const& known) {
        if constexpr (!std::same_as<State, std::monostate>) write(out, known);
      },
      state);
}

any_state read_any_state(record_reader& in) {
  in.expect("state");
  switch (in.count(2)) {
  case 1:
    return read_state<7>(in);
  case 2:
    return read_state<8>(in);
  default:
    return {};
  }
}

} // namespace

checkpoint::checkpoint(std::string file, std::string identity, word_list files, double seconds_between)
    : file_(std::move(file)), identity_(std::move(identity)), files_(std::move(files)),
      seconds_between_(seconds_between), next_(seconds_between) {}

checkpoint::~checkpoint() {
  if (is_empty_ && lock_.is_open()) remove();
}

checkpoint checkpoint::read(std::string const& file) { return from_text(file, read_whole_file(file)); }

checkpoint checkpoint::from_text(std::string const& file, std::string_view text) {
  record_reader in(file, unsealed(kind_of_checkpoint, file, text), 2);
  checkpoint found;
  found.file_ = file;
  in.expect("identity");
  found.identity_ = in.rest_of_line();
  in.expect("files");
  found.files_ = words_from(file, in.rest_of_line());
  in.expect("command");
  found.command_ = command_from(file, in.rest_of_line());
  found.seed_ = in.number<std::uint64_t>("seed");
  in.expect("parts");
  for (std::size_t left = in.count(trident::detail::most_stored); left > 0; --left) {
    auto const options = read_options(in);
    auto state = read_any_state(in);
    std::visit(
        [&]<class State>(State const& known) {
          if constexpr (!std::same_as<State, std::monostate>)
            if (known.next_index > options.max_evaluations)
              in.refuse("no more points than the " + std::to_string(options.max_evaluations) + " allowed");
        },
        state);
    found.parts_[options.stream] = {text_of_options(options), std::move(state)};
  }
  in.expect_end();
  return found;
}

std::optional<checkpoint> checkpoint::open() {
  auto const place = output_place_of(file_);
  if (place.file.empty())
    throw input_error("--checkpoint is \"" + file_ +
                      "\": it must be a regular file, which can be read again");
  lock_ = trident::detail::open_exclusively(place.file, file_);
  is_empty_ = std::filesystem::file_size(place.file) == 0;
  if (is_empty_) return std::nullopt;
  return read(file_);
}

any_state checkpoint::state_of(vegas_options const& options) const {
  auto const known = parts_.find(options.stream);
  if (known == parts_.end()) return {};
  if (known->second.options == text_of_options(options)) return known->second.state;
  throw input_error("file \"" + file_ +
                    "\" was written by a run with other settings, and cannot be gone on with");
}

void checkpoint::remember(vegas_options const& options, any_state state) {
  if (file_.empty()) return;
  parts_[options.stream] = {text_of_options(options), std::move(state)};
}

void checkpoint::store() {
  if (file_.empty()) return;
  record_writer out;
  out.line("identity", identity_);
  out.line("files", text_of(files_));
  out.line("command", command_text(command_));
  out.line("seed", seed_);
  out.line("parts", parts_.size());
  for (auto const& [stream, known] : parts_) {
    record_reader options(file_, known.options);
    write(out, read_options(options));
    write_state(out, known.state);
  }
  partial_file file(file_);
  file.append(sealed(kind_of_checkpoint, out.text()));
  lock_ = file.complete();
  is_empty_ = false;
  next_ = watch_.seconds() + seconds_between_;
}

void checkpoint::remove() {
  std::error_code ignored;
  if (!file_.empty()) { // with what a killed process may have left beside it
    std::filesystem::remove(partial_file::partial_name(file_), ignored);
    std::filesystem::remove(trident::detail::without_links(file_), ignored);
  }
  lock_.close();
}

} // namespace trident::program
