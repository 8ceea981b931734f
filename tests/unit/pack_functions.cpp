// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#if __has_include(<xsimd/xsimd.hpp>)

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include <trident/simd.hpp>

using namespace trident;

namespace {

struct alignas(64) lane_values {
  double v[pack::size];
};

template <class F>
lane_values apply(F const& f, lane_values const& x) {
  lane_values result;
  f(pack::load_aligned(x.v)).store_aligned(result.v);
  return result;
}

auto const exponential = [](pack const& x) { return detail::lanes<pack>::exp(x); };
auto const logarithm = [](pack const& x) { return detail::lanes<pack>::log(x); };
auto const tangent = [](pack const& x) { return detail::lanes<pack>::tan(x); };
auto const angle_of_tangent = [](pack const& x) { return detail::lanes<pack>::atan(x); };

/// Largest relative error against the 64-bit mantissa of the C library, over numbers evenly spaced from low to high.
template <class F, class G>
double worst(F const& f, G const& expected, double low, double high) {
  constexpr std::size_t packs = 20'000;
  double const step = (high - low) / static_cast<double>(packs * pack::size);
  double largest = 0;
  for (std::size_t i = 0; i < packs; ++i) {
    lane_values x;
    for (std::size_t lane = 0; lane < pack::size; ++lane)
      x.v[lane] = low + (static_cast<double>(i * pack::size + lane) + 0.37) * step;
    lane_values const y = apply(f, x);
    for (std::size_t lane = 0; lane < pack::size; ++lane) {
      long double const exact = expected(static_cast<long double>(x.v[lane]));
      largest = std::max(largest, static_cast<double>(std::abs((y.v[lane] - exact) / exact)));
    }
  }
  return largest;
}

lane_values everywhere(double x) {
  lane_values same;
  std::fill(std::begin(same.v), std::end(same.v), x);
  return same;
}

} // namespace

TEST_CASE("exp of packs: 3e-16 from the smallest to the largest result, saturating beyond") {
  auto const expected = [](long double x) { return std::exp(x); };
  CHECK(worst(exponential, expected, -708, 708) < 3e-16);
  CHECK(worst(exponential, expected, -0.5, 0.5) < 3e-16);
  CHECK(apply(exponential, everywhere(1e4)).v[0] == apply(exponential, everywhere(708)).v[0]);
  CHECK(apply(exponential, everywhere(-1e4)).v[0] == apply(exponential, everywhere(-708)).v[0]);
  CHECK(std::isnan(apply(exponential, everywhere(std::numeric_limits<double>::quiet_NaN())).v[0]));
}

TEST_CASE("log of packs: 3e-16, also next to 1, and NaN where there is none") {
  auto const expected = [](long double x) { return std::log(x); };
  CHECK(worst(logarithm, expected, 1e-4, 0.999) < 3e-16);
  CHECK(worst(logarithm, expected, 1 + 1e-12, 1 + 1e-9) < 3e-16);
  CHECK(worst(logarithm, expected, 1.0001, 1e5) < 3e-16);
  CHECK(worst(logarithm, expected, 1e-300, 1e-290) < 3e-16);
  CHECK(apply(logarithm, everywhere(1)).v[0] == 0);
  for (double const bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()})
    CHECK(std::isnan(apply(logarithm, everywhere(bad)).v[0]));
}

TEST_CASE("tan of packs: 6e-16 up to pi/2, where a W is far above its mass") {
  auto const expected = [](long double x) { return std::tan(x); };
  double const end = std::acos(-1.0) / 2;
  CHECK(worst(tangent, expected, -end, end) < 6e-16);
  CHECK(worst(tangent, expected, end - 1e-9, end) < 6e-16);
  CHECK(worst(tangent, expected, 1e-12, 1e-9) < 6e-16);
  CHECK(worst(tangent, expected, 0.7, 0.9) < 6e-16);
}

TEST_CASE("atan of packs: 4e-16 for any number") {
  auto const expected = [](long double x) { return std::atan(x); };
  CHECK(worst(angle_of_tangent, expected, -3, 3) < 4e-16);
  CHECK(worst(angle_of_tangent, expected, 1e-12, 1e-9) < 4e-16);
  CHECK(worst(angle_of_tangent, expected, -100, -2) < 4e-16);
  CHECK(worst(angle_of_tangent, expected, 1e5, 1e12) < 4e-16);
}

#endif
