// SPDX-License-Identifier: BSL-1.0
// Events at DUNE per tonne of argon and year, with the errors of theory: a detector of the catalogue, its own mass and
// exposure replaced.
#include <cstdio>
#include <string>

#include <trident/base/units.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/rates/tabulated_cross_sections.hpp>

using namespace trident;

int main() {
  auto const& dune = find_detector("dune-nd");
  exposed_target target = expose(dune, find_mode(dune, "fhc")); // neutrino mode
  target.mass_tonnes = 1;
  target.exposure = 1.1e21; // protons on target of a year
  tabulated_cross_sections sections(120 * GeV);
  auto const rates =
      event_rates(target, {numu_to_numu_mumu{}, numu_to_numu_ee{}, numu_to_nue_emu{}}, {},
                  [&](channel const& process, rate_component const& part, histogram_flux const& spectrum) {
                    return sections(process, resolve(standard_model{}, process, pdg{}), part, spectrum);
                  });
  for (auto const& one : rates)
    std::printf("%-24s %-10s %7.3f +- %.3f\n", one.process.text().c_str(),
                std::string(text(one.kind)).c_str(), one.events, one.theory.total());
  double const dimuons = rates.front().events; // 1.17 +- 0.07 in arXiv:1902.06765
  return dimuons > 1.10 && dimuons < 1.24 ? 0 : 1;
}
