// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <limits>
#include <vector>

#include <trident/model/arguments.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/runtime/models.hpp>
#include <trident/trident.hpp>

#include "catch.hpp"
#include "containing.hpp"

using namespace trident;

namespace {

using limits = std::numeric_limits<double>;

} // namespace

TEST_CASE("a range holds its ends and nothing that is not a number") {
  parameter_range const range{"a number", -2, 3, "GeV", 0.5};
  for (double const inside : {-2.0, 3.0, 0.0, -0.0, 0.5, -0.5, 1.0}) CHECK(range.contains(inside));
  for (double const outside : {-2.1, 3.1, 0.4, -0.4, 1e-300, limits::denorm_min(), limits::quiet_NaN(),
                               limits::infinity(), -limits::infinity(), 1e20})
    CHECK(!range.contains(outside));
  CHECK_THROWS_WITH(checked(4, range),
                    "a number is 4: it must be from -2 to 3 GeV, and 0 or at least 0.5 in size");
  CHECK_THROWS_WITH(checked(4, range, "yours"), containing("yours is 4"));
}

TEST_CASE("no parameter of a model can be so large or small that squares of squares are lost") {
  using option_words = std::vector<std::string>;
  auto const refused = [](std::string const& model, option_words const& parameters,
                          std::string const& value) {
    CHECK_THROWS_WITH(registry::find_model(model, parameters), containing(value) && containing("must be"));
  };
  for (std::string const value : {"1e20", "1e77", "1e154", "1e200", "1e-20", "1e-300", "5e-324", "-1e20"}) {
    refused("LmuLtau", {"--coupling", value, "--mass", "1"}, value);
    refused("LmuLtau", {"--coupling", "1", "--mass", value}, value);
    refused("4F", {"--gV", value, "--gA", "1"}, value);
    refused("4F", {"--gV", "1", "--gA", value}, value);
    refused("Zprime", {"--coupling", "1", "--mass", "1", "--charges", "1,1," + value}, value);
    refused("NSI", {"--epsilon-L", value}, value);
    refused("SMEFT", {"--C-le", value}, value);
  }
  for (std::string const value : {"nan", "inf", "-inf", "1e400", "0x1p3", ""})
    CHECK_THROWS_AS(registry::find_model("4F", {"--gV", value, "--gA", "1"}), input_error);
}

TEST_CASE("cross sections at the ends of all ranges are finite") {
  auto const value = [](double energy, auto const& model) {
    auto const estimate =
        inclusive_cross_section(Trident{numu_to_numu_mumu{}, argon40{}, monoenergetic{energy}, model});
    CHECK(estimate.error < 1e-4 * estimate.value);
    return estimate.value;
  };
  for (double const energy : {5.0, ranges::neutrino_energy.highest}) {
    CHECK(value(energy, standard_model{}) > 0);
    CHECK(value(energy, four_fermion({.g_v = 1e6, .g_a = -1e6})) > 0);
    CHECK(value(energy, four_fermion({.g_v = 1e-12, .g_a = 0})) > 0);
    double const heavy = value(energy, mu_minus_tau({.coupling = 1e-12, .mass = 1e9}));
    CHECK(heavy == Approx(value(energy, standard_model{})).epsilon(1e-4));
    double const light = value(energy, mu_minus_tau({.coupling = 1000, .mass = 1e-9}));
    CHECK(light > heavy);
    CHECK(light < 1e60);
  }
  CHECK_THROWS_WITH(monoenergetic{1e20}, "the neutrino energy is 1e20: it must be from 1e-9 to 1e12 GeV");
}

TEST_CASE("errors of quadratures are bounds up to the highest energy") {
  auto const estimate = [](double energy, double precision) {
    return inclusive_cross_section(
        Trident{numu_to_numu_ee{}, proton{}, monoenergetic{energy}, standard_model{}}, {precision});
  };
  for (double const energy : {1e6, 1e10, ranges::neutrino_energy.highest}) {
    auto const fine = estimate(energy, 1e-6);
    for (double const precision : {1e-1, 1e-2, 1e-3}) {
      auto const rough = estimate(energy, precision);
      INFO(energy << " GeV to " << precision);
      CHECK(std::abs(rough.value - fine.value) < rough.error + fine.error);
    }
  }
}

TEST_CASE("without couplings the cross section is zero") {
  for (double const zero : {0.0, -0.0}) {
    auto const none = inclusive_cross_section(
        Trident{numu_to_numu_mumu{}, argon40{}, monoenergetic{5}, four_fermion({.g_v = zero, .g_a = zero})});
    CHECK(none.value == 0);
    CHECK(none.error == 0);
    CHECK(!none.below_threshold);
  }
}

TEST_CASE("a quadrature ends when it is told to") {
  int asked = 0;
  inclusive_options options;
  options.go_on = [&] { return ++asked < 10; };
  CHECK_THROWS_AS(inclusive_cross_section(
                      Trident{numu_to_numu_mumu{}, argon40{}, monoenergetic{5}, standard_model{}}, options),
                  computation_stopped);
  CHECK(asked == 10);
}
