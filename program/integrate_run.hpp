// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include <trident/mc/frozen_production.hpp>
#include <trident/mc/state.hpp>
#include <trident/sampling/prepared_source.hpp>

#include "component.hpp"

// What the Monte Carlo does with an integrand, whatever it is of.

namespace trident::program {

/// What a run knows: nothing yet, or a state of the integrand's dimension.
using any_state = std::variant<std::monostate, vegas_state<7>, vegas_state<8>>;

/// A production on one component.
using any_production = std::variant<frozen_production<7>, frozen_production<8>>;

/// What events on one component are drawn from.
using any_prepared = std::variant<prepared_source<7>, prepared_source<8>>;

/// Follows a run; each may be empty.
struct run_watch {
  progress_function progress;
  std::function<bool()> wants_state; ///< asked after each complete iteration
  std::function<void(any_state)> take_state;
};

struct watched_result {
  component_estimate estimate;
  any_state state;
};

/// Integrates, from the state of an earlier run if there is one.
watched_result integrate_component(component_integrand const& sigma, vegas_options const& options,
                                   run_watch const& watch, any_state const& from);

/// Integrates with randomised quasi-random points.
component_estimate integrate_component_quasi_random(component_integrand const& sigma,
                                                    vegas_options const& options,
                                                    progress_function const& progress);

/// Warms up and plans a production; nothing if it was cut short.
std::optional<any_production> freeze_component(component_integrand const& sigma, vegas_options const& options,
                                               progress_function const& progress);

/// Sums of some chunks of a production; nothing if `go_on(calls done)` said no.
std::optional<std::vector<stratified_sums>> sample_component(component_integrand const& sigma,
                                                             any_production const& production,
                                                             chunk_range range, execution_policy threads,
                                                             std::function<bool(std::uint64_t)> const& go_on);

/// Prepares events.
any_prepared prepare_component(component_integrand const& sigma, preparation_options const& options);

} // namespace trident::program
