// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include <trident/mc/grid.hpp>

namespace trident {

/// A map of the open unit cube onto itself that takes pairwise correlations away: each coordinate is drawn from a density
/// that depends on one other, its parent, and the pairs form trees (C. K. Chow, C. N. Liu, IEEE Trans. Inf. Theory 14
/// (1968) 462: the tree of largest mutual information is the best of all; without its weak links it is a forest). Densities
/// are constant in steps along the coordinate and linear in the parent.
template <std::size_t Dimension>
class conditional_map {
public:
  using point_type = std::array<double, Dimension>;

  /// A point of the cube and how the map stretches there.
  struct image {
    point_type position;
    double jacobian; ///< d position / d u
  };

  static constexpr std::size_t steps = 16;      ///< along a coordinate
  static constexpr std::size_t columns = steps; ///< along its parent

  using column = std::array<double, steps + 1>; ///< cumulative density at the steps
  using table = std::array<column, columns>;

  /// All that a map has learnt.
  struct content {
    /// From place 1 on the coordinates that depend on another, parents before their children; what depends on none need
    /// not be there.
    std::array<std::size_t, Dimension> order{};
    std::array<std::size_t, Dimension> parent{}; ///< of those
    std::size_t children = 0;                    ///< so many
    std::vector<table> tables;                   ///< one a coordinate; none for the identity
  };

  /// The identity.
  conditional_map() = default;

  /// What an earlier one had learnt.
  explicit conditional_map(content known) : known_(std::move(known)) {}

  content const& learnt() const { return known_; }

  /// In which of the steps along each axis a point is: all that learning needs of it.
  using place = std::array<std::uint8_t, Dimension>;

  static place place_of(point_type const& u) {
    place result;
    for (std::size_t i = 0; i < Dimension; ++i)
      result[i] = static_cast<std::uint8_t>(std::min(static_cast<std::size_t>(u[i] * steps), steps - 1));
    return result;
  }

  /// Learns from places of points spread evenly over the cube, with the values of the function to follow, none negative.
  conditional_map(std::span<place const> points, std::span<double const> values) {
    grow_forest(points, values);
    for (std::size_t i = 1; i <= known_.children; ++i) fill(known_.order[i], points, values);
  }

  image operator()(point_type const& u) const {
    image result{u, 1};
    if (known_.tables.empty()) return result;
    for (std::size_t i = 1; i <= known_.children; ++i) draw(known_.order[i], result);
    return result;
  }

private:
  static constexpr double weakest = 3e-3; ///< mutual information that is worth a dependence [nats]

  void draw(std::size_t axis, image& at) const {
    table const& all = known_.tables[axis];
    double const along = at.position[known_.parent[axis]] * columns - 0.5;
    double const clamped = std::clamp(along, 0.0, columns - 1.0);
    auto const left = std::min(static_cast<std::size_t>(clamped), columns - 2);
    double const t = clamped - static_cast<double>(left);
    double const* const a = all[left].data();
    double const* const b = all[left + 1].data();
    auto const below = [&](std::size_t step) { return a[step] + t * (b[step] - a[step]); };
    double const u = at.position[axis];
    std::size_t step = 0; // counted rather than searched: no branch to guess
    for (std::size_t i = 1; i < steps; ++i) step += below(i) <= u ? 1 : 0;
    double const low = below(step), height = below(step + 1) - low;
    double const inside = std::clamp((u - low) / height, 0.0, 1.0);
    at.position[axis] =
        std::clamp((static_cast<double>(step) + inside) / steps, 0x1p-53, adapted_map<Dimension>::below_one);
    at.jacobian /= height * steps;
  }

  /// In bits, up to a factor that all pairs share.
  static double mutual_information(std::size_t one, std::size_t other, std::span<place const> points,
                                   std::span<double const> values) {
    std::array<std::array<double, steps>, columns> joint{};
    for (std::size_t i = 0; i < points.size(); ++i) joint[points[i][one]][points[i][other]] += values[i];
    std::array<double, steps> rows{}, across{};
    double total = 0;
    for (std::size_t i = 0; i < steps; ++i)
      for (std::size_t j = 0; j < steps; ++j) {
        rows[i] += joint[i][j];
        across[j] += joint[i][j];
        total += joint[i][j];
      }
    double sum = 0;
    for (std::size_t i = 0; i < steps; ++i)
      for (std::size_t j = 0; j < steps; ++j)
        if (joint[i][j] > 0) sum += joint[i][j] * std::log(joint[i][j] * total / (rows[i] * across[j]));
    return sum;
  }

