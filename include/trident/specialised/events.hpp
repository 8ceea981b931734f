// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/format/any_format.hpp>
#include <trident/format/write_events.hpp>
#include <trident/mc/options.hpp>
#include <trident/specialised/sources.hpp>
#include <trident/storage/partial_file.hpp>

// Events of one configuration that is fixed in its type, for the programs of trident_add_generator().

namespace trident {

/// What a generation gave.
struct generated_events {
  double cross_section; ///< [fb]
  double error;         ///< [fb]
  generation_statistics statistics;
};

namespace detail {

/// The name of a part of a configuration, which types of users need not have.
template <class T>
std::string label_of(T const& part) {
  if constexpr (requires { std::string(part.name()); })
    return std::string(part.name());
  else if constexpr (requires { std::string(T::name); })
    return std::string(T::name);
  else
    return "user";
}

template <class Configuration>
beam_entry describe_beam(Configuration const& sigma) {
  beam_entry beam;
  beam.pdg_code = channel(sigma.process()).incoming_pdg_code();
  auto const& flux = sigma.flux();
  if constexpr (FixedEnergy<typename Configuration::flux_type>) {
    beam.energy = flux.energy();
  } else {
    beam.edges.assign(flux.edges().begin(), flux.edges().end());
    for (std::size_t i = 0; i + 1 < beam.edges.size(); ++i)
      beam.densities.push_back(flux.density((beam.edges[i] + beam.edges[i + 1]) / 2));
  }
  return beam;
}

} // namespace detail

/// Events of one configuration: what makes them, and what the head of their file says.
struct configured_events {
  event_generator generator;
  run_description run;
};

/// Prepares the events of a configuration, on a target alone or on any sum of targets: a nucleus and its nucleons, a
/// material, a mixture. `model_words` are the parameters of the model, as files are to name them. Throws input_error.
template <class Configuration>
configured_events prepare_events(Configuration const& sigma, vegas_options const& settings,
                                 std::vector<run_description::named_value> const& model_words = {}) {
  preparation_options options;
  options.seed = settings.seed;
  options.threads = settings.threads;
  options.relative_error = settings.relative_error;
  configured_events made{event_generator(detail::sources_of(sigma, options), settings.seed), {}};
  auto& run = made.run;
  run.seed = settings.seed;
  run.cross_section = made.generator.cross_section();
  run.error = made.generator.cross_section_error();
  run.processes = processes_of(made.generator);
  run.beams = {detail::describe_beam(sigma)};
  run.targets = detail::targets_of(sigma);
  run.configuration = {{"process", std::string(sigma.process().text())},
                       {"target", std::string(sigma.target().name())}};
  if constexpr (requires { sigma.target().regime(); })
    run.configuration.emplace_back("regime", std::string(sigma.target().regime()));
  if constexpr (requires { sigma.target().nuclear_model(); }) {
    run.configuration.emplace_back("regime-contains", std::string(sigma.target().contents()));
    if (!sigma.target().nuclear_model().empty())
      run.configuration.emplace_back("nuclear-model", std::string(sigma.target().nuclear_model()));
  }
  if constexpr (FixedEnergy<typename Configuration::flux_type>)
    run.configuration.emplace_back("energy", detail::number_text(sigma.flux().energy()));
  else
    run.configuration.emplace_back("flux", detail::label_of(sigma.flux()));
  run.configuration.emplace_back("model", detail::label_of(sigma.model()));
  run.configuration.insert(run.configuration.end(), model_words.begin(), model_words.end());
  run.configuration.emplace_back("constants", detail::label_of(typename Configuration::constants_type{}));
  return made;
}

/// Writes `count` unweighted events to a file, in the format that its name ends in; the file has its name when it is
/// complete. `execution` is on how many threads, or an mpi_execution: all processes call this alike, and one has the file.
/// Throws input_error.
template <class Configuration, class Execution>
generated_events write_events(Configuration const& sigma, vegas_options const& settings, std::uint64_t count,
                              std::string const& file,
                              std::vector<run_description::named_value> const& model_words,
                              Execution const& execution) {
  auto const format = any_event_format::of_file(file);
  format.require_place_for({.bare_nucleon = detail::has_bare_nucleon(sigma), .last_number = count - 1});
  if (file.ends_with(".gz"))
    throw input_error("file \"" + file +
                      "\": this program writes no compressed files; leave .gz out of the name");
  std::optional<partial_file> out;
  if (detail::has_file(execution)) out.emplace(file);
  auto const [generator, run] = prepare_events(sigma, settings, model_words);
  struct adding : event_file_hooks {
    generation_statistics sum;
    void after(event_batch const& batch) { sum += batch.statistics; }
  } statistics;
  write_events(
      generator, format, run, {0, count}, execution, [&](std::string const& text) { out->append(text); },
      statistics);
  if (out) out->complete();
  return {run.cross_section, run.error, statistics.sum};
}

/// The same on the threads of the settings.
template <class Configuration>
generated_events write_events(Configuration const& sigma, vegas_options const& settings, std::uint64_t count,
                              std::string const& file,
                              std::vector<run_description::named_value> const& model_words = {}) {
  return write_events(sigma, settings, count, file, model_words, settings.threads);
}

} // namespace trident
