// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trident/base/characters.hpp>
#include <trident/base/error.hpp>
#include <trident/limits/ratio_measurement.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/runtime/number_option.hpp>

namespace trident::runtime {

namespace detail {

/// The text without blanks, and "+-" for the sign of both.
inline std::string ratio_text_without_blanks(std::string_view text) {
  std::string bare;
  for (char const c : text)
    if (c != ' ' && c != '\t') bare += c;
  constexpr std::string_view both = "\u00b1";
  if (auto const sign = bare.find(both); sign != std::string::npos) bare.replace(sign, both.size(), "+-");
  return bare;
}

/// Where the signs stand that begin an error: a sign behind an exponent belongs to its number.
inline std::vector<std::size_t> signs_in(std::string const& text) {
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i < text.size(); ++i)
    if ((text[i] == '+' || text[i] == '-') && text[i - 1] != 'e' && text[i - 1] != 'E') places.push_back(i);
  return places;
}

} // namespace detail

/// Whether a text is a measurement rather than the name of one.
inline bool is_ratio_text(std::string_view text) {
  auto const first = text.find_first_not_of(" \t");
  return first != std::string_view::npos &&
         (trident::detail::is_digit(text[first]) || text[first] == '.' || text[first] == '+');
}

/// "0.82 +- 0.28", "1.58 +0.57 -0.57": a ratio to the Standard Model and its error, or errors. Throws input_error.
inline ratio_measurement ratio_from_text(std::string const& option, std::string const& text) {
  auto const bare = detail::ratio_text_without_blanks(text);
  auto const signs = detail::signs_in(bare);
  bool const good = signs.size() == 2 && bare[signs[0]] == '+' && bare[signs[1]] == '-';
  if (!good)
    throw input_error(
        option + " is \"" + text +
        "\": it must be a name, or value and error such as \"0.82 +- 0.28\" or \"1.58 +0.57 -0.6\"");
  auto const number = [&](std::string const& digits, parameter_range const& range) {
    return number_in_range(option + " " + text + ": " + std::string(range.quantity), digits, range);
  };
  double const value = number(bare.substr(0, signs[0]), ranges::ratio);
  double const down = number(bare.substr(signs[1] + 1), ranges::error_of_ratio);
  bool const symmetric = signs[1] == signs[0] + 1;
  double const up =
      symmetric ? down : number(bare.substr(signs[0] + 1, signs[1] - signs[0] - 1), ranges::error_of_ratio);
  return {value, up, down};
}

} // namespace trident::runtime
