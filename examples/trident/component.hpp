// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>

#include <trident/mc/options.hpp>
#include <trident/mc/progress.hpp>
#include <trident/mc/result.hpp>
#include <trident/registry/targets.hpp>

#include "configuration.hpp"

// The library compiles an integrand for each combination of types. The program would drown in them (30 channels, 18
// nuclei, seven form factors, 16 spectra, four models), and needs few: what only changes numbers is a value here, the
// channel, the nucleus with its form factor, the nucleon, the histogram and the resolved model. Left as types are the spin
// of the target, fixed energy or spectrum, and the two sets of constants: 8 integrands, a file for each spin so that they
// are compiled side by side.

namespace trident::program {

/// Told of the progress; false cancels.
using progress_function = std::function<bool(progress_report const&)>;

/// Cross section on one component [fb].
struct component_estimate : integral_estimate {
  bool below_threshold = false; ///< of all neutrinos: the value is exactly zero
  double threshold = 0;         ///< smallest neutrino energy [GeV]
};

component_estimate integrate_on(nuclear_target const&, configuration const&, vegas_options const&,
                                progress_function const&);
component_estimate integrate_on(proton const&, configuration const&, vegas_options const&,
                                progress_function const&);
component_estimate integrate_on(neutron const&, configuration const&, vegas_options const&,
                                progress_function const&);
component_estimate integrate_on(free_proton<> const&, configuration const&, vegas_options const&,
                                progress_function const&);

} // namespace trident::program
