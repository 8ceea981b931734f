// SPDX-License-Identifier: BSL-1.0
// Real W bosons: nu_mu O -> mu- W+ X at IceCube's energies, in all regimes, with the energy of the muon. The W decays as it
// likes; its leptonic decays are tridents too, so that cross sections of the two are not to be added.
#include <cstdio>
#include <vector>

#include <trident/base/units.hpp>
#include <trident/flux/flux.hpp>
#include <trident/quadrature/w_production.hpp>
#include <trident/quadrature/w_production_spectrum.hpp>
#include <trident/target/composite.hpp>
#include <trident/target/nuclei.hpp>

using namespace trident;

int main() {
  w_production_channel const process{flavour::muon, false}; // nu_mu -> mu- W+
  std::printf("%s on O16 [fb]\n", process.text().c_str());
  double at_1e5 = 0;
  for (double const energy : {1e4 * GeV, 1e5 * GeV, 1e6 * GeV, 1e8 * GeV}) {
    double sum = 0;
    std::printf("%8.0e GeV:", energy);
    total<oxygen16, by_closure<>>{}.for_each_component([&](auto const& target, double multiplicity) {
      double const part =
          multiplicity *
          w_production_cross_section(process, target, monoenergetic(energy), {.relative_error = 1e-3}).value;
      std::printf(" %11.4e", part);
      sum += part;
    });
    std::printf("  sum %11.4e\n", sum);
    if (energy == 1e5 * GeV) at_1e5 = sum;
  }
  std::vector<double> const edges{0, 1e2, 1e3, 1e4, 3e4, 1e5}; // of the muon's energy [GeV]
  auto const bins = w_production_lepton_energies(process, oxygen16{}, monoenergetic(1e5 * GeV), edges);
  for (std::size_t i = 0; i < bins.size(); ++i)
    std::printf("coherent, %6.0f to %6.0f GeV: %9.1f +- %.1f fb\n", edges[i], edges[i + 1], bins[i].value,
                bins[i].error);
  return at_1e5 > 6.5e4 && at_1e5 < 8e4 ? 0 : 1;
}
