// SPDX-License-Identifier: BSL-1.0
// expect: the second part must be a target
#include <trident/cross_section/integrand.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nucleon.hpp>

using namespace trident;

#ifdef TRIDENT_CONTROL
using target = proton;
#else
struct target {
  static constexpr target_spin spin = target_spin::zero; // and no mass, no structure functions
};
#endif

using configuration = Trident<numu_to_numu_mumu, target, monoenergetic, standard_model>;

int main() { return static_cast<int>(configuration::dimension); }
