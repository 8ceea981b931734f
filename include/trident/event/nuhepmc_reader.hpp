// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/event/event_reader.hpp>
#include <trident/event/text.hpp>

namespace trident {

/// Reads what nuhepmc_format writes. Throws input_error for a head without trident's configuration and for what is not
/// as it should be, with the line.
class nuhepmc_reader {
public:
  static constexpr std::string_view first_line = "HepMC::Version ";

  explicit nuhepmc_reader(std::istream& in) : lines_(in) {
    while (next_line() && !line_.starts_with("E ") && line_ != end_mark) read_head_line();
    if (line_.empty()) lines_.refuse_truncated("event");
    if (head_.configuration.empty())
      throw input_error("the file was not written by trident: its head has no configuration");
  }

  event_file_head const& head() const { return head_; }
  event const& current() const { return event_; }

  /// Goes to the next event; false at the end of a file that is complete.
  bool next() {
    if (line_ == end_mark) return false;
    event_ = {};
    event_lines_.clear();
    read_event_line();
    while (next_line() && !line_.starts_with("E ") && line_ != end_mark) read_event_line();
    if (line_.empty()) lines_.refuse_truncated(end_mark);
    if (event_.struck.pdg_code == 0) event_.struck = event_.nucleus;
    for (auto const& one : outgoing_) detail::place_outgoing(event_, one);
    outgoing_.clear();
    detail::require_complete(event_, lines_);
    return true;
  }

  /// The head with weights of more models.
  std::string head_text(std::vector<std::string> const& more) const {
    std::string text;
    std::size_t last = 0; // line after which the models stand
    for (std::size_t i = 0; i < head_lines_.size(); ++i)
      if (head_lines_[i].starts_with(key + "constants ") || head_lines_[i].starts_with(key + "also-model "))
        last = i;
    for (std::size_t i = 0; i < head_lines_.size(); ++i) {
      text += head_lines_[i];
      if (head_lines_[i].starts_with("W "))
        for (auto const& one : more) text += "\\|" + one;
      text += '\n';
      if (i == last)
        for (auto const& one : more) text += key + "also-model " + one + '\n';
    }
    return text;
  }

  /// The event with more weights, each a ratio to the nominal one.
  std::string event_text(std::span<double const> ratios) const {
    std::string text;
    for (auto const& line : event_lines_) {
      text += line;
      if (line.starts_with("W "))
        for (double const ratio : ratios) detail::append_all(text, ' ', event_.weight * ratio);
      text += '\n';
    }
    return text;
  }

  static std::string foot_text() { return std::string(end_mark) + "\n\n"; }

private:
  static constexpr std::string_view end_mark = "HepMC::Asciiv3-END_EVENT_LISTING";
  inline static std::string const key = "A NuHepMC.Provenance.";

  /// At the end of what there is the line is empty.
  bool next_line() {
    if (lines_.next(line_)) return true;
    line_.clear();
    return false;
  }

  void read_head_line() {
    head_lines_.push_back(line_);
    if (line_.starts_with("W ")) {
      constexpr std::string_view separator = "\\|";
      for (auto at = line_.find(separator); at != std::string::npos;) {
        auto const next = line_.find(separator, at + 1);
        head_.weight_names.push_back(line_.substr(at + separator.size(), next - at - separator.size()));
        at = next;
      }
    }
    if (!line_.starts_with(key)) return;
    auto const space = line_.find(' ', key.size());
    if (space == std::string::npos) lines_.refuse("\"" + line_ + "\" has no value");
    head_.configuration.emplace_back(line_.substr(key.size(), space - key.size()), line_.substr(space + 1));
  }

  void read_event_line() {
    event_lines_.push_back(line_);
    auto const words = detail::words_of_line(line_);
    if (words.size() < 2) lines_.refuse("\"" + line_ + "\" is too short");
    auto const whole = [&](std::size_t i) { return detail::number_in<int>(words[i], lines_); };
    if (words[0] == "E") event_.number = detail::number_in<std::uint64_t>(words[1], lines_);
    if (words[0] == "W") event_.weight = detail::number_in<double>(words[1], lines_);
    if (words.size() == 4 && words[2] == "signal_process_id") event_.process_id = whole(3);
    if (words[0] != "P") return;
    if (words.size() != 10) lines_.refuse("a particle has 10 words, not " + std::to_string(words.size()));
    take(detail::particle_in(whole(3), std::span(words).subspan(4, 5), lines_), whole(9));
  }

  void take(particle const& p, int status) {
    constexpr int beam = 4, target = 20, struck = 21;
    if (status == beam)
      event_.neutrino_in = p;
    else if (status == target)
      event_.nucleus = p;
    else if (status == struck)
      event_.struck = p;
    else
      outgoing_.push_back(p);
  }

  detail::line_reader lines_;
  std::string line_;
  std::vector<std::string> head_lines_, event_lines_;
  std::vector<particle> outgoing_;
  event_file_head head_;
  event event_;
};

} // namespace trident
