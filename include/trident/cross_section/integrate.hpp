// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>

#include <trident/cross_section/estimate.hpp>
#include <trident/cross_section/integrand.hpp>
#include <trident/cross_section/shares.hpp>
#include <trident/mc/vegas.hpp>

namespace trident {

/// An integrand that knows whether any neutrino can make the pair: Trident, or a wrapper of it.
template <class S>
concept CrossSectionIntegrand = Integrand<S> && requires(S const& sigma) {
  { sigma.below_threshold() } -> std::same_as<bool>;
};

namespace detail {

/// What integral_of(integrand, options, progress) finds, of all shares together where there are several, or 0 where no
/// neutrino can make the pair.
template <CrossSectionIntegrand S, ProgressCallback Progress, class Integral>
cross_section_estimate above_threshold(S const& sigma, vegas_options const& options, Progress& progress,
                                       Integral const& integral_of) {
  require_valid(options);
  if (sigma.below_threshold()) {
    cross_section_estimate nothing;
    nothing.error = 0;
    nothing.below_threshold = true;
    return nothing;
  }
  if constexpr (drawn_in_shares<S>)
    if (auto const shares = shares_of(sigma); shares.size() > 1)
      return integrate_shares(shares, options, progress, integral_of);
  return {integral_of(sigma, options, progress), false};
}

} // namespace detail

/// Cross section by adaptive Monte Carlo over the full 2 -> 4 phase space. The same options give the same bits for any
/// number of threads.
template <CrossSectionIntegrand S, ProgressCallback Progress = no_progress>
cross_section_estimate integrate(S const& sigma, vegas_options const& options = {},
                                 Progress&& progress = {}) {
  return detail::above_threshold(sigma, options, progress,
                                 [](auto const& one, vegas_options const& precise, auto& told) {
                                   return integrate_unit_cube(one, precise, told);
                                 });
}

} // namespace trident
