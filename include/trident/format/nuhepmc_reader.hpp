// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <set>

#include <trident/format/event_reader.hpp>
#include <trident/format/nuhepmc_graph.hpp>
#include <trident/format/text.hpp>

namespace trident {

/// Reads what nuhepmc_format writes, in either of HepMC3's units. Throws input_error for a head without trident's
/// configuration and for what is not as it should be, with the line.
class nuhepmc_reader {
public:
  static constexpr std::string_view first_line = "HepMC::Version ";
  static bool recognises(std::string_view beginning) { return beginning.starts_with(first_line); }

  explicit nuhepmc_reader(std::istream& in) : lines_(in) {
    next_line("event");
    if (!line_.starts_with(first_line))
      lines_.refuse("a file of HepMC3 begins with \"" + std::string(first_line) + '"');
    head_lines_.push_back(line_);
    next_line("event");
    if (line_ != begin_mark)
      lines_.refuse(detail::in_quotes(line_) + " was not expected: a listing of events begins with \"" +
                    std::string(begin_mark) + '"');
    head_lines_.push_back(line_);
    for (next_line("event"); !at_event() && line_ != end_mark; next_line("event")) read_head_line();
    if (head_.configuration.empty())
      throw input_error("the file was not written by trident: its head has no configuration");
    if (!has_weights_) throw input_error("the head has no line \"W CV\" with the names of weights");
    name_models();
  }

  event_file_head const& head() const { return head_; }
  event const& current() const { return event_; }

  /// Goes to the next event; false at the end of a file that is complete.
  bool next() {
    if (line_ == end_mark) {
      require_end();
      return false;
    }
    event_lines_.clear();
    parts_ = {};
    detail::event_assembly assembly(lines_);
    detail::hepmc_graph graph(lines_);
    read_event_head();
    for (next_line(end_mark); !at_event() && line_ != end_mark; next_line(end_mark)) {
      if (detail::trimmed(line_).empty()) continue;
      event_lines_.push_back(line_);
      read_event_line(assembly, graph);
    }
    for (auto const& [there, what] : {std::pair{parts_.units, "U, its units"},
                                      {parts_.weights, "W, its weights"},
                                      {parts_.process, "A 0 signal_process_id, its process"}})
      if (!there) lines_.refuse(std::string("the event before it has no line ") + what);
    graph.require_complete(parts_.vertices, parts_.particles);
    event_ = assembly.finish(parts_.process_id, nuclei_left_out_);
    event_.number = parts_.number;
    event_.weight = parts_.weight;
    event_.vertex = parts_.place;
    return true;
  }

  /// The head with weights of more models.
  std::string head_text(std::vector<weight_entry> const& more) const {
    auto models = head_.models;
    models.insert(models.end(), more.begin(), more.end());
    std::string text;
    for (auto const& line : head_lines_) {
      text += line + '\n';
      if (line != begin_mark) continue;
      text += "W CV";
      for (auto const& one : models) text += "\\|" + one.name;
      text += '\n';
    }
    for (std::size_t i = 0; i < models.size(); ++i)
      text += key + "also-model[" + std::to_string(i + 1) + "] " + detail::escaped_for_hepmc(models[i].text) +
              '\n';
    return text;
  }

  /// The event with more weights, each a ratio to the nominal one.
  std::string event_text(std::span<double const> ratios) const {
    std::string text;
    for (std::size_t i = 0; i < event_lines_.size(); ++i) {
      text += event_lines_[i];
      if (i == parts_.weights_line)
        for (double const ratio : ratios) detail::append_all(text, ' ', event_.weight * ratio);
      text += '\n';
    }
    return text;
  }

  static std::string foot_text() { return std::string(end_mark) + "\n\n"; }

private:
  static constexpr std::string_view begin_mark = "HepMC::Asciiv3-START_EVENT_LISTING",
                                    end_mark = "HepMC::Asciiv3-END_EVENT_LISTING";
  inline static std::string const key = "A NuHepMC.Provenance.";

  /// What the lines of an event have said so far.
  struct event_parts {
    bool units = false, weights = false, process = false;
    std::uint64_t number = 0;
    std::size_t vertices = 0, particles = 0, weights_line = 0;
    double momentum_unit = 1, length_unit = 1; ///< [GeV, cm]
    double weight = 1;
    int process_id = 0;
    four_momentum place;
    std::map<int, int> helicities; ///< of particles, which come after
  };

  void next_line(std::string_view missing) {
    if (!lines_.next(line_)) lines_.refuse_truncated(missing);
    if (line_.starts_with("HepMC::")) line_ = detail::trimmed(line_);
    if (lines_.ended_inside() && line_ != end_mark) lines_.refuse_truncated(missing);
  }

