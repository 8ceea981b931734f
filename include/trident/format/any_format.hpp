// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/format/list.hpp>

namespace trident {

/// What a sample has that a format may have no place for.
struct sample_contents {
  weighting weights = weighting::unweighted;
  bool models = false;       ///< weights of other models
  bool positions = false;    ///< where and when events happen
  bool bare_nucleon = false; ///< targets that are nucleons of nuclei that nobody named
  bool own_layout = false;   ///< units or left-out particles that NuHepMC alone has
  std::uint64_t last_number = 0;
};

/// Any of the formats as one type, for programs that choose one when they run.
class any_event_format {
public:
  static constexpr std::string_view name = "any";
  static constexpr std::string_view extension{};
  static constexpr format_contents contents{.weights = true, .positions = true};

  template <EventFormat Format>
  explicit constexpr any_event_format(Format)
      : chosen_name_(Format::name), extension_(Format::extension), contents_(Format::contents),
        begin_(begin_as<Format>), write_(write_as<Format>), end_(end_as<Format>) {}

  /// All of them, that of experiments first.
  static constexpr auto all() {
    return []<class... Entry>(std::tuple<Entry...> const*) {
      return std::array{any_event_format(typename Entry::format{})...};
    }(static_cast<event_formats const*>(nullptr));
  }

  /// The one that is taken where nothing is said.
  static constexpr any_event_format first() { return all().front(); }

  /// By how the name of a file ends, .gz behind that aside; throws input_error that lists the endings.
  static any_event_format of_file(std::string const& file) {
    std::string_view ending = file;
    if (ending.ends_with(".gz")) ending.remove_suffix(3);
    ending = ending.substr(std::min(ending.rfind('/') + 1, ending.size()));
    auto const dot = ending.rfind('.');
    ending = dot == std::string_view::npos ? std::string_view() : ending.substr(dot + 1);
    for (auto const& one : all())
      if (!ending.empty() && ending == one.extension_) return one;
    throw input_error((file == "-" ? "standard output" : "file \"" + file + '"') +
                      " has no ending of an event file: it must end in " + detail::joined(endings()) +
                      ", or in one of them and .gz");
  }

  /// By its own name; throws input_error that lists the names.
  static any_event_format of_name(std::string_view wanted) {
    for (auto const& one : all())
      if (one.chosen_name_ == wanted) return one;
    throw input_error("file format \"" + std::string(wanted) + "\" is not known: allowed are " +
                      detail::joined(names()));
  }

  /// "nuhepmc", ...
  static std::vector<std::string> names() {
    return names([](auto const&) { return true; });
  }
  /// Of those that have a place for weights.
  static std::vector<std::string> names_with_weights() {
    return names([](auto const& one) { return one.contents_.weights; });
  }
  /// ".hepmc3", ...
  static std::vector<std::string> endings() {
    std::vector<std::string> all_endings;
    for (auto const& one : all()) all_endings.push_back('.' + std::string(one.extension_));
    return all_endings;
  }

  std::string_view chosen_name() const { return chosen_name_; }
  bool holds_weights() const { return contents_.weights; }

  /// Throws input_error that says which formats would do, if something would be lost.
  void require_place_for(sample_contents const& sample) const {
    require(sample.weights == weighting::unweighted, "weighted events", "it has no place for weights",
            [](auto const& one) { return one.contents_.weights; });
    require(!sample.models, "weights of other models", "it has no place for weights",
            [](auto const& one) { return one.contents_.weights; });
    require(!sample.positions, "positions of events", "it has no place for them",
            [](auto const& one) { return one.contents_.positions; });
    require(!sample.bare_nucleon, "a bound nucleon without its nucleus",
            "its target is a nucleus or hydrogen (name one, with the regime incoherent)",
            [](auto const& one) { return one.contents_.bare_nucleons; });
    require(!sample.own_layout, "--units and --no-recoil", "they are for one format alone",
            [](auto const& one) { return one.contents_.own_layout; });
    require(sample.last_number <= contents_.last_number, "event number " + std::to_string(sample.last_number),
            "its numbers end at " + std::to_string(contents_.last_number),
            [&](auto const& one) { return sample.last_number <= one.contents_.last_number; });
  }

  void begin(std::string& text, run_description const& run) const { begin_(text, run); }
  void write(std::string& text, event const& e, run_description const& run) const { write_(text, e, run); }
  void end(std::string& text) const { end_(text); }

private:
  template <class Suits>
  static std::vector<std::string> names(Suits const& suits) {
    std::vector<std::string> suitable;
    for (auto const& one : all())
      if (suits(one)) suitable.emplace_back(one.chosen_name_);
    return suitable;
  }

  /// Nothing, if there is no such thing in the sample or the format suits.
  template <class Suits>
  void require(bool absent, std::string const& what, std::string const& why, Suits const& suits) const {
    if (absent || suits(*this)) return;
    throw input_error(what + " cannot stand in the format " + std::string(chosen_name_) + ": " + why +
                      "; allowed are " + detail::joined(names(suits)));
  }

  template <class Format>
  static void begin_as(std::string& text, run_description const& run) {
    Format{}.begin(text, run);
  }
  template <class Format>
  static void write_as(std::string& text, event const& e, run_description const& run) {
    Format{}.write(text, e, run);
  }
  template <class Format>
  static void end_as(std::string& text) {
    Format{}.end(text);
  }

  std::string_view chosen_name_, extension_;
  format_contents contents_;
  void (*begin_)(std::string&, run_description const&);
  void (*write_)(std::string&, event const&, run_description const&);
  void (*end_)(std::string&);
};

static_assert(EventFormat<any_event_format>);

} // namespace trident
