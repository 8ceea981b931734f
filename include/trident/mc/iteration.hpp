// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <trident/base/finite.hpp>
#include <trident/mc/concepts.hpp>
#include <trident/mc/grid.hpp>
#include <trident/mc/philox_source.hpp>
#include <trident/mc/point_block.hpp>
#include <trident/mc/stratification.hpp>
#include <trident/mc/sums.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/parallel/team.hpp>

namespace trident::detail {

/// Production: the map is frozen.
struct keep_map {
  void add(auto const&, double) {}
  void operator+=(keep_map const&) {}
};

/// Warm-up: collects the integral of the squared integrand over each bin of each axis.
template <std::size_t Dimension>
struct train_map {
  typename adapted_map<Dimension>::histogram collected{};

  void add(std::array<std::uint32_t, Dimension> const& bin, double squared) {
    for (std::size_t axis = 0; axis < Dimension; ++axis) { collected[axis][bin[axis]] += squared; }
  }
  void operator+=(train_map const& other) {
    for (std::size_t axis = 0; axis < Dimension; ++axis) {
      for (std::size_t i = 0; i < collected[axis].size(); ++i) {
        collected[axis][i] += other.collected[axis][i];
      }
    }
  }
};

inline constexpr std::uint64_t calls_per_chunk = 2048;

/// Neighbouring hypercubes that one thread does in one go.
struct hypercube_chunk {
  std::size_t first;         ///< hypercube
  std::size_t last;          ///< one past the end
  std::uint64_t first_index; ///< of the point source
  std::uint64_t calls;
};

/// Cuts an iteration into chunks, without asking how many threads there are: the sums of a chunk, and their sum in the
/// order of chunks, have the same bits for any number of threads.
inline std::vector<hypercube_chunk> chunks_of(std::span<std::uint32_t const> calls, std::uint64_t first_index,
                                              std::uint64_t least = calls_per_chunk) {
  std::vector<hypercube_chunk> chunks;
  hypercube_chunk open{0, 0, first_index, 0};
  for (std::size_t i = 0; i < calls.size(); ++i) {
    open.calls += calls[i];
    open.last = i + 1;
    if (open.calls >= least || open.last == calls.size()) {
      chunks.push_back(open);
      open = {open.last, open.last, open.first_index + open.calls, 0};
    }
  }
  return chunks;
}

/// An iteration about to be sampled: everything in it is fixed by what came before.
template <std::size_t Dimension>
struct iteration_plan {
  philox_source<Dimension> const& source;
  adapted_map<Dimension> const& map;
  stratification<Dimension> const& strata;
  std::span<std::uint32_t const> calls; ///< of each hypercube
};

template <class Training>
struct iteration_outcome {
  stratified_sums sums;
  Training training;
};

/// Takes the values of a chunk's points, in order, into the sums of their hypercubes.
template <class Training>
class chunk_consumer {
public:
  chunk_consumer(std::span<std::uint32_t const> calls, hypercube_chunk const& chunk,
                 std::span<double> scatter)
      : calls_(calls), scatter_(scatter), volume_(1.0 / static_cast<double>(calls.size())),
        first_(chunk.first), hypercube_(chunk.first), index_(chunk.first_index) {}

  template <class Bins>
  void take(double value, Bins const& bins) {
    if (!is_finite(value)) {
      sums_.counts += {.all = 0, .zero = 0, .non_finite = 1, .first_non_finite_index = index_};
      value = 0;
    } else if (value == 0) {
      ++sums_.counts.zero;
    }
    ++index_;
    ++sums_.counts.all;
    here_.add(value);
    std::uint32_t const calls = calls_[hypercube_];
    training_.add(bins, value * value * (volume_ / calls));
    if (++taken_ < calls) { return; }
    scatter_[hypercube_ - first_] = here_.finish(volume_, sums_);
    here_ = {};
    taken_ = 0;
    ++hypercube_;
  }

  iteration_outcome<Training> outcome() && { return {sums_, std::move(training_)}; }

private:
  std::span<std::uint32_t const> calls_; ///< of each hypercube
  std::span<double> scatter_;            ///< receives the sum of squared deviations of each of the chunk
  double volume_;
  std::size_t first_;
  std::size_t hypercube_;
  std::uint64_t index_;
  std::uint32_t taken_ = 0;
  hypercube_sums here_;
  stratified_sums sums_;
  Training training_{};
};

/// Samples one chunk; `scatter` receives the sum of squared deviations of each of its hypercubes.
template <std::size_t Dimension, class Training>
void sample(block_evaluator<Dimension> f, iteration_plan<Dimension> const& plan, hypercube_chunk const& chunk,
            std::span<double> scatter, iteration_outcome<Training>& outcome) {
  adapted_map<Dimension> const& map = plan.map;
  philox_source<Dimension> const source = plan.source;
  hypercube_walker<Dimension> cube(plan.strata, chunk.first);
  chunk_consumer<Training> consumer(plan.calls, chunk, scatter);
  point_block<Dimension> block;
  auto const flush = [&] {
    f(block);
    for (std::size_t i = 0; i < block.size; ++i) {
      consumer.take(block.values[i] * block.jacobians[i], block.bins[i]);
    }
    block.size = 0;
  };
  std::uint64_t index = chunk.first_index;
  for (std::size_t i = chunk.first; i < chunk.last; ++i, cube.next()) {
    for (std::uint32_t call = 0; call < plan.calls[i]; ++call, ++index) {
      block.push(map(cube.place(source(index))));
      if (block.size == block_size) { flush(); }
    }
  }
  if (block.size > 0) { flush(); }
  outcome = std::move(consumer).outcome();
}

/// In the order of chunks, whoever made them.
template <class Training>
iteration_outcome<Training> total_of(std::vector<iteration_outcome<Training>> const& parts) {
  iteration_outcome<Training> total{};
  for (auto const& part : parts) {
    total.sums += part.sums;
    total.training += part.training;
  }
  return total;
}

/// Samples all chunks, each process of the team its share; nothing comes back if `go_on(calls done)` ended it early in
/// one of them.
template <class Training, std::size_t Dimension, Team T>
std::optional<iteration_outcome<Training>>
run_iteration(block_evaluator<Dimension> f, iteration_plan<Dimension> const& plan, std::uint64_t first_index,
              execution_policy threads, T const& team, std::span<double> scatter,
              function_ref<bool(std::uint64_t)> go_on) {
  auto const chunks = chunks_of(plan.calls, first_index);
  auto const bounds = even_bounds(chunks.size(), team.size());
  std::size_t const first = bounds[team.rank()], last = bounds[team.rank() + 1];
  std::vector<iteration_outcome<Training>> parts(chunks.size());
  std::atomic<std::uint64_t> calls_done = 0;
  auto const work = [&](std::size_t i) {
    auto const& chunk = chunks[first + i];
    sample(f, plan, chunk, scatter.subspan(chunk.first, chunk.last - chunk.first), parts[first + i]);
    calls_done += chunk.calls;
  };
  auto const outcome =
      threads.for_each(last - first, work, [&] { return go_on(team.size() * calls_done.load()); });
  if (team.largest(outcome == chunks_outcome::stopped ? 1 : 0) > 0) { return std::nullopt; }
  team.gather(std::span(parts), bounds);
  std::vector<std::size_t> hypercubes;
  for (std::size_t const bound : bounds) {
    hypercubes.push_back(bound < chunks.size() ? chunks[bound].first : plan.calls.size());
  }
  team.gather(scatter, hypercubes);
  return total_of(parts);
}

} // namespace trident::detail
