// SPDX-License-Identifier: BSL-1.0
#include "events_journal.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <sstream>
#include <tuple>

#include <trident/base/error.hpp>
#include <trident/storage/sealed_file.hpp>

namespace trident::program {

namespace {

constexpr std::string_view first_line = "trident-resume-2";
constexpr std::size_t slot_count = 3, latest_slot = 2; // 0 and 1 are of states on the disk

std::string path_for(std::string const& out) { return trident::detail::without_links(out) + ".resume"; }

// All numbers of a state, in the order of the file.

template <class State, class Visit>
void for_each_count(State& s, Visit visit) {
  auto& n = s.statistics;
  for (auto* value : {&s.seed, &s.piece, &s.events, &s.bytes, &s.fingerprint, &s.closed, &n.events,
                      &n.attempts, &n.overweight})
    visit(*value);
}

template <class State, class Visit>
void for_each_number(State& s, Visit visit) {
  auto& n = s.statistics;
  for (auto* value : {&s.factor, &n.envelope, &n.sum_of_ratios, &n.sum_of_squared_ratios, &n.sum_of_weights,
                      &n.sum_of_squared_weights, &n.overweight_sum, &n.excess, &n.largest_weight})
    visit(*value);
}

/// Without its fingerprint; nothing if that does not fit.
std::optional<std::string> unsealed_line(std::string const& line) {
  auto const at = line.rfind(" end ");
  if (at == std::string::npos || sealed_line(line.substr(0, at)) != line + '\n') return std::nullopt;
  return line.substr(0, at);
}

/// A line of fixed length.
std::string slot_line(journal_state const& state) {
  std::string line;
  char digits[64];
  for_each_count(state, [&](std::uint64_t value) {
    std::snprintf(digits, sizeof digits, " %020llu", static_cast<unsigned long long>(value));
    line += digits;
  });
  for_each_number(state, [&](double value) {
    std::snprintf(digits, sizeof digits, " %+.17e", value);
    line += digits;
    line.append(26 - std::strlen(digits), ' ');
  });
  return sealed_line(line);
}

bool is_possible(journal_state const& s) {
  bool possible = s.closed <= 1 && s.factor > 0 && s.statistics.attempts >= s.statistics.events;
  for_each_number(s, [&](double value) { possible = possible && std::isfinite(value) && value >= 0; });
  return possible;
}

std::optional<journal_state> state_of(std::string const& line) {
  auto const text = unsealed_line(line);
  if (!text) return std::nullopt;
  std::istringstream words(*text);
  journal_state state;
  for_each_count(state, [&](std::uint64_t& value) { words >> value; });
  for_each_number(state, [&](double& value) { words >> value; });
  if (!words || !is_possible(state)) return std::nullopt;
  return state;
}

/// Says how to get rid of a journal that is of no use.
[[noreturn]] void refuse_journal(std::string const& path, std::string const& why) {
  throw input_error("file \"" + path + "\" " + why + ": remove it and the .partial beside it to start anew");
}

std::optional<journal_content> read_journal(std::string const& path) {
  constexpr std::uintmax_t most = 1 << 20; // commands are shorter
  if (std::filesystem::file_size(path) > most) refuse_journal(path, "is too long for a journal");
  std::string const text = read_whole_file(path);
  if (text.empty()) return std::nullopt; // whoever made it came no further
  return journal_from_text(path, text);
}

} // namespace

std::string sealed_line(std::string const& text) {
  return text + " end " + trident::detail::fingerprint_text(text) + '\n';
}

journal_content journal_from_text(std::string const& path, std::string const& text) {
  std::istringstream lines(text);
  std::string line, command, files;
  std::getline(lines, line);
  if (line != first_line)
    refuse_journal(path, line.starts_with("trident-resume")
                             ? "is of another version"
                             : "is none that trident left for an interrupted run");
  std::getline(lines, command);
  std::getline(lines, files);
  auto const command_text = unsealed_line(command), files_text = unsealed_line(files);
  if (!command_text || !files_text) refuse_journal(path, "is damaged");
  journal_content content{{*command_text, words_from(path, *files_text)}, {}};
  for (std::size_t i = 0; i < slot_count && std::getline(lines, line); ++i)
    if (auto const state = state_of(line)) content.states.push_back(*state);
  if (content.states.empty()) refuse_journal(path, "is damaged");
  std::stable_sort(content.states.begin(), content.states.end(), [](auto const& a, auto const& b) {
    return std::tie(a.piece, a.events, a.closed, a.bytes) > std::tie(b.piece, b.events, b.closed, b.bytes);
  });
  return content;
}

std::optional<journal_content> journal::find(std::string const& out) {
  std::string const path = path_for(out);
  if (!std::filesystem::is_regular_file(path)) return std::nullopt;
  return read_journal(path);
}

journal::journal(std::string const& out)
    : path_(path_for(out)), file_(trident::detail::open_exclusively(path_, out)),
      earlier_(read_journal(path_)) {}

journal::~journal() {
  if (slots_ == 0 && !earlier_) remove();
}

void journal::begin(journal_order const& order, journal_state const& state) {
  state_ = state;
  if (path_.empty()) return;
  std::string const head =
      std::string(first_line) + '\n' + sealed_line(order.command) + sealed_line(text_of(order.files));
  slots_ = head.size();
  next_slot_ = 0;
  std::string const slot = slot_line(state);
  std::string const content = head + slot + slot + slot;
  write(content, 0);
  if (int const reason = file_.resize(content.size()) != 0 ? errno : file_.sync())
    trident::detail::refuse_file(path_, "written", reason);
  trident::detail::sync_folder_of(path_);
}

void journal::write(std::string const& text, std::size_t position) {
  if (int const reason = file_.write(text, static_cast<off_t>(position)))
    trident::detail::refuse_file(path_, "written", reason);
}

void journal::write_slot(std::size_t slot) {
  std::string const line = slot_line(state_);
  if (!path_.empty()) write(line, slots_ + slot * line.size());
}

void journal::store(journal_state const& state) {
  state_ = state;
  write_slot(latest_slot);
}

void journal::store_synced(journal_state const& state) {
  store(state);
  write_slot(next_slot_);
  next_slot_ = 1 - next_slot_;
  if (path_.empty()) return;
  if (int const reason = file_.sync()) trident::detail::refuse_file(path_, "written", reason);
}

void journal::remove() {
  if (!path_.empty() && file_.is_open()) {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  file_.close();
}

} // namespace trident::program
