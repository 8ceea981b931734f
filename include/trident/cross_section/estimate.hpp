// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>

#include <trident/mc/result.hpp>

namespace trident {

/// A cross section per target, averaged over the neutrinos of the flux: `value` and `error` in fb (one standard
/// deviation of the Monte Carlo; nothing of the theory is in it), with all that integral_estimate tells.
struct cross_section_estimate : integral_estimate {
  /// No neutrino of the flux can make the pair: the value is exactly zero.
  bool below_threshold = false;
};

namespace detail {

/// Adds what one component contributes; errors of independent runs add in quadrature.
inline void add_component(cross_section_estimate& sum, cross_section_estimate const& one,
                          double multiplicity) {
  bool const first = sum.evaluations == 0 && sum.value == 0;
  sum.value += multiplicity * one.value;
  // [PHYS:cross_section.components]
  sum.error = std::hypot(first ? 0 : sum.error, multiplicity * one.error);
  sum.evaluations += one.evaluations;
  sum.production_evaluations += one.production_evaluations;
  sum.zero_evaluations += one.zero_evaluations;
  sum.non_finite_evaluations += one.non_finite_evaluations;
  sum.first_non_finite_index = std::min(sum.first_non_finite_index, one.first_non_finite_index);
  sum.iterations += one.iterations;
  sum.chi2_per_dof = std::max(sum.chi2_per_dof, one.chi2_per_dof); // the worst of the components
  if (one.reason != stop_reason::relative_error) sum.reason = one.reason;
  sum.below_threshold = first ? one.below_threshold : sum.below_threshold && one.below_threshold;
}

} // namespace detail

} // namespace trident
