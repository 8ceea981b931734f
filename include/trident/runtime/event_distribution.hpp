// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/event/distribution.hpp>
#include <trident/event/distribution_edges.hpp>
#include <trident/runtime/events.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/settings.hpp>
#include <trident/runtime/validity.hpp>
#include <trident/runtime/value_range.hpp>

// Distributions of events, and cross sections within cuts, by names.

namespace trident::runtime {

/// A distribution of events as a user says it.
struct event_distribution_request {
  physics_request physics;
  std::optional<std::string>
      observables; ///< one, or two with a comma between; none for the cross section within the cuts
  std::optional<std::string> points; ///< for each a range FROM:TO:N[:log], the edges of its bins
  std::optional<std::string> cut, smear;
};

/// What was found, and what it is of.
struct computed_distribution {
  configuration asked;
  event_distribution values;
  std::vector<std::string> notes; ///< for the user
};

namespace detail {

inline constexpr parameter_range bin_edge{"an edge of bins", -1e12, 1e12};

inline distribution_request distribution_asked(event_distribution_request const& request) {
  distribution_request asked;
  if (request.cut) asked.cuts = selection::from_text(*request.cut);
  if (request.smear) asked.resolution = smearing::from_text(*request.smear);
  if (!request.observables) return asked;
  for (auto const& name : trident::detail::split(*request.observables))
    asked.axes.push_back(
        {&event_observable_named("--distribution is \"" + *request.observables + "\"", name), {}});
  bool const twice = asked.axes.size() == 2 && asked.axes[0].what == asked.axes[1].what;
  if (asked.axes.size() > 2 || twice)
    throw input_error("--distribution is \"" + *request.observables +
                      "\": it must be one observable, or two different ones");
  return asked;
}

inline std::vector<double> edges_from_text(std::string const& range) {
  auto edges = values_of_range("--points", range, bin_edge);
  if (edges.size() < 2 || !(edges.front() < edges.back()))
    throw input_error("--points is \"" + range +
                      "\": it must be the edges of bins FROM:TO:N[:log], with FROM below "
                      "TO and N from 2");
  return edges;
}

/// As --points says.
inline void set_edges(event_distribution_request const& request, distribution_request& asked) {
  if (!request.points) return;
  auto const ranges = trident::detail::split(*request.points);
  if (ranges.size() != asked.axes.size())
    throw input_error("--points is \"" + *request.points +
                      "\": it must have the edges of bins FROM:TO:N[:log] for "
                      "each of " +
                      std::to_string(asked.axes.size()) + " observables, with a comma between");
  for (std::size_t i = 0; i < ranges.size(); ++i) asked.axes[i].edges = edges_from_text(ranges[i]);
}

/// Sources of all components, prepared for weighted points alone: their maxima are rough.
inline std::vector<shared_source> weighted_sources(configuration const& asked, run_settings const& settings) {
  preparation_options options;
  options.seed = settings.seed;
  options.threads = settings.threads;
  options.go_on = settings.go_on;
  options.relative_error = 5e-3;
  options.partition.cells = 8;
  options.partition.points_to_cut = options.partition.points_for_maximum = 64;
  std::vector<shared_source> sources;
  for (auto const& part : asked.target.components) {
    auto const prepared = prepare_integrands(make_integrands(part.target, asked), options);
    for (auto const& one : make_sources_on(part.target, asked, describe(asked, part, 1), prepared, {}))
      if (one) sources.push_back(one);
  }
  if (sources.empty())
    throw input_error("all neutrinos are below the threshold of " + asked.process.text() + " on " +
                      asked.target.name + ": there are no events to take a distribution of");
  return sources;
}

inline distribution_options options_from(run_settings const& settings) {
  distribution_options options;
  options.relative_error = settings.precision;
  options.seed = settings.seed;
  options.threads = settings.threads;
  options.go_on = settings.go_on;
  if (settings.max_evaluations != run_settings{}.max_evaluations)
    options.max_evaluations = settings.max_evaluations;
  return options;
}

} // namespace detail

/// The cross section in bins of observables of events, within cuts, as a detector sees it: any process on any target, with
/// all components of its regime. Throws input_error, and computation_stopped where settings.go_on says no.
inline computed_distribution compute_event_distribution(event_distribution_request const& request,
                                                        run_settings const& settings) {
  if (settings.how != method::rqmc)
    throw input_error("--method is \"" + std::string(name_of(settings.how)) +
                      "\": distributions of events and cuts have rqmc alone");
  auto asked = detail::distribution_asked(request); // what cannot be used is found before time is spent
  detail::set_edges(request, asked);
  computed_distribution found{make_configuration(request.physics), {}, {}};
  found.notes = found.asked.notes;
  for (auto& note : validity_notes(found.asked)) found.notes.push_back(std::move(note));
  auto const sources = detail::weighted_sources(found.asked, settings);
  auto const options = detail::options_from(settings);
  for (auto& axis : asked.axes) {
    if (!axis.edges.empty()) continue;
    axis.edges = suggested_edges(sources, asked, *axis.what, asked.axes.size() == 1 ? 40 : 15, options);
    if (axis.edges.empty())
      throw input_error("--cut is \"" + request.cut.value_or("") +
                        "\": none of the first points passes; give the edges of bins with --points");
  }
  found.values = distribute(sources, asked, options);
  auto const& passed = found.values.passed;
  if (!(passed.value > 0))
    found.notes.emplace_back("no point of " + std::to_string(found.values.evaluations) + " passed the cuts");
  else if (!(passed.relative_error() <= options.relative_error))
    found.notes.push_back("the precision was not reached: the error is " +
                          trident::detail::number_text(passed.relative_error()) + " after " +
                          std::to_string(found.values.evaluations) +
                          " points; --max-evaluations allows more");
  return found;
}

} // namespace trident::runtime
