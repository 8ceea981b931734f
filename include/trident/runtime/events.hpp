// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
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
#include <trident/event/ray_placement.hpp>
#include <trident/format/run_description.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/event_head.hpp>
#include <trident/runtime/event_source.hpp>
#include <trident/runtime/event_variations.hpp>
#include <trident/runtime/events_electroweak.hpp>
#include <trident/runtime/exposed_sample.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/model_words.hpp>
#include <trident/runtime/monte_carlo.hpp>
#include <trident/runtime/number_option.hpp>
#include <trident/runtime/prepare_events.hpp>
#include <trident/runtime/request_words.hpp>
#include <trident/runtime/sample_request.hpp>
#include <trident/runtime/validity.hpp>

namespace trident::runtime {

/// A generator that is ready, and what the head of a file says.
struct sample {
  event_generator generator;
  run_description description;
  event_placement placement;
  std::vector<std::string> notes;
  std::string target; ///< what the cross section is per
  double seconds = 0; ///< of preparation
};

namespace detail {

using trident::detail::split;

inline event_units units_of(sample_request const& request) {
  if (!request.units || *request.units == "GEV-CM") return event_units::gev_cm;
  if (*request.units == "MEV-MM") return event_units::mev_mm;
  throw input_error("--units is \"" + *request.units + "\": allowed are GEV-CM, MEV-MM");
}

inline beam_frame frame_of(sample_request const& request) {
  if (!request.beam_direction) return {};
  auto const xyz = numbers("--beam-direction", *request.beam_direction, ',', ranges::direction);
  if (xyz.size() != 3)
    throw input_error("--beam-direction is \"" + *request.beam_direction +
                      "\": it must be three numbers X,Y,Z");
  return beam_frame({xyz[0], xyz[1], xyz[2]});
}

/// Whether events have places: where they are asked for, or where a detector has a box.
inline bool is_placed(sample_request const& request) {
  return request.box || (request.exposed && !request.exposed->box.empty());
}

inline box_sampler box_of(sample_request const& request, std::uint64_t seed) {
  if (!is_placed(request)) return {{}, seed};
  return {sides_of_box(request.box ? *request.box : request.exposed->box), seed};
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

/// What stands in the head of files: as words_of() has it, with all processes by their numbers.
inline word_list words_of_sample(sample_request const& request, std::vector<configuration> const& all) {
  word_list words = words_of(request);
  if (!request.exposed && !request.rays && request.physics.process != "all") return words;
  std::string numbers;
  for (auto const& one : all) numbers += (numbers.empty() ? "" : ",") + std::to_string(one.process.number);
  std::erase_if(words, [](auto const& word) { return word.first == "process"; });
  words.insert(words.begin(), {"process", numbers});
  return words;
}

/// What is to be prepared, in the order of for_each_source.
inline std::vector<source_to_prepare> sources_of(sample_request const& request,
                                                 std::vector<configuration> const& all) {
  std::vector<source_to_prepare> sources;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t part = 0; part < all[i].target.components.size(); ++part) {
      sources.push_back({&all[i], &all[i].target.components[part], std::nullopt});
      if (request.exposed)
        sources.back().share = request.exposed->expected[i][part] / request.exposed->exposure.expected_events;
    }
  return sources;
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
  return detail::configurations(request).front().target.nuclei.empty();
}

/// What the events of a request are drawn from. Throws input_error for names and values that cannot be used, and
/// computation_stopped where `go_on` says no.
inline prepared_list prepare_sources(sample_request const& request, std::uint64_t seed,
                                     execution_policy threads, stop_question const& go_on = {}) {
  detail::frame_of(request); // what cannot be used is found before time is spent
  detail::box_of(request, seed);
  detail::units_of(request);
  auto const all = detail::configurations(request);
  detail::models_beside(request.other_models, all);
  detail::variations_of(request, all.front());
  preparation_options options;
  options.seed = seed;
  options.threads = threads;
  options.go_on = go_on;
  return detail::source_preparation(options)(detail::sources_of(request, all));
}

/// The sample of what was prepared for the same request and seed; `factor` raises all maxima. Throws input_error if no
/// neutrino is above threshold.
inline sample make_sample(sample_request const& request, std::uint64_t seed, prepared_list prepared,
                          double factor) {
  auto const placement = request.rays
                             ? event_placement(ray_placement(request.beam, seed))
                             : event_placement(detail::frame_of(request), detail::box_of(request, seed));
  auto const all = detail::configurations(request);
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
  description.placed = detail::is_placed(request) || request.rays;
  description.of_rays = request.rays.has_value();
  if (request.exposed) description.exposure = request.exposed->of_events(request.exposed_events.value_or(0));
  description.units = detail::units_of(request);
  description.recoil = request.recoil;
  description.configuration = detail::words_of_sample(request, all);
  detail::add_contents(all.front().target, description.configuration);
  detail::state_electroweak(all, description.configuration);
  if (factor != 1)
    description.configuration.emplace_back("maximum-factor", trident::detail::number_text(factor));
  std::vector<std::string> notes = request.exposed ? request.exposed->notes : std::vector<std::string>();
  for (auto const& one : all) {
    auto const same = [&](auto const& known) { return known.pdg_code == one.process.incoming_pdg_code(); };
    if (std::none_of(description.beams.begin(), description.beams.end(), same))
      description.beams.push_back(detail::beam_of(one));
    auto of_one = one.notes;
    for (auto& note : validity_notes(one)) of_one.push_back(std::move(note));
    for (auto const& note : of_one)
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }
  return {std::move(generator), std::move(description), placement, std::move(notes), all.front().target.unit};
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
