// SPDX-License-Identifier: BSL-1.0
// expect: the second part must be a target.*for the constants in use
#include <limits>

#include <trident/trident.hpp>

using namespace trident;

/// Knows one set of constants alone.
struct point_proton {
  static constexpr bool has_magnetic_structure = false;
  static double mass(pdg) { return pdg::proton_mass; }
  static hadron_structure<double> structure(double, pdg) { return {1, 0}; }
  static double maximum_q2() { return std::numeric_limits<double>::infinity(); }
  static char const* name() { return "point"; }
  static int pdg_code() { return 2212; }
};

#ifdef TRIDENT_CONTROL
using constants = pdg;
#else
using constants = teg2019;
#endif

int main() {
  return static_cast<int>(
      Trident<numu_to_numu_mumu, point_proton, monoenergetic, standard_model, constants>::dimension);
}