  using knowledge =
      std::array<std::array<double, Dimension>, Dimension>; ///< of each pair, summed over points

  /// Joins to a tree, one after the other, the coordinate that depends most on one in it. Where none depends enough,
  /// another tree grows from the pair left that depends most on each other.
  void grow_forest(std::span<place const> points, std::span<double const> values) {
    knowledge known{};
    for (std::size_t i = 0; i < Dimension; ++i)
      for (std::size_t j = 0; j < i; ++j)
        known[i][j] = known[j][i] = mutual_information(i, j, points, values);
    double const least = weakest * std::accumulate(values.begin(), values.end(), 0.0);
    std::array<bool, Dimension> joined{};
    joined[known_.order[0] = Dimension - 1] = true;
    while (known_.children + 1 < Dimension) {
      auto next = strongest_link(known, joined, [&](std::size_t parent) { return joined[parent]; });
      if (!(next.strength >= least))
        next = strongest_link(known, joined, [&](std::size_t parent) { return !joined[parent]; });
      if (!(next.strength >= least)) return;
      joined[next.parent] = joined[next.child] = true;
      known_.order[++known_.children] = next.child;
      known_.parent[next.child] = next.parent;
    }
  }

  struct link {
    double strength;
    std::size_t child, parent;
  };

  /// To a child that has not joined, from a parent that may be one.
  template <class MayBeParent>
  static link strongest_link(knowledge const& known, std::array<bool, Dimension> const& joined,
                             MayBeParent const& may_be_parent) {
    link best{-1, 0, 0};
    for (std::size_t i = 0; i < Dimension; ++i)
      for (std::size_t j = 0; j < Dimension; ++j)
        if (i != j && !joined[i] && may_be_parent(j) && known[i][j] > best.strength)
          best = {known[i][j], i, j};
    return best;
  }

  using histogram = std::array<std::array<double, steps>, columns>;

  /// Means over neighbours with weights 1 : 2 : 1, both ways.
  static void smooth(histogram& seen) {
    histogram const raw = seen;
    auto const along = [&](std::size_t c, std::size_t s) {
      auto const& row = raw[c];
      return (row[s == 0 ? 0 : s - 1] + 2 * row[s] + row[s + 1 == steps ? s : s + 1]) / 4;
    };
    for (std::size_t c = 0; c < columns; ++c)
      for (std::size_t s = 0; s < steps; ++s)
        seen[c][s] =
            (along(c == 0 ? 0 : c - 1, s) + 2 * along(c, s) + along(c + 1 == columns ? c : c + 1, s)) / 4;
  }

  void fill(std::size_t axis, std::span<place const> points, std::span<double const> values) {
    if (known_.tables.empty()) known_.tables.resize(Dimension);
    table& all = known_.tables[axis];
    histogram seen{};
    for (std::size_t i = 0; i < points.size(); ++i)
      seen[points[i][known_.parent[axis]]][points[i][axis]] += values[i] * values[i];
    smooth(seen);
    for (auto& rows : seen)
      for (double& s : rows) s = std::sqrt(s);
    for (std::size_t c = 0; c < columns; ++c) {
      double total = 0;
      for (double const s : seen[c]) total += s;
      constexpr double least = 0.05; // of the mean: what was not seen stays possible
      double const lift = total > 0 ? least * total / steps : 1;
      all[c][0] = 0;
      for (std::size_t s = 0; s < steps; ++s) all[c][s + 1] = all[c][s] + std::max(seen[c][s], lift);
      double const whole = all[c][steps];
      for (double& sum : all[c]) sum /= whole;
      all[c][steps] = 1;
    }
  }

  content known_;
};

} // namespace trident
