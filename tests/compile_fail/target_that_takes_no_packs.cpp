// SPDX-License-Identifier: BSL-1.0
// expect: this target says takes_packs, but its structure\(\) does not take the packs
#include <limits>

#include <trident/simd.hpp>
#include <trident/trident.hpp>

using namespace trident;

struct point_proton {
  static constexpr bool has_magnetic_structure = false;
#ifndef TRIDENT_CONTROL
  static constexpr bool takes_packs = true;
#endif
  static double mass(pdg) { return pdg::proton_mass; }
  static hadron_structure<double> structure(double, pdg) { return {1, 0}; }
  static double maximum_q2() { return std::numeric_limits<double>::infinity(); }
  static char const* name() { return "point"; }
  static int pdg_code() { return 2212; }
};

int main() {
  Trident const sigma{numu_to_numu_mumu{}, point_proton{}, monoenergetic{5.0}, standard_model{}};
  return integrate(vectorised{sigma}).value > 0 ? 0 : 1;
}
