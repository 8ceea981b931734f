// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include <trident/mc/iteration.hpp>
#include <trident/mc/schedule.hpp>
#include <trident/mc/state.hpp>

namespace trident {

/// Neighbouring chunks of a production.
struct chunk_range {
  std::size_t first = 0;
  std::size_t last = 0; ///< one past the end

  std::size_t size() const { return last - first; }
};

/// What it takes to make a result of the sums of a production's chunks.
struct production_summary {
  std::uint64_t iterations = 0;
  std::size_t chunks = 0;     ///< of all iterations
  double relative_error = 0;  ///< that was planned for
  evaluation_counts warmup{}; ///< spent before
};

/// A production of which nothing is left to decide: points, map and calls of each hypercube are fixed, the same in each
/// iteration. Any process can do any of its chunks, and the chunks put together have the same bits whoever did them.
template <std::size_t Dimension>
struct frozen_production {
  adapted_map<Dimension> map;
  stratification<Dimension> strata;
  std::vector<std::uint32_t> calls; ///< of each hypercube, in each iteration
  std::uint64_t iterations = 0;
  std::uint64_t first_index = 0;     ///< of the point source
  std::uint64_t calls_per_chunk = 0; ///< at least, but for the last chunk of an iteration
  double relative_error = 0;         ///< that it was planned for
  std::uint64_t seed = 0, stream = 0;
  evaluation_counts warmup; ///< spent before

  std::vector<detail::hypercube_chunk> chunks_of_iteration(std::uint64_t iteration) const {
    std::uint64_t const before = iteration * calls_of_iteration();
    return detail::chunks_of(calls, first_index + before, calls_per_chunk);
  }

  std::uint64_t calls_of_iteration() const {
    return std::accumulate(calls.begin(), calls.end(), std::uint64_t{0});
  }

  production_summary summary() const {
    auto const chunks = static_cast<std::size_t>(iterations) * chunks_of_iteration(0).size();
    return {iterations, chunks, relative_error, warmup};
  }
};

/// Plans a production from a state that is warm, for the precision and the budget of the options. Planned is what the
/// last warm-up iteration asks for: the error that comes out is as good as that is known, about 10 %.
template <std::size_t Dimension>
frozen_production<Dimension> freeze(vegas_state<Dimension> const& warm, vegas_options const& options) {
  assert(!warm.warmup.empty());
  std::uint64_t const wanted = detail::required_production(combine({warm.warmup.back()}), options);
  std::uint64_t const left = options.max_evaluations - std::min(warm.next_index, options.max_evaluations);
  std::uint64_t const planned = std::max(std::min(wanted, left), detail::smallest_iteration);
  frozen_production<Dimension> frozen;
  frozen.iterations = std::max(detail::production_iterations,
                               (planned + detail::largest_iteration - 1) / detail::largest_iteration);
  std::uint64_t const calls = std::max(planned / frozen.iterations, detail::smallest_iteration);
  frozen.map = warm.map;
  frozen.strata = stratification<Dimension>::for_calls(calls);
  frozen.calls = allocate_calls(transferred(warm.scatter, warm.strata, frozen.strata, options.threads), calls,
                                options.allocation_exponent, options.threads);
  frozen.first_index = warm.next_index;
  constexpr std::uint64_t most_chunks = 1 << 14; // so that files with the sums of all of them stay small
  frozen.calls_per_chunk = std::max(detail::calls_per_chunk, planned / most_chunks);
  frozen.relative_error = options.relative_error;
  frozen.seed = options.seed;
  frozen.stream = options.stream;
  for (auto const& one : warm.warmup) frozen.warmup += one.counts;
  return frozen;
}

/// The sums of some chunks, in order; nothing if `go_on(calls done)` ended it early.
template <Integrand F, class GoOn>
std::optional<std::vector<stratified_sums>>
sample_chunks(F const& f, frozen_production<F::dimension> const& frozen, chunk_range range,
              execution_policy threads, GoOn&& go_on) {
  assert(range.last <= frozen.summary().chunks);
  philox_source<F::dimension> const source(frozen.seed, frozen.stream);
  detail::iteration_plan<F::dimension> const plan{source, frozen.map, frozen.strata, frozen.calls};
  auto const chunks = frozen.chunks_of_iteration(0);
  std::uint64_t const calls = frozen.calls_of_iteration();
  std::vector<stratified_sums> sums(range.size());
  std::atomic<std::uint64_t> calls_done = 0;
  auto const evaluator = detail::evaluation_of(f);
  auto const work = [&](std::size_t i) {
    std::size_t const number = range.first + i;
    detail::hypercube_chunk chunk = chunks[number % chunks.size()];
    chunk.first_index += number / chunks.size() * calls;
    std::vector<double> scatter(chunk.last - chunk.first);
    detail::iteration_outcome<detail::keep_map> outcome;
    detail::sample<F::dimension>(evaluator, plan, chunk, scatter, outcome);
    sums[i] = outcome.sums;
    calls_done += chunk.calls;
  };
  auto const outcome = threads.for_each(range.size(), work, [&] { return go_on(calls_done.load()); });
  if (outcome == chunks_outcome::stopped) return std::nullopt;
  return sums;
}

/// The result of a whole production, from the sums of all its chunks in order.
inline integral_estimate estimate(production_summary const& production,
                                  std::span<stratified_sums const> chunks) {
  assert(chunks.size() == production.chunks);
  std::vector<stratified_sums> iterations(static_cast<std::size_t>(production.iterations));
  std::size_t const each = chunks.size() / iterations.size();
  for (std::size_t i = 0; i < chunks.size(); ++i) iterations[i / each] += chunks[i];
  integral_estimate result = combine(iterations);
  evaluation_counts counts = production.warmup;
  for (auto const& one : iterations) counts += one.counts;
  result.evaluations = counts.all;
  result.zero_evaluations = counts.zero;
  result.non_finite_evaluations = counts.non_finite;
  result.first_non_finite_index = counts.first_non_finite_index;
  bool const reached = result.relative_error() <= production.relative_error;
  result.reason = reached ? stop_reason::relative_error : stop_reason::evaluation_budget;
  return result;
}

} // namespace trident
