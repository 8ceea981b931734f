// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>

#include <boost/random/sobol.hpp>

#include <trident/mc/block.hpp>
#include <trident/mc/philox_source.hpp>
#include <trident/numerics/philox.hpp>

namespace trident {

/// Points of a Sobol' sequence in the open unit cube, scrambled at random: the first 2^m points are spread evenly, and
/// each of them by itself is uniform, so that their mean has no bias and that of independent scrambles tells its error.
/// Random linear scrambling and digital shift (Matousek, J. Complexity 14 (1998) 527; Owen, ACM Trans. Model. Comput.
/// Simul. 13 (2003) 363), of the directions of Joe and Kuo (SIAM J. Sci. Comput. 30 (2008) 2635) that Boost.Random has.
/// Each point is a function of (seed, stream, scramble, index) and of nothing else.
template <std::size_t Dimension>
class scrambled_sobol {
public:
  static constexpr std::size_t dimension = Dimension;
  static constexpr unsigned index_bits = 40; ///< indices are below 2^index_bits

  scrambled_sobol(std::uint64_t seed, std::uint64_t stream, std::uint64_t scramble) {
    random_words random(seed, stream, scramble);
    boost::random::sobol sequence(Dimension);
    for (unsigned k = 0; k < index_bits; ++k) read_directions(sequence, k);
    for (std::size_t axis = 0; axis < Dimension; ++axis) {
      std::array<std::uint64_t, 64> matrix; // lower triangular over two elements, by columns
      for (unsigned j = 0; j < 64; ++j) {
        std::uint64_t const diagonal = std::uint64_t{1} << (63 - j);
        matrix[j] = diagonal | (random.next() & (diagonal - 1));
      }
      for (auto& direction : directions_[axis]) direction = product(matrix, direction);
      shift_[axis] = random.next();
      tabulate(axis);
    }
  }

  /// Points first ... first + block_size - 1; `first` is a multiple of block_size.
  void fill(std::uint64_t first, block_coordinates<Dimension>& points) const {
    assert(first % block_size == 0 && first >> index_bits == 0);
    for (std::size_t axis = 0; axis < Dimension; ++axis) {
      std::uint64_t base = shift_[axis];
      for (std::uint64_t rest = first; rest != 0; rest &= rest - 1)
        base ^= directions_[axis][static_cast<unsigned>(std::countr_zero(rest))];
      auto const& inside = inside_[axis];
      auto& coordinate = points[axis];
      for (std::size_t i = 0; i < block_size; ++i)
        coordinate[i] = philox_source<Dimension>::to_open_unit_interval(base ^ inside[i]);
    }
  }

private:
  /// Random words of a counter that no philox_source reaches: its third word is not 0.
  class random_words {
  public:
    random_words(std::uint64_t seed, std::uint64_t stream, std::uint64_t scramble) {
      key_[0] = seed;
      key_[1] = stream;
      counter_[1] = scramble;
      counter_[2] = 1;
    }

    std::uint64_t next() {
      if (used_ % 4 == 0) {
        words_ = r123::Philox4x64{}(counter_, key_);
        ++counter_[0];
      }
      return words_[used_++ % 4];
    }

  private:
    r123::Philox4x64::key_type key_{};
    r123::Philox4x64::ctr_type counter_{}, words_{};
    std::size_t used_ = 0;
  };

  /// Boost numbers points by Gray code, so that point 2^k combines directions k and k - 1.
  void read_directions(boost::random::sobol& sequence, unsigned k) {
    sequence.seed();
    sequence.discard(((std::uint64_t{1} << k) - 1) * Dimension); // its first point is number 1
    for (std::size_t axis = 0; axis < Dimension; ++axis)
      directions_[axis][k] = sequence() ^ (k > 0 ? directions_[axis][k - 1] : 0);
  }

  static std::uint64_t product(std::array<std::uint64_t, 64> const& columns, std::uint64_t word) {
    std::uint64_t result = 0;
    for (; word != 0; word &= word - 1) result ^= columns[63 - static_cast<unsigned>(std::countr_zero(word))];
    return result;
  }

  void tabulate(std::size_t axis) {
    inside_[axis][0] = 0;
    for (std::size_t i = 1; i < block_size; ++i)
      inside_[axis][i] =
          inside_[axis][i & (i - 1)] ^ directions_[axis][static_cast<unsigned>(std::countr_zero(i))];
  }

  std::array<std::array<std::uint64_t, index_bits>, Dimension> directions_;
  std::array<std::uint64_t, Dimension> shift_;
  alignas(64)
      std::array<std::array<std::uint64_t, block_size>, Dimension> inside_; ///< of a block, without its base
};

} // namespace trident
