// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <trident/base/characters.hpp>
#include <trident/base/error.hpp>
#include <trident/base/finite.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/utf8.hpp>
#include <trident/flux/unit_names.hpp>

namespace trident::detail {

/// Reads a unit from left to right.
class flux_unit_parser {
public:
  explicit flux_unit_parser(std::string_view stated) : unit_{.text = std::string(stated)} {
    std::string const plain = plain_unit_text(stated);
    rest_ = trimmed(plain);
    auto const colon = rest_.find(':');
    if (colon != std::string_view::npos) energy_axis(trimmed(rest_.substr(colon + 1)));
    rest_ = trimmed(rest_.substr(0, colon));
    if (rest_ == "probability") {
      unit_.kind = bin_value::content;
      return;
    }
    counted();
    product(1, 0);
    conclude();
  }

  flux_unit const& result() const { return unit_; }

private:
  [[noreturn]] void refuse(std::string const& problem) const {
    throw input_error(
        "flux unit \"" + shown(unit_.text) + "\": " + problem +
        "; allowed are probability or 1/ followed by m2, cm2, eV to PeV, POT, fb-1, s, day, "
        "year, sr, bin, each with a number before it if needed, as in 1/m2/GeV/POT, "
        "1/cm2/50MeV/1e21POT, 1/(m2 s sr GeV), 1/GeV, and :GeV or :MeV at the end for the energies");
  }

  void energy_axis(std::string_view name) {
    auto const* const known = find(name);
    if (known == nullptr || known->what != flux_dimension::energy)
      refuse("energies in \"" + std::string(name) + "\" are not known");
    unit_.energy = known->size;
    unit_.energy_stated = true;
  }

