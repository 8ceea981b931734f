// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <trident/concepts.hpp>
#include <trident/mc/philox_source.hpp>

using namespace trident;

static_assert(PointSource<philox_source<1>> && PointSource<philox_source<8>>);

namespace {

std::uint64_t constexpr points = 20'000;

std::vector<double> coordinates(philox_source<7> const& source, std::size_t axis) {
  std::vector<double> values;
  for (std::uint64_t i = 0; i < points; ++i) { values.push_back(source(i)[axis]); }
  return values;
}

} // namespace

TEST_CASE("the point source gives the published words of Philox4x64-10") {
  // Random123 1.14, tests/kat_vectors: philox4x64-10, counter and key 0. A point's first four coordinates are the
  // upper 52 bits of the four words.
  philox_source<4> const source(0, 0);
  auto const point = source(0);
  std::uint64_t const words[] = {0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b,
                                 0x7e68b68aec7ba23b};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(static_cast<std::uint64_t>(point[i] * 0x1p52) == words[i] >> 12);
  }
}

TEST_CASE("coordinates lie in the open interval whatever the word") {
  CHECK(philox_source<1>::to_open_unit_interval(0) == 0x1p-53);
  CHECK(philox_source<1>::to_open_unit_interval(~std::uint64_t{0}) == 1 - 0x1p-53);
}

TEST_CASE("a point depends on seed, stream and index, and a shorter point is the start of a longer one") {
  philox_source<8> const source(3, 5);
  CHECK(source(7) == philox_source<8>(3, 5)(7));
  CHECK(source(7) != source(8));
  CHECK(source(7) != philox_source<8>(4, 5)(7));
  CHECK(source(7) != philox_source<8>(3, 6)(7));
  auto const longer = source(7);
  auto const shorter = philox_source<5>(3, 5)(7);
  CHECK(std::equal(shorter.begin(), shorter.end(), longer.begin()));
}

TEST_CASE("coordinates are uniform") {
  philox_source<7> const source(1, 0);
  for (std::size_t axis = 0; axis < 7; ++axis) {
    auto values = coordinates(source, axis);
    std::sort(values.begin(), values.end());
    double distance = 0; // of Kolmogorov and Smirnov
    for (std::size_t i = 0; i < values.size(); ++i) {
      auto const below = static_cast<double>(i) / points;
      distance =
          std::max({distance, std::abs(values[i] - below), std::abs(values[i] - below - 1.0 / points)});
    }
    CHECK(distance * std::sqrt(double(points)) < 1.95); // exceeded once in 1000 seeds
  }
}

TEST_CASE("coordinates of a point are independent of each other, of the next point and of the next stream") {
  philox_source<7> const source(1, 0);
  philox_source<7> const neighbour(1, 1);
  auto const first = coordinates(source, 0);
  std::vector<std::vector<double>> others;
  for (std::size_t axis = 1; axis < 7; ++axis) { others.push_back(coordinates(source, axis)); }
  others.push_back(coordinates(neighbour, 0));
  others.push_back(first);
  std::rotate(others.back().begin(), others.back().begin() + 1, others.back().end());
  for (auto const& other : others) {
    constexpr std::size_t cells = 16;
    std::vector<double> counts(cells * cells);
    for (std::size_t i = 0; i < points; ++i) {
      auto const row = static_cast<std::size_t>(first[i] * cells);
      counts[row * cells + static_cast<std::size_t>(other[i] * cells)] += 1;
    }
    double chi2 = 0;
    double const expected = double(points) / double(cells * cells);
    for (double const count : counts) { chi2 += (count - expected) * (count - expected) / expected; }
    CHECK(chi2 <
          255 + 4 * std::sqrt(2.0 * 255)); // mean and four standard deviations of chi2 with 255 degrees
  }
}
