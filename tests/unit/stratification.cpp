// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <numeric>

#include <trident/mc/allocation.hpp>
#include <trident/mc/iteration.hpp>
#include <trident/mc/stratification.hpp>

using namespace trident;

TEST_CASE("four calls are left to a hypercube on average") {
  for (std::uint64_t const calls : {64u, 1000u, 50'000u, 1'000'000u}) {
    auto const cut = stratification<7>::for_calls(calls);
    CHECK(4 * cut.hypercubes() <= calls);
    CHECK(8 * cut.hypercubes() >
          calls); // one axis more would not have fitted; an axis at most doubles the number
    auto const [least, most] = std::minmax_element(cut.strata.begin(), cut.strata.end());
    CHECK(*most - *least <= 1);
  }
  CHECK(stratification<1>::for_calls(400).hypercubes() == 100);
  CHECK(stratification<3>::for_calls(3).hypercubes() == 1);
}

TEST_CASE("a walk visits every hypercube once, in order, from any start") {
  stratification<3> const cut{{2, 3, 4}};
  hypercube_walker<3> walker(cut, 0);
  for (std::size_t i = 0; i < cut.hypercubes(); ++i, walker.next()) {
    CHECK(hypercube_of(cut, walker.centre()) == i);
    CHECK(hypercube_walker<3>(cut, i).centre() == walker.centre());
    CHECK(hypercube_of(cut, walker.place({0x1p-53, 0x1p-53, 0x1p-53})) == i);
  }
}

TEST_CASE("points stay inside the open unit cube") {
  stratification<2> const cut{{7, 7}};
  double const highest = 1 - 0x1p-53;
  auto const u = hypercube_walker<2>(cut, 48).place({highest, highest});
  CHECK(u[0] < 1);
  CHECK(u[1] < 1);
}

TEST_CASE("calls go where the scatter is and never exceed what is allowed") {
  hypercube_scatter const scatter{{0, 1, 16, 81, 0, 1e-9}, {1, 1, 1, 1, 0, 1}};
  for (double const exponent : {0.0, 0.5, 0.75, 1.0}) {
    auto const calls = allocate_calls(scatter, 1000, exponent);
    CHECK(*std::min_element(calls.begin(), calls.end()) >= 2);
    auto const total = std::accumulate(calls.begin(), calls.end(), 0u);
    CHECK(total <= 1000);
    CHECK(total >= 1000 - calls.size());
  }
  auto const calls = allocate_calls(scatter, 1000, 1.0);
  CHECK(calls[0] == 2);
  CHECK(double(calls[3]) / double(calls[2]) == Approx(9.0 / 4).epsilon(0.02)); // rounded down to whole calls
  CHECK(double(calls[2]) / double(calls[1]) == Approx(4).epsilon(0.02));
}

TEST_CASE("without knowledge all hypercubes are alike") {
  hypercube_scatter const nothing{{0, 0, 0, 0}, {0, 0, 0, 0}};
  CHECK(allocate_calls(nothing, 40, 0.75) == std::vector<std::uint32_t>{10, 10, 10, 10});
}

TEST_CASE("a new cut inherits the variance of the place") {
  stratification<2> const coarse{{2, 1}};
  stratification<2> const fine{{4, 2}};
  hypercube_scatter const known{{3, 10}, {1, 2}};
  auto const result = transferred(known, coarse, fine);
  for (std::size_t i = 0; i < 8; ++i) { CHECK(result.variance(i) == (i < 4 ? 3 : 5)); }
}

TEST_CASE("chunks cover every hypercube and every index once") {
  std::vector<std::uint32_t> const calls{1000, 1500, 2, 3000, 10, 10};
  auto const chunks = detail::chunks_of(calls, 77);
  std::size_t hypercube = 0;
  std::uint64_t index = 77;
  for (auto const& chunk : chunks) {
    CHECK(chunk.first == hypercube);
    CHECK(chunk.first_index == index);
    CHECK(chunk.calls > 0);
    hypercube = chunk.last;
    index += chunk.calls;
  }
  CHECK(hypercube == calls.size());
  CHECK(index == 77 + 5522);
  CHECK(chunks.size() == 3);
}

TEST_CASE("calls are not exceeded when nearly all hypercubes are raised to the minimum") {
  hypercube_scatter steep;
  for (int i = 0; i < 100; ++i) {
    steep.sum_of_squares.push_back(std::pow(0.5, i));
    steep.degrees_of_freedom.push_back(1);
  }
  for (std::uint64_t const calls : {200u, 201u, 400u, 5000u}) {
    auto const result = allocate_calls(steep, calls, 0.75);
    auto const total = std::accumulate(result.begin(), result.end(), std::uint64_t{0});
    CHECK(total <= calls);
    CHECK(total + 100 >= calls);
  }
}

TEST_CASE("the scale of the scatter does not matter") {
  hypercube_scatter const usual{{1, 4, 9}, {1, 1, 1}};
  for (double const scale : {1e-300, 1e300}) {
    hypercube_scatter const scaled{{scale, 4 * scale, 9 * scale}, {1, 1, 1}};
    CHECK(allocate_calls(scaled, 100, 0.75) == allocate_calls(usual, 100, 0.75));
  }
}
