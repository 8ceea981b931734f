// SPDX-License-Identifier: BSL-1.0
// expect: trident: this channel violates lepton flavour
#include <trident/physics/process.hpp>

using namespace trident;

#ifdef TRIDENT_CONTROL
using tested = process<nu_mu, nu_e, muon, positron>;
#else
using tested = process<nu_mu, nu_mu, muon, positron>;
#endif

int main() { return tested::is_antineutrino ? 1 : 0; }
