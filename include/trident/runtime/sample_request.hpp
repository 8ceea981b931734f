// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/event/generator.hpp>
#include <trident/event/placement.hpp>
#include <trident/flux/ray_beam.hpp>
#include <trident/flux/rays.hpp>
#include <trident/format/run_description.hpp>
#include <trident/runtime/exposed_sample.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/number_option.hpp>
#include <trident/runtime/request_words.hpp>
#include <trident/storage/input_file.hpp>

// What a user says about events, and what it comes to: one configuration for each process.

namespace trident::runtime {

/// Events as a user says them.
struct sample_request {
  physics_request physics; ///< its process may be several, with commas between them, or "all"
  detector_request detector;
  std::shared_ptr<exposed_sample const> exposed =
      {};                                    ///< the same, understood by expose(), where it is asked for
  std::optional<std::string> rays = {};      ///< file of neutrinos, in place of a flux
  std::shared_ptr<ray_beam const> beam = {}; ///< what stands in it, see read_rays_of()
  std::optional<std::uint64_t> exposed_events = {}; ///< of the sample of an exposure
  weighting weights = weighting::unweighted;
  std::vector<std::string>
      other_models;                ///< "LmuLtau --coupling 0.01 --mass 0.1": weights beside the nominal one
  std::optional<std::string> vary; ///< weights of theory variations: "all", "bands" or names
  std::optional<std::string> beam_direction; ///< "x,y,z"
  std::optional<std::string> box;            ///< "x0:x1,y0:y1,z0:z1[,t0:t1]" [cm, ns]
  std::optional<std::string> units;          ///< of momenta and lengths in files: GEV-CM or MEV-MM
  recoil_writing recoil = recoil_writing::written;
};

/// All that decides what events there are, but for seed and number: words that stand in files and make them again.
inline word_list words_of(sample_request const& request) {
  word_list words = words_of(request.physics);
  for (auto& one : words_of(request.detector)) words.push_back(std::move(one));
  if (request.rays) words.emplace_back("rays", *request.rays);
  for (auto const& one : request.other_models) words.emplace_back("also-model", one);
  if (request.vary) words.emplace_back("vary", *request.vary);
  if (request.beam_direction) words.emplace_back("beam-direction", *request.beam_direction);
  if (request.box) words.emplace_back("box", *request.box);
  return words;
}

namespace detail {

/// The flavours that a flux has, as far as it says: all six of one energy.
inline std::vector<neutrino> flavours_of(flux_request const& flux) {
  std::vector<neutrino> flavours(all_neutrinos.begin(), all_neutrinos.end());
  if (flux.name) {
    auto const& known = find_flux(*flux.name).flavours;
    flavours.assign(known.begin(), known.end());
  } else if (flux.file && !flux.flavour) {
    if (auto const known = flavours_in_files(flux); !known.empty()) flavours = known;
    if (!flux_files_of(flux).front().flavour) // one file for all
      std::erase_if(flavours, [&](neutrino one) { return has_no_neutrinos(flux, one); });
  }
  return flavours;
}

/// The channels whose neutrinos a flux has, as numbers with commas between them.
inline std::string all_processes_of(flux_request const& flux) {
  auto const flavours = flavours_of(flux);
  std::string numbers;
  for (auto const& one : registry::all_channels())
    if (std::find(flavours.begin(), flavours.end(), neutrino_from_pdg(one.incoming_pdg_code())) !=
        flavours.end())
      numbers += (numbers.empty() ? "" : ",") + std::to_string(one.number);
  if (numbers.empty()) throw input_error("--process all: the flux has no neutrinos");
  return numbers;
}

/// One configuration for each process asked for.
inline std::vector<configuration> configurations(physics_request asked) {
  if (asked.process == "all") asked.process = all_processes_of(asked.flux);
  std::vector<configuration> all;
  for (auto const& one :
       asked.process ? trident::detail::split(*asked.process, ',') : std::vector<std::string>(1)) {
    physics_request single = asked;
    if (asked.process) single.process = one;
    all.push_back(make_configuration(single));
  }
  return all;
}

/// The channels of a list such as "7,8,9", or all.
inline std::vector<channel> channels_named(std::optional<std::string> const& text) {
  if (!text || *text == "all") return registry::all_channels();
  std::vector<channel> channels;
  for (auto const& one : trident::detail::split(*text, ',')) {
    auto const process = find_process_of(one, processes_taken::tridents).second;
    auto const same = [&](channel const& known) { return known.number == process.number; };
    if (std::none_of(channels.begin(), channels.end(), same)) channels.push_back(process);
  }
  return channels;
}

/// One for each channel of each flavour of a list of rays.
inline std::vector<configuration> configurations_on_rays(sample_request const& request) {
  if (!request.beam) throw std::logic_error("configurations: rays have to be read first, see read_rays_of()");
  auto const& physics = request.physics;
  auto const constants = registry::find_constants(physics.constants);
  auto const& target = required(physics.target, "--target",
                                "a nucleus such as Ar, a nucleon or a material; see `trident list targets`");
  std::vector<configuration> all;
  for (auto const& process : channels_named(physics.process))
    if (auto const spectrum = request.beam->spectrum(neutrino_from_pdg(process.incoming_pdg_code()))) {
      auto composed = registry::compose(target_of(physics, constants, target));
      std::vector<std::string> notes;
      if (!composed.note.empty()) notes.push_back(composed.note);
      all.push_back(configuration_of(physics, std::nullopt, process, constants, std::move(composed),
                                     *spectrum, std::move(notes)));
    }
  if (all.empty())
    throw input_error("no ray has a neutrino of the process " + physics.process.value_or("all"));
  return all;
}

/// The same of a sample, that of a detector or of rays too.
inline std::vector<configuration> configurations(sample_request const& request) {
  if (request.exposed) return request.exposed->all;
  if (request.detector.is_asked())
    throw std::logic_error("configurations: an exposure has to be understood first, see expose()");
  if (request.rays) return configurations_on_rays(request);
  return configurations(request.physics);
}

/// Numbers of a list, all in one range.
inline std::vector<double> numbers(std::string const& option, std::string const& text, char separator,
                                   parameter_range const& range) {
  std::vector<double> values;
  for (auto const& one : trident::detail::split(text, separator))
    values.push_back(number_in_range(option, one, range));
  return values;
}

/// Sides of a box in space and time, [cm] and [ns]; no time is the time 0.
inline std::array<box_sampler::interval_type, 4> sides_of_box(std::string const& text) {
  std::array<box_sampler::interval_type, 4> sides{};
  auto const texts = trident::detail::split(text, ',');
  std::string const allowed = "it must be X0:X1,Y0:Y1,Z0:Z1 in cm, and T0:T1 in ns after that if wanted";
  if (texts.size() != 3 && texts.size() != 4) throw input_error("--box is \"" + text + "\": " + allowed);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto const ends = numbers("--box", texts[i], ':', i < 3 ? ranges::length : ranges::time);
    if (ends.size() != 2) throw input_error("--box side is \"" + texts[i] + "\": " + allowed);
    sides[i] = {ends[0], ends[1]};
  }
  return sides;
}

} // namespace detail

