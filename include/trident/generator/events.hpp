// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trident/detail/number_text.hpp>
#include <trident/event/any_format.hpp>
#include <trident/event/cross_section_source.hpp>
#include <trident/event/partial_file.hpp>
#include <trident/event/production.hpp>
#include <trident/mc/options.hpp>
#include <trident/nucleon.hpp>

// Events of one configuration that is fixed in its type, for the programs of trident_add_generator().

namespace trident {

/// What a generation gave.
struct generated_events {
  double cross_section; ///< [fb]
  double error;         ///< [fb]
  generation_statistics statistics;
};

namespace detail {

template <class Configuration>
source_description describe_source(Configuration const& sigma) {
  source_description description;
  description.process = sigma.process();
  description.target_pdg_code = sigma.target().pdg_code();
  if constexpr (Configuration::target_type::spin != target_spin::zero)
    description.kind = scattering::free_nucleon; // its nucleus is not named
  if constexpr (is_free_proton<typename Configuration::target_type>)
    description.free_pdg_code = hydrogen_code;
  return description;
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

template <class Configuration>
target_entry describe_target(Configuration const& sigma) {
  auto const& target = sigma.target();
  bool const free = is_free_proton<typename Configuration::target_type>;
  return {free ? hydrogen_code : target.pdg_code(), 1, target.mass(typename Configuration::constants_type{})};
}

} // namespace detail

/// Writes `count` unweighted events to a file, in the format that its name ends in; the file has its name when it is
/// complete. `model_words` are the parameters of the model, as the file is to name them. Throws input_error.
template <class Configuration>
generated_events write_events(Configuration const& sigma, vegas_options const& settings, std::uint64_t count,
                              std::string const& file,
                              std::vector<run_description::named_value> const& model_words) {
  using target_type = typename Configuration::target_type;
  auto const format = any_event_format::of_file(file);
  format.require_place_for(
      {.bare_nucleon = target_type::spin != target_spin::zero && !detail::is_free_proton<target_type>,
       .last_number = count - 1});
  if (file.ends_with(".gz"))
    throw input_error("file \"" + file +
                      "\": this program writes no compressed files; leave .gz out of the name");
  partial_file out(file);
  preparation_options options;
  options.seed = settings.seed;
  options.threads = settings.threads;
  options.relative_error = settings.relative_error;
  auto const source =
      std::make_shared<cross_section_source<Configuration>>(sigma, detail::describe_source(sigma), options);
  event_generator const generator({source}, settings.seed);

  run_description run;
  run.seed = settings.seed;
  run.cross_section = generator.cross_section();
  run.error = generator.cross_section_error();
  run.processes = processes_of(generator);
  run.beams = {detail::describe_beam(sigma)};
  run.targets = {detail::describe_target(sigma)};
  run.configuration = {{"process", Configuration::process_type::text()},
                       {"target", std::string(sigma.target().name())}};
  if constexpr (FixedEnergy<typename Configuration::flux_type>)
    run.configuration.emplace_back("energy", detail::number_text(sigma.flux().energy()));
  else
    run.configuration.emplace_back("flux", std::string(sigma.flux().name()));
  run.configuration.emplace_back("model", std::string(Configuration::model_type::name));
  run.configuration.insert(run.configuration.end(), model_words.begin(), model_words.end());
  run.configuration.emplace_back("constants", std::string(Configuration::constants_type::name));

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
