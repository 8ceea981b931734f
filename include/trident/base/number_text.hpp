// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <charconv>
#include <cstdio>
#include <string>

namespace trident::detail {

/// The shortest digits that read back as `value`, for messages and reports: 0.5, 1e+300, nan.
inline std::string number_text(double value) {
  std::array<char, 32> digits;
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

/// printf for one number.
inline std::string formatted(char const* format, double value) {
  std::array<char, 400> digits; // 1e308 with all its digits
  std::snprintf(digits.data(), digits.size(), format, value);
  return digits.data();
}

} // namespace trident::detail
