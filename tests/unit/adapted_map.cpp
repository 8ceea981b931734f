// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <array>
#include <cmath>

#include <trident/mc/grid.hpp>
#include <trident/mc/philox_source.hpp>

using namespace trident;

namespace {

using map_2d = adapted_map<2>;

/// Trained on a function of the first coordinate alone.
template <class F>
map_2d trained(F const& f, int rounds) {
  map_2d map;
  philox_source<2> const source(1, 0);
  std::uint64_t index = 0;
  for (int round = 0; round < rounds; ++round) {
    map_2d::histogram collected{};
    for (int i = 0; i < 20'000; ++i, ++index) {
      auto const point = map(source(index));
      double const value = f(point.position[0]) * point.jacobian;
      for (std::size_t axis = 0; axis < 2; ++axis) { collected[axis][point.bin[axis]] += value * value; }
    }
    map.refine(collected, 1);
  }
  return map;
}

double peak(double x) { return 1 / ((x - 0.3) * (x - 0.3) + 1e-4); }
double step(double x) { return x < 0.6 ? std::exp(5 * x) : 0.0; }

} // namespace

TEST_CASE("a fresh map is the identity") {
  map_2d const map;
  auto const point = map({0.1, 0.77});
  CHECK(point.position[0] == Approx(0.1).epsilon(1e-15));
  CHECK(point.position[1] == Approx(0.77).epsilon(1e-15));
  CHECK(point.jacobian == Approx(1).epsilon(1e-13)); // differences of edges near 1 keep 14 digits
}

TEST_CASE("the map never leaves the open unit cube") {
  auto const map = trained(peak, 5);
  for (double const u : {0x1p-53, 1 - 0x1p-53}) {
    auto const point = map({u, u});
    CHECK(point.position[0] > 0);
    CHECK(point.position[0] < 1);
    CHECK(point.position[1] > 0);
    CHECK(point.position[1] < 1);
  }
}

TEST_CASE("inverse undoes the map") {
  auto const map = trained(peak, 5);
  philox_source<2> const source(2, 0);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    auto const u = source(i);
    auto const back = map.inverse(map(u).position);
    // Narrow bins are 1e-4 wide: a rounding of the position by 1e-16 moves u by 1e-14.
    CHECK(back[0] == Approx(u[0]).margin(1e-12));
    CHECK(back[1] == Approx(u[1]).margin(1e-12));
  }
}

TEST_CASE("edges increase from 0 to 1 and the map's volume is 1") {
  auto const map = trained(step, 12);
  for (auto const& edges : map.edges()) {
    CHECK(edges.front() == 0);
    CHECK(edges.back() == 1);
    for (std::size_t i = 1; i < edges.size(); ++i) { CHECK(edges[i] > edges[i - 1]); }
  }
  double volume = 0;
  constexpr int steps = 64 * static_cast<int>(map_2d::bins);
  for (int i = 0; i < steps; ++i) { volume += map({(i + 0.5) / steps, 0.5}).jacobian / steps; }
  CHECK(volume ==
        Approx(map({0.5, 0.5}).jacobian / map({0.5, 0.25}).jacobian).epsilon(0.2)); // second axis unused
}

TEST_CASE("bins crowd where the integrand is large") {
  auto const map = trained(peak, 6);
  // The weight of points, integrand times jacobian, varies by 1e4 before and by a few after.
  double least = 1e300;
  double most = 0;
  for (int i = 0; i < 1000; ++i) {
    auto const point = map({(i + 0.5) / 1000, 0.5});
    double const weight = peak(point.position[0]) * point.jacobian;
    least = std::min(least, weight);
    most = std::max(most, weight);
  }
  CHECK(most / least < 10);
}

TEST_CASE("neighbouring bins never differ much, even at the border of a region where nothing is") {
  auto const map = trained(step, 20);
  auto const& edges = map.edges()[0];
  for (std::size_t i = 2; i < edges.size(); ++i) {
    double const ratio = (edges[i] - edges[i - 1]) / (edges[i - 1] - edges[i - 2]);
    // growth of 1 per unit length: a factor 3 between bins of which one ends where the next begins, and as much again
    // for the step between the old bins that the new ones inherit
    CHECK(ratio < 9);
    CHECK(ratio > 1.0 / 9);
  }
}

TEST_CASE("nothing seen changes nothing") {
  map_2d map;
  map.refine({}, 1.5);
  CHECK(map.edges() == map_2d().edges());
  map_2d::histogram broken{};
  broken[0][3] = std::numeric_limits<double>::infinity();
  map.refine(broken, 1.5);
  CHECK(map.edges() == map_2d().edges());
}
