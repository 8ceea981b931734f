// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <vector>

namespace trident {

/// Processes that integrate together: each does its share of the chunks of an iteration, and all get the sums of all
/// chunks, so that all go on alike and have the same bits as one process alone. mpi.hpp has such a team.
template <class T>
concept Team = requires(T const& team, std::span<double> values, std::span<std::size_t const> bounds,
                        unsigned value) {
  { team.size() } -> std::convertible_to<std::size_t>;
  { team.rank() } -> std::convertible_to<std::size_t>; // from 0 to size - 1
  team.gather(values, bounds); // values[bounds[r]] ... values[bounds[r + 1] - 1] are those of process r
  { team.largest(value) } -> std::convertible_to<unsigned>; // of the values that all processes give
};

/// One process by itself.
struct alone {
  std::size_t size() const { return 1; }
  std::size_t rank() const { return 0; }
  template <class Item>
  void gather(std::span<Item>, std::span<std::size_t const>) const {}
  unsigned largest(unsigned value) const { return value; }
};

static_assert(Team<alone>);

namespace detail {

/// Where the shares of `parts` neighbours begin and end, of so many items: size parts + 1.
inline std::vector<std::size_t> even_bounds(std::size_t items, std::size_t parts) {
  std::vector<std::size_t> bounds(parts + 1);
  for (std::size_t i = 0; i <= parts; ++i) bounds[i] = items / parts * i + items % parts * i / parts;
  return bounds;
}

} // namespace detail
} // namespace trident
