// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>

#include <trident/base/finite.hpp>
#include <trident/mc/block.hpp>

namespace trident {

/// Where a point of the unit cube went, and by how much the volume around it grew.
template <std::size_t Dimension>
struct mapped_point {
  std::array<double, Dimension> position;
  double jacobian;                          ///< d position / d u
  std::array<std::uint32_t, Dimension> bin; ///< of each axis
};

/// A piecewise linear, separable map of the open unit cube onto itself, in `bins` steps an axis
/// (Lepage, J. Comput. Phys. 27 (1978) 192). Steps are narrow where the integrand is large, so that points drawn
/// uniformly and mapped are drawn about in proportion to it: this is what event generation samples from.
template <std::size_t Dimension>
class adapted_map {
public:
  static constexpr std::size_t dimension = Dimension;
  static constexpr std::size_t bins = 128;
  using axis_edges = std::array<double, bins + 1>;
  using axis_histogram = std::array<double, bins>;
  using histogram = std::array<axis_histogram, Dimension>;

  /// The identity.
  adapted_map() {
    for (auto& edges : edges_) {
      for (std::size_t i = 0; i <= bins; ++i) { edges[i] = static_cast<double>(i) / bins; }
    }
  }

  /// A map with edges of an earlier one; each axis increases from 0 to 1.
  explicit adapted_map(std::array<axis_edges, Dimension> const& edges) : edges_(edges) {}

  std::array<axis_edges, Dimension> const& edges() const { return edges_; }

  /// u in the open unit cube -> position in the open unit cube.
  mapped_point<Dimension> operator()(std::array<double, Dimension> const& u) const {
    mapped_point<Dimension> result;
    result.jacobian = 1;
    // A fold, because a loop over axes keeps all in memory and takes half as long again.
    [&]<std::size_t... Axis>(std::index_sequence<Axis...>) {
      (map_axis(u[Axis], edges_[Axis], result.position[Axis], result.bin[Axis], result.jacobian), ...);
    }
    (std::make_index_sequence<Dimension>{});
    return result;
  }

  /// The same for a block of points, in place; `jacobians` receives those of the map.
  void map_block(block_coordinates<Dimension>& points, block_values& jacobians) const {
    jacobians.fill(1);
    for (std::size_t axis = 0; axis < Dimension; ++axis) {
      auto const& edges = edges_[axis];
      auto& coordinate = points[axis];
      std::uint32_t bin;
      for (std::size_t i = 0; i < block_size; ++i)
        map_axis(coordinate[i], edges, coordinate[i], bin, jacobians[i]);
    }
  }

  /// The u that is mapped to a position in the open unit cube.
  std::array<double, Dimension> inverse(std::array<double, Dimension> const& position) const {
    std::array<double, Dimension> u;
    for (std::size_t axis = 0; axis < Dimension; ++axis) {
      auto const& edges = edges_[axis];
      auto const upper = std::upper_bound(edges.begin() + 1, edges.end() - 1, position[axis]);
      auto const bin = static_cast<double>(upper - edges.begin() - 1);
      double const lower = *(upper - 1);
      u[axis] = std::min((bin + (position[axis] - lower) / (*upper - lower)) / bins, below_one);
    }
    return u;
  }

  /// Moves the edges so that each bin holds about the same share of what was `collected`, the integral of the squared
  /// integrand over each bin of u. `damping` = 0 leaves the map alone, 1 or more follows the sample closely.
  void refine(histogram const& collected, double damping) {
    for (std::size_t axis = 0; axis < Dimension; ++axis) {
      refine_axis(edges_[axis], collected[axis], damping);
    }
  }

  static constexpr double below_one = 1 - 0x1p-53;

private:
  static void map_axis(double u, axis_edges const& edges, double& position, std::uint32_t& number,
                       double& jacobian) {
    double const scaled = u * bins; // exact, hence below `bins`
    auto const bin = static_cast<std::int32_t>(scaled);
    double const* const edge = edges.data() + bin;
    double const width = edge[1] - edge[0];
    position = std::min(edge[0] + (scaled - bin) * width, below_one);
    number = static_cast<std::uint32_t>(bin);
    jacobian *= width * bins;
  }

  static void refine_axis(axis_edges& edges, axis_histogram const& collected, double damping) {
    double const total = std::accumulate(collected.begin(), collected.end(), 0.0);
    if (!detail::is_finite(total) || !(total > 0)) { return; } // nothing was learnt
    axis_histogram importance = smooth(collected);
    for (double& share : importance) { share = std::pow(compress(share / total), damping); }
    limit_growth(edges, importance);
    edges = equalise(edges, importance);
  }

  /// Means over neighbours with weights 1 : 6 : 1 (7 : 1 at the ends).
  static axis_histogram smooth(axis_histogram const& raw) {
    axis_histogram smoothed;
    for (std::size_t i = 0; i < bins; ++i) {
      double const left = raw[i == 0 ? 0 : i - 1];
      double const right = raw[i + 1 == bins ? i : i + 1];
      smoothed[i] = (left + 6 * raw[i] + right) / 8;
    }
    return smoothed;
  }

  /// (1 - share) / ln(1 / share) (Lepage, eq. 19), with a floor so that a bin in which nothing was seen keeps room.
  static double compress(double share) {
    double const floored = std::max(share, 1e-6 / bins);
    return floored < 1 ? (floored - 1) / std::log(floored) : 1;
  }

  /// Raises `importance` where needed, so that widths of the new bins grow by `growth` per unit length at most.
  /// Without this the bin that holds the border of a region where the integrand vanishes grows into that region, and
  /// the few points that it sends to the near side come with huge weights.
  static void limit_growth(axis_edges const& edges, axis_histogram& importance) {
    constexpr double growth = 1;
    double const step = std::accumulate(importance.begin(), importance.end(), 0.0) / bins;
    axis_histogram width; // of the new bins, at each old one
    for (std::size_t i = 0; i < bins; ++i) { width[i] = (edges[i + 1] - edges[i]) * step / importance[i]; }
    for (std::size_t i = 1; i < bins; ++i) {
      width[i] = std::min(width[i], width[i - 1] + growth * (edges[i + 1] - edges[i - 1]) / 2);
    }
    for (std::size_t i = bins - 1; i-- > 0;) {
      width[i] = std::min(width[i], width[i + 1] + growth * (edges[i + 2] - edges[i]) / 2);
    }
    for (std::size_t i = 0; i < bins; ++i) { importance[i] = (edges[i + 1] - edges[i]) / width[i]; }
  }

  /// New edges between which the step function `importance` over the old bins has equal integrals.
  static axis_edges equalise(axis_edges const& old, axis_histogram const& importance) {
    double const step = std::accumulate(importance.begin(), importance.end(), 0.0) / bins;
    axis_edges edges;
    edges.front() = 0;
    edges.back() = 1;
    std::size_t bin = 0;
    double before = 0; // integral below `bin`
    for (std::size_t i = 1; i < bins; ++i) {
      double const wanted = step * static_cast<double>(i);
      while (bin + 1 < bins && before + importance[bin] < wanted) { before += importance[bin++]; }
      double const inside = std::min((wanted - before) / importance[bin], 1.0);
      edges[i] = old[bin] + inside * (old[bin + 1] - old[bin]);
    }
    return edges;
  }

  std::array<axis_edges, Dimension> edges_;
};

} // namespace trident
