// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/mc/quasi_random.hpp>
#include <trident/mc/vegas.hpp>
#include <trident/runtime/monte_carlo.hpp>

// The bodies of monte_carlo.hpp, for 7 to 9 dimensions.

namespace trident::runtime {

namespace detail {

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

/// Who is not told of the progress lets it go on.
inline bool goes_on(progress_function const& progress, progress_report const& report) {
  return !progress || progress(report);
}

} // namespace detail

template <std::size_t Dimension>
vegas_run<Dimension> monte_carlo<Dimension>::integrate(integrand const& f, vegas_options const& options,
                                                       run_watch const& watch, any_state const& from) {
  return run_vegas(f, options, detail::watcher<Dimension>{watch}, detail::state_in<Dimension>(from));
}

template <std::size_t Dimension>
integral_estimate monte_carlo<Dimension>::integrate_quasi_random(integrand const& f,
                                                                 vegas_options const& options,
                                                                 progress_function const& progress) {
  return run_quasi_random(f, options, [&](progress_report const& r) { return detail::goes_on(progress, r); });
}

template <std::size_t Dimension>
std::optional<any_production> monte_carlo<Dimension>::freeze(integrand const& f, vegas_options const& options,
                                                             progress_function const& progress) {
  auto const warm = warm_up_vegas(
      f, options, [&](progress_report const& report) { return detail::goes_on(progress, report); });
  if (warm.estimate.reason != stop_reason::relative_error) return std::nullopt;
  return trident::freeze(warm.state, options);
}

template <std::size_t Dimension>
std::optional<std::vector<stratified_sums>>
monte_carlo<Dimension>::sample(integrand const& f, any_production const& production, chunk_range range,
                               execution_policy threads, std::function<bool(std::uint64_t)> const& go_on) {
  return sample_chunks(f, std::get<frozen_production<Dimension>>(production), range, threads, go_on);
}

template <std::size_t Dimension>
any_prepared monte_carlo<Dimension>::prepare(integrand const& f, preparation_options const& options) {
  return prepare_source(f, options);
}

} // namespace trident::runtime
