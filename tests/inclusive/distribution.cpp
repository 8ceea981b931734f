// SPDX-License-Identifier: BSL-1.0

// Distributions by quadrature: they integrate to the cross section, and a Monte Carlo fills the same histograms.

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

#include <trident/fluxes.hpp>
#include <trident/quadrature/distribution.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/target.hpp>

#include "containing.hpp"

using namespace trident;

namespace {

constexpr std::array all_observables = {observable::log_q2, observable::s, observable::pair_mass,
                                        observable::transfer};

/// The observables of a point of phase space, in the order above.
std::array<double, 4> observables_of(phase_space_point<> const& point) {
  double const q2 = point.leptons.q2;
  return {q2, 2 * point.leptons.k_dot_q - q2, std::sqrt(point.pair_mass_squared), point.leptons.transfer};
}

struct weighted_point {
  std::array<double, 4> values;
  double weight; ///< the sum of all is the cross section [fb]
};

template <class S>
std::vector<weighted_point> monte_carlo(S const& sigma, std::size_t count) {
  std::mt19937_64 random(11);
  std::uniform_real_distribution<double> unit(0, 1);
  std::vector<weighted_point> points;
  for (std::size_t i = 0; i < count; ++i) {
    typename S::point_type u;
    for (double& x : u) x = unit(random);
    auto const [point, measure] = sigma.point(u);
    if (!point.inside()) continue;
    points.push_back({observables_of(point),
                      measure * point.jacobian * sigma.density(point) / static_cast<double>(count)});
  }
  return points;
}

/// Edges between which lie about equal parts of the cross section, the outermost at the ends of the range.
std::vector<double> edges_of(std::vector<weighted_point> points, std::size_t axis, interval<double> range,
                             std::size_t bins) {
  std::sort(points.begin(), points.end(),
            [axis](auto const& a, auto const& b) { return a.values[axis] < b.values[axis]; });
  double total = 0, below = 0;
  for (auto const& point : points) total += point.weight;
  std::vector<double> edges{range.low};
  for (auto const& point : points) {
    below += point.weight;
    double const share = static_cast<double>(edges.size()) / static_cast<double>(bins);
    if (edges.size() < bins && below > share * total) edges.push_back(point.values[axis]);
  }
  edges.push_back(range.high);
  return edges;
}

template <class S>
void compare_histograms(S const& sigma, std::size_t bins) {
  auto const points = monte_carlo(sigma, 200'000);
  double chi_squared = 0;
  for (std::size_t axis = 0; axis < 4; ++axis) {
    auto const edges = edges_of(points, axis, range_of(sigma, all_observables[axis]), bins);
    for (std::size_t bin = 0; bin < bins; ++bin) {
      double sum = 0, squares = 0;
      for (auto const& point : points)
        if (point.values[axis] >= edges[bin] && point.values[axis] < edges[bin + 1]) {
          sum += point.weight;
          squares += point.weight * point.weight;
        }
      double const error = std::sqrt(squares);
      auto const exact = integrated_cross_section(sigma, all_observables[axis], edges[bin], edges[bin + 1],
                                                  {.relative_error = 1e-3});
      INFO("observable " << axis << " from " << edges[bin] << " to " << edges[bin + 1] << ": " << exact.value
                         << " fb, Monte Carlo " << sum << " +- " << error);
      double const pull = (sum - exact.value) / std::hypot(error, exact.error);
      CHECK(std::abs(pull) < 4.5);
      chi_squared += pull * pull;
    }
  }
  // the four histograms hold the same points: fewer than 4 bins independent numbers
  CHECK(chi_squared < 4 * static_cast<double>(bins) * 2);
}

/// Integrates d^2 sigma/(dx dy) over y.
template <class S>
double projected(S const& sigma, observed const& x, observable y, inclusive_options const& options) {
  auto const range = range_of(sigma, y);
  double const low = std::log(std::max(range.low, 1e-9 * range.high)), high = std::log(range.high);
  auto const integrand = [&](double u) {
    double const value = std::exp(u);
    return differential_cross_section(sigma, x, {y, value}, options).value *
           (y == observable::log_q2 ? 1 : value);
  };
  std::vector<double> panels;
  for (int i = 0; i <= 6; ++i) panels.push_back(low + (high - low) * i / 6);
  return adaptive_quadrature(integrand, panels, options.relative_error).value;
}

} // namespace

TEST_CASE("distributions integrate to the cross section") {
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, monoenergetic{5.0}, standard_model{}};
  auto const total = inclusive_cross_section(sigma, {.relative_error = 1e-6});
  for (observable const what : all_observables) {
    auto const range = range_of(sigma, what);
    auto const sum = integrated_cross_section(sigma, what, range.low, range.high, {.relative_error = 1e-5});
    INFO("observable " << static_cast<int>(what));
    CHECK(std::abs(sum.value / total.value - 1) < 1e-5);
    CHECK(std::abs(sum.value - total.value) < sum.error + total.error);
  }
}

