// SPDX-License-Identifier: BSL-1.0
// expect: the fourth part must be a model.*for the constants in use
#include <limits>

#include <trident/trident.hpp>

using namespace trident;

struct own_model {
  static vector_axial<double> couplings(numu_to_numu_mumu const&, pdg, double) { return {1, -1}; }
  static double mediator_mass_squared() { return std::numeric_limits<double>::infinity(); }
};

#ifdef TRIDENT_CONTROL
using constants = pdg;
#else
using constants = teg2019;
#endif

int main() {
  return static_cast<int>(Trident<numu_to_numu_mumu, proton, monoenergetic, own_model, constants>::dimension);
}
