// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <Random123/philox.h>

namespace trident {

/// Random points of the open unit cube, each a function of (seed, stream, index) and of nothing else: any point can be
/// had at any time, in any order, on any thread. Models PointSource.
/// Philox4x64-10 (Salmon et al., SC11, sec. 3.3): the key is (seed, stream), the counter (index, block of four axes).
template <std::size_t Dimension>
class philox_source {
public:
  static constexpr std::size_t dimension = Dimension;

  philox_source(std::uint64_t seed, std::uint64_t stream) {
    key_[0] = seed;
    key_[1] = stream;
  }

  std::array<double, Dimension> operator()(std::uint64_t index) const {
    std::array<double, Dimension> point;
    for (std::size_t block = 0; 4 * block < Dimension; ++block) {
      generator::ctr_type counter{};
      counter[0] = index;
      counter[1] = block;
      counter = generator{}(counter, key_);
      for (std::size_t i = 0; i < 4 && 4 * block + i < Dimension; ++i) {
        point[4 * block + i] = to_open_unit_interval(counter[i]);
      }
    }
    return point;
  }

  /// The upper 52 bits k of a word become (k + 1/2) / 2^52, exactly: neither 0 nor 1 can come out.
  static double to_open_unit_interval(std::uint64_t word) {
    double const in_1_2 = std::bit_cast<double>((word >> 12) | std::uint64_t{0x3ff0000000000000});
    return in_1_2 - (1 - 0x1p-53);
  }

private:
  using generator = r123::Philox4x64;
  generator::key_type key_{};
};

} // namespace trident
