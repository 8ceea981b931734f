// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/characters.hpp>
#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/text.hpp>
#include <trident/event/event.hpp>
#include <trident/event/observables.hpp>

namespace trident {

/// One bound on an observable.
struct event_cut {
  enum class relation { below, at_most, above, at_least };

  event_observable const* what = nullptr;
  relation how = relation::below;
  double bound = 0;

  bool passes(event const& e) const {
    double const value = what->of(e);
    switch (how) {
    case relation::below:
      return value < bound;
    case relation::at_most:
      return value <= bound;
    case relation::above:
      return value > bound;
    case relation::at_least:
      return value >= bound;
    }
    return false;
  }
};

namespace detail {

/// Reads "E_minus > 0.5, 2 < theta_ll < 20": bounds with commas between, all of which must hold.
class selection_reader {
public:
  selection_reader(std::string_view option, std::string_view text) : option_(option), text_(text) {}

  std::vector<event_cut> cuts() {
    for (auto const& part : split(text_)) read(part);
    return std::move(cuts_);
  }

private:
  using relation = event_cut::relation;
  static constexpr std::size_t most = 64; ///< bounds, more than anyone types

  struct comparison {
    std::size_t from, size;
    relation how;
  };

  [[noreturn]] void refuse(std::string_view part, std::string const& why) const {
    throw input_error(std::string(option_) + " is \"" + std::string(text_) + "\": \"" +
                      std::string(trimmed(part)) + "\" " + why);
  }

  static std::vector<comparison> comparisons_in(std::string_view part) {
    std::vector<comparison> found;
    for (std::size_t i = part.find_first_of("<>"); i != std::string_view::npos;
         i = part.find_first_of("<>", found.back().from + found.back().size)) {
      bool const equal = part.substr(i + 1, 1) == "=", below = part[i] == '<';
      found.push_back({i, equal ? 2u : 1u,
                       below ? (equal ? relation::at_most : relation::below)
                             : (equal ? relation::at_least : relation::above)});
    }
    return found;
  }

  static relation turned(relation how) {
    switch (how) {
    case relation::below:
      return relation::above;
    case relation::at_most:
      return relation::at_least;
    case relation::above:
      return relation::below;
    default:
      return relation::at_most;
    }
  }

  /// "name < number", "number < name" or "number < name < number".
  void read(std::string_view part) {
    auto const found = comparisons_in(part);
    if (found.empty() || found.size() > 2)
      refuse(part, "must be a bound such as theta_ll < 20, E_minus >= 0.5 or 2 < theta_ll < 20, with commas "
                   "between several");
    if (cuts_.size() + found.size() > most) refuse(part, "is more than 64 bounds");
    auto const left = trimmed(part.substr(0, found[0].from));
    auto const after = found[0].from + found[0].size;
    if (found.size() == 2) {
      auto const middle = trimmed(part.substr(after, found[1].from - after));
      auto const right = trimmed(part.substr(found[1].from + found[1].size));
      add(part, middle, turned(found[0].how), left);
      add(part, middle, found[1].how, right);
    } else if (auto const right = trimmed(part.substr(after)); is_name(left)) {
      add(part, left, found[0].how, right);
    } else {
      add(part, right, turned(found[0].how), left);
    }
  }

  static bool is_name(std::string_view text) { return !text.empty() && is_letter(text[0]); }

  void add(std::string_view part, std::string_view name, relation how, std::string_view number) {
    double value = 0;
    char const* const end = number.data() + number.size();
    auto const [at, problem] = read_number(number.data(), end, value);
    constexpr double largest = 1e12;
    if (problem != std::errc{} || at != end || !is_finite(value) || value > largest || value < -largest)
      refuse(part, "compares with \"" + std::string(number) + "\": it must be a number from -1e12 to 1e12");
    cuts_.push_back(
        {&event_observable_named(std::string(option_) + " is \"" + std::string(text_) + "\"", name), how,
         value});
  }

  std::string_view option_, text_;
  std::vector<event_cut> cuts_;
};

} // namespace detail

/// Cuts on observables, all of which an event must pass; of no cuts, every event does.
class selection {
public:
  selection() = default;

  /// Of "E_minus > 0.5, theta_ll < 20" and the like, see event_observables(). `option` is named in errors. Throws
  /// input_error.
  static selection from_text(std::string_view text, std::string_view option = "--cut") {
    selection made;
    made.text_ = std::string(text);
    made.cuts_ = detail::selection_reader(option, text).cuts();
    return made;
  }

  bool passes(event const& e) const {
    return std::all_of(cuts_.begin(), cuts_.end(), [&](event_cut const& one) { return one.passes(e); });
  }

  std::vector<event_cut> const& cuts() const { return cuts_; }
  std::string const& text() const { return text_; } ///< as it was given

private:
  std::string text_;
  std::vector<event_cut> cuts_;
};

} // namespace trident
