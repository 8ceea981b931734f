// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <trident/mc/result.hpp>

namespace trident {

/// How precise a rough run of a part of an integral is, which says how precise the part must be.
inline constexpr double precision_of_pilots = 0.05;

/// How a part of an integral that is computed by itself is to be done.
struct part_plan {
  double relative_error; ///< of the part
  double share;          ///< of the points of all
};

/// Parts of which rough runs are known, such that their sum has `relative_error` with the fewest points: points in proportion
/// to the deviation a point times the value.
inline std::vector<part_plan> plan_parts(std::span<integral_estimate const> pilots, double relative_error) {
  double value = 0, scatter = 0;
  auto const scatter_of = [](integral_estimate const& one) {
    return one.value > 0 ? one.value * one.relative_deviation_per_point : 0;
  };
  for (auto const& one : pilots) {
    value += one.value;
    scatter += scatter_of(one);
  }
  std::vector<part_plan> plans;
  for (auto const& one : pilots) {
    double const own = scatter_of(one);
    // [PHYS:cross_section.shares]
    double const wanted =
        own > 0 ? relative_error * value / one.value * std::sqrt(own / scatter) : precision_of_pilots;
    plans.push_back({wanted, scatter > 0 ? own / scatter : 1.0 / static_cast<double>(pilots.size())});
  }
  return plans;
}

} // namespace trident
