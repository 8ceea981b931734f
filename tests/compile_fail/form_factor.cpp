// SPDX-License-Identifier: BSL-1.0
// expect: trident: the tables have no form factor of this kind for this nuclide
#include <trident/target/nuclei.hpp>

using namespace trident;

#ifdef TRIDENT_CONTROL
using tested = standard_nucleus<isotopes::argon_40, form_factor_kind::fourier_bessel>;
#else
using tested = standard_nucleus<isotopes::argon_40, form_factor_kind::three_parameter_gauss>;
#endif

int main() { return tested{}.pdg_code() == 0 ? 1 : 0; }
