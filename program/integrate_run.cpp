// SPDX-License-Identifier: BSL-1.0
#include "integrate_run.hpp"

#include <trident/mc/quasi_random.hpp>
#include <trident/mc/vegas.hpp>

namespace trident::program {

namespace {

template <std::size_t Dimension>
struct watcher {
  run_watch const& watch;

  bool operator()(progress_report const& report) const { return !watch.progress || watch.progress(report); }
  void keep(vegas_state<Dimension> const& state) const {
    if (watch.wants_state && watch.wants_state()) watch.take_state(state);
  }
};

template <std::size_t Dimension>
vegas_state<Dimension> state_in(any_state const& from) {
  auto const* const state = std::get_if<vegas_state<Dimension>>(&from);
  return state != nullptr ? *state : vegas_state<Dimension>{};
}

} // namespace

watched_result integrate_component(component_integrand const& sigma, vegas_options const& options,
                                   run_watch const& watch, any_state const& from) {
  require_valid(options);
  watched_result result;
  if (sigma.below_threshold)
    result.estimate.error = 0;
  else
    std::visit(
        [&]<std::size_t D>(erased_integrand<D> const& f) {
          auto run = run_vegas(f, options, watcher<D>{watch}, state_in<D>(from));
          static_cast<integral_estimate&>(result.estimate) = run.estimate;
          result.state = std::move(run.state);
        },
        sigma.function);
  result.estimate.below_threshold = sigma.below_threshold;
  result.estimate.threshold = sigma.threshold;
  return result;
}

component_estimate integrate_component_quasi_random(component_integrand const& sigma,
                                                    vegas_options const& options,
                                                    progress_function const& progress) {
  component_estimate result;
  if (sigma.below_threshold)
    result.error = 0;
  else
    std::visit(
        [&](auto const& f) {
          static_cast<integral_estimate&>(result) = run_quasi_random(f, options, progress);
        },
        sigma.function);
  result.below_threshold = sigma.below_threshold;
  result.threshold = sigma.threshold;
  return result;
}

std::optional<any_production> freeze_component(component_integrand const& sigma, vegas_options const& options,
                                               progress_function const& progress) {
  return std::visit(
      [&](auto const& f) -> std::optional<any_production> {
        auto const warm = warm_up_vegas(f, options, progress);
        if (warm.estimate.reason != stop_reason::relative_error) return std::nullopt;
        return freeze(warm.state, options);
      },
      sigma.function);
}

std::optional<std::vector<stratified_sums>>
sample_component(component_integrand const& sigma, any_production const& production, chunk_range range,
                 execution_policy threads, std::function<bool(std::uint64_t)> const& go_on) {
  return std::visit(
      [&]<std::size_t D>(erased_integrand<D> const& f) {
        return sample_chunks(f, std::get<frozen_production<D>>(production), range, threads, go_on);
      },
      sigma.function);
}

any_prepared prepare_component(component_integrand const& sigma, preparation_options const& options) {
  return std::visit([&](auto const& f) -> any_prepared { return prepare_source(f, options); },
                    sigma.function);
}

} // namespace trident::program
