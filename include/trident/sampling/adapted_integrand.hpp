// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include <trident/mc/grid.hpp>
#include <trident/mc/iteration.hpp>
#include <trident/sampling/conditional_map.hpp>

namespace trident {

/// An integrand behind the map that was adapted to it, which makes it as flat as a separable map can.
template <Integrand F>
class adapted_integrand {
public:
  static constexpr std::size_t dimension = F::dimension;
  using point_type = std::array<double, dimension>;

  using layer_list = std::vector<conditional_map<dimension>>; ///< the last one learnt comes first

  adapted_integrand(F integrand, adapted_map<dimension> map, layer_list layers = {})
      : integrand_(std::move(integrand)), map_(std::move(map)), layers_(std::move(layers)) {}

  F const& integrand() const { return integrand_; }
  layer_list const& layers() const { return layers_; }

  /// Where the integrand is asked for the point u.
  point_type position(point_type const& u) const { return mapped(u).position; }

  using place = typename conditional_map<dimension>::place;

  /// Learns what depends on what from places of points spread evenly over the cube, on top of what was learnt before.
  void follow(std::span<place const> points, std::span<double const> values) {
    layers_.insert(layers_.begin(), conditional_map<dimension>(points, values));
  }

  /// Integrand times Jacobian at each point. A value does not depend on the points beside it. Values that are not
  /// finite count as 0.
  void evaluate(std::span<point_type const> points, std::span<double> values) const {
    detail::point_block<dimension> block;
    for (std::size_t first = 0; first < points.size(); first += block_size) {
      std::size_t const size = std::min(block_size, points.size() - first);
      block.size = 0;
      for (std::size_t i = 0; i < size; ++i) block.push(mapped(points[first + i]));
      detail::evaluate(integrand_, block);
      for (std::size_t i = 0; i < size; ++i) {
        double const value = block.values[i] * block.jacobians[i];
        values[first + i] = detail::is_finite(value) ? value : 0;
      }
    }
  }

private:
  mapped_point<dimension> mapped(point_type u) const {
    double jacobian = 1;
    for (auto const& layer : layers_) {
      auto const next = layer(u);
      u = next.position;
      jacobian *= next.jacobian;
    }
    auto result = map_(u);
    result.jacobian *= jacobian;
    return result;
  }

  F integrand_;
  adapted_map<dimension> map_;
  layer_list layers_;
};

} // namespace trident
