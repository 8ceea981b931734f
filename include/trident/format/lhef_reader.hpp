// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/format/event_reader.hpp>
#include <trident/format/lhef_head_reader.hpp>
#include <trident/format/lhef_lines.hpp>
#include <trident/format/text.hpp>

namespace trident {

/// Reads what lhef_format writes, with what other programs may have put beside it: comments, attributes, elements of their
/// own. Throws input_error for a head without trident's configuration and for what is not as it should be, with the line.
class lhef_reader {
public:
  static constexpr std::string_view first_line = "<LesHouchesEvents";
  static bool recognises(std::string_view beginning) {
    return beginning.find(first_line) != std::string_view::npos; // behind a declaration of XML, or comments
  }

  explicit lhef_reader(std::istream& in) : lines_(in), head_reader_(lines_.counted()) {
    for (next_line("event"); !at_event() && !at_end(); next_line("event"))
      head_reader_.take(lines_.raw(), lines_.code());
    head_reader_.finish();
  }
  lhef_reader(lhef_reader const&) = delete;
  lhef_reader& operator=(lhef_reader const&) = delete;

  event_file_head const& head() const { return head_reader_.head(); }
  event const& current() const { return event_; }

  /// Goes to the next event; false at the end of a file that is complete.
  bool next() {
    if (at_end()) {
      while (lines_.next())
        if (!lines_.code().empty())
          refuse(detail::in_quotes(lines_.code()) +
                 " stands behind the end of the events: a file has one listing; cut it there");
      return false;
    }
    read_event();
    event_.number = number_++;
    for (next_line(end_mark); !at_event() && !at_end(); next_line(end_mark))
      if (!lines_.code().empty() && !lines_.code().starts_with('#'))
        refuse(detail::in_quotes(lines_.code()) + " was not expected between events");
    return true;
  }

  /// The head with weights of more models.
  std::string head_text(std::vector<weight_entry> const& more) {
    more_ = more;
    return head_reader_.text_with(more);
  }

  /// The event with their weights, each a ratio to the nominal one.
  std::string event_text(std::span<double const> ratios) const {
    std::string weights;
    bool const first = head().models.empty() && !ratios.empty();
    if (first) weights = "<rwgt>\n";
    for (std::size_t i = 0; i < ratios.size(); ++i)
      detail::append_all(weights, "<wgt id=\"", more_[i].name, "\">", event_.weight * ratios[i], "</wgt>\n");
    if (first) weights += "</rwgt>\n";
    std::string text;
    for (std::size_t i = 0; i < event_lines_.size(); ++i) {
      if (i == weights_end_) text += weights;
      text += event_lines_[i] + '\n';
    }
    return text;
  }

  static std::string foot_text() { return std::string(end_mark) + '\n'; }

private:
  static constexpr std::string_view end_mark = "</LesHouchesEvents>";

  [[noreturn]] void refuse(std::string const& problem) const { lines_.counted().refuse(problem); }

  void next_line(std::string_view missing) {
    if (!lines_.next() || (lines_.counted().ended_inside() && !at_end()))
      lines_.counted().refuse_truncated(missing);
  }

  bool at_event() const { return detail::begins_tag(lines_.code(), "event"); }
  bool at_end() const { return lines_.code() == end_mark; }

  void read_event() {
    if (lines_.code().find('>') != lines_.code().size() - 1)
      refuse(detail::in_quotes(lines_.code()) + " must stand on a line of its own");
    event_lines_ = {lines_.raw()};
    event_ = {};
    particles_ = -1; // the first line is no particle
    elements_.clear();
    weights_end_ = 0;
    detail::event_assembly assembly(lines_.counted());
    for (next_line("</event>"); lines_.code() != "</event>"; next_line("</event>")) {
      if (at_event() || at_end()) refuse("the event before it has no </event>");
      if (lines_.code().starts_with("</rwgt>")) weights_end_ = event_lines_.size();
      event_lines_.push_back(lines_.raw());
      read_event_line(assembly);
    }
    if (weights_end_ == 0) weights_end_ = event_lines_.size();
    event_lines_.push_back(lines_.raw());
    if (particles_ != expected_)
      refuse("the event before it says " + std::to_string(expected_) + " particles, and has " +
             std::to_string(particles_));
    require_weights();
    auto const place = event_.vertex;
    double const weight = event_.weight;
    event_ = assembly.finish(event_.process_id, false);
    event_.weight = weight;
    event_.vertex = place;
    if (!head_reader_.has_process(event_.process_id))
      refuse("the event before it has process " + std::to_string(event_.process_id) +
             ", which <init> does not have");
    double const most = head_reader_.beam_energy(), energy = event_.neutrino_in().momentum.e;
    if (most > 0 && energy > most * (1 + 1e-6))
      refuse("the event before it has a neutrino of " + detail::number_text(energy) +
             " GeV, and <init> says " + detail::number_text(most) + " GeV at most");
  }

