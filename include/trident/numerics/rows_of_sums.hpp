// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <trident/numerics/lanes.hpp>

namespace trident::detail {

/// The last of 0, 1, ... end of which is_beyond does not hold, or 0; it holds for all after one of which it does. `most` is
/// not below any end.
template <class Real, class IsBeyond>
constexpr Real last_within(Real const& end, std::int64_t most, IsBeyond const& is_beyond) {
  using std::min;
  Real last(0);
  for (auto step = static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(most))); step > 0;
       step /= 2) {
    Real const candidate = min(last + Real(static_cast<double>(step)), end);
    last = select(is_beyond(candidate), last, candidate);
  }
  return last;
}

/// x, or 0 where that is negative or not a number.
template <class Real>
constexpr Real not_negative(Real const& x) {
  return select(x > Real(0), x, Real(0));
}

/// Sums of a density below the edges of bins, in rows of another variable, and between two rows linear in it: a density that
/// is constant in each bin, with exact derivatives. A view: valid as long as the arrays.
struct rows_of_sums {
  double const* sums; ///< of each pair of neighbouring rows and each edge: those of both rows
  std::int64_t pairs, bins;

  /// At a place among the rows, 0 to `pairs`.
  template <class Real>
  struct slice {
    rows_of_sums const& table;
    Real part, start;

    constexpr slice(rows_of_sums const& owner, Real const& place) : table(owner) {
      using std::floor;
      using std::min;
      Real const pair = min(floor(place), Real(static_cast<double>(owner.pairs - 1)));
      part = place - pair;
      start = pair * Real(static_cast<double>(2 * (owner.bins + 1)));
    }

    /// The sum below an edge.
    constexpr Real at_edge(Real const& edge) const {
      auto const place = whole_part(start + 2 * edge);
      Real const a = lanes<Real>::look_up(table.sums, place), b = lanes<Real>::look_up(table.sums + 1, place);
      return a + part * (b - a);
    }

    /// The sum below a place between edges, 0 to `bins`.
    constexpr Real operator()(Real const& place) const {
      Real const bin = table.bin_at(place), below = at_edge(bin);
      return below + (place - bin) * (at_edge(bin + Real(1)) - below);
    }

    /// The bin in which the sum reaches a goal, none after `last`.
    constexpr Real bin_of(Real const& goal, Real const& last) const {
      return last_within(last, table.bins, [&](Real const& edge) { return at_edge(edge) > goal; });
    }
  };

  /// The bin in which a place lies.
  template <class Real>
  constexpr Real bin_at(Real const& place) const {
    using std::floor;
    using std::min;
    return min(floor(place), Real(static_cast<double>(bins - 1)));
  }
};

/// The arrays of rows_of_sums: what bins contain, row by row, all rows alike.
inline std::vector<double> sums_of_rows(std::vector<std::vector<double>> const& contents) {
  std::vector<double> sums;
  for (std::size_t i = 0; i + 1 < contents.size(); ++i) {
    double a = 0, b = 0;
    for (std::size_t j = 0; j < contents[i].size(); ++j) {
      sums.insert(sums.end(), {a, b});
      a += contents[i][j];
      b += contents[i + 1][j];
    }
    sums.insert(sums.end(), {a, b});
  }
  return sums;
}

/// Densities with a floor from their neighbours and from all, times the widths of their bins, which together are then 1.
template <class Width>
std::vector<double> normalised_contents(std::vector<double> const& density, Width const& width) {
  constexpr double of_neighbours = 0.05, of_all = 1e-7;
  std::size_t const bins = density.size();
  double largest = 0, total = 0;
  for (double const one : density) largest = one > largest ? one : largest;
  std::vector<double> result(bins);
  for (std::size_t j = 0; j < bins; ++j) {
    double const before = density[j == 0 ? j : j - 1], after = density[j + 1 == bins ? j : j + 1];
    double const around = before > after ? before : after;
    double here = density[j];
    if (here < of_neighbours * around) here = of_neighbours * around;
    if (here < of_all * largest) here = of_all * largest;
    result[j] = (largest > 0 ? here : 1) * width(j);
    total += result[j];
  }
  for (double& one : result) one /= total;
  return result;
}

} // namespace trident::detail
