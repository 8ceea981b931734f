// SPDX-License-Identifier: BSL-1.0
#include "events_journal.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include <trident/error.hpp>

namespace trident::program {

namespace {

std::string path_for(std::string const& out) { return out + ".resume"; }

// All numbers of a state, in the order of the file.

template <class State, class Visit>
void for_each_count(State& s, Visit visit) {
  auto& n = s.statistics;
  for (auto* value : {&s.seed, &s.piece, &s.events, &s.bytes, &n.events, &n.attempts, &n.overweight})
    visit(*value);
}

template <class State, class Visit>
void for_each_number(State& s, Visit visit) {
  auto& n = s.statistics;
  for (auto* value : {&s.factor, &n.envelope, &n.sum_of_ratios, &n.sum_of_squared_ratios, &n.sum_of_weights,
                      &n.sum_of_squared_weights, &n.overweight_sum, &n.excess, &n.largest_weight})
    visit(*value);
}

/// A line of fixed length.
std::string journal_line(journal_state const& state) {
  std::string line = "trident-resume-1";
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
  return line + '\n';
}

std::optional<journal_state> state_of(std::string const& line) {
  std::istringstream words(line);
  std::string mark;
  journal_state state;
  words >> mark;
  for_each_count(state, [&](std::uint64_t& value) { words >> value; });
  for_each_number(state, [&](double& value) { words >> value; });
  if (!words || mark != "trident-resume-1") return std::nullopt;
  return state;
}

} // namespace

std::optional<journal> journal::find(std::string const& out) {
  std::ifstream file(path_for(out));
  std::string line, command;
  if (!std::getline(file, line) || !std::getline(file, command)) return std::nullopt;
  auto const state = state_of(line);
  if (!state) return std::nullopt;
  journal found;
  found.path_ = path_for(out);
  found.command_ = command;
  found.state_ = *state;
  return found;
}

journal::journal(std::string const& out, std::string command, journal_state const& state)
    : path_(path_for(out)), command_(std::move(command)), state_(state) {
  file_ = std::fopen(path_.c_str(), "r+b"); // keeps the room that an earlier one has
  if (file_ == nullptr) file_ = std::fopen(path_.c_str(), "wb");
  std::string const content = journal_line(state) + command_ + '\n';
  if (file_ == nullptr || std::fwrite(content.data(), 1, content.size(), file_) != content.size() ||
      std::fflush(file_) != 0)
    throw input_error("file \"" + path_ + "\" cannot be written: " + std::strerror(errno));
}

journal::journal(journal&& other) noexcept
    : path_(std::move(other.path_)), command_(std::move(other.command_)), state_(other.state_),
      file_(std::exchange(other.file_, nullptr)) {}

journal& journal::operator=(journal&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(command_, other.command_);
  std::swap(state_, other.state_);
  std::swap(file_, other.file_);
  return *this;
}

journal::~journal() {
  if (file_ != nullptr) std::fclose(file_);
}

void journal::store(journal_state const& state) {
  state_ = state;
  std::string const line = journal_line(state);
  std::rewind(file_);
  if (std::fwrite(line.data(), 1, line.size(), file_) != line.size() || std::fflush(file_) != 0)
    throw input_error("file \"" + path_ + "\" cannot be written: " + std::strerror(errno));
}

void journal::remove() {
  if (file_ != nullptr) std::fclose(std::exchange(file_, nullptr));
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

} // namespace trident::program
