// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include "configuration.hpp"

namespace trident::program {

/// What the propagators of W and Z would change, where that is more than half a percent: a line for the user, or none.
/// Nothing is computed for neutrinos below 100 GeV, where it is less even on a proton: it grows with energy, and for
/// nu_mu -> nu_mu mu+ mu- the W's 1.1 % at 300 GeV are the most. As cross sections grow with energy too, the energy of a
/// spectrum is here the mean over neutrinos that are weighted by theirs.
std::vector<std::string> validity_notes(configuration const& asked);

/// Whether that has to be computed.
bool may_feel_propagators(configuration const& asked);

} // namespace trident::program
