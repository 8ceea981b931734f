// SPDX-License-Identifier: BSL-1.0
// expect: must be a model of this channel
#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nucleon.hpp>

using namespace trident;

#ifdef TRIDENT_CONTROL
using model = standard_model;
#else
struct model {
  double mediator_mass_squared() const { return 1; } // and no couplings
};
#endif

using configuration = Trident<numu_to_numu_mumu, proton, monoenergetic, model>;

int main() { return static_cast<int>(configuration::dimension); }
