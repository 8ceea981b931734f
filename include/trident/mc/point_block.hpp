// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include <trident/base/function_ref.hpp>
#include <trident/mc/block.hpp>
#include <trident/mc/concepts.hpp>
#include <trident/mc/grid.hpp>

namespace trident::detail {

/// Points on their way from the map to the sums, in blocks, so that one integrand evaluation can overlap with the next
/// or fill a vector register.
template <std::size_t Dimension>
struct point_block {
  block_coordinates<Dimension> coordinates;
  block_values jacobians;
  block_values values;
  std::array<std::array<std::uint32_t, Dimension>, block_size> bins;
  std::size_t size = 0;

  void push(mapped_point<Dimension> const& point) {
    for (std::size_t axis = 0; axis < Dimension; ++axis) { coordinates[axis][size] = point.position[axis]; }
    jacobians[size] = point.jacobian;
    bins[size] = point.bin;
    ++size;
  }

  /// What is left over repeats the first point: it is evaluated and forgotten.
  void pad() {
    for (auto& axis : coordinates) {
      std::fill(axis.begin() + static_cast<std::ptrdiff_t>(size), axis.end(), axis[0]);
    }
  }
};

template <Integrand F>
void evaluate(F const& f, point_block<F::dimension>& block) {
  if constexpr (BlockIntegrand<F>) {
    block.pad();
    if constexpr (requires { f.evaluate(block.coordinates, block.values, block.size); })
      f.evaluate(block.coordinates, block.values, block.size);
    else
      f.evaluate(block.coordinates, block.values);
  } else {
    for (std::size_t i = 0; i < block.size; ++i) {
      std::array<double, F::dimension> point;
      for (std::size_t axis = 0; axis < F::dimension; ++axis) { point[axis] = block.coordinates[axis][i]; }
      block.values[i] = f(point);
    }
  }
}

/// An integrand as the integration sees it: evaluates a block of points. What samples and adapts is thus compiled once
/// for a number of dimensions, not once for each integrand.
template <std::size_t Dimension>
using block_evaluator = function_ref<void(point_block<Dimension>&)>;

/// What a block_evaluator refers to; it refers to f.
template <Integrand F>
auto evaluation_of(F const& f) {
  return [&f](point_block<F::dimension>& block) { evaluate(f, block); };
}

} // namespace trident::detail
