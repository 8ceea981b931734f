// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/mc/progress.hpp>
#include <trident/runtime/checkpoint.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/runtime/run_monte_carlo.hpp>
#include <trident/runtime/run_result.hpp>
#include <trident/runtime/settings.hpp>
#include <trident/runtime/w_production.hpp>

namespace trident::runtime {

namespace detail {

/// Estimates of all components, in order: elastic ones each to the precision asked for, continua of one treatment of the
/// photon together.
inline std::vector<component_estimate> estimates_by_quadrature(configuration const& asked,
                                                               inclusive_options options, method how) {
  if (asked.w_production) return w_production_on(asked, options);
  auto const& parts = asked.target.components;
  std::vector<component_estimate> estimates(parts.size());
  std::map<photon_treatment, std::vector<std::size_t>> continua;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    options.treatment = treatment_of(how, parts[i].regime());
    if (std::holds_alternative<any_continuum>(parts[i].target))
      continua[options.treatment].push_back(i);
    else
      estimates[i] = quadrature_on(parts[i].target, asked, options);
  }
  for (auto const& [treatment, places] : continua) {
    std::vector<any_continuum> targets;
    std::vector<double> weights;
    for (std::size_t const i : places) {
      targets.push_back(std::get<any_continuum>(parts[i].target));
      weights.push_back(parts[i].multiplicity);
    }
    options.treatment = treatment;
    auto const found = quadrature_on(targets, weights, asked, options);
    for (std::size_t n = 0; n < places.size(); ++n) estimates[places[n]] = found[n];
  }
  return estimates;
}

} // namespace detail

/// The sum of the components to the precision asked for. Throws computation_stopped.
inline run_result compute_by_quadrature(configuration const& asked, inclusive_options const& options,
                                        method how = method::quadrature) {
  trident::detail::stopwatch const watch;
  run_result result;
  auto const& parts = asked.target.components;
  auto const estimates = detail::estimates_by_quadrature(asked, options, how);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    double const multiplicity = parts[i].multiplicity;
    result.components.push_back(
        {parts[i].name, multiplicity, parts[i].regime_in(parts.size()), estimates[i]});
    result.value += multiplicity * estimates[i].value;
    result.error += multiplicity * estimates[i].error;
    result.counts.all += estimates[i].evaluations;
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
  if (asked.w_production && settings.how != method::quadrature)
    throw input_error("--method is \"" + std::string(name_of(settings.how)) + "\": " + asked.process_text() +
                      " is computed by quadrature alone");
  if (settings.how == method::epa && asked.electroweak == electroweak_amplitude::full)
    throw input_error(
        "--method is \"epa\": the equivalent photons of textbooks have contact interactions: it "
        "needs --electroweak contact");
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
