// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/runtime/number_option.hpp>

namespace trident::runtime {

namespace detail {

inline bool is_logarithmic(std::vector<std::string> const& parts) {
  return parts.size() == 4 && parts[3] == "log";
}

} // namespace detail

/// Points that a grid may have: what is asked for beyond is refused before any memory is taken.
inline constexpr std::size_t largest_grid = 1'000'000;

/// The values of a range "FROM:TO:N" or "FROM:TO:N:log", both ends included, or of one number, all of them in `allowed`.
/// Throws input_error.
inline std::vector<double> values_of_range(std::string const& option, std::string const& text,
                                           parameter_range const& allowed) {
  auto const parts = trident::detail::split(text, ':');
  bool const logarithmic = detail::is_logarithmic(parts);
  if (parts.size() != 3 && !logarithmic && parts.size() != 1)
    throw input_error(option + " is \"" + text +
                      "\": it must be FROM:TO:N or FROM:TO:N:log, such as 1:100:20:log, or one number");
  auto const end = [&](std::string const& part) {
    double const value = number_in_range(option, part, allowed);
    if (logarithmic && !(value > 0))
      throw input_error(option + " is \"" + text + "\": with :log both ends must be above 0");
    return value;
  };
  if (parts.size() == 1) return {end(parts[0])};
  double const from = end(parts[0]), to = end(parts[1]);
  auto const count = number_from_text<std::size_t>(option, parts[2], 1, largest_grid,
                                                   "FROM:TO:N[:log] with N from 1 to 1000000");
  std::vector<double> values;
  for (std::size_t i = 0; i < count; ++i) {
    double const share = count > 1 ? static_cast<double>(i) / static_cast<double>(count - 1) : 0;
    double const value = logarithmic ? from * std::pow(to / from, share) : from + (to - from) * share;
    values.push_back(i > 0 && i + 1 == count ? to : value);
  }
  return values;
}

/// Throws input_error if a grid of `first` times `second` points is too large.
inline void require_grid(std::string const& options, std::size_t first, std::size_t second) {
  if (first <= largest_grid / std::max<std::size_t>(second, 1)) return;
  throw input_error(options + " make a grid of " + std::to_string(first) + " times " +
                    std::to_string(second) + " points: at most " + std::to_string(largest_grid) +
                    " are allowed");
}

} // namespace trident::runtime
