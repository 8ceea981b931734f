// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <trident/base/finite.hpp>
#include <trident/mc/concepts.hpp>
#include <trident/mc/options.hpp>
#include <trident/mc/progress.hpp>
#include <trident/mc/scrambled_sobol.hpp>
#include <trident/mc/vegas.hpp>

namespace trident {

/// Scrambles of a quasi-random integration: independent estimates, whose scatter is its error.
inline constexpr std::size_t quasi_random_scrambles = 16;

namespace detail {

/// Points of a chunk: of one scramble, whole blocks.
inline constexpr std::uint64_t quasi_random_chunk = 1024;

struct quasi_random_sums {
  double value = 0;
  evaluation_counts counts;
};

/// One integration: doubles the points of all scrambles until their means agree as well as was asked.
template <std::size_t Dimension, Team T>
class quasi_random_driver {
public:
  static constexpr std::size_t dimension = Dimension;

  quasi_random_driver(block_evaluator<dimension> f, vegas_options const& options,
                      progress_listener<dimension> progress, T const& team)
      : f_(f), options_(options), progress_(progress), team_(team) {}

  integral_estimate run() && {
    auto const warm = vegas_driver<dimension, T>(f_, warm_up_options(), progress_, {}, team_).warm_up();
    known_ = warm.estimate;
    if (known_.reason != stop_reason::relative_error) return known_;
    warmup_ = known_.evaluations;
    for (std::uint64_t k = 0; k < quasi_random_scrambles; ++k)
      sequences_.emplace_back(options_.seed, options_.stream, k);
    known_.reason = produce(warm.state.map);
    return known_;
  }

private:
  static constexpr std::uint64_t first_points = 512; ///< of each scramble

  /// More makes the map no better for production, which needs few points.
  vegas_options warm_up_options() const {
    auto options = options_;
    options.relative_error = std::max(options_.relative_error, 2e-3);
    return options;
  }

  stop_reason produce(adapted_map<dimension> const& map) {
    std::uint64_t points = 0;
    for (;;) {
      std::uint64_t const more = next_points(points);
      if (more == 0) return stop_reason::evaluation_budget;
      if (!sample(map, points, points + more)) return agreed_interruption();
      points += more;
      combine_scrambles(points);
      if (known_.relative_error() <= options_.relative_error) return stop_reason::relative_error;
    }
  }

  /// As many as there were, so that all are the first 2^m of a sequence; none where that is beyond the budget.
  std::uint64_t next_points(std::uint64_t before) const {
    std::uint64_t const left = (options_.max_evaluations - warmup_) / quasi_random_scrambles - before;
    if (before > 0) return before <= left ? before : 0;
    std::uint64_t first = first_points;
    while (first > left) first /= 2;
    return first < block_size ? 0 : first;
  }

  /// Adds points from ... to - 1 of each scramble; false if it was cut short, with the sums as they were.
  bool sample(adapted_map<dimension> const& map, std::uint64_t from, std::uint64_t to) {
    std::uint64_t const length = std::min(to - from, quasi_random_chunk);
    auto const chunks_each = static_cast<std::size_t>((to - from) / length);
    std::size_t const chunks = chunks_each * quasi_random_scrambles;
    auto const bounds = even_bounds(chunks, team_.size());
    std::size_t const first = bounds[team_.rank()], last = bounds[team_.rank() + 1];
    std::vector<quasi_random_sums> parts(chunks);
    std::atomic<std::uint64_t> done = 0;
    auto const work = [&](std::size_t i) {
      std::size_t const chunk = first + i;
      std::size_t const scramble = chunk / chunks_each;
      std::uint64_t const begin = from + chunk % chunks_each * length;
      parts[chunk] = sample_chunk(map, scramble, begin, begin + length);
      done += length;
    };
    auto const outcome = options_.threads.for_each(
        last - first, work, [&] { return keep_going(team_.size() * done.load(), to); });
    if (team_.largest(outcome == chunks_outcome::stopped ? 1 : 0) > 0) return false;
    team_.gather(std::span(parts), bounds);
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) { // in this order, whoever made them
      sums_[chunk / chunks_each] += parts[chunk].value;
      counts_ += parts[chunk].counts;
    }
    return true;
  }

  quasi_random_sums sample_chunk(adapted_map<dimension> const& map, std::size_t scramble, std::uint64_t begin,
                                 std::uint64_t end) const {
    quasi_random_sums sums;
    point_block<dimension> block;
    block.size = block_size;
    for (std::uint64_t n = begin; n < end; n += block_size) {
      sequences_[scramble].fill(n, block.coordinates);
      map.map_block(block.coordinates, block.jacobians);
      f_(block);
      for (std::size_t i = 0; i < block_size; ++i) {
        double const value = block.values[i] * block.jacobians[i];
        if (!is_finite(value))
          sums.counts +=
              {0, 0, 1, std::uint64_t{scramble} << scrambled_sobol<dimension>::index_bits | (n + i)};
        else if (value == 0)
          ++sums.counts.zero;
        else
          sums.value += value;
      }
      sums.counts.all += block_size;
    }
    return sums;
  }

