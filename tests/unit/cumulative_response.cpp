// SPDX-License-Identifier: BSL-1.0
// Moments of a response from its panels: against closed forms, at the edges, and where almost nothing is left.
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include <trident/target/cumulative_response.hpp>

#include "catch.hpp"

using namespace trident;

namespace {

/// int_a^nu (x - a)^power (nu - x)^n dx = (nu - a)^(power + n + 1) B(power + 1, n + 1).
double moment_of_power(double room, double power, int n) {
  if (!(room > 0)) return 0;
  double const beta = std::exp(std::lgamma(power + 1) + std::lgamma(n + 1.0) - std::lgamma(power + n + 2));
  return std::pow(room, power + n + 1) * beta;
}

/// W2 = sqrt(nu - 1) + 2 (nu - 2)^(3/2) above 2, W1 = 3 sqrt(nu - 1).
cumulative_response sum_of_powers(std::vector<energy_panel> const& panels, std::size_t nodes) {
  return cumulative_response(panels, nodes,
                             [](std::span<double const> nu, std::span<hadron_structure<double>> w) {
                               for (std::size_t i = 0; i < nu.size(); ++i) {
                                 double const first = std::sqrt(nu[i] - 1);
                                 w[i] = {first + 2 * std::pow(std::fmax(nu[i] - 2, 0.0), 1.5), 3 * first};
                               }
                             });
}

response_moments powers_by_hand(double nu) {
  auto const both = [nu](int n) {
    return moment_of_power(nu - 1, 0.5, n) + 2 * moment_of_power(nu - 2, 1.5, n);
  };
  return {both(0), both(1), both(2), 3 * moment_of_power(nu - 1, 0.5, 0)};
}

void check_close(response_moments const& a, response_moments const& b, double close) {
  CHECK(a.w2 == Approx(b.w2).epsilon(close));
  CHECK(a.w2_left == Approx(b.w2_left).epsilon(close));
  CHECK(a.w2_left2 == Approx(b.w2_left2).epsilon(close));
  CHECK(a.w1 == Approx(b.w1).epsilon(close));
}

} // namespace

TEST_CASE("A panel's variable and its inverse", "[response]") {
  for (auto const shape : {panel_shape::even, panel_shape::root, panel_shape::logarithmic}) {
    energy_panel const panel{2, 7, shape, 1.5};
    CHECK(panel.at(0) == Approx(2));
    CHECK(panel.at(1) == Approx(7));
    for (double const t : {0.01, 0.3, 0.9}) {
      CHECK(panel.position(panel.at(t)) == Approx(t).epsilon(1e-12));
      double const step = 1e-5, slope = (panel.at(t + step) - panel.at(t - step)) / (2 * step);
      CHECK(panel.measure(t) == Approx(slope).epsilon(1e-8));
    }
    CHECK(panel.below(3).high == 3);
    CHECK(panel.below(std::numeric_limits<double>::infinity()).high == 7);
  }
}

TEST_CASE("Moments of powers are closed forms, down to the threshold", "[response]") {
  using enum panel_shape;
  std::vector<energy_panel> const panels{{1, 1.5, root}, {1.5, 2}, {2, 3, root}, {3, 50, logarithmic, 0.5}};
  auto const response = sum_of_powers(panels, 16);
  check_close(response(1), {}, 0);
  check_close(response(0.5), {}, 0);
  for (double const room : {1e-12, 1e-6, 1e-3, 0.1, 0.49})
    check_close(response(1 + room), powers_by_hand(1 + room), 2e-15 / room + 1e-13);
  for (double const nu : {1.5, 1.500001, 1.9, 2.0, 2.0001, 2.5, 3.0, 3.1, 10.0, 50.0})
    check_close(response(nu), powers_by_hand(nu), 1e-8);
}

TEST_CASE("More nodes are better moments", "[response]") {
  using enum panel_shape;
  std::vector<energy_panel> const panels{{1, 1.5, root}, {1.5, 2}, {2, 3, root}, {3, 10, logarithmic, 0.5}};
  for (double const error : {1e-4, 1e-6, 1e-8})
    for (double const nu : {1.2, 1.8, 2.3, 7.0})
      check_close(sum_of_powers(panels, cumulative_response::nodes_for(error))(nu), powers_by_hand(nu),
                  error);
}

TEST_CASE("Above its last panel, and between two, a response has nothing more", "[response]") {
  // W2 = 1 in (1, 2) and in (3, 4)
  cumulative_response const response({{1, 2}, {3, 4}}, 5,
                                     [](std::span<double const> nu, std::span<hadron_structure<double>> w) {
                                       for (std::size_t i = 0; i < nu.size(); ++i) w[i] = {1, 2};
                                     });
  auto const box = [](double nu) {
    auto const power = [](double x, int n) { return x > 0 ? std::pow(x, n + 1) / (n + 1) : 0; };
    auto const sum = [&](int n) {
      return power(nu - 1, n) - power(nu - 2, n) + power(nu - 3, n) - power(nu - 4, n);
    };
    return response_moments{sum(0), sum(1), sum(2), 2 * sum(0)};
  };
  for (double const nu : {1.1, 2.0, 2.7, 3.0, 3.3, 4.0, 9.0}) check_close(response(nu), box(nu), 1e-13);
}
