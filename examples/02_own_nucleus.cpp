// SPDX-License-Identifier: BSL-1.0
// A nucleus of your own: an isotope and a charge density, or any function of Q that is 1 at Q = 0.
#include <cmath>
#include <iostream>

#include <trident/trident.hpp>

using namespace trident;

int main() {
  // caesium-133 as two-parameter Fermi density; rms radius 4.80 fm (Angeli, Marinova, ADNDT 99 (2013) 69)
  isotope const caesium{.symbol = "Cs",
                        .atomic_number = 55,
                        .mass_number = 133,
                        .atomic_mass_u = 132.905451961,
                        .standard_atomic_weight = 132.91};
  two_parameter_fermi const density{.radius = 5.67, .diffuseness = 0.523};
  // the same nucleus with a form factor that is just a function of Q [GeV]
  auto const gaussian = [r = density.rms_radius() / pdg::hbar_c](double q) {
    return std::exp(-q * q * r * r / 6);
  };

  monoenergetic const beam{10.0 * GeV};
  Trident const fermi{numu_to_numu_mumu{}, make_nuclear_target(caesium, density), beam, standard_model{}};
  Trident const gauss{numu_to_numu_mumu{}, make_nuclear_target(caesium, gaussian), beam, standard_model{}};
  auto const a = inclusive_cross_section(fermi), b = inclusive_cross_section(gauss);
  std::cout << "rms radius " << density.rms_radius() << " fm\nFermi density  " << a << "\nGaussian       "
            << b << '\n';
  return a.value > 0 && std::abs(b.value / a.value - 1) < 0.1 ? 0 : 1;
}
