// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>

namespace trident::detail {

/// f(nu) of one number or of a pack, at all `nu`.
template <class Real, class F>
void evaluate_in_lanes(F const& f, std::span<double const> nu, std::span<hadron_structure<double>> results) {
  using lane = lanes<Real>;
  for (std::size_t begin = 0; begin < nu.size(); begin += lane::count) {
    std::size_t const last = nu.size() - 1;
    // the last pack is filled up with the last number
    auto const values = f(lane::generate([&](std::size_t i) { return nu[std::min(begin + i, last)]; }));
    std::size_t at = begin;
    lane::map(
        [&](double electric, double magnetic) {
          if (at < nu.size()) results[at++] = {electric, magnetic};
          return std::array<double, 1>{};
        },
        values.electric, values.magnetic);
  }
}

} // namespace trident::detail
