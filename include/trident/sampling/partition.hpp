// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <queue>
#include <span>
#include <utility>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/sampling/adapted_integrand.hpp>
#include <trident/sampling/cells.hpp>
#include <trident/sampling/preparation_options.hpp>
#include <trident/sampling/trial_source.hpp>

namespace trident {

namespace detail {

/// A cell with the points seen in it and the best cut that they suggest.
template <std::size_t Dimension>
struct explored_cell {
  using point_type = std::array<float, Dimension>; ///< exact enough to say on which side of a cut it is

  cell<Dimension> box;
  std::vector<point_type> points;
  std::vector<double> values;
  std::size_t axis = 0;
  double position = 0; ///< of the cut
  double gain = 0;     ///< by which the integral of the maxima falls

  double largest() const { return values.empty() ? 0 : *std::max_element(values.begin(), values.end()); }

  /// Tries cuts at eighths of each axis.
  void plan_cut() {
    double const here = largest();
    gain = -1;
    for (std::size_t a = 0; a < Dimension; ++a) try_axis(a, here);
    gain *= box.volume();
  }

  /// Gives the part above the cut away.
  explored_cell cut() {
    explored_cell above;
    above.box = box;
    above.box.lower[axis] = position;
    above.box.width[axis] = box.lower[axis] + box.width[axis] - position;
    box.width[axis] = position - box.lower[axis];
    auto const is_below = [&](point_type const& point) { return point[axis] < position; };
    auto const kept = static_cast<std::size_t>(std::count_if(points.begin(), points.end(), is_below));
    above.points.reserve(points.size() - kept);
    above.values.reserve(points.size() - kept);
    std::size_t next = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (is_below(points[i])) {
        points[next] = points[i];
        values[next++] = values[i];
      } else {
        above.points.push_back(points[i]);
        above.values.push_back(values[i]);
      }
    }
    points.resize(kept);
    values.resize(kept);
    return above;
  }

private:
  static constexpr std::size_t slabs = 8;

  void try_axis(std::size_t a, double here) {
    std::array<double, slabs> top{};
    double const scale = slabs / box.width[a];
    for (std::size_t i = 0; i < points.size(); ++i) {
      auto const slab = static_cast<std::size_t>(std::max((points[i][a] - box.lower[a]) * scale, 0.0));
      double& highest = top[std::min(slab, slabs - 1)];
      highest = std::max(highest, values[i]);
    }
    std::array<double, slabs + 1> after{};
    for (std::size_t i = slabs; i-- > 0;) after[i] = std::max(after[i + 1], top[i]);
    double before = 0;
    for (std::size_t i = 1; i < slabs; ++i) {
      before = std::max(before, top[i - 1]);
      double const share = static_cast<double>(i) / slabs;
      double const gained = here - share * before - (1 - share) * after[i];
      if (gained <= gain) continue;
      gain = gained;
      axis = a;
      position = box.lower[a] + share * box.width[a];
    }
  }
};

/// Cuts the cube where that lowers the integral of the cells' maxima most, again and again
/// (S. Jadach, Comput. Phys. Commun. 152 (2003) 55, cuts along the axes only).
template <Integrand F>
class partitioner {
public:
  static constexpr std::size_t dimension = F::dimension;

  partitioner(adapted_integrand<F> const& integrand, partition_options const& options,
              trial_source const& random, stop_question const& go_on)
      : integrand_(integrand), options_(options), random_(random), go_on_(go_on) {}

  std::vector<cell<dimension>> run() && {
    cells_.reserve(options_.cells);
    cells_.emplace_back();
    constexpr std::size_t first_points = 20'000;
    explore(cells_.back(), first_points);
    enqueue(0);
    while (cells_.size() < options_.cells) {
      ask_to_go_on(go_on_);
      cut_best();
    }
    return with_maxima();
  }

private:
  using explored = explored_cell<dimension>;

  void cut_best() {
    std::size_t const which = queue_.top().second;
    queue_.pop();
    cells_.push_back(cells_[which].cut());
    for (std::size_t const half : {which, cells_.size() - 1}) {
      explore(cells_[half], options_.points_to_cut);
      enqueue(half);
    }
  }

  void enqueue(std::size_t which) {
    cells_[which].plan_cut();
    queue_.emplace(cells_[which].gain, which);
  }

  /// A sequence of random points; the attempts keep sequences apart.
  struct sequence {
    std::uint64_t attempt, drawn = 0;
  };

