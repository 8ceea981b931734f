// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/event/event_reader.hpp>
#include <trident/event/text.hpp>

namespace trident {

/// Reads what lhef_format writes. Throws input_error for a head without trident's configuration and for what is not as it
/// should be, with the line.
class lhef_reader {
public:
  static constexpr std::string_view first_line = "<LesHouchesEvents";

  explicit lhef_reader(std::istream& in) : lines_(in) {
    bool ours = false;
    while (next_line() && line_ != "<event>" && line_ != end_mark) {
      ours = line_ == "<trident>" || (ours && line_ != "</trident>");
      read_head_line(ours && line_ != "<trident>");
    }
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
    particles_ = 0;
    event_lines_.clear();
    while (line_ != "</event>") {
      event_lines_.push_back(line_);
      if (!next_line()) lines_.refuse_truncated("</event>");
      read_event_line();
    }
    event_lines_.push_back(line_);
    detail::require_complete(event_, lines_);
    event_.number = number_++;
    if (!next_line()) lines_.refuse_truncated(end_mark);
    if (line_ != "<event>" && line_ != end_mark) lines_.refuse("\"" + line_ + "\" was not expected");
    return true;
  }

  /// The head with weights of more models.
  std::string head_text(std::vector<std::string> const& more) const {
    std::string const group_end = head_.weight_names.empty() ? "</init>" : "</weightgroup>";
    std::size_t last = 0; // line after which the models stand
    for (std::size_t i = 0; i < head_lines_.size(); ++i)
      if (head_lines_[i].starts_with("constants = ") || head_lines_[i].starts_with("also-model = ")) last = i;
    std::string text;
    for (std::size_t i = 0; i < head_lines_.size(); ++i) {
      if (head_lines_[i] == group_end && !more.empty()) append_names(text, more);
      text += head_lines_[i] + '\n';
      if (i == last)
        for (auto const& one : more) text += "also-model = " + detail::escaped_for_xml(one) + '\n';
    }
    return text;
  }

  /// The event with more weights, each a ratio to the nominal one.
  std::string event_text(std::span<double const> ratios) const {
    bool const first = head_.weight_names.empty();
    std::string_view const end = first ? "</event>" : "</rwgt>";
    std::string text;
    for (auto const& line : event_lines_) {
      if (line == end && !ratios.empty()) {
        if (first) text += "<rwgt>\n";
        for (std::size_t i = 0; i < ratios.size(); ++i)
          detail::append_all(text, "<wgt id=\"", head_.weight_names.size() + i + 1, "\">",
                             event_.weight * ratios[i], "</wgt>\n");
        if (first) text += "</rwgt>\n";
      }
      text += line + '\n';
    }
    return text;
  }

  static std::string foot_text() { return std::string(end_mark) + '\n'; }

private:
  static constexpr std::string_view end_mark = "</LesHouchesEvents>";

  /// At the end of what there is the line is empty.
  bool next_line() {
    if (lines_.next(line_)) return true;
    line_.clear();
    return false;
  }

  void append_names(std::string& text, std::vector<std::string> const& more) const {
    bool const first = head_.weight_names.empty();
    if (first) text += "<initrwgt>\n<weightgroup name=\"models\">\n";
    for (std::size_t i = 0; i < more.size(); ++i)
      detail::append_all(text, "<weight id=\"", head_.weight_names.size() + i + 1, "\">",
                         detail::escaped_for_xml(more[i]), "</weight>\n");
    if (first) text += "</weightgroup>\n</initrwgt>\n";
  }

  void read_head_line(bool is_configuration) {
    head_lines_.push_back(line_);
    if (line_.starts_with("<weight id=")) {
      auto const begin = line_.find('>') + 1;
      auto const end = line_.rfind("</weight>");
      if (begin == 0 || end == std::string::npos || end < begin)
        lines_.refuse("\"" + line_ + "\" is no weight");
      head_.weight_names.push_back(detail::unescaped_from_xml(line_.substr(begin, end - begin)));
    }
    if (!is_configuration) return;
    auto const mark = line_.find(" = ");
    if (mark == std::string::npos) lines_.refuse("\"" + line_ + "\" has no value");
    head_.configuration.emplace_back(detail::unescaped_from_xml(line_.substr(0, mark)),
                                     detail::unescaped_from_xml(line_.substr(mark + 3)));
  }

  void read_event_line() {
    if (line_.starts_with('<')) return;
    auto const words = detail::words_of_line(line_);
    if (words.size() == 6) {
      event_.process_id = detail::number_in<int>(words[1], lines_);
      event_.weight = detail::number_in<double>(words[2], lines_);
      return;
    }
    if (words.size() != 13) lines_.refuse("a particle has 13 words, not " + std::to_string(words.size()));
    take(
        detail::particle_in(detail::number_in<int>(words[0], lines_), std::span(words).subspan(6, 5), lines_),
        detail::number_in<int>(words[1], lines_));
  }

  /// The neutrino comes first, then the target.
  void take(particle const& p, int status) {
    constexpr int incoming = -1, intermediate = 2;
    ++particles_;
    if (status == incoming) (particles_ == 1 ? event_.neutrino_in : event_.nucleus) = p;
    if (status == intermediate || (status == incoming && particles_ == 2)) event_.struck = p;
    if (status == 1) detail::place_outgoing(event_, p);
  }

  detail::line_reader lines_;
  std::string line_;
  std::vector<std::string> head_lines_, event_lines_;
  event_file_head head_;
  event event_;
  int particles_ = 0;
  std::uint64_t number_ = 0;
};

} // namespace trident
