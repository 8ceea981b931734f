// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <trident/base/function_ref.hpp>
#include <trident/mc/concepts.hpp>
#include <trident/mc/iteration.hpp>
#include <trident/mc/options.hpp>
#include <trident/mc/progress.hpp>
#include <trident/mc/schedule.hpp>
#include <trident/mc/state.hpp>
#include <trident/parallel/team.hpp>

namespace trident {

/// The estimate, and all that was learnt on the way: `state.map` is what events are drawn from.
template <std::size_t Dimension>
struct vegas_run {
  integral_estimate estimate;
  vegas_state<Dimension> state;
};

/// A progress callback with a member keep(state), told after each complete iteration: for checkpoints.
template <class Progress, std::size_t Dimension>
concept KeepsStates = requires(Progress& progress, vegas_state<Dimension> const& state) {
  progress.keep(state);
};

namespace detail {

/// A progress callback of any type, as the integration sees it.
template <std::size_t Dimension>
struct progress_listener {
  function_ref<wish(progress_report const&)> tell;
  function_ref<void(vegas_state<Dimension> const&)> keep;
};

/// Calls use(evaluator, listener) with f and progress behind one type for each number of dimensions.
template <Integrand F, ProgressCallback Progress, class Use>
auto erased(F const& f, Progress& progress, Use const& use) {
  using state_type = vegas_state<F::dimension>;
  auto const evaluator = evaluation_of(f);
  auto const teller = [&progress](progress_report const& report) { return tell(progress, report); };
  auto const keeper = [&]([[maybe_unused]] state_type const& state) {
    if constexpr (KeepsStates<Progress, F::dimension>) progress.keep(state);
  };
  return use(block_evaluator<F::dimension>(evaluator), progress_listener<F::dimension>{teller, keeper});
}

/// One integration: holds what does not belong into the state, because it does not change the result.
template <std::size_t Dimension, Team T>
class vegas_driver {
public:
  static constexpr std::size_t dimension = Dimension;

  vegas_driver(block_evaluator<dimension> f, vegas_options const& options,
               progress_listener<dimension> progress, vegas_state<dimension> state, T const& team)
      : f_(f), options_(options), progress_(progress), team_(team), source_(options.seed, options.stream),
        known_(trident::estimate(state)), state_(std::move(state)) {}

  vegas_run<dimension> run() && {
    std::optional<stop_reason> reason;
    while (!reason) { reason = step(); }
    known_.reason = *reason;
    return {known_, std::move(state_)};
  }

  /// Adapts the map and learns the scatter; nothing for the result. What reason there is to end early comes with it.
  vegas_run<dimension> warm_up() && {
    std::optional<stop_reason> reason;
    while (!reason && !is_warm(state_.warmup, options_)) { reason = step(); }
    known_.reason = reason.value_or(stop_reason::relative_error);
    return {known_, std::move(state_)};
  }

private:
  /// Does an iteration, or says why there is none to do.
  std::optional<stop_reason> step() {
    bool const warm = !state_.production.empty() || is_warm(state_.warmup, options_);
    if (warm && state_.production.size() < 2) { plan_production(); }
    if (warm && planned_is_done()) {
      if (known_.relative_error() <= options_.relative_error) { return stop_reason::relative_error; }
      plan_more_production();
    }
    std::uint64_t const wanted = warm ? production_calls(production_done(), state_.planned_production)
                                      : warmup_calls(state_.warmup.size(), options_);
    std::uint64_t const calls = std::min(wanted, options_.max_evaluations - known_.evaluations);
    if (calls < smallest_iteration) { return stop_reason::evaluation_budget; }
    return warm ? iterate<keep_map>(calls) : iterate<train_map<dimension>>(calls);
  }

  /// From the last warm-up iteration, whose map is the best; once more after the first production iteration, which
  /// had the final map. Afterwards the plan stands until it is carried out: asking after each iteration whether the
  /// error is small enough would stop at those that underestimate it.
  void plan_production() {
    auto const& last = state_.production.empty() ? state_.warmup.back() : state_.production.back();
    state_.planned_production = required_production(combine({last}), options_);
  }

  /// From all of production, when it turned out to scatter more than the warm-up said.
  void plan_more_production() {
    state_.planned_production = std::max(required_production(known_, options_),
                                         production_done() + smallest_production / production_iterations);
  }

  std::uint64_t production_done() const {
    return state_.production.empty() ? 0 : known_.production_evaluations;
  }

  /// Sizes of iterations are rounded down when calls are shared among hypercubes: that much may be missing.
  bool planned_is_done() const {
    if (state_.production.empty()) { return false; }
    return production_done() + state_.production.back().counts.all / 2 > state_.planned_production;
  }

  template <class Training>
  std::optional<stop_reason> iterate(std::uint64_t calls) {
    stratify_for(calls);
    auto const allocation =
        allocate_calls(state_.scatter, calls, options_.allocation_exponent, options_.threads);
    std::vector<double> scatter(allocation.size());
    auto const go_on = [this](std::uint64_t done) { return keep_going(done); };
    auto const outcome = run_iteration<Training, dimension>(
        f_, iteration_plan<dimension>{source_, state_.map, state_.strata, allocation}, state_.next_index,
        options_.threads, team_, scatter, go_on);
    if (!outcome) { return agreed_interruption(); }
    learn(*outcome, scatter, allocation);
    return std::nullopt;
  }

