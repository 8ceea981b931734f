// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/event/generator.hpp>
#include <trident/event/parent_nuclei.hpp>
#include <trident/event/placement.hpp>
#include <trident/format/run_description.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/event_source.hpp>
#include <trident/runtime/event_variations.hpp>
#include <trident/runtime/events_electroweak.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/model_words.hpp>
#include <trident/runtime/monte_carlo.hpp>
#include <trident/runtime/number_option.hpp>
#include <trident/runtime/request_words.hpp>
#include <trident/runtime/validity.hpp>

namespace trident::runtime {

/// Events as a user says them.
struct sample_request {
  physics_request physics; ///< its process may be several, with commas between them
  weighting weights = weighting::unweighted;
  std::vector<std::string>
      other_models;                ///< "LmuLtau --coupling 0.01 --mass 0.1": weights beside the nominal one
  std::optional<std::string> vary; ///< weights of theory variations: "all", "bands" or names
  std::optional<std::string> beam_direction; ///< "x,y,z"
  std::optional<std::string> box;            ///< "x0:x1,y0:y1,z0:z1[,t0:t1]" [cm, ns]
  std::optional<std::string> units;          ///< of momenta and lengths in files: GEV-CM or MEV-MM
  recoil_writing recoil = recoil_writing::written;
};

/// A generator that is ready, and what the head of a file says.
struct sample {
  event_generator generator;
  run_description description;
  event_placement placement;
  std::vector<std::string> notes;
  std::string target; ///< what the cross section is per
  double seconds = 0; ///< of preparation
};

/// One for each integrand of each process on each part of the target; none where all neutrinos are below threshold.
using prepared_list = std::vector<std::optional<any_prepared>>;

namespace detail {

using trident::detail::split;

/// One configuration for each process asked for.
inline std::vector<configuration> configurations(physics_request const& asked) {
  std::vector<configuration> all;
  for (auto const& one : asked.process ? split(*asked.process, ',') : std::vector<std::string>(1)) {
    physics_request single = asked;
    if (asked.process) single.process = one;
    all.push_back(make_configuration(single));
  }
  return all;
}

inline double mass_of(isotope const& nuclide, registry::constants_choice const& constants) {
  return std::visit([&](auto set) { return decltype(set)::nuclear_mass(nuclide); }, constants);
}

/// The nuclei of a part of a target, as nucleons come from them.
inline std::vector<trident::detail::counted_nucleus> counted_nuclei(configuration const& asked,
                                                                    registry::component const& part) {
  std::vector<trident::detail::counted_nucleus> all;
  for (auto const& [nuclide, count] : part.nuclei)
    all.push_back({nuclide.pdg_code(), mass_of(nuclide, asked.constants), nuclide.atomic_number,
                   nuclide.neutron_number(), count});
  return all;
}

inline source_description describe(configuration const& asked, registry::component const& part,
                                   double share) {
  return std::visit(
      [&](auto const& target) {
        return trident::detail::describe_target(asked.process, target, part.multiplicity * share,
                                                counted_nuclei(asked, part));
      },
      part.target);
}

inline beam_entry beam_of(configuration const& asked) {
  beam_entry beam;
  beam.pdg_code = asked.process.incoming_pdg_code();
  if (auto const* fixed = std::get_if<monoenergetic>(&asked.flux)) {
    beam.energy = fixed->energy();
    return beam;
  }
  auto const& spectrum = std::get<histogram_flux>(asked.flux);
  beam.edges.assign(spectrum.edges().begin(), spectrum.edges().end());
  beam.densities.assign(spectrum.densities().begin(), spectrum.densities().end());
  if (spectrum.normalisation() != flux_normalisation::shape)
    beam.density_unit = density_unit(spectrum.normalisation());
  return beam;
}

inline double integral_of(configuration const& asked) {
  auto const* spectrum = std::get_if<histogram_flux>(&asked.flux);
  return spectrum != nullptr ? spectrum->integral() : 1;
}

/// Neutrinos of each flavour among all that take part, so that cross sections are per neutrino of any of them.
inline std::map<int, double> flavour_shares(std::vector<configuration> const& all) {
  std::map<int, double> shares;
  for (auto const& one : all) shares[one.process.incoming_pdg_code()] = integral_of(one);
  double sum = 0;
  for (auto const& [pdg_code, integral] : shares) sum += integral;
  for (auto& [pdg_code, integral] : shares) integral /= sum;
  return shares;
}

inline std::vector<target_entry> targets_of(configuration const& asked) {
  std::vector<target_entry> targets;
  for (auto const& [nuclide, count] : asked.target.nuclei)
    targets.push_back({nuclide.pdg_code(), count, mass_of(nuclide, asked.constants)});
  if (!targets.empty()) return targets;
  std::visit( // a nucleon whose nucleus is not named
      [&](auto const& target) {
        double const mass = std::visit([&](auto set) { return target.mass(set); }, asked.constants);
        targets.push_back({target.pdg_code(), 1, mass});
      },
      asked.target.components.front().target);
  return targets;
}

inline event_units units_of(sample_request const& request) {
  if (!request.units || *request.units == "GEV-CM") return event_units::gev_cm;
  if (*request.units == "MEV-MM") return event_units::mev_mm;
  throw input_error("--units is \"" + *request.units + "\": allowed are GEV-CM, MEV-MM");
}

inline std::vector<double> numbers(std::string const& option, std::string const& text, char separator,
                                   parameter_range const& range) {
  std::vector<double> values;
  for (auto const& one : split(text, separator)) values.push_back(number_in_range(option, one, range));
  return values;
}

inline beam_frame frame_of(sample_request const& request) {
  if (!request.beam_direction) return {};
  auto const xyz = numbers("--beam-direction", *request.beam_direction, ',', ranges::direction);
  if (xyz.size() != 3)
    throw input_error("--beam-direction is \"" + *request.beam_direction +
                      "\": it must be three numbers X,Y,Z");
  return beam_frame({xyz[0], xyz[1], xyz[2]});
}

inline box_sampler box_of(sample_request const& request, std::uint64_t seed) {
  std::array<box_sampler::interval_type, 4> sides{};
  if (request.box) {
    auto const texts = split(*request.box, ',');
    std::string const allowed = "it must be X0:X1,Y0:Y1,Z0:Z1 in cm, and T0:T1 in ns after that if wanted";
    if (texts.size() != 3 && texts.size() != 4)
      throw input_error("--box is \"" + *request.box + "\": " + allowed);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      auto const ends = numbers("--box", texts[i], ':', i < 3 ? ranges::length : ranges::time);
      if (ends.size() != 2) throw input_error("--box side is \"" + texts[i] + "\": " + allowed);
      sides[i] = {ends[0], ends[1]};
    }
  }
  return {sides, seed};
}

/// What the regime contains and how nucleons are bound, also where that is the default: files say it.
inline void add_contents(registry::composition const& target, word_list& words) {
  words.emplace_back("regime-contains", target.contents);
  auto const is_said = [](auto const& word) { return word.first == "nuclear-model"; };
  if (!target.nuclear_model.empty() && std::none_of(words.begin(), words.end(), is_said))
    words.emplace_back("nuclear-model", target.nuclear_model);
}

/// Calls use(configuration, part, description) for all processes on all parts of the target, in the order of their
/// streams of random numbers.
template <class Use>
void for_each_source(std::vector<configuration> const& all, Use const& use) {
  auto const shares = flavour_shares(all);
  for (auto const& asked : all) {
    double const share = shares.at(asked.process.incoming_pdg_code());
    for (auto const& part : asked.target.components) use(asked, part, describe(asked, part, share));
  }
}

/// Theory errors that events carry weights of.
inline event_variations variations_of(sample_request const& request, configuration const& made) {
  return request.vary ? event_variations("--vary", *request.vary, request.physics, made) : event_variations();
}

inline std::vector<shared_source> make_sources(std::vector<configuration> const& all,
                                               prepared_list const& prepared, model_list const& others,
                                               event_variations const& varied) {
  std::vector<shared_source> sources;
  std::size_t next = 0;
  for_each_source(all, [&](auto const& asked, auto const& part, auto const& description) {
    auto const rest = std::span(prepared).subspan(next);
    weights_beside beside{others, varied.responses(part, asked)};
    for (auto& model : varied.models(asked.constants)) beside.models.push_back(std::move(model));
    auto const found = make_sources_on(part.target, asked, description, rest, beside);
    next += found.size();
    std::copy_if(found.begin(), found.end(), std::back_inserter(sources),
                 [](auto const& one) { return one; });
  });
  if (next != prepared.size()) refuse_prepared();
  if (sources.empty())
    throw input_error("all neutrinos are below the threshold of " + all.front().process.text() + " on " +
                      all.front().target.name + ": there are no events to make");
  return sources;
}

} // namespace detail

