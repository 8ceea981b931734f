// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/event/cross_section_source.hpp>

#include "events_source.hpp"
#include "integrate.hpp"

namespace trident::program {

/// The body of make_source for any kind of target: compiles an integrand for each flux and each set of constants.
template <Target N>
shared_source source_for_each_choice(N const& target, configuration const& asked,
                                     source_description const& description,
                                     preparation_options const& options) {
  return std::visit(
      [&](auto const& flux, auto constants) -> shared_source {
        auto const model = registry::resolve(asked.model, asked.process, constants);
        auto const sigma = fastest(Trident{asked.process, target, flux, model, constants});
        if (sigma.below_threshold()) return nullptr;
        return std::make_shared<cross_section_source<std::remove_const_t<decltype(sigma)>>>(
            sigma, description, options);
      },
      asked.flux, asked.constants);
}

} // namespace trident::program
