// SPDX-License-Identifier: BSL-1.0
// expect: an energy scan takes elastic targets; a continuum has its own, continuum_scan
#include <trident/quadrature/data/structure_mumu.hpp>
#include <trident/quadrature/energy_scan.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/trident.hpp>

using namespace trident;

int main() {
  Trident const sigma{numu_to_numu_mumu{}, proton{}, monoenergetic{5.0}, standard_model{}};
  energy_scan const scan(sigma, structure_mumu, 10);
#ifdef TRIDENT_CONTROL
  return scan(proton{}, 5.0).value > 0 ? 0 : 1;
#else
  return scan(inelastic_proton{}, 5.0).value > 0 ? 0 : 1;
#endif
}