/// Whether the target is a proton or neutron of a nucleus that is not named.
inline bool has_bare_nucleons(sample_request const& request) {
  return detail::configurations(request.physics).front().target.nuclei.empty();
}

/// All that decides what events there are, but for seed and number: words that stand in files and make them again.
inline word_list words_of(sample_request const& request) {
  word_list words = words_of(request.physics);
  for (auto const& one : request.other_models) words.emplace_back("also-model", one);
  if (request.vary) words.emplace_back("vary", *request.vary);
  if (request.beam_direction) words.emplace_back("beam-direction", *request.beam_direction);
  if (request.box) words.emplace_back("box", *request.box);
  return words;
}

/// What the events of a request are drawn from. Throws input_error for names and values that cannot be used, and
/// computation_stopped where `go_on` says no.
inline prepared_list prepare_sources(sample_request const& request, std::uint64_t seed,
                                     execution_policy threads, stop_question const& go_on = {}) {
  detail::frame_of(request); // what cannot be used is found before time is spent
  detail::box_of(request, seed);
  detail::units_of(request);
  auto const all = detail::configurations(request.physics);
  detail::models_beside(request.other_models, all);
  detail::variations_of(request, all.front());
  preparation_options options;
  options.seed = seed;
  options.threads = threads;
  options.go_on = go_on;
  prepared_list prepared;
  detail::for_each_source(all, [&](auto const& asked, auto const& part, auto const&) {
    for (auto& one : prepare_integrands(make_integrands(part.target, asked), options))
      prepared.push_back(std::move(one));
  });
  return prepared;
}

