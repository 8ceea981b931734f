// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/cross_section.hpp>

#include "component.hpp"

namespace trident::program {

/// The body of integrate_on for any kind of target: compiles an integrand for each flux and each set of constants.
template <Target N>
component_estimate integrate_for_each_choice(N const& target, configuration const& asked,
                                             vegas_options const& options,
                                             progress_function const& progress) {
  return std::visit(
      [&](auto const& flux, auto constants) -> component_estimate {
        auto const model = registry::resolve(asked.model, asked.process, constants);
        Trident const sigma{asked.process, target, flux, model, constants};
        auto const estimate = integrate(sigma, options, progress);
        return {estimate, estimate.below_threshold, sigma.threshold()};
      },
      asked.flux, asked.constants);
}

} // namespace trident::program
