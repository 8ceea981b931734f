// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>

#include <trident/cross_section.hpp>
#include <trident/registry/targets.hpp>

#include "configuration.hpp"

// The library compiles an integrand for each combination of types. The program would drown in them (30 channels, 18
// nuclei, seven form factors, 16 spectra, four models), and needs few: what only changes numbers is a value here, the
// channel, the nucleus with its form factor, the histogram and the resolved model. Left as types are the four kinds of
// target, fixed energy or spectrum, and the two sets of constants: 16 integrands, a file for each kind of target so that
// they are compiled side by side. Measured, a point costs the same as with everything in types to within a few per cent.

namespace trident::program {

/// Told of the progress; false cancels.
using progress_function = std::function<bool(progress_report const&)>;

struct component_estimate {
  cross_section_estimate estimate;
  double threshold = 0; ///< smallest neutrino energy [GeV]
};

/// Cross section on one component.
component_estimate integrate_on(nuclear_target const&, configuration const&, vegas_options const&,
                                progress_function const&);
component_estimate integrate_on(proton const&, configuration const&, vegas_options const&,
                                progress_function const&);
component_estimate integrate_on(neutron const&, configuration const&, vegas_options const&,
                                progress_function const&);
component_estimate integrate_on(free_proton<> const&, configuration const&, vegas_options const&,
                                progress_function const&);

/// The body of all of them.
template <Target N>
component_estimate integrate_for_each_choice(N const& target, configuration const& asked,
                                             vegas_options const& options,
                                             progress_function const& progress) {
  return std::visit(
      [&](auto const& flux, auto constants) -> component_estimate {
        auto const model = registry::resolve(asked.model, asked.process, constants);
        Trident const sigma{asked.process, target, flux, model, constants};
        return {integrate(sigma, options, progress), sigma.threshold()};
      },
      asked.flux, asked.constants);
}

} // namespace trident::program
