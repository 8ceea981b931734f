// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <variant>
#include <vector>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/runtime/component_body.hpp>

namespace trident::runtime {

/// The body of make_electroweak_integrands for any kind of target: compiles an integrand for each flux.
template <Target N>
std::vector<component_integrand> make_electroweak_integrands(N const& target, configuration const& asked) {
  return std::visit(
      [&](auto const& flux) {
        full_electroweak const model{registry::resolve(asked.model, asked.process, pdg{})};
        std::vector<component_integrand> all;
        for (auto const& share : Trident{asked.process, target, flux, model}.shares())
          all.push_back(detail::component_of(share));
        return all;
      },
      asked.flux);
}

} // namespace trident::runtime