  void stratify_for(std::uint64_t calls) {
    auto const strata = stratification<dimension>::for_calls(calls);
    if (strata == state_.strata && !state_.scatter.sum_of_squares.empty()) { return; }
    state_.scatter = transferred(state_.scatter, state_.strata, strata, options_.threads);
    state_.strata = strata;
  }

  void learn(iteration_outcome<train_map<dimension>> const& outcome, std::vector<double> const& scatter,
             std::vector<std::uint32_t> const& allocation) {
    constexpr double memory_of_an_older_map = 0.5;
    state_.scatter.absorb(scatter, allocation, memory_of_an_older_map, options_.threads);
    state_.map.refine(outcome.training.collected, options_.map_damping);
    state_.warmup.push_back(outcome.sums);
    finish_iteration(outcome.sums);
  }

  void learn(iteration_outcome<keep_map> const& outcome, std::vector<double> const& scatter,
             std::vector<std::uint32_t> const& allocation) {
    state_.scatter.absorb(scatter, allocation, 1.0, options_.threads);
    state_.production.push_back(outcome.sums);
    finish_iteration(outcome.sums);
  }

  void finish_iteration(stratified_sums const& sums) {
    state_.next_index += sums.counts.all;
    known_ = trident::estimate(state_);
    progress_.keep(state_);
  }

  /// Between chunks, on the calling thread.
  bool keep_going(std::uint64_t calls_done) {
    double const seconds = watch_.seconds();
    if (seconds >= options_.time_limit_seconds) {
      interruption_ = stop_reason::time_limit;
      return false;
    }
    constexpr double seconds_between_reports = 0.1;
    if (seconds < next_report_) { return true; }
    next_report_ = seconds + seconds_between_reports;
    progress_report const report{fraction_done(calls_done), known_.evaluations + calls_done, known_.value,
                                 known_.error, seconds};
    if (progress_.tell(report) == wish::go_on) { return true; }
    interruption_ = stop_reason::cancelled;
    return false;
  }

  /// Why the team ended an iteration early; processes may have had reasons of their own.
  stop_reason agreed_interruption() {
    return static_cast<stop_reason>(
        team_.largest(interruption_ ? static_cast<unsigned>(*interruption_) : 0u));
  }

  double fraction_done(std::uint64_t calls_done) {
    std::uint64_t expected = state_.planned_production;
    if (expected == 0) {
      auto const& warmup = state_.warmup;
      expected = warmup.empty() ? 100 * warmup_calls(0, options_)
                                : required_production(combine({warmup.back()}), options_);
    }
    std::uint64_t const all =
        std::min(known_.evaluations - production_done() + expected, options_.max_evaluations);
    double const now = static_cast<double>(known_.evaluations + calls_done) / static_cast<double>(all);
    fraction_ = std::clamp(now, fraction_, 1.0);
    return fraction_;
  }

  block_evaluator<dimension> f_;
  vegas_options const& options_;
  progress_listener<dimension> progress_;
  T const& team_;
  philox_source<dimension> source_;
  integral_estimate known_;
  vegas_state<dimension> state_;
  stopwatch watch_;
  double next_report_ = 0.1;
  double fraction_ = 0;
  std::optional<stop_reason> interruption_; ///< in this process
};

} // namespace detail

/// Integrates f over the unit cube and hands back all that was learnt too. A state of an earlier run with the same
/// options and integrand is continued. All processes of a team call this alike, and get the same.
template <Integrand F, ProgressCallback Progress = no_progress, Team T = alone>
vegas_run<F::dimension> run_vegas(F const& f, vegas_options const& options, Progress&& progress = {},
                                  vegas_state<F::dimension> state = {}, T const& team = {}) {
  require_valid(options);
  return detail::erased(f, progress, [&](auto evaluator, auto listener) {
    return detail::vegas_driver<F::dimension, T>(evaluator, options, listener, std::move(state), team).run();
  });
}

/// The warm-up of run_vegas alone: the state from which a production can be frozen. `estimate.reason` is
/// stop_reason::relative_error unless it was cut short.
template <Integrand F, ProgressCallback Progress = no_progress>
vegas_run<F::dimension> warm_up_vegas(F const& f, vegas_options const& options, Progress&& progress = {}) {
  require_valid(options);
  return detail::erased(f, progress, [&](auto evaluator, auto listener) {
    return detail::vegas_driver<F::dimension, alone>(evaluator, options, listener, {}, alone{}).warm_up();
  });
}

/// Integrates f over the unit cube, adaptively, to a relative error. The same options give the same bits for any
/// number of threads. Throws input_error if the options make no sense, and what f throws.
template <Integrand F, ProgressCallback Progress = no_progress>
integral_estimate integrate_unit_cube(F const& f, vegas_options const& options, Progress&& progress = {}) {
  return run_vegas(f, options, progress).estimate;
}

} // namespace trident
