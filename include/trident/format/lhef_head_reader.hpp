// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <set>

#include <trident/format/event_reader.hpp>
#include <trident/format/lhef_lines.hpp>

namespace trident::detail {

/// The head of a Les Houches file, line by line: the header with trident's configuration, and <init>.
class lhef_head_reader {
public:
  explicit lhef_head_reader(line_reader const& lines) : lines_(lines) {}

  event_file_head const& head() const { return head_; }

  /// Whether <init> names a process; and its largest energy of the beam [GeV].
  bool has_process(int id) const { return processes_.contains(id); }
  double beam_energy() const { return beam_energy_; }

  void take(std::string const& raw, std::string const& code) {
    auto const before = where_;
    if (!code.empty()) read(code);
    kept_.push_back({raw, code, before});
  }

  /// All of it is there; throws input_error if not.
  void finish() {
    if (head_.configuration.empty())
      throw input_error("the file was not written by trident: its head has no configuration");
    if (where_ != section::root || !has_init_)
      throw input_error("the head has no <init> that ends before the events");
    read_numbers();
    auto const& [header, init] = names_;
    if (!header.empty() && !init.empty() && header != init)
      throw input_error("the weights that <header> names are not those of <init>");
    for (auto const& [id, text] : header.empty() ? init : header) head_.models.push_back({id, text});
    std::set<std::string> known;
    for (auto const& one : head_.models)
      if (!known.insert(one.name).second)
        throw input_error("the weight " + in_quotes(one.name) + " is there twice in the head");
  }

  /// The lines with weights of more models, named where each reader looks for them.
  std::string text_with(std::vector<weight_entry> const& more) const {
    std::string text;
    std::size_t const models_at = place_of_models(), header_at = place_of_names(section::header),
                      init_at = place_of_names(section::init);
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      auto const& line = kept_[i];
      for (std::size_t j = 0; i == models_at && j < more.size(); ++j)
        text += "also-model = " + escaped_for_xml(more[j].text) + '\n';
      if (i != 0 && (i == header_at || i == init_at)) append_more(text, line.where, more);
      text += line.raw + '\n';
    }
    return text;
  }

private:
  enum class section { before, root, header, configuration, init };
  using names = std::vector<std::pair<std::string, std::string>>;

  struct kept_line {
    std::string raw, code;
    section where;
  };

  void read(std::string const& code) {
    switch (where_) {
    case section::before:
      read_first(code);
      return;
    case section::root:
      read_root(code);
      return;
    case section::configuration:
      if (code == "</trident>")
        where_ = section::header;
      else
        read_configuration(code);
      return;
    case section::header:
      if (code == "</header>")
        where_ = section::root;
      else if (code == "<trident>")
        begin(section::configuration, has_configuration_, code);
      else
        read_weight(code, names_[0]);
      return;
    case section::init:
      if (code == "</init>")
        where_ = section::root;
      else if (code.starts_with('<') || in_elements_)
        (in_elements_ = true, read_weight(code, names_[1]));
      else if (!code.starts_with('#'))
        init_ += code + ' ';
      return;
    }
  }

  void read_first(std::string const& code) {
    if (code.starts_with("<?xml")) return;
    bool known = false;
    for (char const digit : {'1', '2', '3'})
      for (char const quote : {'"', '\''})
        known = known || code.find(std::string("version=") + quote + digit) != std::string::npos;
    if (!begins_tag(code, "LesHouchesEvents") || !known || !code.ends_with('>'))
      lines_.refuse(in_quotes(code) + " is no <LesHouchesEvents version=\"3.0\">, nor of version 1 or 2");
    where_ = section::root;
  }

  void read_root(std::string const& code) {
    if (code.starts_with('#')) return;
    if (begins_tag(code, "header"))
      begin(section::header, has_header_, code);
    else if (begins_tag(code, "init"))
      begin(section::init, has_init_, code);
    else
      lines_.refuse(in_quotes(code) + " was not expected before the events");
  }

