// SPDX-License-Identifier: BSL-1.0
// Distributions of continua: their integrals are the cross section, bins are integrals, and means are those of an
// independent program.
#include <cmath>
#include <span>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/numerics/adaptive_quadrature.hpp>
#include <trident/quadrature/continuum_distribution.hpp>
#include <trident/quadrature/data/structure_mumu.hpp>
#include <trident/target/fermi_gas.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/trident.hpp>

#include "catch.hpp"

using namespace trident;

namespace {

inclusive_options const to_one_in_ten_thousand{.relative_error = 1e-4};

/// Integral of value^power d sigma/d value over all values, in the logarithm.
template <class S>
double integral_over(S const& sigma, observable what, double from, double to, int power = 0) {
  auto const density = [&](double log_value) {
    double const value = std::exp(log_value);
    double const here =
        differential_cross_section(sigma, structure_mumu, {{what, value}}, to_one_in_ten_thousand).value;
    return here * (what == observable::log_q2 ? 1 : value) * std::pow(value, power);
  };
  double const a = std::log(from), b = std::log(to);
  std::vector<double> const panels{a, a + (b - a) / 4, a + (b - a) / 2, b};
  return adaptive_quadrature(density, panels, 3e-4, 12).value;
}

constexpr observable of_hadrons[] = {observable::energy_transfer, observable::hadronic_mass,
                                     observable::bjorken_x, observable::momentum_transfer};

} // namespace

TEST_CASE("Distributions of a continuum integrate to the cross section", "[continuum]") {
  Trident const sigma{numu_to_numu_mumu{}, fermi_gas_nucleon<true>{0.235, 0.02}, monoenergetic{5.0},
                      standard_model{}};
  double const total = inclusive_cross_section(sigma, to_one_in_ten_thousand).value;
  for (auto const what : {observable::log_q2, observable::energy_transfer, observable::hadronic_mass,
                          observable::bjorken_x, observable::momentum_transfer}) {
    CAPTURE(static_cast<int>(what));
    auto const range = range_of(sigma, what);
    REQUIRE(range.low < range.high);
    // W^2 of a nucleon that moves may be below 0
    double const low = what == observable::hadronic_mass ? std::fmax(range.low, 0.05) : range.low;
    CHECK(integral_over(sigma, what, low, range.high) == Approx(total).epsilon(2e-3));
    CHECK(differential_cross_section(sigma, structure_mumu, {{what, 1.2 * range.high}}).value == 0);
  }
}

TEST_CASE("Bins of a continuum add up, and are integrals of its distributions", "[continuum]") {
  histogram_flux const beam({2, 5, 20}, {3, 1}, bin_value::density);
  Trident const sigma{numu_to_numu_mumu{}, inelastic_proton{}, beam, standard_model{}};
  double const total = inclusive_cross_section(sigma, to_one_in_ten_thousand).value;
  for (auto const what : of_hadrons) {
    CAPTURE(static_cast<int>(what));
    auto const range = range_of(sigma, what);
    double const middle = what == observable::hadronic_mass ? 1.5 : std::sqrt(range.low * range.high);
    double const end = std::sqrt(middle * range.high);
    auto const below = integrated_cross_section(sigma, what, 0.5 * range.low, middle, to_one_in_ten_thousand);
    auto const between = integrated_cross_section(sigma, what, middle, end, to_one_in_ten_thousand);
    auto const above = integrated_cross_section(sigma, what, end, 2 * range.high, to_one_in_ten_thousand);
    CHECK(below.value + between.value + above.value == Approx(total).epsilon(3e-4));
    CHECK(integral_over(sigma, what, middle, end) == Approx(between.value).epsilon(2e-3));
  }
  auto const q2 = range_of(sigma, observable::log_q2);
  auto const bin = integrated_cross_section(sigma, observable::log_q2, 0.1, 1, to_one_in_ten_thousand);
  CHECK(bin.value == Approx(integral_over(sigma, observable::log_q2, 0.1, 1)).epsilon(2e-3));
  double const below =
      integrated_cross_section(sigma, observable::log_q2, q2.low / 2, 0.1, to_one_in_ten_thousand).value;
  double const above =
      integrated_cross_section(sigma, observable::log_q2, 1, 2 * q2.high, to_one_in_ten_thousand).value;
  CHECK(below + bin.value + above == Approx(total).epsilon(3e-4));
}

TEST_CASE("Two observables of a continuum: ln Q2 and one of the hadrons", "[continuum]") {
  Trident const sigma{numu_to_numu_mumu{}, inelastic_neutron{}, monoenergetic{20.0}, standard_model{}};
  double const w = 1.6;
  auto const along =
      differential_cross_section(sigma, {observable::hadronic_mass, w}, to_one_in_ten_thousand);
  auto const both = [&](double log_q2) {
    return differential_cross_section(
               sigma, structure_mumu,
               {{observable::log_q2, std::exp(log_q2)}, {observable::hadronic_mass, w}},
               to_one_in_ten_thousand)
        .value;
  };
  auto const sum =
      adaptive_quadrature(both, {-14.0, -5.0, -1.0, std::log(0.5), 1.0, std::log(8.0), 4.0}, 1e-3, 20);
  CHECK(sum.value == Approx(along.value).epsilon(2e-3));
  auto const tabulated = differential_cross_section(sigma, structure_mumu, {{observable::hadronic_mass, w}},
                                                    to_one_in_ten_thousand);
  CHECK(std::abs(tabulated.value - along.value) < tabulated.error + along.error);
  CHECK_THROWS_AS(differential_cross_section(sigma, std::vector<observed>{{observable::hadronic_mass, 2},
                                                                          {observable::energy_transfer, 2}}),
                  input_error);
  CHECK_THROWS_AS(differential_cross_section(sigma, {observable::pair_mass, 1}), input_error);
}
