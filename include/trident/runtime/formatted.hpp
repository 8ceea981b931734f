// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdio>
#include <string>

namespace trident::runtime::detail {

/// printf for one number.
inline std::string formatted(char const* format, double value) {
  char digits[400];
  std::snprintf(digits, sizeof digits, format, value);
  return digits;
}

} // namespace trident::runtime::detail
