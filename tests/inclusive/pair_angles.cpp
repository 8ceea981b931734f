// SPDX-License-Identifier: BSL-1.0

// The polar angle of two equal leptons: the two-point rule against quadrature, and against unequal leptons in the limit of
// equal masses, whose angles are integrated in another variable.

#include "catch.hpp"

#include <cmath>

#include <boost/math/quadrature/gauss_kronrod.hpp>

#include <trident/quadrature/structure_functions.hpp>

using namespace trident;

TEST_CASE("two polar angles integrate cubics over the square of the propagators", "[inclusive]") {
  pair_masses<double> const muons{0.105658, 0.105658};
  using rule = boost::math::quadrature::gauss_kronrod<double, 61>;
  for (double excess : {1e-6, 1e-3, 0.03, 1., 1e3})
    for (double transfer : {0., 1e-3, 1., 1e4}) {
      pair_frame<double> const pair(muons, excess, 1e-3, transfer);
      pair_angle_rule const angles(pair);
      double const b = 2 * pair.slope / pair.sum;
      for (int power = -2; power <= 1; ++power) {
        // c = tanh(t)/b spreads the pole
        double const expected = rule::integrate(
            [&](double t) {
              double const x = 1 / (std::cosh(t) * std::cosh(t));
              return std::pow(x, power + 1) / b;
            },
            0., std::log(pair.maximum_minus / pair.minimum_plus) / 2, 15, 1e-13);
        double sum = 0;
        for (std::size_t i = 0; i < angles.size; ++i) {
          double const ratio = angles.ratios()[i];
          sum += angles.weights()[i] * std::pow(4 * ratio / ((1 + ratio) * (1 + ratio)), power);
        }
        CAPTURE(excess, transfer, power, b, sum / expected - 1);
        CHECK(std::abs(sum / expected - 1) < 1e-12);
      }
    }
}

TEST_CASE("structure functions of equal leptons are the limit of those of unequal ones", "[inclusive]") {
  for (double mass : {0.000511, 0.105658, 1.77686}) {
    structure_function_quadrature<> const equal({mass, mass}, 1e-11);
    structure_function_quadrature<> const nearly({mass, mass * (1 + 1e-10)}, 1e-11);
    for (double room : {1e-3, 1., 1e4})
      for (double q2 : {1e-8, 1e-3, 0.3}) {
        double const in_masses = room * mass * mass;
        auto const a = equal.components(in_masses, q2), b = nearly.components(in_masses, q2);
        CAPTURE(mass, in_masses, q2);
        CHECK(std::abs(a.transverse.vector / b.transverse.vector - 1) < 1e-9);
        CHECK(std::abs(a.transverse.axial / b.transverse.axial - 1) < 1e-9);
        CHECK(std::abs(a.scalar.vector / b.scalar.vector - 1) < 1e-9);
        CHECK(std::abs(a.scalar.axial / b.scalar.axial - 1) < 1e-9);
        CHECK(std::abs(b.transverse.mixed) < 1e-8 * b.transverse.vector);
      }
  }
}
