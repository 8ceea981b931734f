// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

namespace trident::detail {

/// Neither infinite nor NaN, by its bits: compilers that assume so (-ffast-math) remove std::isfinite and comparisons, but
/// what users and files say has to be checked in their programs too. Ask this before any comparison.
constexpr bool is_finite(double value) {
  constexpr std::uint64_t exponent = 0x7ff0'0000'0000'0000;
  return (std::bit_cast<std::uint64_t>(value) & exponent) != exponent;
}

constexpr bool is_nan(double value) {
  constexpr std::uint64_t sign = 0x8000'0000'0000'0000, infinity = 0x7ff0'0000'0000'0000;
  return (std::bit_cast<std::uint64_t>(value) & ~sign) > infinity;
}

} // namespace trident::detail
