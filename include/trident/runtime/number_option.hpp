// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <charconv>
#include <string>
#include <system_error>
#include <type_traits>

#include <trident/base/error.hpp>
#include <trident/base/read_number.hpp>
#include <trident/physics/parameter_range.hpp>

namespace trident::runtime {

/// "1e6" and "2.5e3" as "1000000" and "2500": a whole number with an exponent, written out; any other text as it is.
inline std::string written_out(std::string const& text) {
  auto const e = text.find_first_of("eE");
  if (e == std::string::npos || e == 0) return text;
  std::string digits = text.substr(0, e);
  std::string const exponent = text.substr(e + (text.compare(e + 1, 1, "+") == 0 ? 2 : 1));
  std::size_t zeros = 0;
  auto const [end, problem] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), zeros);
  constexpr std::size_t most = 30; // more than any whole number has
  if (problem != std::errc{} || end != exponent.data() + exponent.size() || zeros > most) return text;
  if (auto const dot = digits.find('.'); dot != std::string::npos) {
    std::size_t const decimals = digits.size() - dot - 1;
    if (dot == 0 || decimals == 0 || decimals > zeros) return text;
    digits.erase(dot, 1);
    zeros -= decimals;
  }
  return digits + std::string(zeros, '0');
}

/// The number that a user typed for `option`. Throws input_error unless it is one, finite, and from `lowest` to `highest`.
template <class Number>
Number number_from_text(std::string const& option, std::string const& text, Number lowest, Number highest,
                        std::string const& allowed) {
  Number value{};
  std::string const digits = std::is_floating_point_v<Number> ? text : written_out(text);
  char const* const first = digits.data() + (digits.starts_with('+') ? 1 : 0);
  char const* const last = digits.data() + digits.size();
  auto const [end, problem] = trident::detail::read_number(first, last, value);
  bool good = problem == std::errc{} && end == last && value >= lowest && value <= highest;
  if constexpr (std::is_floating_point_v<Number>) good = good && trident::detail::is_finite(value);
  if (good) return value;
  throw input_error(option + " is \"" + text + "\": it must be " + allowed);
}

/// The same for a physical input: its range is that of the library.
inline double number_in_range(std::string const& option, std::string const& text,
                              parameter_range const& range) {
  double const value = number_from_text(option, text, range.lowest, range.highest, range.text());
  if (range.contains(value)) return value;
  throw input_error(option + " is \"" + text + "\": it must be " + range.text());
}

} // namespace trident::runtime
