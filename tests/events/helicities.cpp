// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cmath>
#include <vector>

#include <trident/event/event_amplitude.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/local_fermi_gas.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "channels.hpp"
#include "event_samples.hpp"

// The helicities that events carry, drawn from the amplitude: against the probabilities at the momenta of the events
// themselves, and against what the chirality of the weak current leaves at high energy.

using namespace trident;
using namespace trident_test;

namespace {

template <Target N>
std::vector<event> events_on(channel const& process, N const& target, scattering_regime regime, double energy,
                             std::size_t count) {
  event_generator const generator(
      {make_source(process, target, monoenergetic{energy}, regime, quick_preparation())}, 1);
  std::vector<event> events;
  generator.generate(0, count, events);
  return events;
}

lepton_helicities helicities_of(event const& e) {
  return {e.lepton_minus().helicity, e.lepton_plus().helicity};
}

/// Of the numbers drawn of each pair against the sum of their probabilities, over the variance.
double chi2_of(std::vector<event> const& events, channel const& process) {
  std::array<double, 4> drawn{}, expected{}, variance{};
  for (auto const& e : events) {
    drawn[helicity_squares::place(helicities_of(e))] += 1;
    contact_current<channel, standard_model> const current(process, {});
    auto const squares = event_amplitude(e, pdg{}).helicities(current, process);
    for (std::size_t i = 0; i < 4; ++i) {
      double const share = squares.values[i] / squares.sum();
      expected[i] += share;
      variance[i] += share * (1 - share);
    }
  }
  double sum = 0;
  for (std::size_t i = 0; i < 4; ++i) sum += std::pow(drawn[i] - expected[i], 2) / std::max(variance[i], 1.0);
  return sum;
}

constexpr double unlikely = 20; // of 3 to 4 degrees of freedom: 5e-4 at most

} // namespace

TEST_CASE("helicities are drawn from the amplitude, for each structure of a target") {
  using enum scattering_regime;
  for (int const number : {8, 9, 11, 14, 18}) {
    auto const process = channel_with_number(number);
    INFO(process.text());
    CHECK(chi2_of(events_on(process, argon40{}, coherent, 60, 4000), process) < unlikely);
    CHECK(chi2_of(events_on(process, proton{}, quasi_elastic, 60, 4000), process) < unlikely);
    CHECK(chi2_of(events_on(process, inelastic_neutron{}, inelastic, 60, 1000), process) < unlikely);
  }
}

TEST_CASE("helicities are drawn from the amplitude on nucleons that move in a nucleus") {
  for (auto const& process : {channel(numu_to_numu_mumu{}), channel(antinumu_to_antinutau_mutau{})})
    CHECK(chi2_of(events_on(process, local_fermi_gas_nucleon<true>(isotopes::argon_40),
                            scattering_regime::quasi_elastic, 40, 1000),
                  process) < unlikely);
}
