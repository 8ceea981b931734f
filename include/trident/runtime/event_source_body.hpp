// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <trident/cross_section/integrand.hpp>
#include <trident/event/cross_section_source.hpp>
#include <trident/mc/fastest.hpp>
#include <trident/runtime/event_source.hpp>

namespace trident::runtime {

/// The body of make_target_source for any kind of target: compiles an integrand for each flux and each set of constants.
template <Target N>
shared_source make_target_source(N const& target, configuration const& asked,
                                 source_description const& description, any_prepared const& prepared,
                                 weights_beside const& others) {
  return std::visit(
      [&](auto const& flux, auto constants) -> shared_source {
        auto const with = [&](registry::model_choice const& model) {
          return Trident{asked.process, target, flux, registry::resolve(model, asked.process, constants),
                         constants};
        };
        auto const sigma = trident::detail::fastest(with(asked.model));
        using source = cross_section_source<std::remove_const_t<decltype(sigma)>>;
        std::vector<typename source::scalar_type> other_models;
        for (auto const& model : others.models) other_models.push_back(with(model));
        return std::make_shared<source>(sigma, description,
                                        std::get<prepared_source<source::dimension>>(prepared),
                                        std::move(other_models), others.responses);
      },
      asked.flux, asked.constants);
}

} // namespace trident::runtime
