// SPDX-License-Identifier: BSL-1.0
// Taus of events with what a decay library needs of them: momentum, helicity, direction of the spin.
#include <array>
#include <iostream>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/event/for_each_event.hpp>
#include <trident/fluxes.hpp>
#include <trident/trident.hpp>

using namespace trident;

/// In the rest frame of the lepton, whose axes are those of the laboratory: twice the mean spin of a helicity.
std::array<double, 3> polarisation(particle const& lepton) {
  auto const& p = lepton.momentum;
  double const f = lepton.helicity / p.momentum();
  return {f * p.x, f * p.y, f * p.z};
}

/// Mean helicity of the tau+ of nu_mu -> nu_tau tau+ mu- on argon as a whole.
template <class Flux, class Model>
double tau_polarisation(Flux const& flux, Model const& model) {
  constexpr auto process = numu_to_nutau_taumu{};
  Trident const sigma{process, argon40{}, flux, model};
  source_description const what = {process, scattering_regime::coherent, argon40::pdg_code(), 1, {}};
  event_generator const generator({make_event_source(sigma, what)}, 1);
  std::vector<event> events;
  auto const statistics = generator.generate(0, 4000, events);
  double sum = 0;
  for (auto const& e : events) sum += e.weight * e.lepton_plus().helicity;
  auto const& tau = events.front().lepton_plus();
  auto const spin = polarisation(tau);
  std::cout << "first tau+: " << tau.momentum.e << " GeV, polarisation (" << spin[0] << ", " << spin[1]
            << ", " << spin[2] << ")\n";
  return sum / statistics.sum_of_weights;
}

int main() {
  double const dune = tau_polarisation(dune_tdr_numu{}, standard_model{});
  double const lhc = tau_polarisation(fasernu<neutrino::nu_mu>{}, full_electroweak{standard_model{}});
  std::cout << "mean helicity of tau+: " << dune << " over DUNE's spectrum, " << lhc << " over FASERnu's\n";
  return dune < -0.6 && lhc > 0.1 ? 0 : 1;
}