  void begin(section part, bool& there, std::string const& code) {
    if (std::exchange(there, true)) lines_.refuse("the file has a second " + in_quotes(code));
    if (!code.ends_with('>') || code.find('>') != code.size() - 1)
      lines_.refuse(in_quotes(code) + " must stand on a line of its own");
    where_ = part;
  }

  void read_configuration(std::string const& code) {
    auto const mark = code.find(" = ");
    if (mark == std::string::npos) lines_.refuse(in_quotes(code) + " has no value");
    std::string const name = unescaped_from_xml(std::string_view(code).substr(0, mark)),
                      value = unescaped_from_xml(std::string_view(code).substr(mark + 3));
    if (auto const known = head_.value(name); known && *known != value && name != "also-model")
      lines_.refuse("the head says " + name + " = " + in_quotes(*known) + " and " + in_quotes(value));
    head_.configuration.emplace_back(name, value);
  }

  void read_weight(std::string const& code, names& known) {
    if (begins_tag(code, "LesHouchesEvents") || begins_tag(code, "event"))
      lines_.refuse(in_quotes(code) + " was not expected in the head");
    if (!begins_tag(code, "weight")) return;
    std::string_view rest = code;
    auto const found = take_element(rest, "weight");
    if (!found || found->id.empty() || !trimmed(rest).empty())
      lines_.refuse(in_quotes(code) +
                    " is no weight: it must be <weight id=\"NAME\">TEXT</weight> on a line");
    known.emplace_back(found->id, found->text);
  }

  void read_numbers() {
    auto const words = words_of_line(init_);
    auto const refuse = [](std::string const& why) { throw input_error("the numbers in <init> " + why); };
    std::vector<double> values;
    for (auto const& word : words) values.push_back(number_in<double>(word, lines_));
    constexpr std::size_t in_first = 10, in_process = 4;
    if (values.size() < in_first) refuse("are fewer than 10");
    double const processes = values[in_first - 1];
    std::size_t const rest = values.size() - in_first, fitting = rest / in_process;
    if (processes != static_cast<double>(fitting) || rest % in_process != 0)
      refuse("do not fit NPRUP, the number of processes");
    for (std::size_t i = in_first + in_process - 1; i < words.size(); i += in_process)
      processes_.insert(number_in<int>(words[i], lines_));
    beam_energy_ = values[2];
  }

  /// The line before which models stand in the configuration: behind the constants and models that are there.
  std::size_t place_of_models() const {
    std::size_t place = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (kept_[i].where != section::configuration) continue;
      bool const last = kept_[i].code == "</trident>";
      if (last && place == 0) return i;
      if (kept_[i].code.starts_with("constants = ") || kept_[i].code.starts_with("also-model = "))
        place = i + 1;
    }
    return place;
  }

  /// The names of more weights: behind those that the part has, or with those that it should have.
  void append_more(std::string& text, section where, std::vector<weight_entry> const& more) const {
    if (more.empty()) return;
    if (!names_[where == section::header ? 0 : 1].empty()) return append_weights(text, more);
    auto all = head_.models;
    all.insert(all.end(), more.begin(), more.end());
    append_names(text, all);
  }

  /// The line that ends the last group of names of a part, or all of them, or the part.
  std::size_t place_of_names(section part) const {
    bool const named = !names_[part == section::header ? 0 : 1].empty();
    std::size_t place = 0;
    int best = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (kept_[i].where != part) continue;
      auto const& code = kept_[i].code;
      int const rank = code == "</header>" || code == "</init>" ? 1
                       : !named                                 ? 0
                       : code == "</initrwgt>"                  ? 2
                       : code == "</weightgroup>"               ? 3
                                                                : 0;
      if (rank == 0 || rank < best) continue;
      best = rank;
      place = i;
    }
    return place;
  }

  line_reader const& lines_;
  section where_ = section::before;
  bool has_header_ = false, has_init_ = false, has_configuration_ = false, in_elements_ = false;
  std::vector<kept_line> kept_;
  std::string init_;           ///< its numbers
  std::array<names, 2> names_; ///< of weights, in the header and in <init>
  std::set<int> processes_;
  double beam_energy_ = 0;
  event_file_head head_;
};

} // namespace trident::detail