  static flux_unit_name const* find(std::string_view name) {
    auto const found = std::find_if(flux_unit_names.begin(), flux_unit_names.end(),
                                    [&](auto const& one) { return one.name == name; });
    return found == flux_unit_names.end() ? nullptr : &*found;
  }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  void skip_blanks() { rest_ = rest_.substr(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }

  /// What is counted, if it is said: "1" or "neutrinos".
  void counted() {
    constexpr std::array<std::string_view, 8> words = {"neutrinos", "neutrino", "nus", "nu",
                                                       "particles", "flux",     "phi", "1"};
    std::string_view const before = rest_;
    bool said = false;
    for (auto const word : words) {
      if (said || !take(word)) continue;
      bool const alone =
          word != "1" || rest_.empty() || std::string_view("/(* \t").find(rest_.front()) != rest_.npos;
      skip_blanks();
      bool const ends = rest_.empty() || std::string_view("/(*").find(rest_.front()) != rest_.npos ||
                        is_letter(rest_.front());
      said =
          ends && alone && (word == "1" || before.size() == word.size() || !is_letter(before[word.size()]));
      if (!said) rest_ = before;
    }
    bool const starts = rest_.starts_with('/') || rest_.starts_with('(') || rest_.starts_with("per ") ||
                        (!rest_.empty() && is_letter(rest_.front()));
    if (!starts) refuse("it starts neither with 1/ nor with probability");
  }

  /// Factors, each behind a '/' or beside the one before; up to a closing bracket if `depth` is above 0.
  void product(int sign, int depth) {
    bool divided = false;
    for (;;) {
      skip_blanks();
      bool const divides = take("/") || take("per ");
      divided = divided || divides;
      skip_blanks();
      if (depth > 0 && !divides && take(")")) return;
      if (rest_.empty() && !divides && depth == 0) return;
      if (!divides && take("*")) continue;
      factor(divides ? -sign : sign, divided && !divides, depth);
    }
  }

  void factor(int sign, bool after_division, int depth) {
    constexpr int deepest = 3;
    if (take("(")) {
      if (depth == deepest || after_division) refuse("its brackets are not clear");
      bracket(sign, depth);
      return;
    }
    auto const start = rest_;
    double const number = number_here();
    skip_blanks();
    auto const name = name_here();
    int const exponent = exponent_here();
    std::string_view const whole = trimmed(start.substr(0, start.size() - rest_.size()));
    auto const* const known = find(name);
    if (known == nullptr) refuse('"' + shown(whole.empty() ? rest_.substr(0, 1) : whole) + "\" is not known");
    if (after_division && sign * exponent > 0 && known->what != flux_dimension::luminosity)
      refuse("whether \"" + shown(whole) + "\" is above or below the line is not clear: write a / before it");
    if (sign > 0 && number != 1)
      refuse("whether the number of \"" + shown(whole) +
             "\" is above or below the line is not clear: write 1/" +
             std::string(trimmed(start.substr(0, start.size() - rest_.size()))).substr(0, 20));
    use(*known, number, sign * exponent, shown(whole));
  }

  /// The exponent behind a bracket counts for all in it: it is looked up before they are read.
  void bracket(int sign, int depth) {
    auto const inside = rest_;
    int open = 1;
    std::size_t end = 0;
    for (; end < inside.size() && open > 0; ++end) open += (inside[end] == '(') - (inside[end] == ')');
    if (open > 0) refuse("a bracket is not closed");
    rest_ = inside.substr(end);
    int const exponent = exponent_here();
    if (exponent != 1 && exponent != -1) refuse("a bracket has another power than -1");
    auto const behind = rest_;
    rest_ = inside.substr(0, end);
    product(sign * exponent, depth + 1);
    rest_ = behind;
  }

  /// "50", "1e21", "10^21", "1x10^6"; 1 if there is none.
  double number_here() {
    double number = 1;
    auto const start = rest_;
    auto const read = [&] {
      double value = 1;
      auto const [end, error] = read_number(rest_.data(), rest_.data() + rest_.size(), value);
      if (end != rest_.data() &&
          (error == std::errc::result_out_of_range || !is_finite(value) || !(value > 0)))
        refuse("the number in \"" + shown(start.substr(0, start.find('/'))) +
               "\" is not finite and positive");
      bool const ten = value == 10;
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
      if (end != start.data() && rest_.starts_with('^')) {
        if (!ten) refuse("\"^\" stands behind a number that is not 10");
        value = std::pow(10.0, exponent_here());
      }
      number *= value;
    };
    if (rest_.empty() || is_letter(rest_.front())) return number;
    read();
    if (rest_.starts_with("x10^") || rest_.starts_with("*10^")) {
      rest_.remove_prefix(1);
      read();
    }
    if (!is_finite(number) || !(number > 0))
      refuse("the number in \"" + shown(start.substr(0, start.find('/'))) + "\" is not finite and positive");
    return number;
  }

  /// Letters, with dots between them as in "p.o.t."
  std::string name_here() {
    std::string name;
    std::size_t used = 0;
    for (; used < rest_.size() && (is_letter(rest_[used]) || (used > 0 && rest_[used] == '.')); ++used)
      if (rest_[used] != '.') name += rest_[used];
    rest_.remove_prefix(used);
    return name;
  }

  /// "2", "^2", "-2", "^-2", "^{-2}", "^(-2)"; 1 if there is none.
  int exponent_here() {
    auto const before = rest_;
    bool const raised = take("^");
    char const close = raised && take("{") ? '}' : raised && take("(") ? ')' : ' ';
    bool const negative = take("-");
    if (!negative) take("+");
    int value = 0;
    std::size_t digits = 0;
    for (; digits < rest_.size() && is_digit(rest_[digits]) && digits < 3; ++digits)
      value = 10 * value + (rest_[digits] - '0');
    if (digits == 0) {
      if (raised || negative) refuse("an exponent is not clear");
      rest_ = before;
      return 1;
    }
    rest_.remove_prefix(digits);
    if (close != ' ' && !take(std::string_view(&close, 1))) refuse("an exponent is not clear");
    return negative ? -value : value;
  }

  void use(flux_unit_name const& known, double number, int exponent, std::string const& whole) {
    using enum flux_dimension;
    int const wanted = known.what == area ? -2 : -1;
    bool const either = known.what == luminosity && exponent == 1; // fb and /fb^-1 are the same
    if (known.what == energy && exponent > 0)
      refuse("\"" + whole +
             "\" multiplies: a power of the energy times a flux is not read, divide it off first");
    if (exponent != wanted && !either)
      refuse("\"" + whole + "\" has another power than " + std::to_string(wanted) +
             (known.what == area ? ": an area is m2, cm2 or km2" : ""));
    auto& seen = seen_[static_cast<std::size_t>(known.what)];
    if (seen) refuse("\"" + whole + "\" repeats a quantity");
    seen = true;
    double const size = number * (known.what == area ? known.size * known.size : known.size);
    unit_.factor /= size;
    if (known.what == bin && number != 1) refuse("\"" + whole + "\" is more than one bin");
    auto& parts = unit_.parts;
    (known.what == area         ? parts.area
     : known.what == energy     ? parts.energy
     : known.what == protons    ? parts.protons
     : known.what == luminosity ? parts.luminosity
     : known.what == time       ? parts.time
     : known.what == angle      ? parts.angle
                                : unused_) = size;
  }

  void conclude() {
    auto const& parts = unit_.parts;
    bool const per_bin = seen_[static_cast<std::size_t>(flux_dimension::bin)];
    if (parts.protons && parts.luminosity) refuse("POT and fb-1 exclude each other");
    if (parts.time && (parts.protons || parts.luminosity))
      refuse(std::string(parts.protons ? "POT" : "fb-1") + " and a time exclude each other");
    if (per_bin && parts.energy) refuse("a bin and an energy exclude each other");
    if ((parts.protons || parts.luminosity || parts.time) && !parts.area)
      refuse("an exposure needs an area, m2 or cm2");
    if (parts.angle && !parts.time) refuse("sr goes with an area and a time, as in 1/(m2 s sr GeV)");
    if (!is_finite(unit_.factor) || !(unit_.factor > 0))
      refuse("its numbers multiply to more than numbers hold");
    using enum flux_normalisation;
    unit_.normalisation = parts.angle        ? per_area_second_and_steradian
                          : parts.time       ? per_area_and_second
                          : parts.luminosity ? per_area_and_inverse_femtobarn
                          : parts.protons    ? per_area_and_proton
                          : parts.area       ? per_area
                                             : shape;
    unit_.kind = parts.energy ? bin_value::density : bin_value::content;
  }

  std::string_view rest_;
  flux_unit unit_;
  std::array<bool, 7> seen_{};
  std::optional<double> unused_;
};

} // namespace trident::detail
