// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <trident/mc/allocation.hpp>
#include <trident/mc/grid.hpp>
#include <trident/mc/result.hpp>
#include <trident/mc/stratification.hpp>
#include <trident/mc/sums.hpp>

namespace trident {

/// All that an integration has learnt between two iterations: with the same options it goes on from here as if it had
/// never stopped.
template <std::size_t Dimension>
struct vegas_state {
  adapted_map<Dimension> map;
  stratification<Dimension> strata;
  hypercube_scatter scatter;
  std::vector<stratified_sums> warmup;     ///< one entry an iteration
  std::vector<stratified_sums> production; ///< likewise
  std::uint64_t planned_production = 0;    ///< calls; 0 until warm-up is over
  std::uint64_t next_index = 0;            ///< of the point source
};

/// What is known so far: of production if there is some, else of warm-up, whose values are as unbiased but worse.
template <std::size_t Dimension>
integral_estimate estimate(vegas_state<Dimension> const& state) {
  integral_estimate result = combine(state.production.empty() ? state.warmup : state.production);
  evaluation_counts counts;
  for (auto const& one : state.warmup) { counts += one.counts; }
  for (auto const& one : state.production) { counts += one.counts; }
  result.evaluations = counts.all;
  result.zero_evaluations = counts.zero;
  result.non_finite_evaluations = counts.non_finite;
  result.first_non_finite_index = counts.first_non_finite_index;
  return result;
}

} // namespace trident
