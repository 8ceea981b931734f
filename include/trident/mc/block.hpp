// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>

#include <trident/mc/concepts.hpp>

namespace trident {

/// Points that are evaluated together.
inline constexpr std::size_t block_size = 64;

/// One array a coordinate.
template <std::size_t Dimension>
struct alignas(64) block_coordinates : std::array<std::array<double, block_size>, Dimension> {};

struct alignas(64) block_values : std::array<double, block_size> {};

/// An integrand that would rather have many points at once, as packs do. Values must not depend on where in a block a
/// point stands. One that can be asked for less than a block has evaluate(points, values, count) too.
template <class F>
concept BlockIntegrand = Integrand<F> &&
    requires(F const& f, block_coordinates<F::dimension> const& points, block_values& values) {
  f.evaluate(points, values);
};

} // namespace trident
