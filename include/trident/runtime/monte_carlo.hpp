// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

#include <trident/cross_section/shares.hpp>
#include <trident/mc/frozen_production.hpp>
#include <trident/mc/state.hpp>
#include <trident/runtime/component.hpp>
#include <trident/sampling/prepared_source.hpp>

// What the Monte Carlo does with an integrand, whatever it is of.

namespace trident::runtime {

/// What a run knows: nothing yet, or a state of the integrand's dimension.
using any_state = std::variant<std::monostate, vegas_state<7>, vegas_state<8>, vegas_state<9>>;

/// A production on one component.
using any_production = std::variant<frozen_production<7>, frozen_production<8>, frozen_production<9>>;

/// What events on one component are drawn from.
using any_prepared = std::variant<prepared_source<7>, prepared_source<8>, prepared_source<9>>;

/// Of the integrand that it was prepared for.
inline std::size_t dimension_of(any_prepared const& known) {
  return std::visit([]<std::size_t D>(prepared_source<D> const&) { return D; }, known);
}

/// Follows a run; each may be empty.
struct run_watch {
  progress_function progress;
  std::function<bool()> wants_state; ///< asked after each complete iteration
  std::function<void(any_state)> take_state;
};

/// What a watched integration gave, and the state from which it can go on.
struct watched_result {
  component_estimate estimate;
  any_state state;
};

/// What is done with an integrand of so many dimensions. Compiled in monte_carlo_body.hpp, see component.hpp.
template <std::size_t Dimension>
struct monte_carlo {
  using integrand = erased_integrand<Dimension>;

  /// Integrates, from the state of an earlier run if there is one.
  static vegas_run<Dimension> integrate(integrand const& f, vegas_options const& options,
                                        run_watch const& watch, any_state const& from);

  /// Integrates with randomised quasi-random points.
  static integral_estimate integrate_quasi_random(integrand const& f, vegas_options const& options,
                                                  progress_function const& progress);

  /// Warms up and plans a production; nothing if it was cut short.
  static std::optional<any_production> freeze(integrand const& f, vegas_options const& options,
                                              progress_function const& progress);

  /// Sums of some chunks of a production; nothing if `go_on(calls done)` said no.
  static std::optional<std::vector<stratified_sums>> sample(integrand const& f,
                                                            any_production const& production,
                                                            chunk_range range, execution_policy threads,
                                                            std::function<bool(std::uint64_t)> const& go_on);

  /// Prepares events.
  static any_prepared prepare(integrand const& f, preparation_options const& options);
};

/// Integrates a component, from the state of an earlier run if there is one.
inline watched_result integrate_component(component_integrand const& sigma, vegas_options const& options,
                                          run_watch const& watch, any_state const& from) {
  require_valid(options);
  watched_result result;
  if (sigma.below_threshold)
    result.estimate.error = 0;
  else
    std::visit(
        [&]<std::size_t D>(erased_integrand<D> const& f) {
          auto run = monte_carlo<D>::integrate(f, options, watch, from);
          static_cast<integral_estimate&>(result.estimate) = run.estimate;
          result.state = std::move(run.state);
        },
        sigma.function);
  result.estimate.below_threshold = sigma.below_threshold;
  result.estimate.threshold = sigma.threshold;
  return result;
}

/// Integrates a component with randomised quasi-random points.
inline component_estimate integrate_component_quasi_random(component_integrand const& sigma,
                                                           vegas_options const& options,
                                                           progress_function const& progress) {
  component_estimate result;
  if (sigma.below_threshold)
    result.error = 0;
  else
    std::visit(
        [&]<std::size_t D>(erased_integrand<D> const& f) {
          static_cast<integral_estimate&>(result) =
              monte_carlo<D>::integrate_quasi_random(f, options, progress);
        },
        sigma.function);
  result.below_threshold = sigma.below_threshold;
  result.threshold = sigma.threshold;
  return result;
}

/// Warms up and plans a production; nothing if it was cut short.
inline std::optional<any_production> freeze_component(component_integrand const& sigma,
                                                      vegas_options const& options,
                                                      progress_function const& progress) {
  return std::visit(
      [&]<std::size_t D>(erased_integrand<D> const& f) {
        return monte_carlo<D>::freeze(f, options, progress);
      },
      sigma.function);
}

/// Sums of some chunks of a production; nothing if `go_on(calls done)` said no.
inline std::optional<std::vector<stratified_sums>>
sample_component(component_integrand const& sigma, any_production const& production, chunk_range range,
                 execution_policy threads, std::function<bool(std::uint64_t)> const& go_on) {
  return std::visit(
      [&]<std::size_t D>(erased_integrand<D> const& f) {
        return monte_carlo<D>::sample(f, production, range, threads, go_on);
      },
      sigma.function);
}

/// Prepares events.
inline any_prepared prepare_component(component_integrand const& sigma, preparation_options const& options) {
  return std::visit(
      [&]<std::size_t D>(erased_integrand<D> const& f) { return monte_carlo<D>::prepare(f, options); },
      sigma.function);
}

/// What the events of the integrands of one component are drawn from; `options.stream` goes on to the next.
inline std::vector<std::optional<any_prepared>>
prepare_integrands(std::vector<component_integrand> const& integrands, preparation_options& options) {
  std::vector<double> integrals;
  for (std::size_t i = 0; i < integrands.size() && integrands.size() > 1; ++i) {
    vegas_options rough;
    rough.relative_error = precision_of_pilots;
    rough.seed = options.seed;
    rough.stream = options.stream + (i + 1) * trident::detail::share_streams;
    rough.threads = options.threads;
    integrals.push_back(integrate_component(integrands[i], rough, {}, {}).estimate.value);
  }
  auto const partitions = partitions_of_shares(options.partition, integrals);
  std::vector<std::optional<any_prepared>> prepared;
  for (std::size_t i = 0; i < integrands.size(); ++i) {
    auto of_this = options;
    if (!partitions.empty()) of_this.partition = partitions[i];
    prepared.emplace_back();
    if (!integrands[i].below_threshold) prepared.back() = prepare_component(integrands[i], of_this);
    ++options.stream;
  }
  return prepared;
}

} // namespace trident::runtime
