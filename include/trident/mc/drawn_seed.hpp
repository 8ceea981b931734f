// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <random>

namespace trident::detail {

/// 64 bits: of 32, two among 77000 jobs would be equal more often than not.
inline std::uint64_t drawn_seed() {
  std::random_device draw;
  std::uint64_t const high = draw() & 0xffffffff, low = draw() & 0xffffffff;
  return high << 32 | low;
}

} // namespace trident::detail
