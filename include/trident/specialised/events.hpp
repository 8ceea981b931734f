// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/format/any_format.hpp>
#include <trident/format/production.hpp>
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

/// Writes `count` unweighted events to a file, in the format that its name ends in; the file has its name when it is
/// complete. `model_words` are the parameters of the model, as the file is to name them. Throws input_error.
template <class Configuration>
generated_events write_events(Configuration const& sigma, vegas_options const& settings, std::uint64_t count,
                              std::string const& file,
                              std::vector<run_description::named_value> const& model_words) {
  auto const format = any_event_format::of_file(file);
  format.require_place_for({.bare_nucleon = detail::has_bare_nucleon(sigma), .last_number = count - 1});
  if (file.ends_with(".gz"))
    throw input_error("file \"" + file +
                      "\": this program writes no compressed files; leave .gz out of the name");
  partial_file out(file);
  preparation_options options;
  options.seed = settings.seed;
  options.threads = settings.threads;
  options.relative_error = settings.relative_error;
  event_generator const generator(detail::sources_of(sigma, options), settings.seed);

  run_description run;
  run.seed = settings.seed;
  run.cross_section = generator.cross_section();
  run.error = generator.cross_section_error();
  run.processes = processes_of(generator);
  run.beams = {detail::describe_beam(sigma)};
  run.targets = detail::targets_of(sigma);
  run.configuration = {{"process", std::string(sigma.process().text())},
                       {"target", std::string(sigma.target().name())}};
  if constexpr (requires { sigma.target().regime(); })
    run.configuration.emplace_back("regime", std::string(sigma.target().regime()));
  if constexpr (FixedEnergy<typename Configuration::flux_type>)
    run.configuration.emplace_back("energy", detail::number_text(sigma.flux().energy()));
  else
    run.configuration.emplace_back("flux", detail::label_of(sigma.flux()));
  run.configuration.emplace_back("model", detail::label_of(sigma.model()));
  run.configuration.insert(run.configuration.end(), model_words.begin(), model_words.end());
  run.configuration.emplace_back("constants", detail::label_of(typename Configuration::constants_type{}));

  generated_events result{run.cross_section, run.error, {}};
  std::string text;
  format.begin(text, run);
  out.append(text);
  produce(
      generator, format, run, {0, count}, settings.threads, [](event&) {},
      [&](event_batch const& batch) {
        out.append(batch.text);
        result.statistics += batch.statistics;
      },
      [] { return true; });
  text.clear();
  format.end(text);
  out.append(text);
  out.complete();
  return result;
}

} // namespace trident
