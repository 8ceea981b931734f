// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include <trident/flux/flux.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "channels.hpp"
#include "event_samples.hpp"

// Every event conserves four-momentum and has its particles on their mass shells, to rounding: a few units in the last
// place of the largest number in the sum, and of E^2 for masses.

using namespace trident;
using namespace trident_test;

namespace {

constexpr double rounding = 1e-13;

bool finite(four_momentum const& p) {
  return std::isfinite(p.e) && std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
}

void check_shell(particle const& p) {
  REQUIRE(finite(p.momentum));
  double const e = p.momentum.e;
  REQUIRE(e > 0);
  REQUIRE(std::abs(dot(p.momentum, p.momentum) - p.mass * p.mass) < rounding * e * e);
}

void check(event const& e) {
  for (auto const* p : {&e.neutrino_in(), &e.target(), &e.struck(), &e.neutrino_out(), &e.lepton_minus(),
                        &e.lepton_plus(), &e.recoil()})
    check_shell(*p);
  auto sum = e.neutrino_in().momentum + e.target().momentum;
  double const scale = sum.e;
  for (auto const* p : {&e.neutrino_out(), &e.lepton_minus(), &e.lepton_plus(), &e.recoil()})
    sum = sum - p->momentum;
  if (e.regime == scattering_regime::quasi_elastic) sum = sum - e.remnant()->momentum;
  for (double const left : {sum.e, sum.x, sum.y, sum.z}) REQUIRE(std::abs(left) < rounding * scale);
  REQUIRE(e.weight >= 1);
  REQUIRE(e.attempts >= 1);
  // the invariants that an event carries are those of its momenta
  auto const pair = e.lepton_minus().momentum + e.lepton_plus().momentum;
  double const e2 = e.neutrino_in().momentum.e * e.neutrino_in().momentum.e;
  REQUIRE(std::abs(dot(pair, pair) - e.pair_mass_squared) < 1e-12 * e2);
}

template <Target N>
void check_target(channel const& process, N const& target, scattering_regime kind) {
  double const threshold = threshold_energy(
      lepton_mass<pdg>(process.minus_family) + lepton_mass<pdg>(process.plus_family), target.mass(pdg{}));
  for (double const energy : {1.001 * threshold, 2 * threshold, 20 * threshold, 1e6}) {
    INFO(process.text() << " on " << target.name() << " at " << energy << " GeV");
    event_generator const generator(
        {make_source(process, target, monoenergetic{energy}, kind, quick_preparation())}, 1);
    std::vector<event> events;
    generator.generate(0, 100, events);
    REQUIRE(events.size() == 100);
    for (auto const& one : events) {
      check(one);
      REQUIRE(one.neutrino_in().momentum.e == energy);
      REQUIRE(one.process_number == process.number);
    }
  }
}

} // namespace

TEST_CASE("conservation and mass shells: every channel on nuclei") {
  for (auto const& process : all_channels()) check_target(process, argon40{}, scattering_regime::coherent);
}

TEST_CASE("conservation and mass shells: every channel on nucleons") {
  for (auto const& process : all_channels()) {
    check_target(process, proton{}, scattering_regime::quasi_elastic);
    check_target(process, neutron{}, scattering_regime::quasi_elastic);
    check_target(process, free_proton<>{}, scattering_regime::free_nucleon);
  }
}

TEST_CASE("below threshold there are no events") {
  CHECK_THROWS_AS(make_source(numu_to_numu_mumu{}, argon40{}, monoenergetic{0.2}, scattering_regime::coherent,
                              quick_preparation()),
                  input_error);
}
