// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <thread>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/component.hpp>
#include <trident/runtime/monte_carlo.hpp>

namespace trident::runtime {

/// One for each integrand of each process on each part of the target; none where all neutrinos are below threshold.
using prepared_list = std::vector<std::optional<any_prepared>>;

namespace detail {

/// What of a sample is to be prepared: one component in one configuration, and its share of all events where that is known.
struct source_to_prepare {
  configuration const* asked;
  registry::component const* part;
  std::optional<double> share;
  std::vector<component_integrand> integrands = {};
  prepared_list prepared = {};
};

/// A source with so many of the events needs no more precision than they do: its cross section is known as well as makes
/// the sum as precise as one source alone, and its points are cut into as many cells as pay.
inline preparation_options options_for_share(preparation_options options, double share) {
  constexpr double whole_above = 0.5, least_effort = 0.03, tolerant_below = 0.05, roughest = 0.03,
                   most_overweight = 0.01;
  double const effort = std::clamp(std::sqrt(share / whole_above), least_effort, 1.0);
  options.relative_error = std::min(options.relative_error / std::sqrt(share), roughest);
  auto& partition = options.partition;
  auto const times_effort = [&](std::size_t number) {
    return static_cast<std::size_t>(static_cast<double>(number) * effort);
  };
  partition.points_to_learn = times_effort(partition.points_to_learn);
  partition.cells = times_effort(partition.cells);
  if (share < tolerant_below)
    partition.overweight = std::min(partition.overweight * tolerant_below / share, most_overweight);
  return options;
}

/// Fewer events than this share of all are left out.
inline constexpr double negligible_share = 1e-9;

/// Prepares several sources side by side: the bits are those of one thread.
class source_preparation {
public:
  source_preparation(preparation_options const& options) : options_(options) {}

  prepared_list operator()(std::vector<source_to_prepare> sources) {
    for_each_of(sources, [](source_to_prepare& one, execution_policy) {
      one.integrands = make_integrands(one.part->target, *one.asked);
    });
    std::vector<std::uint64_t> streams;
    std::uint64_t next = options_.stream;
    for (auto const& one : sources) {
      streams.push_back(next);
      next += one.integrands.size();
    }
    for_each_of(sources, [&](source_to_prepare& one, execution_policy threads) {
      auto own = one.share ? options_for_share(options_, *one.share) : options_;
      own.stream = streams[static_cast<std::size_t>(&one - sources.data())];
      own.threads = threads;
      own.go_on = [this] { return goes_on(); };
      if (one.share && *one.share < negligible_share)
        one.prepared.resize(one.integrands.size());
      else
        one.prepared = prepare_integrands(one.integrands, own);
      one.integrands.clear();
    });
    prepared_list all;
    for (auto& one : sources)
      for (auto& known : one.prepared) all.push_back(std::move(known));
    return all;
  }

private:
  /// The largest first, so that none is left alone in the end.
  template <class Use>
  void for_each_of(std::vector<source_to_prepare>& sources, Use const& use) {
    std::vector<std::size_t> order(sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return sources[a].share.value_or(1) > sources[b].share.value_or(1);
    });
    auto const count = static_cast<unsigned>(std::min<std::size_t>(sources.size(), 1024));
    execution_policy const inner = std::max(1u, options_.threads.threads() / std::max(1u, count));
    auto const outcome = options_.threads.for_each(
        sources.size(), [&](std::size_t i) { use(sources[order[i]], inner); }, [this] { return goes_on(); });
    if (outcome == chunks_outcome::stopped) throw computation_stopped();
  }

  /// The question is the caller's, who alone asks it: the others look at the answer.
  bool goes_on() {
    if (std::this_thread::get_id() == caller_ && options_.go_on && !options_.go_on()) stopped_ = true;
    return !stopped_;
  }

  preparation_options const& options_;
  std::thread::id caller_ = std::this_thread::get_id();
  std::atomic<bool> stopped_ = false;
};

} // namespace detail

} // namespace trident::runtime