  bool at_event() const { return line_.starts_with("E ") || line_.starts_with("E\t"); }

  /// One file holds one listing: what stands behind its end would be lost.
  void require_end() {
    while (lines_.next(line_))
      if (!detail::trimmed(line_).empty())
        lines_.refuse(detail::in_quotes(line_) +
                      " stands behind the end of the events: a file has one listing; cut it there");
    line_ = end_mark;
  }

  void read_head_line() {
    if (detail::trimmed(line_).empty()) return;
    if (line_.starts_with("W "))
      read_weight_names();
    else if (line_.starts_with("A "))
      read_attribute();
    else if (!line_.starts_with("T ") && !line_.starts_with("N "))
      lines_.refuse(detail::in_quotes(line_) +
                    " is no line of the head of a HepMC3 file: they begin with W, T, A");
    else
      head_lines_.push_back(line_);
  }

  void read_weight_names() {
    if (std::exchange(has_weights_, true)) lines_.refuse("the head has a second line of names of weights");
    constexpr std::string_view separator = "\\|";
    std::string_view rest = std::string_view(line_).substr(2);
    std::set<std::string> known;
    for (bool first = true;; first = false) {
      auto const end = std::min(rest.find(separator), rest.size());
      std::string const name(detail::trimmed(rest.substr(0, end)));
      if (name.empty() || (first && name != "CV"))
        lines_.refuse("the first weight must be CV, and none without a name");
      if (!known.insert(name).second)
        lines_.refuse("the weight " + detail::in_quotes(name) + " is there twice");
      if (!first) head_.models.push_back({name, name});
      if (end == rest.size()) return;
      rest.remove_prefix(end + separator.size());
    }
  }

  /// Those of the configuration are kept as they are, but for the models, which are written anew with their weights.
  void read_attribute() {
    std::string_view const line = line_;
    if (!line.starts_with(key)) {
      head_lines_.push_back(line_);
      return;
    }
    auto const space = line.find(' ', key.size());
    if (space == std::string_view::npos) lines_.refuse(detail::in_quotes(line) + " has no value");
    std::string const name(line.substr(key.size(), space - key.size()));
    std::string value = detail::unescaped_from_hepmc(line.substr(space + 1));
    if (name == "also-model") return; // of version 0.1.0: the name of the weight is the same text
    if (name.starts_with("also-model[") && name.ends_with(']')) {
      texts_.emplace_back(name.substr(11, name.size() - 12), std::move(value));
      return;
    }
    if (auto const known = head_.value(name); known && *known != value)
      lines_.refuse("the head says " + name + " " + detail::in_quotes(*known) + " and " +
                    detail::in_quotes(value));
    nuclei_left_out_ = nuclei_left_out_ || name == "no-recoil";
    head_.configuration.emplace_back(name, std::move(value));
    head_lines_.push_back(line_);
  }

  /// Files of version 0.1.0 have the text of a model for its name, with blanks, at which others cut it.
  void name_models() {
    std::vector<std::string> names = detail::names_of(head_.models);
    for (std::size_t i = 0; i < head_.models.size(); ++i) {
      auto& one = head_.models[i];
      for (auto const& [number, text] : texts_)
        if (number == std::to_string(i + 1)) one.text = text;
      if (one.name.find_first_of(detail::blanks) != std::string::npos)
        one.name = name_weights({one.text}, names).front().name;
      names.push_back(one.name);
    }
  }

  void read_event_head() {
    event_lines_.push_back(line_);
    auto const words = detail::words_of_line(line_);
    if (words.size() != 4 && !(words.size() == 9 && words[4] == "@"))
      lines_.refuse("an event is E number vertices particles, with @ x y z t behind it or not");
    parts_.number = detail::number_in<std::uint64_t>(words[1], lines_);
    parts_.vertices = detail::number_in<std::size_t>(words[2], lines_);
    parts_.particles = detail::number_in<std::size_t>(words[3], lines_);
    for (auto const& word : std::span(words).subspan(words.size() == 9 ? 5 : 4))
      detail::number_in<double>(word, lines_);
    if (!numbers_.insert(parts_.number))
      lines_.refuse("event number " + std::to_string(parts_.number) + " is there twice");
  }

