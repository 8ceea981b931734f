// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include <trident/event/source.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/model_words.hpp>
#include <trident/runtime/monte_carlo.hpp>
#include <trident/runtime/photon.hpp>
#include <trident/target/any_target.hpp>

namespace trident::runtime {

using shared_source = std::shared_ptr<event_source const>;

/// Events on a nuclear_target, on a nucleon as an any_target, or on an any_continuum. Compiled in event_source_body.hpp, see component.hpp.
template <Target N>
shared_source make_target_source(N const& target, configuration const& asked,
                                 source_description const& description, any_prepared const& prepared,
                                 model_list const& others);

/// Events on one component, from what was prepared for it, with weights of other models.
inline shared_source make_source(registry::target_choice const& target, configuration const& asked,
                                 source_description const& description, any_prepared const& prepared,
                                 model_list const& others) {
  auto const seen = detail::seen_by_photon(target, asked);
  if (seen.continuum) return make_target_source(*seen.continuum, asked, description, prepared, others);
  if (seen.elastic) return make_target_source(*seen.elastic, asked, description, prepared, others);
  if (seen.nucleus) return make_target_source(*seen.nucleus, asked, description, prepared, others);
  if (auto const* nucleus = std::get_if<nuclear_target>(&target))
    return make_target_source(*nucleus, asked, description, prepared, others);
  if (auto const* continuum = std::get_if<any_continuum>(&target))
    return make_target_source(*continuum, asked, description, prepared, others);
  return make_target_source(registry::any_target(target), asked, description, prepared, others);
}

} // namespace trident::runtime
