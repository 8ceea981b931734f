// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <vector>

#include <trident/sampling/partition.hpp>

#include "catch.hpp"

using namespace trident;

namespace {

using partition_point = std::array<double, 6>;

double sum_of(partition_point const& u) {
  double sum = 0;
  for (double const x : u) sum += x;
  return sum;
}

double distance_from_centre(partition_point const& u) {
  double sum = 0;
  for (double const x : u) sum += (x - 0.5) * (x - 0.5);
  return sum;
}

/// Integrands that are zero in a large part of the cube, so that many cells hold next to nothing.
struct above_a_plane {
  static constexpr std::size_t dimension = 6;
  double operator()(partition_point const& u) const { return sum_of(u) > 3.8 ? 1 : 0; }
};
struct corners {
  static constexpr std::size_t dimension = 6;
  double operator()(partition_point const& u) const {
    double const r = distance_from_centre(u);
    return r > 0.7 ? r : 0;
  }
};
struct shell {
  static constexpr std::size_t dimension = 6;
  double operator()(partition_point const& u) const {
    double product = 1;
    for (double const x : u) product *= x;
    return product > 0.002 && product < 0.004 ? 1 : 0;
  }
};
struct ball {
  static constexpr std::size_t dimension = 6;
  double operator()(partition_point const& u) const { return distance_from_centre(u) < 0.15 ? 1 : 0; }
};
struct constant {
  static constexpr std::size_t dimension = 6;
  double operator()(partition_point const&) const { return 1; }
};

/// Share of the integral above the maxima of the cells, found with points of its own.
template <class F>
double share_above_maxima(std::uint64_t seed) {
  adapted_integrand<F> const integrand(F{}, adapted_map<6>{});
  partition_options options;
  options.cells = 200;
  auto const cells = make_partition(integrand, options, trial_source(seed, 1));
  trial_source const other(seed, 2);
  constexpr int blocks = 64; // in each cell
  double integral = 0, above = 0;
  std::uint64_t drawn = 0;
  std::array<partition_point, block_size> points;
  std::array<double, block_size> values;
  for (auto const& one : cells)
    for (int k = 0; k < blocks; ++k) {
      for (auto& p : points) p = one.place(other.point<6>({drawn++, 0}));
      integrand.evaluate(points, values);
      for (double const value : values) {
        integral += one.volume() * value;
        if (value > one.maximum) above += one.volume() * (value - one.maximum);
      }
    }
  return above / integral;
}

} // namespace

// 0.39 to 0.50 where a cell that seemed empty spoilt the factor of all, or where all values of a cell are the same.
TEMPLATE_TEST_CASE("What exceeds the maxima stays what is allowed where an integrand leaves corners empty",
                   "", above_a_plane, corners, shell, ball, constant) {
  double const allowed = partition_options{}.overweight;
  for (std::uint64_t const seed : {1u, 2u, 3u})
    CHECK(share_above_maxima<TestType>(seed) < 2 * allowed); // found with 64 points a cell: to a factor
}
