// SPDX-License-Identifier: BSL-1.0
// Several integrals at once: values and errors of smooth functions, powers and kinks.
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <trident/numerics/legendre_quadrature.hpp>

#include "catch.hpp"

using namespace trident;

namespace {

/// exp, a power, a kink and a step between 0 and 1.
void functions(double x, std::span<double> out) {
  out[0] = std::exp(x);
  out[1] = std::pow(x, 2.5);
  out[2] = std::abs(x - 0.3);
  out[3] = x < 0.7 ? 1 : 2;
}

std::vector<double> const exact{std::exp(1.0) - 1, 1 / 3.5, (0.09 + 0.49) / 2, 1.3};

} // namespace

TEST_CASE("Several integrals at once, each to its precision", "[numerics]") {
  for (double const tolerance : {1e-3, 1e-5}) {
    legendre_quadrature quadrature(functions, 4, {tolerance, 10, 4});
    auto const result = quadrature(std::vector<double>{0, 1});
    for (std::size_t i = 0; i < exact.size(); ++i) {
      CAPTURE(tolerance, i);
      CHECK(std::abs(result.values[i] - exact[i]) <= result.errors[i] + 1e-15);
      CHECK(result.errors[i] <= tolerance * result.values[i]);
    }
    CHECK(result.evaluations % 10 == 0);
  }
}

TEST_CASE("Their weighted sum to a precision, and functions that are carried along", "[numerics]") {
  double const tolerance = 1e-4;
  legendre_quadrature sum(functions, 4, {tolerance, 8, 4, {1, 1, 0, 1e-3}});
  auto const result = sum(std::vector<double>{0, 0.5, 1});
  double const error = result.errors[0] + result.errors[1] + 1e-3 * result.errors[3];
  CHECK(error <= tolerance * (exact[0] + exact[1] + 1e-3 * exact[3]));
  CHECK(result.errors[2] > 0);
  legendre_quadrature first(functions, 4, {1e-8, 12, 1});
  CHECK(first(std::vector<double>{0, 1}).evaluations == 12); // the others do not ask for more
  CHECK(first(std::vector<double>{1, 1}).values == std::vector<double>(4, 0.0));
}

TEST_CASE("Integrals of Legendre polynomials as powers", "[numerics]") {
  auto const& integrals = legendre_integrals_of(6);
  // P_2 = (3 x^2 - 1)/2 over (0, t), x = 2 t - 1: (x^3 - x)/4
  CHECK(integrals(3, 2) == Approx(0.25));
  CHECK(integrals(1, 2) == Approx(-0.25));
  CHECK(integrals(0, 2) == Approx(0).margin(1e-15));
  CHECK(integrals(0, 0) == Approx(0.5));
  CHECK(integrals(1, 0) == Approx(0.5));
}
