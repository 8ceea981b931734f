// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/format/any_format.hpp>
#include <trident/runtime/model_words.hpp>

#include "events.hpp"
#include "options.hpp"
#include "reweight.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace detail {

inline void add_count(CLI::App& command, std::string const& name, std::string const& help,
                      std::optional<std::uint64_t>& target, std::uint64_t lowest) {
  add_number(command, name, help, "N", lowest, std::uint64_t{1} << 53,
             "a whole number from " + std::to_string(lowest) + " to 2^53", target);
}

inline void add_file_options(CLI::App& command, events_request& request) {
  add_optional(command, "--out", "file of events; - is standard output; needed", "FILE", request.out);
  add_optional(command, "--file-format",
               trident::detail::joined(any_event_format::names(), ", ", " or ") +
                   " (as FILE ends: " + trident::detail::joined(any_event_format::endings()) + ')',
               "FORMAT", request.file_format);
  add_number<std::uint64_t>(command, "--split", "cut the events into so many numbered files, 1 to 100000 (1)",
                            "K", 1, 100'000, "a whole number from 1 to 100000", request.pieces);
}

/// A detector in its beam, whose exposure says how many events there are.
inline void add_exposure_options(CLI::App& command, detector_request& request) {
  add_optional(
      command, "--detector",
      "all processes, flavours and regimes of a named one in its beam, as many events as its exposure "
      "gives; see trident list detectors",
      "NAME", request.detector);
  add_mode_and_mass(command, request);
  add_optional(
      command, "--material",
      "of a detector, or in place of one with --mass-tonnes: a name, a formula, or fractions by mass "
      "(the detector's)",
      "M", request.material);
  add_ranged(command, "--exposure-pot", "protons on target", "N", ranges::exposure, request.exposure.pot,
             "the detector's");
  add_ranged(command, "--exposure-fb", "luminosity in fb^-1, of a collider", "N", ranges::exposure,
             request.exposure.fb, "the detector's");
  add_ranged(command, "--years", "of live time, 365.25 days each, of what comes from the sky", "N",
             ranges::live_time, request.exposure.years, "the detector's");
  add_optional(command, "--flavours", "of the beam, such as nu_mu,anti-nu_mu, or all (all)", "NAMES",
               request.flavours);
  add_optional(command, "--number",
               "of events of an exposure: poisson, drawn around what is expected, or expected, that rounded "
               "(poisson)",
               "WORD", request.number);
}

/// Models beside the nominal one, in one word each.
inline void add_models(CLI::App& command, std::string const& name, std::vector<std::string>& models) {
  command
      .add_option_function<std::vector<std::string>>(
          name, [&models](auto const& texts) { models = expanded_models(texts); },
          "weights of another model too: one word, \"LmuLtau --coupling 0.01 --mass 0.1\", with GeV and "
          "1/TeV^2 "
          "as --model has them; may be repeated; a parameter FROM:TO:N[:log] stands for N models")
      ->type_name("MODEL")
      ->allow_extra_args(false);
}

} // namespace detail

/// Registers the options of `trident reweight`.
inline void add_reweight_options(CLI::App& command, reweight_request& request) {
  command.add_option("file", request.file, "of events that trident made, in the format nuhepmc or lhef")
      ->required();
  detail::add_models(command, "--to", request.models);
  detail::add_optional(command, "--out", "file with the weights; - is standard output (the file itself)",
                       "FILE", request.out);
}

/// Registers the options of `trident events`.
inline void add_events_options(CLI::App& command, events_request& request) {
  add_physics_options(command, request.physics);
  auto* const process = command.get_option("--process");
  process->description(process->get_description() + "; several with commas, or all");
  detail::add_count(command, "-n", "events to make, 1 to 2^53; needed, unless a detector has an exposure",
                    request.count, 1);
  detail::add_exposure_options(command, request.detector);
  detail::add_file_options(command, request);
  command.add_flag_callback(
      "--weighted", [&request] { request.weights = weighting::weighted; },
      "every point is an event, with its weight (events of weight 1)");
  command.add_flag_callback(
      "--strict", [&request] { request.maximum = maximum_policy::strict; },
      "no weight above 1: the maximum is raised and all is done again (weights above 1 are kept and "
      "counted)");
  detail::add_count(command, "--event", "write this event only, on standard output; counts from 0 (all)",
                    request.single, 0);
  detail::add_optional(command, "--rays",
                       "neutrinos of a simulated beam, in place of a flux: a line each with pdg energy "
                       "direction position [time] weight [GeV, cm, ns], or as a line of names says",
                       "FILE", request.rays);
  detail::add_models(command, "--also-model", request.other_models);
  detail::add_vary(command, request.vary, "weights of other theories");
  detail::add_optional(command, "--beam-direction", "of the neutrinos, a vector of any length (0,0,1)",
                       "X,Y,Z", request.beam_direction);
  detail::add_optional(command, "--box",
                       "where events lie, evenly spread [cm], and when [ns] (all at the origin)",
                       "X0:X1,Y0:Y1,Z0:Z1[,T0:T1]", request.box);
  detail::add_optional(command, "--units",
                       "of momenta and lengths in the format nuhepmc: GEV-CM or MEV-MM (GEV-CM)", "UNITS",
                       request.units);
  command.add_flag_callback(
      "--no-recoil", [&request] { request.recoil = recoil_writing::left_out; },
      "leave out nuclei that come out, in the format nuhepmc: for simulations that know none (all is "
      "written)");
  add_seed_and_threads(command, request.run);
  add_report_options(command, request.run);
}

} // namespace trident::program
