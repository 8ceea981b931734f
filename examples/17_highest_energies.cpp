// SPDX-License-Identifier: BSL-1.0
// W and Z as particles: the full electroweak amplitude against contact interactions, and real W bosons.
#include <iostream>

#include <trident/electroweak.hpp>
#include <trident/trident.hpp>

using namespace trident;

int main() {
  constexpr auto process = numu_to_nue_emu{};
  inclusive_options const precision{.relative_error = 1e-3};
  std::cout << process.text() << " on argon, coherent [fb]\n";
  for (double const energy : {100.0 * GeV, 10e3 * GeV, 100e3 * GeV}) {
    monoenergetic const beam{energy};
    auto const contact =
        inclusive_cross_section(Trident{process, argon40{}, beam, standard_model{}}, precision);
    auto const full = inclusive_cross_section(
        Trident{process, argon40{}, beam, full_electroweak{standard_model{}}}, precision);
    auto const real_w =
        w_production_cross_section({flavour::muon, false}, argon40{}, beam, precision); // with all decays
    std::cout << energy / GeV << " GeV: contact " << contact.value << ", full " << full.value << " +- "
              << full.error << ", of " << real_w.value << " with a real W\n";
  }
}