/// Names of the files that a request reads.
inline std::vector<std::string> files_read_by(sample_request const& request) {
  auto files = files_read_by(request.physics);
  if (request.rays) files.push_back(*request.rays);
  return files;
}

/// Reads the rays that were asked for, if any were. Throws input_error.
inline void read_rays_of(sample_request& request) {
  if (!request.rays) return;
  auto const& flux = request.physics.flux;
  if (flux.energy || flux.name || flux.file)
    throw input_error(
        "the neutrinos are given twice: --rays takes the place of --energy, --flux and --flux-file");
  if (request.beam_direction)
    throw input_error("--beam-direction does not go with --rays: each ray has its own");
  if (request.detector.is_asked())
    throw input_error(
        "--rays does not go with a detector's exposure: rays say how neutrinos are shared out, not "
        "how many there are; it needs --target and -n");
  input_file stream(*request.rays);
  auto rays = read_rays(stream, *request.rays);
  std::optional<ray_box> box;
  if (request.box) {
    auto const sides = detail::sides_of_box(*request.box);
    if (sides[3] != box_sampler::interval_type{})
      throw input_error("--box \"" + *request.box + "\" has times: with --rays each ray has its own");
    box = ray_box{sides[0], sides[1], sides[2]};
  }
  request.beam = std::make_shared<ray_beam const>(std::move(rays), box);
}

} // namespace trident::runtime
