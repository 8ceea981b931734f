// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/event/response_variations.hpp>
#include <trident/event/source.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/model_words.hpp>
#include <trident/runtime/monte_carlo.hpp>
#include <trident/runtime/photon.hpp>
#include <trident/target/any_target.hpp>

namespace trident::runtime {

using shared_source = std::shared_ptr<event_source const>;

/// What events have weights of beside their own: models, and behind them other responses of their target.
struct weights_beside {
  model_list models;
  std::shared_ptr<response_variations const> responses = {};
};

namespace detail {

[[noreturn]] inline void refuse_prepared() {
  throw input_error("what was prepared, in the file of --run, is not for the processes and the target there");
}

/// What was prepared for an integrand: of as many dimensions as it has.
inline std::optional<any_prepared> const& prepared_at(std::span<std::optional<any_prepared> const> prepared,
                                                      std::size_t which, std::size_t dimension) {
  if (which >= prepared.size()) refuse_prepared();
  auto const& known = prepared[which];
  if (known && dimension_of(*known) != dimension) refuse_prepared();
  return known;
}

} // namespace detail

/// Events on a nuclear_target, on a nucleon as an any_target, or on an any_continuum. Compiled in event_source_body.hpp, see component.hpp.
template <Target N>
shared_source make_target_source(N const& target, configuration const& asked,
                                 source_description const& description, any_prepared const& prepared,
                                 weights_beside const& others);

/// The same of the full electroweak amplitude: one for each of its shares, from as many of `prepared`, null where that has
/// no events. Compiled in electroweak_source_body.hpp.
template <Target N>
std::vector<shared_source>
make_electroweak_sources(N const& target, configuration const& asked, source_description const& description,
                         std::span<std::optional<any_prepared> const> prepared, weights_beside const& others);

/// Events on one component with weights of other theories: a source for each of its integrands, from what was prepared for
/// them, the first of `prepared`; null where that has no events.
inline std::vector<shared_source> make_sources_on(registry::target_choice const& target,
                                                  configuration const& asked,
                                                  source_description const& description,
                                                  std::span<std::optional<any_prepared> const> prepared,
                                                  weights_beside const& others) {
  return detail::with_target_seen(target, asked, [&](auto const& seen) {
    if (asked.electroweak == electroweak_amplitude::full)
      return make_electroweak_sources(seen, asked, description, prepared, others);
    auto const& known = detail::prepared_at(prepared, 0, dimension_of(target, asked.flux));
    return std::vector{known ? make_target_source(seen, asked, description, *known, others) : nullptr};
  });
}

} // namespace trident::runtime
