// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>

#include <trident/kinematics/limits.hpp>

namespace trident::detail {

/// Ends of the range of x within which `room` is positive, if it has one maximum; empty (low = high) if it never is.
template <class Room>
interval<double> open_range(double low, double high, Room const& room) {
  constexpr int steps = 64, halvings = 50;
  double best = low, width = (high - low) / steps;
  for (int i = 1; i <= steps; ++i)
    if (double const x = low + i * width; room(x) > room(best)) best = x;
  for (; width > 1e-12 * (high - low) && !(room(best) > 0); width /= 2)
    for (double const x : {std::max(best - width / 2, low), std::min(best + width / 2, high)})
      if (room(x) > room(best)) best = x;
  if (!(room(best) > 0)) return {high, high};
  auto const edge = [&](double closed) {
    double open = best;
    for (int i = 0; i < halvings && !(room(closed) > 0); ++i) {
      double const middle = (closed + open) / 2;
      (room(middle) > 0 ? open : closed) = middle;
    }
    return room(closed) > 0 ? closed : open;
  };
  return {edge(low), edge(high)};
}

} // namespace trident::detail
