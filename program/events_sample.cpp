// SPDX-License-Identifier: BSL-1.0
#include "events_sample.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <trident/base/text.hpp>
#include <trident/event/parent_nuclei.hpp>
#include <trident/runtime/event_source.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/validity.hpp>

#include "interrupt.hpp"
#include "model_words.hpp"
#include "number_option.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::split;

/// One configuration for each process asked for.
std::vector<configuration> configurations(physics_request const& asked) {
  std::vector<configuration> all;
  for (auto const& one : asked.process ? split(*asked.process, ',') : std::vector<std::string>(1)) {
    physics_request single = asked;
    if (asked.process) single.process = one;
    all.push_back(make_configuration(single));
  }
  return all;
}

double mass_of(isotope const& nuclide, registry::constants_choice const& constants) {
  return std::visit([&](auto set) { return decltype(set)::nuclear_mass(nuclide); }, constants);
}

/// The nuclei of a target, as bound nucleons come from them.
std::vector<trident::detail::counted_nucleus> counted_nuclei(configuration const& asked) {
  std::vector<trident::detail::counted_nucleus> all;
  for (auto const& [nuclide, count] : asked.target.nuclei)
    all.push_back({nuclide.pdg_code(), mass_of(nuclide, asked.constants), nuclide.atomic_number,
                   nuclide.neutron_number(), count});
  return all;
}

source_description describe(configuration const& asked, registry::component const& part, double share) {
  source_description result;
  result.process = asked.process;
  result.multiplicity = part.multiplicity * share;
  std::visit(
      [&]<class T>(T const& target) {
        result.target_pdg_code = target.pdg_code();
        if constexpr (!std::same_as<T, nuclear_target>) result.regime = scattering_regime::free_nucleon;
        if constexpr (trident::detail::is_free_proton<T>)
          result.free_pdg_code = trident::detail::hydrogen_code;
        if constexpr (std::same_as<T, proton> || std::same_as<T, neutron>) {
          result.parents = trident::detail::parents_of(counted_nuclei(asked), std::same_as<T, proton>);
          if (!result.parents.empty()) result.regime = scattering_regime::quasi_elastic;
        }
      },
      part.target);
  return result;
}

