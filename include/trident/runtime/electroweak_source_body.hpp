// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/event/cross_section_source.hpp>
#include <trident/mc/fastest.hpp>
#include <trident/runtime/event_source.hpp>

namespace trident::runtime {

/// The body of make_electroweak_sources for any kind of target: compiles an integrand for each flux.
template <Target N>
std::vector<shared_source> make_electroweak_sources(N const& target, configuration const& asked,
                                                    source_description const& description,
                                                    std::span<std::optional<any_prepared> const> prepared,
                                                    weights_beside const& others) {
  return std::visit(
      [&](auto const& flux) {
        auto const with = [&](registry::model_choice const& model) {
          return Trident{asked.process, target, flux,
                         full_electroweak{registry::resolve(model, asked.process, pdg{})}};
        };
        auto const shares = trident::detail::shares_of(trident::detail::fastest(with(asked.model)));
        using source = cross_section_source<typename std::remove_cvref_t<decltype(shares)>::value_type>;
        std::vector<typename source::scalar_type> other_models;
        for (auto const& model : others.models) other_models.push_back(with(model));
        std::vector<shared_source> sources(shares.size());
        for (std::size_t i = 0; i < shares.size(); ++i) {
          auto const& known = detail::prepared_at(prepared, i, source::dimension);
          if (known)
            sources[i] = std::make_shared<source>(shares[i], description,
                                                  std::get<prepared_source<source::dimension>>(*known),
                                                  other_models, others.responses);
        }
        return sources;
      },
      asked.flux);
}

} // namespace trident::runtime
