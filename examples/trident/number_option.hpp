// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <system_error>
#include <type_traits>

#include <trident/detail/read_number.hpp>
#include <trident/error.hpp>
#include <trident/parameter_range.hpp>

namespace trident::program {

/// The number that a user typed for `option`. Throws input_error unless it is one, finite, and from `lowest` to `highest`.
template <class Number>
Number number_from_text(std::string const& option, std::string const& text, Number lowest, Number highest,
                        std::string const& allowed) {
  Number value{};
  char const* const first = text.data() + (text.starts_with('+') ? 1 : 0);
  char const* const last = text.data() + text.size();
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

} // namespace trident::program
