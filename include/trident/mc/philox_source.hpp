// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <trident/numerics/philox.hpp>

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
    return from_blocks(index, std::make_index_sequence<(Dimension + 3) / 4>{});
  }

  /// The upper 52 bits k of a word become (k + 1/2) / 2^52, exactly: neither 0 nor 1 can come out.
  static double to_open_unit_interval(std::uint64_t word) {
    double const in_1_2 = std::bit_cast<double>((word >> 12) | std::uint64_t{0x3ff0000000000000});
    return in_1_2 - (1 - 0x1p-53);
  }

private:
  using generator = r123::Philox4x64;
  using words = generator::ctr_type;

  // Written as pack expansions, because loops over blocks keep the words in memory and take twice the time.
  template <std::size_t... Block>
  std::array<double, Dimension> from_blocks(std::uint64_t index, std::index_sequence<Block...>) const {
    std::array<words, sizeof...(Block)> const blocks{block(index, Block)...};
    return [&blocks]<std::size_t... Axis>(std::index_sequence<Axis...>) {
      return std::array<double, Dimension>{to_open_unit_interval(blocks[Axis / 4][Axis % 4])...};
    }
    (std::make_index_sequence<Dimension>{});
  }

  words block(std::uint64_t index, std::uint64_t number) const {
    words counter{};
    counter[0] = index;
    counter[1] = number;
    return generator{}(counter, key_);
  }

  generator::key_type key_{};
};

} // namespace trident
