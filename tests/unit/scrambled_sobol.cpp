// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <cmath>
#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include <trident/mc/scrambled_sobol.hpp>

using namespace trident;

namespace {

constexpr std::size_t sobol_axes = 8;
using scrambled = scrambled_sobol<sobol_axes>;
using sobol_points = std::vector<std::array<double, sobol_axes>>;

sobol_points first_points(scrambled const& from, std::uint64_t count) {
  sobol_points all;
  block_coordinates<sobol_axes> block;
  for (std::uint64_t n = 0; n < count; n += block_size) {
    from.fill(n, block);
    for (std::size_t i = 0; i < block_size; ++i) {
      std::array<double, sobol_axes> point;
      for (std::size_t axis = 0; axis < sobol_axes; ++axis) point[axis] = block[axis][i];
      all.push_back(point);
    }
  }
  return all;
}

/// True if each of `cells` equal intervals of the axis has one point.
bool one_in_each(sobol_points const& all, std::size_t axis, std::size_t first, std::size_t cells) {
  std::set<int> taken;
  for (std::size_t i = first; i < first + cells; ++i)
    taken.insert(static_cast<int>(all[i][axis] * static_cast<double>(cells)));
  return taken.size() == cells;
}

/// True if each box of 2^a by 2^b equal ones of axes 0 and 1 has one of the first 2^(a + b) points.
bool one_in_each_box(sobol_points const& all, int a, int b) {
  std::set<std::pair<int, int>> taken;
  for (std::size_t i = 0; i < std::size_t{1} << (a + b); ++i)
    taken.insert({static_cast<int>(std::ldexp(all[i][0], a)), static_cast<int>(std::ldexp(all[i][1], b))});
  return taken.size() == std::size_t{1} << (a + b);
}

} // namespace

// The properties that define the sequence (Sobol', USSR Comput. Math. Math. Phys. 7 (1967) 86); scrambling keeps them.
TEST_CASE("a scrambled sequence is stratified in each coordinate and in the first two together") {
  for (std::uint64_t scramble = 0; scramble < 4; ++scramble) {
    auto const from = std::make_unique<scrambled>(7, 0, scramble);
    auto const all = first_points(*from, 4096);
    for (std::size_t axis = 0; axis < sobol_axes; ++axis) {
      for (std::size_t cells : {64u, 256u, 4096u}) CHECK(one_in_each(all, axis, 0, cells));
      CHECK(one_in_each(all, axis, 1024, 1024)); // and the points that double them
    }
    for (int a = 0; a <= 10; ++a) CHECK(one_in_each_box(all, a, 10 - a));
  }
}

TEST_CASE("no point of a sequence is at the border, and any point is uniform over scrambles") {
  constexpr int scrambles = 4000;
  double sum = 0, squares = 0, product = 0;
  for (std::uint64_t scramble = 0; scramble < scrambles; ++scramble) {
    auto const from = std::make_unique<scrambled>(3, 1, scramble);
    block_coordinates<sobol_axes> block;
    from->fill(0, block);
    double const x = block[2][0], y = block[5][17];
    REQUIRE((x > 0 && x < 1 && y > 0 && y < 1));
    sum += x;
    squares += x * x;
    product += x * y;
  }
  // four standard deviations each
  CHECK(sum / scrambles == Approx(1.0 / 2).margin(4 * std::sqrt(1.0 / 12 / scrambles)));
  CHECK(squares / scrambles == Approx(1.0 / 3).margin(4 * std::sqrt(4.0 / 45 / scrambles)));
  CHECK(product / scrambles == Approx(1.0 / 4).margin(4 * std::sqrt(7.0 / 144 / scrambles)));
}

TEST_CASE("points depend on seed, stream, scramble and index alone") {
  auto const make = [](std::uint64_t seed, std::uint64_t stream, std::uint64_t scramble) {
    return first_points(scrambled(seed, stream, scramble), 256);
  };
  auto const all = make(1, 2, 3);
  CHECK(make(1, 2, 3) == all);
  CHECK(make(2, 2, 3)[0] != all[0]);
  CHECK(make(1, 3, 3)[0] != all[0]);
  CHECK(make(1, 2, 4)[0] != all[0]);
  block_coordinates<sobol_axes> block;
  scrambled(1, 2, 3).fill(192, block); // without those before
  for (std::size_t axis = 0; axis < sobol_axes; ++axis) CHECK(block[axis][5] == all[197][axis]);
}
