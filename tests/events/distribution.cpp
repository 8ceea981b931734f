// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <vector>

#include <trident/event/distribution.hpp>
#include <trident/fluxes.hpp>
#include <trident/quadrature/distribution.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/target/nuclei.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

using namespace trident;
using namespace trident_test;

namespace {

using source_list = std::vector<std::shared_ptr<event_source const>>;

distribution_axis axis(char const* name, double from, double to, int bins) {
  distribution_axis made{find_event_observable(name), {}};
  for (int i = 0; i <= bins; ++i) made.edges.push_back(from + (to - from) * i / bins);
  return made;
}

auto const& dimuons() {
  static Trident const sigma{numu_to_numu_mumu{}, argon40{}, dune_tdr_numu{}, standard_model{}};
  return sigma;
}

source_list dimuon_source() {
  return {make_source(numu_to_numu_mumu{}, argon40{}, dune_tdr_numu{}, scattering_regime::coherent,
                      quick_preparation())};
}

/// By quadrature, with Simpson's rule over a bin in which the integrand is smooth.
double integral_over_mass(double low, double high) {
  constexpr int steps = 8;
  double integral = 0;
  for (int k = 0; k <= steps; ++k) {
    double const weight = k == 0 || k == steps ? 1 : k % 2 == 1 ? 4 : 2;
    observed const at{observable::pair_mass, low + (high - low) * k / steps};
    integral += weight * (high - low) / (3 * steps) *
                differential_cross_section(dimuons(), {at}, {.relative_error = 1e-4}).value;
  }
  return integral;
}

double sum_of(event_distribution const& made) {
  double sum = 0;
  for (auto const& one : made.cells) sum += one.value;
  return sum;
}

} // namespace

TEST_CASE("a distribution of events has the cross section and the shape that quadrature has") {
  auto const sources = dimuon_source();
  distribution_request const request{.axes = {axis("mll", 0.2, 0.8, 12)}};
  auto const made = distribute(sources, request);
  double const exact = inclusive_cross_section(dimuons(), {.relative_error = 1e-5}).value;
  CHECK(std::abs(made.all.value - exact) < 4 * made.all.error);
  CHECK(made.all.error < 1e-3 * exact);
  CHECK(made.passed.value == made.all.value);
  CHECK(made.efficiency.value == 1);
  CHECK(made.efficiency.error == 0);
  CHECK(sum_of(made) == Approx(made.all.value).epsilon(1e-12));
  CHECK(made.cells.front().value == 0); // twice the muon's mass is above 0.2
  // without the first bin, in which there is a threshold
  std::vector<double> integrals;
  for (std::size_t i = 1; i < 12; ++i)
    integrals.push_back(integral_over_mass(request.axes[0].edges[i], request.axes[0].edges[i + 1]));
  constexpr int seeds = 8;
  double mean_square = 0;
  for (int seed = 2; seed < 2 + seeds; ++seed) {
    auto const one = distribute(sources, request, {.seed = static_cast<std::uint64_t>(seed)});
    for (std::size_t i = 1; i < 12; ++i)
      mean_square += std::pow((one.bin(i).value - integrals[i - 1]) / one.bin(i).error, 2) / (11 * seeds);
  }
  // of 88 numbers of variance 1, some of which have tails: 0.21 is one deviation
  CHECK(mean_square > 0.5);
  CHECK(mean_square < 1.9);
}

TEST_CASE("cuts, two axes and all that is outside add up") {
  auto const sources = dimuon_source();
  distribution_options const options{.relative_error = 3e-3};
  auto const cuts = selection::from_text("theta_ll < 20, E_trailing > 0.5");
  auto const one = distribute(sources, {.axes = {axis("E_minus", 1, 5, 4)}, .cuts = cuts}, options);
  auto const two = distribute(
      sources, {.axes = {axis("E_minus", 1, 5, 4), axis("theta_ll", 0, 10, 3)}, .cuts = cuts}, options);
  CHECK(one.passed.value < one.all.value);
  CHECK(one.passed.value == two.passed.value); // the same points
  CHECK(sum_of(one) == Approx(one.passed.value).epsilon(1e-12));
  CHECK(sum_of(two) == Approx(one.passed.value).epsilon(1e-12));
  CHECK(two.outside() > one.outside());
  double row = 0;
  for (std::size_t j = 0; j < two.places(1); ++j) row += two.cells[2 * two.places(1) + j].value;
  CHECK(row == Approx(one.bin(1).value).epsilon(1e-12));
  CHECK(one.efficiency.value == Approx(one.passed.value / one.all.value));
  CHECK(one.efficiency.error < 3e-3);
}

TEST_CASE("a distribution has the same bits for any number of threads") {
  auto const sources = dimuon_source();
  distribution_request const request{.axes = {axis("theta_minus", 0, 30, 10)},
                                     .cuts = selection::from_text("E_minus > 1"),
                                     .resolution = smearing::from_text("E:0.1,theta:2deg")};
  auto const one = distribute(sources, request, {.relative_error = 0.01, .threads = 1});
  auto const three = distribute(sources, request, {.relative_error = 0.01, .threads = 3});
  for (std::size_t c = 0; c < one.cells.size(); ++c) {
    CHECK(one.cells[c].value == three.cells[c].value);
    CHECK(one.cells[c].error == three.cells[c].error);
  }
}

TEST_CASE("smearing has the widths that were asked for") {
  auto const words = smearing::from_text("E_minus:0.3/sqrt(E)+0.04+0.03/E, theta_plus:20mrad");
  trial_source const random(1, 2);
  double e = 0, e2 = 0, angle2 = 0;
  constexpr int count = 20000;
  for (std::uint64_t k = 0; k < count; ++k) {
    event made;
    made.begin({14, 0, {10, 0, 0, 10}}, {1000180400, 37, {37, 0, 0, 0}}, {}, false);
    made.add_product({14, 0, {1, 0, 0, 1}});
    made.add_product({11, 0.000511, {9, 9 * 0.6, 0, 9 * 0.8}});
    made.add_product({-11, 0.000511, {2, 2 * 0.6, 0, 2 * 0.8}});
    words(made, random, {k, 0});
    double const seen = made.lepton_minus().momentum.e / 9 - 1;
    e += seen / count;
    e2 += seen * seen / count;
    CHECK(made.lepton_plus().momentum.e == 2);
    angle2 += std::pow(detail::degrees_between(made.lepton_plus().momentum, {0, 0.6, 0, 0.8}), 2) / count;
  }
  CHECK(std::abs(e) < 4 * std::sqrt(e2 / count));
  double const width = std::hypot(0.3 / 3, 0.04, 0.03 / 9);
  CHECK(std::sqrt(e2) == Approx(width).epsilon(0.02)); // four deviations: 4/sqrt(2 count)
  double const degrees = 20 * 0.18 / 3.14159265;
  CHECK(std::sqrt(angle2) == Approx(std::sqrt(2.0) * degrees).epsilon(0.02));
  for (char const* bad : {"", "E", "E:", "E:-1", "E:x", "mass:1", "theta:1", "theta:99deg", "E_both:0.1"})
    CHECK_THROWS_AS(smearing::from_text(bad), input_error);
}
