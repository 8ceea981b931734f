// SPDX-License-Identifier: BSL-1.0
// Unweighted events: the mean energy of the muon, with the same spectrum of neutrinos that the cross section has.
#include <cmath>
#include <iostream>

#include <trident/event/for_each_event.hpp>
#include <trident/fluxes.hpp>
#include <trident/trident.hpp>

using namespace trident;

int main() {
  constexpr auto process = numu_to_nue_emu{};
  Trident const sigma{process, argon40{}, dune_tdr_numu{}, standard_model{}};
  source_description const what = {process, scattering_regime::coherent, argon40::pdg_code(), 1, {}};
  event_generator const generator({make_event_source(sigma, what)}, 1);
  std::vector<event> events;
  auto const statistics =
      generator.generate(0, 10'000, events); // event k is the same whatever comes before it
  double muon = 0, positron = 0;
  for (auto const& e : events) {
    muon += e.weight * e.lepton_minus().momentum.e / statistics.sum_of_weights;
    positron += e.weight * e.lepton_plus().momentum.e / statistics.sum_of_weights;
  }
  std::cout << process.text() << ": " << events.size() << " events, efficiency " << statistics.efficiency()
            << "\nmean energies: mu- " << muon << " GeV, e+ " << positron << " GeV\n";
  return muon > positron && statistics.efficiency() > 0.2 ? 0 : 1;
}
