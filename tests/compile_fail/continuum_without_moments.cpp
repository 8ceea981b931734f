// SPDX-License-Identifier: BSL-1.0
// expect: a continuum response has structure\(nu, Q2, constants\)
#include <trident/trident.hpp>

using namespace trident;

struct continuum {
  static constexpr auto kind = response_kind::continuum;
  static double mass(pdg) { return 1; }
  static hadron_structure<double> structure(double, double, pdg) { return {1, 1}; }
  static energy_transfer_line lowest_energy_transfer(pdg) { return {0.1, 1}; }
  static energy_transfer_draw<double> draw(double u, double, double largest, pdg) {
    return {u * largest, largest};
  }
#ifdef TRIDENT_CONTROL
  static response_moments moments(double, double, pdg) { return {}; }
#endif
  static double maximum_q2() { return 1; }
  static char const* name() { return "own"; }
  static int pdg_code() { return 2212; }
};

int main() {
  return static_cast<int>(Trident<numu_to_numu_mumu, continuum, monoenergetic, standard_model>::dimension);
}