beam_entry beam_of(configuration const& asked) {
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

double integral_of(configuration const& asked) {
  auto const* spectrum = std::get_if<histogram_flux>(&asked.flux);
  return spectrum != nullptr ? spectrum->integral() : 1;
}

/// Neutrinos of each flavour among all that take part, so that cross sections are per neutrino of any of them.
std::map<int, double> flavour_shares(std::vector<configuration> const& all) {
  std::map<int, double> shares;
  for (auto const& one : all) shares[one.process.incoming_pdg_code()] = integral_of(one);
  double sum = 0;
  for (auto const& [pdg_code, integral] : shares) sum += integral;
  for (auto& [pdg_code, integral] : shares) integral /= sum;
  return shares;
}

std::vector<target_entry> targets_of(configuration const& asked) {
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

event_units units_of(events_request const& request) {
  if (!request.units || *request.units == "GEV-CM") return event_units::gev_cm;
  if (*request.units == "MEV-MM") return event_units::mev_mm;
  throw input_error("--units is \"" + *request.units + "\": allowed are GEV-CM, MEV-MM");
}

std::vector<double> numbers(std::string const& option, std::string const& text, char separator,
                            parameter_range const& range) {
  std::vector<double> values;
  for (auto const& one : split(text, separator)) values.push_back(number_in_range(option, one, range));
  return values;
}

beam_frame frame_of(events_request const& request) {
  if (!request.beam_direction) return {};
  auto const xyz = numbers("--beam-direction", *request.beam_direction, ',', ranges::direction);
  if (xyz.size() != 3)
    throw input_error("--beam-direction is \"" + *request.beam_direction +
                      "\": it must be three numbers X,Y,Z");
  return beam_frame({xyz[0], xyz[1], xyz[2]});
}

box_sampler box_of(events_request const& request, std::uint64_t seed) {
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

[[noreturn]] void refuse_prepared() {
  throw input_error("what was prepared, in the file of --run, is not for the processes and the target there");
}

/// What was prepared for a source: of as many dimensions as it has.
std::optional<any_prepared> const& prepared_for(configuration const& asked, prepared_list const& prepared,
                                                std::size_t which) {
  if (which >= prepared.size()) refuse_prepared();
  auto const& known = prepared[which];
  bool const has_spectrum = !std::holds_alternative<monoenergetic>(asked.flux);
  if (known && std::holds_alternative<prepared_source<8>>(*known) != has_spectrum) refuse_prepared();
  return known;
}

std::vector<shared_source> make_sources(std::vector<configuration> const& all, prepared_list const& prepared,
                                        model_list const& others) {
  std::vector<shared_source> sources;
  std::size_t next = 0;
  for_each_source(all, [&](auto const& asked, auto const& part, auto const& description) {
    auto const& known = prepared_for(asked, prepared, next++);
    if (known) sources.push_back(make_source(part.target, asked, description, *known, others));
  });
  if (next != prepared.size()) refuse_prepared();
  if (sources.empty())
    throw input_error("all neutrinos are below the threshold of " + all.front().process.text() + " on " +
                      all.front().target.name + ": there are no events to make");
  return sources;
}

} // namespace

bool has_bare_nucleons(events_request const& request) {
  return configurations(request.physics).front().target.nuclei.empty();
}

word_list words_of(events_request const& request) {
  word_list words = words_of(request.physics);
  for (auto const& one : request.other_models) words.emplace_back("also-model", one);
  if (request.beam_direction) words.emplace_back("beam-direction", *request.beam_direction);
  if (request.box) words.emplace_back("box", *request.box);
  return words;
}

prepared_list prepare_sources(events_request const& request, std::uint64_t seed, execution_policy threads) {
  frame_of(request); // what cannot be used is found before time is spent
  box_of(request, seed);
  units_of(request);
  models_from_words("--also-model", request.other_models);
  preparation_options options;
  options.seed = seed;
  options.threads = threads;
  interrupt_guard const interrupts;
  options.go_on = [&] { return !interrupts.signal(); };
  prepared_list prepared;
  for_each_source(configurations(request.physics), [&](auto const& asked, auto const& part, auto const&) {
    auto const sigma = make_integrand(part.target, asked);
    prepared.emplace_back();
    if (!sigma.below_threshold) prepared.back() = prepare_component(sigma, options);
    ++options.stream;
  });
  return prepared;
}

sample make_sample(events_request const& request, std::uint64_t seed, prepared_list prepared, double factor) {
  auto const frame = frame_of(request);
  auto const box = box_of(request, seed);
  auto const all = configurations(request.physics);
  for (auto& one : prepared)
    if (one) std::visit([&](auto& known) { known.scale_maxima(factor); }, *one);
  event_generator generator(
      make_sources(all, prepared, models_from_words("--also-model", request.other_models)), seed,
      request.weights);

  run_description description;
  description.seed = seed;
  description.weights = request.weights;
  description.cross_section = generator.cross_section();
  description.error = generator.cross_section_error();
  description.processes = processes_of(generator);
  description.targets = targets_of(all.front());
  description.models = name_weights(request.other_models);
  description.placed = request.box.has_value();
  description.units = units_of(request);
  description.recoil = request.recoil;
  description.configuration = words_of(request);
  if (factor != 1)
    description.configuration.emplace_back("maximum-factor", trident::detail::number_text(factor));
  std::vector<std::string> notes;
  for (auto const& one : all) {
    auto const same = [&](auto const& known) { return known.pdg_code == one.process.incoming_pdg_code(); };
    if (std::none_of(description.beams.begin(), description.beams.end(), same))
      description.beams.push_back(beam_of(one));
    auto of_one = one.notes;
    for (auto& note : validity_notes(one, until_signal())) of_one.push_back(std::move(note));
    for (auto const& note : of_one)
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }
  return {
      std::move(generator), std::move(description), {frame, box}, std::move(notes), all.front().target.unit};
}

} // namespace trident::program