TEST_CASE("bins add up") {
  Trident const sigma{numu_to_nue_emu{}, proton{}, monoenergetic{5.0}, standard_model{}};
  inclusive_options const options{.relative_error = 1e-4};
  auto const both = integrated_cross_section(sigma, observable::pair_mass, 0.2, 0.8, options);
  auto const low = integrated_cross_section(sigma, observable::pair_mass, 0.2, 0.5, options);
  auto const high = integrated_cross_section(sigma, observable::pair_mass, 0.5, 0.8, options);
  CHECK(std::abs(low.value + high.value - both.value) < low.error + high.error + both.error);
}

TEST_CASE("double distributions project onto single ones") {
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, monoenergetic{5.0}, standard_model{}};
  constexpr std::array values = {0.01, 0.5, 0.5, 0.1}; // of Q2, s, m_ll, T
  inclusive_options const options{.relative_error = 1e-3};
  for (std::size_t x = 0; x < 4; ++x) {
    observed const at{all_observables[x], values[x]};
    double const single = differential_cross_section(sigma, at, options).value;
    for (std::size_t y = 0; y < 4; ++y) {
      if (y == x) continue;
      INFO("observables " << x << " and " << y);
      CHECK(projected(sigma, at, all_observables[y], options) == Approx(single).epsilon(3e-3));
    }
  }
}

TEST_CASE("a Monte Carlo fills the same histograms") {
  SECTION("contact interactions on a proton") {
    compare_histograms(Trident{numu_to_nue_emu{}, proton{}, monoenergetic{5.0}, standard_model{}}, 4);
  }
  SECTION("a light mediator") {
    auto const model = mu_minus_tau({.coupling = 1e-3, .mass = 0.02});
    compare_histograms(Trident{numu_to_numu_mumu{}, argon40{}, monoenergetic{5.0}, model}, 3);
  }
  SECTION("a spectrum") {
    compare_histograms(Trident{numu_to_numu_mumu{}, argon40{}, dune_cdr_reference_numu{}, standard_model{}},
                       4);
  }
}

TEST_CASE("the errors of distributions bound their deviations") {
  Trident const sigma{numu_to_nue_emu{}, proton{}, monoenergetic{40.0}, standard_model{}};
  constexpr std::array values = {0.02, 3.0, 0.6, 0.9}; // of Q2, s, m_ll, T
  for (std::size_t i = 0; i < 4; ++i)
    for (double const tolerance : {1e-3, 1e-5}) {
      observed const at{all_observables[i], values[i]};
      auto const value = differential_cross_section(sigma, at, {.relative_error = tolerance});
      auto const reference = differential_cross_section(sigma, at, {.relative_error = 1e-7});
      INFO("observable " << i << " to " << tolerance);
      CHECK(std::abs(value.value - reference.value) < value.error);
    }
}

TEST_CASE("distributions vanish outside of their range and refuse what makes no sense") {
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, monoenergetic{5.0}, standard_model{}};
  for (observable const what : all_observables) {
    auto const range = range_of(sigma, what);
    CHECK(differential_cross_section(sigma, {what, 1.001 * range.high}).value == 0);
    if (range.low > 0) { CHECK(differential_cross_section(sigma, {what, 0.999 * range.low}).value == 0); }
  }
  CHECK(differential_cross_section(sigma, {observable::s, 1.0}, {observable::pair_mass, 1.1}).value == 0);
  CHECK_THROWS_WITH(differential_cross_section(sigma, {observable::s, -1.0}),
                    containing("positive and finite"));
  CHECK_THROWS_WITH(differential_cross_section(sigma, {observable::s, 1.0}, {observable::s, 2.0}),
                    containing("two different ones"));
  Trident const cold{numu_to_numu_mumu{}, argon40{}, monoenergetic{0.2}, standard_model{}};
  CHECK(differential_cross_section(cold, {observable::s, 1.0}).value == 0);
}
