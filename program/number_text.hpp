// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include <trident/base/number_text.hpp>

namespace trident::program {

using trident::detail::formatted;

/// Of a share: "12.3 %".
inline std::string percent_text(double share) { return formatted("%.3g", 100 * share) + " %"; }

/// On the left of a column.
inline std::string padded(std::string word, std::size_t width) {
  word.resize(std::max(word.size(), width), ' ');
  return word;
}

/// On the right of a column.
inline std::string right(std::string const& word, std::size_t width) {
  return std::string(width > word.size() ? width - word.size() : 0, ' ') + word;
}

/// Without an exponent, with as many decimals as show two digits of `error`.
inline std::string decimal_text(double value, double error) {
  bool const has_error = std::isfinite(error) && error > 0;
  int const decimals = has_error ? 1 - static_cast<int>(std::floor(std::log10(error))) : 6;
  return formatted(("%." + std::to_string(std::clamp(decimals, 1, 30)) + "f").c_str(), value);
}

} // namespace trident::program
