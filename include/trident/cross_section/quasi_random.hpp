// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/cross_section/integrate.hpp>
#include <trident/mc/quasi_random.hpp>

namespace trident {

/// Cross section by Monte Carlo over the full 2 -> 4 phase space with randomised quasi-random points, which take a
/// fraction of the time of integrate(): see run_quasi_random. In fb; `error` is one standard deviation.
template <CrossSectionIntegrand S, ProgressCallback Progress = no_progress>
cross_section_estimate integrate_quasi_random(S const& sigma, vegas_options const& options = {},
                                              Progress&& progress = {}) {
  return detail::above_threshold(sigma, options, progress,
                                 [](auto const& one, vegas_options const& precise, auto& told) {
                                   return run_quasi_random(one, precise, told);
                                 });
}

} // namespace trident