  void read_event_line(detail::event_assembly& assembly, detail::hepmc_graph& graph) {
    auto const words = detail::words_of_line(line_);
    std::string_view const kind = words[0];
    if (kind == "U")
      read_units(words);
    else if (kind == "W")
      read_weights(words);
    else if (kind == "A")
      read_event_attribute(words);
    else if (kind == "V")
      graph.add_vertex(std::span(words).subspan(1));
    else if (kind == "P")
      read_particle(words, assembly, graph);
    else
      lines_.refuse(detail::in_quotes(line_) +
                    " is no line of an event of a HepMC3 file: they begin with U, W, A, V, P");
  }

  void once(bool& there) {
    if (std::exchange(there, true))
      lines_.refuse("the event has a second line of this kind, " + detail::in_quotes(line_));
  }

  void read_units(std::span<std::string_view const> words) {
    once(parts_.units);
    if (words.size() != 3 || (words[1] != "GEV" && words[1] != "MEV") ||
        (words[2] != "CM" && words[2] != "MM"))
      lines_.refuse(detail::in_quotes(line_) +
                    " names no units of HepMC3: allowed are U GEV CM, U GEV MM, U MEV CM, U MEV MM");
    parts_.momentum_unit = words[1] == "GEV" ? 1 : 1e-3;
    parts_.length_unit = words[2] == "CM" ? 1 : 0.1;
  }

  void read_weights(std::span<std::string_view const> words) {
    once(parts_.weights);
    parts_.weights_line = event_lines_.size() - 1;
    if (words.size() != head_.models.size() + 2)
      lines_.refuse("the event has " + std::to_string(words.size() - 1) + " weights, and the head names " +
                    std::to_string(head_.models.size() + 1));
    for (auto const& word : words.subspan(1)) detail::number_in<double>(word, lines_);
    parts_.weight = detail::number_in<double>(words[1], lines_);
  }

  void read_event_attribute(std::span<std::string_view const> words) {
    if (words.size() < 3) lines_.refuse("an attribute is A object name value");
    int const object = detail::number_in<int>(words[1], lines_);
    if (object > 0 && words[2] == "helicity" && words.size() == 4)
      parts_.helicities[object] = words[3] == "-1" ? -1 : words[3] == "1" ? 1 : 0;
    if (object != 0) return;
    if (words[2] == "signal_process_id") {
      once(parts_.process);
      if (words.size() != 4) lines_.refuse("signal_process_id must be one number");
      parts_.process_id = detail::number_in<int>(words[3], lines_);
    }
    if (words[2] == "lab_pos") read_place(words.subspan(3));
  }

  /// x y z in units of length, and t in seconds or nothing.
  void read_place(std::span<std::string_view const> words) {
    if (!parts_.units) lines_.refuse("the units must stand before lab_pos");
    if (words.size() != 3 && words.size() != 4) lines_.refuse("lab_pos must be three numbers or four");
    auto const value = [&](std::size_t i) {
      return i < words.size() ? detail::number_in<double>(words[i], lines_) : 0;
    };
    constexpr double seconds = 1e9; // in ns
    double const cm = parts_.length_unit;
    parts_.place = {value(3) * seconds, value(0) * cm, value(1) * cm, value(2) * cm};
  }

  void read_particle(std::span<std::string_view const> words, detail::event_assembly& assembly,
                     detail::hepmc_graph& graph) {
    if (words.size() != 10) lines_.refuse("a particle has 10 words, not " + std::to_string(words.size()));
    if (!parts_.units) lines_.refuse("the units must stand before the particles");
    auto const whole = [&](std::size_t i) { return detail::number_in<int>(words[i], lines_); };
    int const status = whole(9);
    graph.add_particle(whole(1), whole(2), status, whole(3));
    auto p = detail::particle_in(whole(3), words.subspan(4, 5), lines_);
    double const unit = parts_.momentum_unit;
    p = {p.pdg_code,
         p.mass * unit,
         {p.momentum.e * unit, p.momentum.x * unit, p.momentum.y * unit, p.momentum.z * unit}};
    if (auto const known = parts_.helicities.find(whole(1)); known != parts_.helicities.end())
      p.helicity = known->second;
    if (status == detail::hepmc_graph::beam_status)
      assembly.add_beam(p);
    else if (status == detail::hepmc_graph::target_status)
      assembly.add_target(p);
    else if (status == detail::hepmc_graph::struck_status)
      assembly.add_struck(p);
    else
      assembly.add_outgoing(p);
  }

  detail::line_reader lines_;
  std::string line_;
  std::vector<std::string> head_lines_, event_lines_;
  std::vector<std::pair<std::string, std::string>> texts_; ///< of models, by the numbers of their weights
  bool has_weights_ = false, nuclei_left_out_ = false;
  event_file_head head_;
  detail::number_set numbers_;
  event_parts parts_;
  event event_;
};

} // namespace trident
