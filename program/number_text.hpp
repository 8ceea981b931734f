// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include <trident/base/number_text.hpp>

namespace trident::program {

using trident::detail::formatted;

/// Without an exponent, with as many decimals as show two digits of `error`.
inline std::string decimal_text(double value, double error) {
  bool const has_error = std::isfinite(error) && error > 0;
  int const decimals = has_error ? 1 - static_cast<int>(std::floor(std::log10(error))) : 6;
  return formatted(("%." + std::to_string(std::clamp(decimals, 1, 30)) + "f").c_str(), value);
}

} // namespace trident::program
