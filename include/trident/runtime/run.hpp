// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/mc/progress.hpp>
#include <trident/runtime/checkpoint.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/runtime/run_monte_carlo.hpp>
#include <trident/runtime/run_result.hpp>
#include <trident/runtime/settings.hpp>

namespace trident::runtime {

/// Each component to the precision asked for. Throws computation_stopped.
inline run_result compute_by_quadrature(configuration const& asked, inclusive_options options,
                                        method how = method::quadrature) {
  trident::detail::stopwatch const watch;
  run_result result;
  for (auto const& part : asked.target.components) {
    options.treatment = treatment_of(how, part.regime());
    auto const estimate = quadrature_on(part.target, asked, options);
    result.components.push_back(
        {part.name, part.multiplicity, part.regime_in(asked.target.components.size()), estimate});
    result.value += part.multiplicity * estimate.value;
    result.error += part.multiplicity * estimate.error;
    result.counts.all += estimate.evaluations;
  }
  result.seconds = watch.seconds();
  return result;
}

namespace detail {

/// A quadrature, and what it is to be compared with.
inline run_result compute_with_quadrature(configuration const& asked, run_settings const& settings,
                                          stop_question const& go_on, progress_function const& progress,
                                          checkpoint& book) {
  constexpr double finest = 1e-8;
  bool const both = settings.how == method::both; // a quadrature that the Monte Carlo can be held against
  double const precision = both ? std::max(settings.precision / 100, finest) : settings.precision;
  run_result result = compute_by_quadrature(asked, {.relative_error = precision, .go_on = go_on},
                                            both ? method::quadrature : settings.how);
  if (both) {
    run_settings rest = settings;
    rest.time_limit_seconds = std::max(settings.time_limit_seconds - result.seconds, 1e-3);
    result.compared.push_back(compute_by_monte_carlo(asked, rest, progress, book));
  }
  if (is_approximation(settings.how))
    result.compared.push_back(compute_by_quadrature(asked, {.relative_error = precision, .go_on = go_on}));
  return result;
}

} // namespace detail

/// Sums the cross sections of the components, by the method of the settings. A Monte Carlo goes on from what `book` knows,
/// and leaves there what it knows itself. A quadrature that is not done within the time limit is refused with an input_error;
/// one that is told not to go on throws computation_stopped.
inline run_result compute(configuration const& asked, run_settings const& settings,
                          progress_function const& progress, checkpoint& book) {
  if (is_monte_carlo(settings.how)) return compute_by_monte_carlo(asked, settings, progress, book);
  trident::detail::stopwatch const watch;
  bool late = false;
  auto const go_on = [&] {
    late = !(watch.seconds() < settings.time_limit_seconds);
    return !late && (!settings.go_on || settings.go_on());
  };
  try {
    return detail::compute_with_quadrature(asked, settings, go_on, progress, book);
  } catch (computation_stopped const&) {
    if (!late) throw;
    throw input_error("--time-limit is " + trident::detail::number_text(settings.time_limit_seconds) +
                      ": the quadrature to a relative error of " +
                      trident::detail::number_text(settings.precision) +
                      " takes longer; it must have more time, or a larger --precision");
  }
}

} // namespace trident::runtime
