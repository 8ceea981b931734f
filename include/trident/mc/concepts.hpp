// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace trident {

/// A function on the unit cube, which is all that the Monte Carlo knows.
template <class F>
concept Integrand = requires(F const& f, std::array<double, F::dimension> const& point) {
  { F::dimension } -> std::convertible_to<std::size_t>;
  { f(point) } -> std::convertible_to<double>;
};

/// Random points that depend on (seed, stream, index) alone.
template <class S>
concept PointSource = requires(S const& s, std::uint64_t index) {
  { S::dimension } -> std::convertible_to<std::size_t>;
  { s(index) } -> std::same_as<std::array<double, S::dimension>>;
};

} // namespace trident