  void read_event_line(detail::event_assembly& assembly) {
    std::string_view code = lines_.code();
    if (code.starts_with("#lab_pos")) return read_place(code);
    if (code.starts_with("#hadrons")) return read_hadrons(code, assembly);
    if (code.starts_with('<') || !elements_.empty()) {
      elements_.append(code).append(1, '\n');
      return;
    }
    auto const words = detail::words_of_line(code.substr(0, code.find('#')));
    if (words.empty()) return;
    if (particles_ >= 0)
      read_particle(words, assembly);
    else
      read_event_head(words);
    ++particles_;
  }

  template <class Number>
  Number number(std::string_view word) const {
    return detail::number_in<Number>(word, lines_.counted());
  }

  void read_event_head(std::vector<std::string_view> const& words) {
    if (words.size() != 6) refuse("an event begins with 6 words, not " + std::to_string(words.size()));
    expected_ = number<int>(words[0]);
    event_.process_id = number<int>(words[1]);
    event_.weight = number<double>(words[2]);
    for (auto const& word : std::span(words).subspan(3)) number<double>(word);
  }

  /// The neutrino comes first, then the target.
  void read_particle(std::vector<std::string_view> const& words, detail::event_assembly& assembly) {
    if (words.size() != 13) refuse("a particle has 13 words, not " + std::to_string(words.size()));
    auto p = detail::particle_in(number<int>(words[0]), std::span(words).subspan(6, 5), lines_.counted());
    p.helicity = detail::helicity_of_spin(number<double>(words[12]));
    for (std::size_t const mother : {2u, 3u})
      if (int const who = number<int>(words[mother]); who < 0 || who > expected_)
        refuse("mother " + std::to_string(who) + " is none of the " + std::to_string(expected_) +
               " particles");
    for (std::size_t const rest : {4u, 5u, 11u}) number<double>(words[rest]);
    constexpr int incoming = -1, intermediate = 2, outgoing = 1;
    int const status = number<int>(words[1]);
    if (status == incoming && particles_ == 0)
      assembly.add_beam(p);
    else if (status == incoming)
      assembly.add_target(p);
    else if (status == intermediate)
      assembly.add_struck(p);
    else if (status == outgoing)
      assembly.add_outgoing(p);
    else
      refuse("status " + std::to_string(status) + " is none that trident gives: -1, 1, 2");
  }

  void read_hadrons(std::string_view code, detail::event_assembly& assembly) const {
    auto const words = detail::words_of_line(code);
    if (words.size() != 6) refuse("#hadrons must have five numbers: px py pz E m");
    assembly.add_hadrons(
        detail::particle_in(detail::hadronic_system_code, std::span(words).subspan(1), lines_.counted()));
  }

  void read_place(std::string_view code) {
    auto const words = detail::words_of_line(code);
    if (words.size() != 5) refuse("#lab_pos must have four numbers: x y z [cm] and t [ns]");
    event_.vertex = {number<double>(words[4]), number<double>(words[1]), number<double>(words[2]),
                     number<double>(words[3])};
  }

  /// The event has the weights that the head names, in their order.
  void require_weights() const {
    std::string_view rest = elements_;
    std::size_t count = 0;
    auto const& models = head().models;
    for (auto at = rest.find("<wgt"); at != std::string_view::npos; at = rest.find("<wgt"), ++count) {
      rest.remove_prefix(at);
      auto const found = detail::take_element(rest, "wgt");
      if (!found)
        refuse("the event before it has a <wgt> that is none: it must be <wgt id=\"NAME\">NUMBER</wgt>");
      if (count >= models.size() || found->id != models[count].name)
        refuse("the event before it has a weight " + detail::in_quotes(found->id) +
               ", which is not the one that the head names");
      number<double>(detail::trimmed(found->text));
    }
    if (count != models.size())
      refuse("the event before it has " + std::to_string(count) +
             " weights beside its own, and the head names " + std::to_string(models.size()));
  }

  detail::lhef_lines lines_;
  detail::lhef_head_reader head_reader_;
  std::vector<weight_entry> more_;
  std::vector<std::string> event_lines_;
  std::size_t weights_end_ = 0; ///< where more weights go among the lines
  std::string elements_;        ///< of an event, behind its particles
  int particles_ = 0, expected_ = 0;
  event event_;
  std::uint64_t number_ = 0;
};

} // namespace trident