/// The sample of what was prepared for the same request and seed; `factor` raises all maxima. Throws input_error if no
/// neutrino is above threshold.
inline sample make_sample(sample_request const& request, std::uint64_t seed, prepared_list prepared,
                          double factor) {
  auto const frame = detail::frame_of(request);
  auto const box = detail::box_of(request, seed);
  auto const all = detail::configurations(request.physics);
  for (auto& one : prepared)
    if (one) std::visit([&](auto& known) { known.scale_maxima(factor); }, *one);
  auto const varied = detail::variations_of(request, all.front());
  event_generator generator(
      detail::make_sources(all, prepared, detail::models_beside(request.other_models, all), varied), seed,
      request.weights);

  run_description description;
  description.seed = seed;
  description.weights = request.weights;
  description.cross_section = generator.cross_section();
  description.error = generator.cross_section_error();
  description.processes = processes_of(generator);
  description.targets = detail::targets_of(all.front());
  description.models = name_weights(request.other_models);
  for (auto& one : varied.names()) description.models.push_back(std::move(one));
  description.placed = request.box.has_value();
  description.units = detail::units_of(request);
  description.recoil = request.recoil;
  description.configuration = words_of(request);
  detail::add_contents(all.front().target, description.configuration);
  detail::state_electroweak(all, description.configuration);
  if (factor != 1)
    description.configuration.emplace_back("maximum-factor", trident::detail::number_text(factor));
  std::vector<std::string> notes;
  for (auto const& one : all) {
    auto const same = [&](auto const& known) { return known.pdg_code == one.process.incoming_pdg_code(); };
    if (std::none_of(description.beams.begin(), description.beams.end(), same))
      description.beams.push_back(detail::beam_of(one));
    auto of_one = one.notes;
    for (auto& note : validity_notes(one)) of_one.push_back(std::move(note));
    for (auto const& note : of_one)
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }
  return {
      std::move(generator), std::move(description), {frame, box}, std::move(notes), all.front().target.unit};
}

/// A sample by names: event k is a function of the request, the seed and k alone.
inline sample make_sample(sample_request const& request, std::uint64_t seed, execution_policy threads = 1,
                          stop_question const& go_on = {}) {
  return make_sample(request, seed, prepare_sources(request, seed, threads, go_on), 1);
}

/// Events first ... first + count - 1 of a sample, where they lie and as their beam goes.
inline std::vector<event> events_of(sample const& made, std::uint64_t first, std::size_t count) {
  std::vector<event> events;
  made.generator.generate(first, count, events);
  for (event& one : events) made.placement(one);
  return events;
}

} // namespace trident::runtime