  void explore(explored& one, std::size_t wanted) { explore(one, wanted, common_); }

  /// Draws points in a cell until so many are known, in whole blocks.
  void explore(explored& one, std::size_t wanted, sequence& numbers) {
    while (one.points.size() < wanted) {
      std::array<std::array<double, dimension>, block_size> block;
      for (auto& point : block) {
        point = one.box.place(random_.point<dimension>({numbers.drawn++, numbers.attempt}));
        std::transform(point.begin(), point.end(), one.points.emplace_back().begin(),
                       [](double u) { return static_cast<float>(u); });
      }
      one.values.resize(one.points.size());
      integrand_.evaluate(block, std::span(one.values).last(block_size));
    }
  }

  std::vector<cell<dimension>> with_maxima() {
    std::vector<cell<dimension>> result;
    for (auto& one : cells_) {
      ask_to_go_on(go_on_);
      explore(one, options_.points_for_maximum);
      result.push_back(one.box);
      result.back().maximum = one.largest() > 0 ? one.largest() : largest_in_corners(one.box);
    }
    scale_maxima(result);
    return result;
  }

  /// Looks closer at a cell that seems empty; what is drawn for that leaves all other points as they are.
  double largest_in_corners(cell<dimension> const& box) {
    constexpr std::size_t closer = 32;
    explored one;
    one.box = box;
    explore(one, closer * options_.points_for_maximum, of_corners_);
    return one.largest();
  }

  struct excess {
    double ratio;  ///< value over maximum
    double weight; ///< share of the integral, per unit of ratio
  };

  /// How points drawn anew compare with the maxima.
  struct comparison {
    std::vector<excess> seen; ///< the high ones
    double integral = 0;
    bool found_corner = false; ///< where a cell had seemed empty
  };

  comparison compare_anew(std::vector<cell<dimension>>& cells) {
    comparison result;
    for (auto& one : cells) {
      explored fresh;
      fresh.box = one;
      explore(fresh, options_.points_for_maximum / 2);
      constexpr double beyond = 1e100; // a cell that seemed empty has no ratio to its maximum
      if (fresh.largest() > beyond * one.maximum) {
        one.maximum = fresh.largest();
        result.found_corner = true;
      }
      double const weight = one.volume() / static_cast<double>(fresh.values.size());
      for (double const value : fresh.values) {
        result.integral += value * weight;
        if (value > 0.5 * one.maximum) result.seen.push_back({value / one.maximum, weight * one.maximum});
      }
    }
    return result;
  }

  /// One factor for all maxima, so that points drawn anew put the share allowed above them.
  void scale_maxima(std::vector<cell<dimension>>& cells) {
    auto compared = compare_anew(cells);
    if (compared.found_corner) compared = compare_anew(cells);
    auto& seen = compared.seen;
    double const integral = compared.integral;
    std::sort(seen.begin(), seen.end(), [](auto const& a, auto const& b) { return a.ratio > b.ratio; });
    constexpr double smallest_factor = 0.5;
    seen.push_back({smallest_factor, 0});
    double above = 0, weight = 0, factor = smallest_factor;
    for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
      weight += seen[i].weight;
      double const step = (seen[i].ratio - seen[i + 1].ratio) * weight;
      if (above + step > options_.overweight * integral) {
        factor = seen[i].ratio - (options_.overweight * integral - above) / weight;
        break;
      }
      above += step;
    }
    constexpr double least = 1e-3; // of the mean value: a cell in which nothing was seen stays possible
    for (auto& one : cells) one.maximum = std::max(one.maximum * factor, least * integral);
  }

  adapted_integrand<F> const& integrand_;
  partition_options const& options_;
  trial_source random_;
  stop_question const& go_on_;
  sequence common_{0}, of_corners_{2}; // learning has 1
  std::vector<explored> cells_;
  std::priority_queue<std::pair<double, std::size_t>> queue_;
};

} // namespace detail

/// Cells that fill the cube, each with a maximum of the integrand. What exceeds them is a controlled share of the
/// integral.
template <Integrand F>
std::vector<cell<F::dimension>> make_partition(adapted_integrand<F> const& integrand,
                                               partition_options const& options, trial_source const& random,
                                               stop_question const& go_on = {}) {
  return detail::partitioner<F>(integrand, options, random, go_on).run();
}

} // namespace trident
