// SPDX-License-Identifier: BSL-1.0
// Cross sections over energy as comma-separated values: microseconds each, from the tabulated structure functions of
// muon pairs, which serve all targets.
#include <cmath>
#include <fstream>
#include <iostream>

#include <trident/quadrature/data/structure_mumu.hpp>
#include <trident/quadrature/energy_scan.hpp>
#include <trident/trident.hpp>

using namespace trident;

int main(int argc, char** argv) {
  std::ofstream file;
  if (argc > 1) file.open(argv[1]);
  std::ostream& out = argc > 1 ? file : std::cout;

  constexpr double highest = 1000 * GeV;
  argon40 const argon;
  Trident const sigma{numu_to_numu_mumu{}, argon, monoenergetic{highest}, standard_model{}};
  energy_scan const scan(sigma, structure_mumu, highest);
  out << "energy_GeV,coherent_fb,protons_fb,neutrons_fb\n";
  constexpr int points = 30;
  for (int i = 0; i <= points; ++i) {
    double const energy = highest * std::pow(2e-3, 1 - double(i) / points);
    out << energy << ',' << scan(argon, energy).value << ',' << 18 * scan(proton{}, energy).value << ','
        << 22 * scan(neutron{}, energy).value << '\n';
  }
  double const at_once = inclusive_cross_section(sigma).value; // the same without tables
  return out.flush() && std::abs(scan(argon, highest).value / at_once - 1) < 1e-4 ? 0 : 1;
}
