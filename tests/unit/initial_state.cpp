// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <array>
#include <cmath>
#include <span>

#include <trident/flux/initial_state.hpp>
#include <trident/fluxes.hpp>

using namespace trident;

namespace {

/// dN/dE ~ 1/E between 1 and 50 GeV: smooth, not a histogram.
struct falling_spectrum {
  static constexpr std::array<double, 3> limits = {1.0, 7.0, 50.0};
  std::span<double const> edges() const { return limits; }
  double density(double energy) const { return energy < 1 || energy > 50 ? 0 : 1 / energy; }
  double integral() const { return std::log(50.0); }
};

/// Mean of E^power under the draws, by the midpoint rule in u.
template <class Flux>
double mean_power(initial_state<Flux> const& map, int power) {
  constexpr int points = 200000;
  double sum = 0;
  for (int i = 0; i < points; ++i) {
    auto const [energy, measure] = map.draw(std::array{(i + 0.5) / points});
    sum += measure * std::pow(energy, power) / points;
  }
  return sum;
}

} // namespace

TEST_CASE("energies are drawn with the spectrum as their density") {
  falling_spectrum const flux;
  initial_state const above_all(flux, 0.5), above_five(flux, 5.0);
  CHECK(mean_power(above_all, 0) == Approx(1).epsilon(1e-6));
  CHECK(mean_power(above_all, 1) == Approx(49 / std::log(50.0)).epsilon(1e-6));
  CHECK(mean_power(above_five, 0) == Approx(std::log(10.0) / std::log(50.0)).epsilon(1e-6));
  dune_cdr_reference_numu const histogram;
  CHECK(mean_power(initial_state(histogram, 0.0), 0) == Approx(1).epsilon(5e-4));
  CHECK(mean_power(initial_state(histogram, 0.0), 1) == Approx(histogram.mean_energy()).epsilon(5e-4));
}

TEST_CASE("energies stay above threshold and below the end, and know where they came from") {
  dune_cdr_reference_numu const flux;
  initial_state const map(flux, 2.1);
  for (double const u : {0x1p-53, 1e-9, 0.1234, 0.25, 0.5, 0.75, 0.999, 1 - 0x1p-53}) {
    double const energy = map.draw(std::array{u}).energy;
    INFO("u = " << u << ", E = " << energy);
    CHECK(energy >= 2.1);
    CHECK(energy < flux.edges().back());
    CHECK(flux.density(energy) > 0);
    CHECK(map.inverse(energy) == Approx(u).margin(1e-12));
  }
  CHECK(initial_state(flux, 100.0).empty());
  CHECK(initial_state(flux, 100.0).maximum_energy() == 0);
}
