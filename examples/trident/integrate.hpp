// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif

#include <trident/cross_section.hpp>

#include "component.hpp"

namespace trident::program {

/// Points in packs as wide as the machine's registers where the library xsimd is installed, else one by one.
template <class Integrand>
auto fastest(Integrand sigma) {
#if __has_include(<xsimd/xsimd.hpp>)
  return vectorised{std::move(sigma)};
#else
  return sigma;
#endif
}

/// The body of integrate_on for any kind of target: compiles an integrand for each flux and each set of constants.
template <Target N>
component_estimate integrate_for_each_choice(N const& target, configuration const& asked,
                                             vegas_options const& options,
                                             progress_function const& progress) {
  return std::visit(
      [&](auto const& flux, auto constants) -> component_estimate {
        auto const model = registry::resolve(asked.model, asked.process, constants);
        Trident const sigma{asked.process, target, flux, model, constants};
        auto const estimate = integrate(fastest(sigma), options, progress);
        return {estimate, estimate.below_threshold, sigma.threshold()};
      },
      asked.flux, asked.constants);
}

} // namespace trident::program
