// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include <trident/numerics/unit_vector.hpp>

#include "catch.hpp"

TEST_CASE("A direction from a coordinate: 7e-16 all around") {
  double worst = 0;
  constexpr int steps = 100'000;
  for (int i = 0; i <= steps; ++i) {
    double const u = static_cast<double>(i) / steps;
    auto const direction = trident::detail::unit_vector(u);
    long double const angle = 2 * std::numbers::pi_v<long double> * static_cast<long double>(u);
    worst = std::max({worst, static_cast<double>(std::abs(direction.re - std::cos(angle))),
                      static_cast<double>(std::abs(direction.im - std::sin(angle)))});
  }
  CHECK(worst < 7e-16);
}
