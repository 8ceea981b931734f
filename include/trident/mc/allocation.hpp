// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include <trident/base/finite.hpp>
#include <trident/mc/stratification.hpp>
#include <trident/parallel/execution.hpp>

namespace trident {

/// Each hypercube has two calls at least, for its variance.
inline constexpr std::uint32_t minimum_calls_per_hypercube = 2;

/// What past iterations say about the variance of the integrand inside each hypercube.
struct hypercube_scatter {
  std::vector<double> sum_of_squares; ///< of deviations from the hypercube's mean
  std::vector<double> degrees_of_freedom;

  double variance(std::size_t hypercube) const {
    double const freedom = degrees_of_freedom[hypercube];
    return freedom > 0 ? sum_of_squares[hypercube] / freedom : 0.0;
  }

  /// Adds an iteration; what was known before counts `memory` times as much.
  void absorb(std::span<double const> squares, std::span<std::uint32_t const> calls, double memory,
              execution_policy threads = {}) {
    threads.for_each_piece(squares.size(), [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) {
        sum_of_squares[i] = memory * sum_of_squares[i] + squares[i];
        degrees_of_freedom[i] = memory * degrees_of_freedom[i] + (calls[i] - 1);
      }
    });
  }
};

/// The same knowledge for another cut of the cube: each new hypercube takes over the variance at its centre, with the
/// weight of one call, so that its own calls soon count for more.
template <std::size_t Dimension>
hypercube_scatter transferred(hypercube_scatter const& known, stratification<Dimension> const& from,
                              stratification<Dimension> const& to, execution_policy threads = {}) {
  std::size_t const size = to.hypercubes();
  hypercube_scatter result{std::vector<double>(size, 0.0), std::vector<double>(size, 0.0)};
  if (known.sum_of_squares.empty()) { return result; }
  threads.for_each_piece(size, [&](std::size_t first, std::size_t last) {
    hypercube_walker<Dimension> cube(to, first);
    for (std::size_t i = first; i < last; ++i, cube.next()) {
      result.sum_of_squares[i] = known.variance(hypercube_of(from, cube.centre()));
      result.degrees_of_freedom[i] = 1;
    }
  });
  return result;
}

namespace detail {

/// Calls per unit of share such that all together are `calls`, given that a hypercube has its minimum at least. What is
/// left for the others shrinks whenever one is raised to the minimum, so this goes on until none is; each round can
/// only lower the result.
inline double calls_per_share(std::vector<double> const& share, std::uint64_t calls) {
  double result = static_cast<double>(calls) / std::accumulate(share.begin(), share.end(), 0.0);
  for (std::size_t raised = 0, raised_before = 1; raised != raised_before;) {
    raised_before = raised;
    raised = 0;
    double weight = 0;
    for (double const s : share) {
      if (s * result > minimum_calls_per_hypercube) {
        weight += s;
      } else {
        ++raised;
      }
    }
    double const left =
        static_cast<double>(calls) - static_cast<double>(raised * minimum_calls_per_hypercube);
    result = weight > 0 ? left / weight : 0;
  }
  return result;
}

} // namespace detail

/// Calls of each hypercube: in proportion to (standard deviation)^exponent, never below the minimum, at most `calls`
/// together. Exponent 1 is best when the deviations are known; less than 1 forgives that they are estimates.
inline std::vector<std::uint32_t> allocate_calls(hypercube_scatter const& scatter, std::uint64_t calls,
                                                 double exponent, execution_policy threads = {}) {
  std::size_t const size = scatter.sum_of_squares.size();
  std::vector<double> share(size);
  auto const each = [&](auto const& work) {
    threads.for_each_piece(size, [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) { work(i); }
    });
  };
  each([&](std::size_t i) { share[i] = scatter.variance(i); });
  double const largest = *std::max_element(share.begin(), share.end());
  bool const known = detail::is_finite(largest) && largest > 0;
  each([&](std::size_t i) { share[i] = known ? std::pow(share[i] / largest, exponent / 2) : 1.0; });

  double const per_share = detail::calls_per_share(share, calls);
  std::vector<std::uint32_t> result(size);
  each([&](std::size_t i) {
    result[i] = std::max(minimum_calls_per_hypercube, static_cast<std::uint32_t>(share[i] * per_share));
  });
  return result;
}

} // namespace trident
