// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/event/event_points.hpp>
#include <trident/event/observables.hpp>
#include <trident/event/selection.hpp>
#include <trident/event/smearing.hpp>
#include <trident/event/source.hpp>
#include <trident/numerics/histogram.hpp>
#include <trident/parallel/execution.hpp>

// Cross sections within cuts, in bins of any observable, with quasi-random points of the full phase space.

namespace trident {

/// An observable and the edges of its bins, increasing.
struct distribution_axis {
  event_observable const* what;
  std::vector<double> edges;

  std::size_t bins() const { return edges.size() - 1; }
};

/// What is asked of events: nothing but their number, or one or two axes; cuts; what a detector sees of them.
struct distribution_request {
  std::vector<distribution_axis> axes = {};
  selection cuts = {};
  smearing resolution = {};
};

/// How a distribution is computed.
struct distribution_options {
  double relative_error = 1e-3; ///< of the cross section within the cuts; bins have larger ones
  std::uint64_t seed = 1;
  execution_policy threads = 1;
  std::uint64_t max_evaluations = std::uint64_t{1} << 25;
  stop_question go_on = {}; ///< asked by all threads; where it says no, computation_stopped is thrown
};

/// A number with one standard deviation.
struct value_with_error {
  double value = 0, error = 0;

  double relative_error() const { return value != 0 ? error / std::abs(value) : HUGE_VAL; }
};

/// Cross sections [fb] in bins. A cell is a bin of each axis, or what is below or above all bins of it.
struct event_distribution {
  std::vector<distribution_axis> axes;
  std::vector<value_with_error>
      cells; ///< of the first axis in order, below and above included, of the second within
  std::vector<std::uint64_t> entries; ///< points in each
  value_with_error all, passed;       ///< without and with cuts
  value_with_error efficiency;        ///< passed over all
  std::uint64_t evaluations = 0;

  /// Places along an axis, with those below and above.
  std::size_t places(std::size_t axis) const { return axes[axis].bins() + 2; }

  /// Of a bin, counted from 0, of one axis.
  value_with_error const& bin(std::size_t i) const { return cells[i + 1]; }
  /// Of two axes.
  value_with_error const& bin(std::size_t i, std::size_t j) const {
    return cells[(i + 1) * places(1) + j + 1];
  }
  /// All that passed and lies in no bin.
  double outside() const {
    double in_bins = 0;
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (is_inside(c)) in_bins += cells[c].value;
    return passed.value - in_bins;
  }
  /// Whether a cell is a bin of each axis.
  bool is_inside(std::size_t c) const {
    for (std::size_t axis = axes.size(); axis-- > 0;) {
      std::size_t const at = c % places(axis);
      if (at == 0 || at + 1 == places(axis)) return false;
      c /= places(axis);
    }
    return true;
  }
};

namespace detail {

/// Place along an axis: 0 below all bins, then the bins, then what is above.
inline std::size_t place_along(distribution_axis const& axis, double value) {
  if (!(value >= axis.edges.front())) return 0;
  if (value > axis.edges.back()) return axis.bins() + 1;
  return bin_of(axis.edges, value) + 1;
}

/// What was added up of one scramble of one integrand.
struct scramble_sums {
  double all = 0, passed = 0;
  std::vector<double> cells;
  std::vector<std::uint64_t> entries;
};

/// One integrand of a distribution.
struct distribution_part {
  event_integrand const* integrand;
  double multiplicity;
  std::uint64_t points = 0; ///< of each scramble
  std::array<scramble_sums, event_scrambles> sums;

  /// Of one scramble: its estimate of what `of` picks.
  template <class Of>
  double estimate(std::size_t scramble, Of const& of) const {
    return multiplicity * of(sums[scramble]) / static_cast<double>(points);
  }

  /// Mean over scrambles and variance of the mean, widened as that of run_quasi_random.
  template <class Of>
  std::array<double, 2> mean_and_variance(Of const& of) const {
    constexpr auto n = static_cast<double>(event_scrambles);
    double mean = 0, square = 0;
    for (std::size_t k = 0; k < event_scrambles; ++k) mean += estimate(k, of) / n;
    for (std::size_t k = 0; k < event_scrambles; ++k) square += std::pow(estimate(k, of) - mean, 2);
    return {mean, square / (n * (n - 3))};
  }
};

/// One computation of a distribution.
class distribution_run {
public:
  distribution_run(std::span<std::shared_ptr<event_source const> const> sources,
                   distribution_request const& request, distribution_options const& options)
      : request_(request), options_(options), smear_(options.seed, smearing_stream) {
    for (auto const& axis : request.axes) cells_ *= axis.bins() + 2;
    for (auto const& source : sources)
      for (auto const* one : source->integrands())
        parts_.push_back({one, source->description().multiplicity, 0, {}});
  }

