// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"

#include <array>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <trident/base/units.hpp>
#include <trident/flux/flux.hpp>

using namespace trident;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct power_law {
  static constexpr std::array<double, 3> limits = {1, 10, 100};
  std::span<double const> edges() const { return limits; }
  double density(double energy) const { return energy < 1 || energy > 100 ? 0 : 1 / (energy * energy); }
  double integral() const { return 1 - 1 / 100.0; }
};

struct no_density {
  std::span<double const> edges() const { return power_law::limits; }
  double integral() const { return 1; }
};

struct no_edges {
  double density(double) const { return 1; }
  double integral() const { return 1; }
};

static_assert(FixedEnergy<monoenergetic> && Flux<monoenergetic> && !Spectrum<monoenergetic>);
static_assert(Spectrum<histogram_flux> && Flux<histogram_flux> && !FixedEnergy<histogram_flux>);
static_assert(Spectrum<power_law> && Flux<power_law>);
static_assert(!Flux<no_density> && !Flux<no_edges> && !Flux<double>);
static_assert(monoenergetic{5.0 * GeV}.energy() == 5.0);
static_assert(!std::is_convertible_v<double, monoenergetic>,
              "an energy without a unit is no flux by accident");

void make(std::vector<double> edges, std::vector<double> values) {
  histogram_flux(std::move(edges), std::move(values), bin_value::density, {.name = "mine"});
}

} // namespace

TEST_CASE("a fixed energy is finite and positive") {
  CHECK(monoenergetic{500 * MeV}.energy() == Approx(0.5));
  CHECK_THROWS_WITH(monoenergetic{-1}, "the neutrino energy is -1: it must be from 1e-9 to 1e12 GeV");
  CHECK_THROWS_WITH(monoenergetic{0}, "the neutrino energy is 0: it must be from 1e-9 to 1e12 GeV");
  CHECK_THROWS_WITH(monoenergetic{not_a_number},
                    "the neutrino energy is nan: it must be from 1e-9 to 1e12 GeV");
  CHECK_THROWS_WITH(monoenergetic{infinity}, "the neutrino energy is inf: it must be from 1e-9 to 1e12 GeV");
}

TEST_CASE("a histogram of densities, with bins of different widths") {
  histogram_flux const flux({1, 2, 4, 8}, {3, 0, 1}, bin_value::density, {.flavour = neutrino::nu_mu});
  CHECK(flux.integral() == Approx(7));
  CHECK(flux.mean_energy() == Approx((3 * 1.5 + 4 * 6) / 7));
  CHECK(flux.flavour() == neutrino::nu_mu);
  CHECK(flux.normalisation() == flux_normalisation::shape);
  REQUIRE(flux.edges().size() == 4);
  CHECK(flux.edges()[3] == 8);
}

TEST_CASE("a bin owns its lower edge, the last its upper edge too, and outside there is nothing") {
  histogram_flux const flux({1, 2, 4, 8}, {3, 2, 1}, bin_value::density);
  CHECK(flux.density(0.999) == 0);
  CHECK(flux.density(1) == 3);
  CHECK(flux.density(1.999) == 3);
  CHECK(flux.density(2) == 2);
  CHECK(flux.density(4) == 1);
  CHECK(flux.density(8) == 1);
  CHECK(flux.density(8.001) == 0);
  CHECK(flux.density(not_a_number) == 0);
}

TEST_CASE("contents of bins are densities times widths") {
  histogram_flux const densities({0, 0.5, 2}, {4, 2}, bin_value::density);
  histogram_flux const contents({0, 0.5, 2}, {2, 3}, bin_value::content);
  for (double const energy : {0.0, 0.2, 0.5, 1.9, 2.0})
    CHECK(contents.density(energy) == Approx(densities.density(energy)));
  CHECK(contents.integral() == Approx(densities.integral()));
  CHECK(contents.mean_energy() == Approx(densities.mean_energy()));
}

TEST_CASE("a histogram refuses what is no spectrum") {
  CHECK_THROWS_WITH(make({1}, {}), "flux \"mine\": it has no bins; at least one is needed");
  CHECK_THROWS_WITH(make({1, 2}, {1, 2}),
                    "flux \"mine\": 2 edges for 2 bins; there must be one edge more than bins");
  CHECK_THROWS_WITH(make({-1, 2}, {1}),
                    "flux \"mine\": lower edge -1 GeV of bin 1; edges must not be negative");
  CHECK_THROWS_WITH(make({not_a_number, 2}, {1}),
                    "flux \"mine\": lower edge nan GeV of bin 1; edges must not be negative");
  CHECK_THROWS_WITH(
      make({0, 2, 1.5}, {1, 1}),
      "flux \"mine\": bin 2 ends at 1.5 GeV; it must end at a finite energy above its start 2 GeV");
  CHECK_THROWS_WITH(
      make({0, 2, infinity}, {1, 1}),
      "flux \"mine\": bin 2 ends at inf GeV; it must end at a finite energy above its start 2 GeV");
  CHECK_THROWS_WITH(make({0, 1, 2}, {1, -3}),
                    "flux \"mine\": value -3 in bin 2; values must be finite and not negative");
  CHECK_THROWS_WITH(make({0, 1, 2}, {not_a_number, 3}),
                    "flux \"mine\": value nan in bin 1; values must be finite and not negative");
  CHECK_THROWS_WITH(make({0, 1, 2}, {0, 0}), "flux \"mine\": all bins are 0; at least one must be positive");
  CHECK_THROWS_AS(make({0, 1, 2}, {0, 0}), input_error);
}
