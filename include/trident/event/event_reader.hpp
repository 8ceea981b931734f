// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trident/detail/read_number.hpp>
#include <trident/error.hpp>
#include <trident/event/event.hpp>
#include <trident/event/process_id.hpp>

// What readers of event files share. A reader goes through a file once, from its head to its foot, and holds one event at
// a time, as text and as numbers; it can give the text of head and event with weights of more models in it.

namespace trident {

/// What the head of a file says.
struct event_file_head {
  std::vector<std::pair<std::string, std::string>> configuration; ///< as run_description::configuration
  std::vector<std::string> weight_names;                          ///< of models beside the nominal one

  /// The value of a name, or what stands for it.
  std::string value(std::string_view name, std::string const& otherwise) const {
    for (auto const& [known, value] : configuration)
      if (known == name) return value;
    return otherwise;
  }
};

namespace detail {

/// Lines of a stream, counted. One that the stream ends in is no line: it was not written to its end.
class line_reader {
public:
  explicit line_reader(std::istream& in) : in_(&in) {}

  bool next(std::string& line) {
    if (!std::getline(*in_, line) || in_->eof()) return false;
    ++number_;
    return true;
  }

  [[noreturn]] void refuse(std::string const& problem) const {
    throw input_error("line " + std::to_string(number_) + ": " + problem);
  }
  [[noreturn]] void refuse_truncated(std::string_view missing) const {
    throw input_error("the file is truncated: after line " + std::to_string(number_) + " there is no " +
                      std::string(missing));
  }

private:
  std::istream* in_;
  std::uint64_t number_ = 0;
};

inline std::vector<std::string_view> words_of_line(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(' '); at < line.size();) {
    std::size_t const end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = std::min(line.find_first_not_of(' ', end), line.size());
  }
  return words;
}

template <class Number>
Number number_in(std::string_view word, line_reader const& lines) {
  Number value{};
  auto const [end, problem] = detail::read_number(word.data(), word.data() + word.size(), value);
  if (problem != std::errc{} || end != word.data() + word.size())
    lines.refuse("\"" + std::string(word) + "\" is not a number");
  return value;
}

/// A particle from its words px py pz E m.
inline particle particle_in(int pdg_code, std::span<std::string_view const> words, line_reader const& lines) {
  auto const value = [&](std::size_t i) { return number_in<double>(words[i], lines); };
  return {pdg_code, value(4), {value(3), value(0), value(1), value(2)}};
}

/// Puts an outgoing particle where it belongs.
inline void place_outgoing(event& e, particle const& p) {
  int const code = p.pdg_code < 0 ? -p.pdg_code : p.pdg_code;
  if (code == 12 || code == 14 || code == 16)
    e.neutrino_out = p;
  else if (code == 11 || code == 13 || code == 15)
    (p.pdg_code > 0 ? e.lepton_minus : e.lepton_plus) = p;
  else if (p.pdg_code == e.struck.pdg_code)
    e.recoil = p;
  else
    e.remnant = p;
}

/// Kind of target and channel from an event's number of process; false if no channel has it.
inline bool set_process(event& e) {
  bool found = false;
  for_each_channel([&](channel const& process) {
    for (auto const kind : {scattering::coherent, scattering::bound_nucleon})
      if (process_id_of(process, kind) == e.process_id) {
        e.process_number = process.number;
        bool const free = kind == scattering::bound_nucleon && e.remnant.pdg_code == 0;
        e.kind = free ? scattering::free_nucleon : kind;
        found = true;
      }
  });
  return found;
}

/// All particles are there, and the process.
inline void require_complete(event& e, line_reader const& lines) {
  if (e.neutrino_in.pdg_code == 0 || e.nucleus.pdg_code == 0 || e.neutrino_out.pdg_code == 0 ||
      e.lepton_minus.pdg_code == 0 || e.lepton_plus.pdg_code == 0 || e.recoil.pdg_code == 0)
    lines.refuse("the event before it is not a neutrino trident: a particle is missing");
  if (!set_process(e))
    lines.refuse("the event before it has process " + std::to_string(e.process_id) +
                 ", which is none of trident's");
}

} // namespace detail
} // namespace trident