  /// The mean over scrambles and its error, widened so that deviations in units of it have variance 1 in spite of so
  /// few scrambles (Student's distribution has variance n / (n - 2) for n degrees of freedom).
  void combine_scrambles(std::uint64_t points) {
    constexpr auto scrambles = static_cast<double>(quasi_random_scrambles);
    double mean = 0, variance = 0;
    for (double const sum : sums_) mean += sum / static_cast<double>(points) / scrambles;
    for (double const sum : sums_) variance += std::pow(sum / static_cast<double>(points) - mean, 2);
    known_.value = mean;
    known_.error = std::sqrt(variance / (scrambles * (scrambles - 3)));
    known_.production_evaluations = counts_.all;
    known_.evaluations = warmup_ + counts_.all;
    known_.zero_evaluations = counts_.zero;
    known_.non_finite_evaluations = counts_.non_finite;
    known_.first_non_finite_index = counts_.first_non_finite_index;
    known_.iterations = quasi_random_scrambles;
    known_.chi2_per_dof = 0;
    known_.effective_sample_size = 0;
    if (mean != 0)
      known_.relative_deviation_per_point =
          known_.relative_error() * std::sqrt(static_cast<double>(counts_.all));
  }

  /// Between chunks, on the calling thread.
  bool keep_going(std::uint64_t done, std::uint64_t points) {
    double const seconds = watch_.seconds();
    if (seconds >= options_.time_limit_seconds) {
      interruption_ = stop_reason::time_limit;
      return false;
    }
    constexpr double seconds_between_reports = 0.1;
    if (seconds < next_report_) return true;
    next_report_ = seconds + seconds_between_reports;
    std::uint64_t const evaluations = warmup_ + counts_.all + done;
    double const expected = static_cast<double>(warmup_) + std::max(expected_production(), points_of(points));
    fraction_ = std::clamp(static_cast<double>(evaluations) / expected, fraction_, 1.0);
    progress_report const report{fraction_, evaluations, known_.value, known_.error, seconds};
    if (progress_.tell(report) == wish::go_on) return true;
    interruption_ = stop_reason::cancelled;
    return false;
  }

  static double points_of(std::uint64_t each) { return static_cast<double>(each * quasi_random_scrambles); }

  /// Doublings still to come, if the error falls by 1.7 in each.
  double expected_production() const {
    if (counts_.all == 0) return 0;
    double const excess = std::max(known_.relative_error() / options_.relative_error, 1.0);
    return static_cast<double>(counts_.all) * std::exp2(std::ceil(std::log(excess) / std::log(1.7)));
  }

  stop_reason agreed_interruption() {
    return static_cast<stop_reason>(
        team_.largest(interruption_ ? static_cast<unsigned>(*interruption_) : 0u));
  }

  block_evaluator<dimension> f_;
  vegas_options const& options_;
  progress_listener<dimension> progress_;
  T const& team_;
  std::vector<scrambled_sobol<dimension>> sequences_;
  std::array<double, quasi_random_scrambles> sums_{};
  evaluation_counts counts_;
  std::uint64_t warmup_ = 0;
  integral_estimate known_;
  stopwatch watch_;
  double next_report_ = 0.1;
  double fraction_ = 0;
  std::optional<stop_reason> interruption_; ///< in this process
};

} // namespace detail

/// Integrates f over the unit cube with scrambled Sobol' points after an adaptive warm-up, to a relative error: for a
/// smooth integrand far fewer points than random ones need, the more so the smaller the error. `error` is one standard
/// deviation, from independent scrambles. The same options give the same bits for any number of threads and processes.
/// Throws input_error if the options make no sense, and what f throws. `allocation_exponent` is for the warm-up alone.
template <Integrand F, ProgressCallback Progress = no_progress, Team T = alone>
integral_estimate run_quasi_random(F const& f, vegas_options const& options, Progress&& progress = {},
                                   T const& team = {}) {
  require_valid(options);
  if (options.max_evaluations < smallest_quasi_random_budget)
    throw detail::refused("max_evaluations", static_cast<double>(options.max_evaluations),
                          "at least 5000 with quasi-random points");
  return detail::erased(f, progress, [&](auto evaluator, auto listener) {
    return detail::quasi_random_driver<F::dimension, T>(evaluator, options, listener, team).run();
  });
}

} // namespace trident
