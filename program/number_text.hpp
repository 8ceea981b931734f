// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace trident::program {

/// printf for one number.
inline std::string formatted(char const* format, double value) {
  char digits[400];
  std::snprintf(digits, sizeof digits, format, value);
  return digits;
}

/// Without an exponent, with as many decimals as show two digits of `error`.
inline std::string decimal_text(double value, double error) {
  bool const has_error = std::isfinite(error) && error > 0;
  int const decimals = has_error ? 1 - static_cast<int>(std::floor(std::log10(error))) : 6;
  char digits[400];
  std::snprintf(digits, sizeof digits, "%.*f", std::clamp(decimals, 1, 30), value);
  return digits;
}

} // namespace trident::program