  event_distribution run() && {
    std::vector<std::size_t> every(parts_.size());
    for (std::size_t i = 0; i < every.size(); ++i) every[i] = i;
    add_points(every);
    for (;;) {
      auto const passed = sum([](scramble_sums const& one) { return one.passed; });
      if (passed.relative_error() <= options_.relative_error && evaluations_ >= fewest) break;
      if (passed.value == 0 && evaluations_ >= enough_for_nothing) break;
      std::size_t const next = neediest();
      if (evaluations_ + event_scrambles * parts_[next].points > options_.max_evaluations) break;
      add_points({next});
    }
    return result();
  }

private:
  static constexpr std::uint64_t smearing_stream = ~std::uint64_t{0} - 2;
  static constexpr std::uint64_t first_points = 2048; ///< of each scramble
  static constexpr std::uint64_t fewest = 1 << 17;    ///< so that bins have some
  static constexpr std::uint64_t enough_for_nothing = 1 << 20;

  template <class Of>
  value_with_error sum(Of const& of) const {
    value_with_error total;
    double variance = 0;
    for (auto const& part : parts_) {
      auto const [mean, own] = part.mean_and_variance(of);
      total.value += mean;
      variance += own;
    }
    total.error = std::sqrt(variance);
    return total;
  }

  /// Where more points help most for what they cost.
  std::size_t neediest() const {
    std::size_t best = 0;
    double most = -1;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      auto const [mean, variance] =
          parts_[i].mean_and_variance([](scramble_sums const& one) { return one.passed; });
      double const need = variance / static_cast<double>(parts_[i].points);
      if (need > most) {
        most = need;
        best = i;
      }
    }
    return best;
  }

  /// Doubles the points of some parts, or gives them their first ones.
  void add_points(std::vector<std::size_t> const& of) {
    auto const work = [&](std::size_t task) {
      std::size_t const part = of[task / event_scrambles];
      add_to(part, task % event_scrambles);
    };
    options_.threads.for_each(of.size() * event_scrambles, work);
    for (std::size_t const part : of) {
      std::uint64_t& points = parts_[part].points;
      std::uint64_t const more = points > 0 ? points : first_points;
      points += more;
      evaluations_ += more * event_scrambles;
    }
  }

  void add_to(std::size_t which, std::size_t scramble) {
    auto& part = parts_[which];
    auto& sums = part.sums[scramble];
    sums.cells.resize(cells_);
    sums.entries.resize(cells_);
    std::uint64_t const from = part.points, to = from > 0 ? 2 * from : first_points;
    event_points const points{options_.seed, which, scramble, from, to};
    visit_events(*part.integrand, points, options_.go_on, [&](event& e, double density, trial const& at) {
      sums.all += density;
      request_.resolution(e, smear_, {at.event, at.attempt + event_scrambles * which});
      if (!request_.cuts.passes(e)) return;
      sums.passed += density;
      if (request_.axes.empty()) return;
      std::size_t cell = 0;
      for (auto const& axis : request_.axes)
        cell = cell * (axis.bins() + 2) + place_along(axis, axis.what->of(e));
      sums.cells[cell] += density;
      ++sums.entries[cell];
    });
  }

  event_distribution result() const {
    event_distribution found;
    found.axes = request_.axes;
    found.evaluations = evaluations_;
    found.all = sum([](scramble_sums const& one) { return one.all; });
    found.passed = sum([](scramble_sums const& one) { return one.passed; });
    if (found.all.value > 0) {
      // [PHYS:distribution.efficiency]
      double const share = found.passed.value / found.all.value;
      auto const spread = sum([share](scramble_sums const& one) { return one.passed - share * one.all; });
      found.efficiency = {share, spread.error / found.all.value};
    }
    for (std::size_t c = 0; c < cells_ && !request_.axes.empty(); ++c) {
      found.cells.push_back(sum([c](scramble_sums const& one) { return one.cells[c]; }));
      std::uint64_t entries = 0;
      for (auto const& part : parts_)
        for (auto const& one : part.sums) entries += one.entries[c];
      found.entries.push_back(entries);
    }
    return found;
  }

  distribution_request const& request_;
  distribution_options const& options_;
  trial_source smear_;
  std::size_t cells_ = 1;
  std::vector<distribution_part> parts_;
  std::uint64_t evaluations_ = 0;
};

} // namespace detail

/// Cells that a distribution may have, with those below and above.
inline constexpr std::size_t most_distribution_cells = 100'000;

/// The cross section of all sources, each times its multiplicity, within cuts and in bins: weighted quasi-random points
/// over the full phase space, errors from independent scrambles. The same options give the same bits for any number of
/// threads. Throws input_error if there are no sources or too many bins.
inline event_distribution distribute(std::span<std::shared_ptr<event_source const> const> sources,
                                     distribution_request const& request,
                                     distribution_options const& options = {}) {
  if (sources.empty()) throw input_error("there are no sources of events to take a distribution of");
  std::size_t cells = 1;
  for (auto const& axis : request.axes) {
    auto const not_above = std::adjacent_find(axis.edges.begin(), axis.edges.end(), std::greater_equal<>{});
    if (axis.edges.size() < 2 || not_above != axis.edges.end())
      throw input_error("the bins of " + std::string(axis.what->name) + ": edges must increase");
    cells *= axis.bins() + 2;
    if (cells > most_distribution_cells)
      throw input_error("the distribution has " + std::to_string(cells) + " bins or more: at most " +
                        std::to_string(most_distribution_cells) + " are allowed");
  }
  return detail::distribution_run(sources, request, options).run();
}

} // namespace trident
