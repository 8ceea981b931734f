// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>

#include <trident/cross_section/integrand.hpp>
#include <trident/mc/vegas.hpp>

namespace trident {

/// A cross section per target, averaged over the neutrinos of the flux: `value` and `error` in fb (one standard
/// deviation of the Monte Carlo; nothing of the theory is in it), with all that integral_estimate tells.
struct cross_section_estimate : integral_estimate {
  /// No neutrino of the flux can make the pair: the value is exactly zero.
  bool below_threshold = false;
};

/// An integrand that knows whether any neutrino can make the pair: Trident, or a wrapper of it.
template <class S>
concept CrossSectionIntegrand = Integrand<S> && requires(S const& sigma) {
  { sigma.below_threshold() } -> std::same_as<bool>;
};

namespace detail {

/// What `integral` finds, or 0 where no neutrino can make the pair.
template <CrossSectionIntegrand S, class Integral>
cross_section_estimate above_threshold(S const& sigma, vegas_options const& options,
                                       Integral const& integral) {
  require_valid(options);
  if (!sigma.below_threshold()) return {integral(), false};
  cross_section_estimate nothing;
  nothing.error = 0;
  nothing.below_threshold = true;
  return nothing;
}

} // namespace detail

/// Cross section by adaptive Monte Carlo over the full 2 -> 4 phase space. The same options give the same bits for any
/// number of threads.
template <CrossSectionIntegrand S, ProgressCallback Progress = no_progress>
cross_section_estimate integrate(S const& sigma, vegas_options const& options = {},
                                 Progress&& progress = {}) {
  return detail::above_threshold(sigma, options,
                                 [&] { return integrate_unit_cube(sigma, options, progress); });
}

} // namespace trident
