// SPDX-License-Identifier: BSL-1.0
// expect: trident: this beam has no neutrinos of this flavour
#include <trident/flux/data/ship.hpp>

using namespace trident;

#ifdef TRIDENT_CONTROL
using tested = ship<neutrino::nu_mu>;
#else
using tested = ship<neutrino::nu_tau>;
#endif

int main() { return tested::density(10) > 0 ? 0 : 1; }
