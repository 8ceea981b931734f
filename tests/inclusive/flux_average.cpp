// SPDX-License-Identifier: BSL-1.0

// An average over a histogram is the sum over its bins of integrals over energy.

#include "catch.hpp"

#include <trident/numerics/gauss_legendre.hpp>

#include "configurations.hpp"

using namespace trident;
using namespace trident_test;

namespace {

configuration at(double energy, registry::target_choice const& target) {
  return {channel_with_number(8), target, energy, standard_model{}};
}

/// Integral of sigma(E) dE: E = low + (high - low) v^4 where `low` is the threshold, at which sigma rises with a high power.
double dense(double low, double high, registry::target_choice const& target) {
  auto const& rule = gauss_legendre(16);
  double const threshold = threshold_of(channel_with_number(8), target);
  double const from = std::max(low, threshold);
  double sum = 0;
  for (std::size_t i = 0; i < rule.size(); ++i) {
    double const v = rule.nodes[i];
    double const share = low < threshold ? std::pow(v, 4) : v,
                 slope = low < threshold ? 4 * std::pow(v, 3) : 1;
    sum += rule.weights[i] * slope * (high - from) *
           quadrature(at(from + (high - from) * share, target), precise).value;
  }
  return sum;
}

} // namespace

TEST_CASE("an average over a histogram is exact", "[inclusive]") {
  std::vector<double> const edges = {0.1, 1, 3, 3.5, 8}, densities = {2, 1, 0, 0.3};
  histogram_flux const flux(edges, densities, bin_value::density);
  for (auto const& target : {registry::target_choice(make_nuclear_target(
                                 isotopes::argon_40, default_form_factor(isotopes::argon_40))),
                             registry::target_choice(proton{})}) {
    double expected = 0;
    for (std::size_t bin = 0; bin < densities.size(); ++bin)
      if (densities[bin] > 0) expected += densities[bin] * dense(edges[bin], edges[bin + 1], target);
    auto const ours = quadrature(at(1, target), flux, precise);
    CAPTURE(ours.value, ours.error, expected / flux.integral());
    CHECK(std::abs(ours.value / (expected / flux.integral()) - 1) < 1e-6);
    CHECK(ours.error < 2e-7 * ours.value);
  }
}

TEST_CASE("a narrow bin is one energy, and an edge within a bin changes nothing", "[inclusive]") {
  registry::target_choice const target =
      make_nuclear_target(isotopes::iron_56, default_form_factor(isotopes::iron_56));
  double const one = quadrature(at(5, target), precise).value;
  histogram_flux const narrow({4.9999, 5.0001}, {1}, bin_value::content);
  CHECK(std::abs(quadrature(at(1, target), narrow, precise).value / one - 1) < 1e-6);
  histogram_flux const whole({1, 9}, {1}, bin_value::density),
      parted({1, 2.7, 9}, {1, 1}, bin_value::density);
  double const a = quadrature(at(1, target), whole, precise).value,
               b = quadrature(at(1, target), parted, precise).value;
  CHECK(std::abs(a / b - 1) < 4e-7);
}
