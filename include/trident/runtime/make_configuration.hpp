// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/flux/catalogue.hpp>
#include <trident/flux/report.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/electroweak_choice.hpp>
#include <trident/runtime/flux_files.hpp>
#include <trident/runtime/method.hpp>
#include <trident/runtime/nuclear_choice.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/target/inelastic/validity.hpp>

namespace trident::runtime {

namespace detail {

inline std::string const& required(std::optional<std::string> const& value, std::string const& option,
                                   std::string const& what) {
  if (value) return *value;
  throw input_error(option + " is missing: it needs " + what);
}

inline void refuse_without_file(std::optional<std::string> const& value, std::string const& option) {
  if (value) throw input_error(option + " \"" + *value + "\" describes a file: it needs --flux-file too");
}

} // namespace detail

namespace detail {

inline flux_choice flux_from_file(flux_request const& asked, neutrino flavour,
                                  std::vector<std::string>& notes) {
  neutrino const column = asked.flavour ? neutrino_from_text(*asked.flavour) : flavour;
  histogram_flux flux = spectrum_in_files(asked, column);
  for (auto const& line : text_lines(make_report(flux))) notes.push_back("flux file: " + line);
  if (column != flavour)
    notes.push_back("the spectrum of " + std::string(text(column)) + " is used as the shape for " +
                    std::string(text(flavour)));
  return flux;
}

inline flux_choice flux_by_catalogue(std::string const& name, neutrino flavour,
                                     std::vector<std::string>& notes) {
  named_flux found = flux_by_name(name, flavour);
  if (!found.note.empty()) notes.push_back(found.note);
  return std::move(found.spectrum);
}

inline flux_choice make_flux(flux_request const& asked, neutrino flavour, std::vector<std::string>& notes) {
  int const given = asked.energy.has_value() + asked.name.has_value() + asked.file.has_value();
  if (given != 1)
    throw input_error(
        std::string(given == 0 ? "the neutrinos are missing" : "the neutrinos are given twice") +
        ": exactly one of --energy, --flux, --flux-file is needed");
  if (asked.file) return flux_from_file(asked, flavour, notes);
  refuse_without_file(asked.layout, "--flux-layout");
  refuse_without_file(asked.block, "--flux-block");
  refuse_without_file(asked.solid_angle, "--flux-solid-angle");
  refuse_without_file(asked.unit, "--flux-unit");
  refuse_without_file(asked.kind, "--flux-kind");
  refuse_without_file(asked.flavour, "--flux-flavour");
  refuse_without_file(asked.columns, "--flux-columns");
  if (asked.name) return flux_by_catalogue(*asked.name, flavour, notes);
  return monoenergetic(*asked.energy);
}

} // namespace detail

namespace detail {

/// The nuclear model of who names none: teg2019 stands for the reference generator, which has closure.
inline nuclear_model usual_model(registry::constants_choice const& constants) {
  return {std::holds_alternative<teg2019>(constants) ? nuclear_model_kind::closure
                                                     : nuclear_model_kind::local_fermi_gas};
}

} // namespace detail

/// What a command computes.
enum class processes_taken {
  tridents,         ///< 1 to 30
  with_w_production ///< and real W bosons, 31 to 36
};

namespace detail {

/// The trident with a W that has the neutrino and the charged lepton of a real W boson.
inline channel companion_of(w_production_channel const& made) {
  for (auto const& one : registry::all_channels())
    if (one.incoming_family == made.family && one.is_antineutrino == made.is_antineutrino &&
        one.has_charged_current && one.has_neutral_current)
      return one;
  throw std::logic_error("companion_of: no trident has this neutrino");
}

/// What is made, and by which channel.
inline std::pair<std::optional<w_production_channel>, channel> find_process_of(std::string const& text,
                                                                               processes_taken taken) {
  auto const made = find_w_production(text);
  if (!made) return {std::nullopt, registry::find_process(text)};
  if (taken == processes_taken::tridents)
    throw input_error("process \"" + text + "\" makes a real W boson, " + made->text() +
                      ": it has cross sections, scans over energies or lepton-energy, "
                      "and rates; this needs a trident, 1 to 30");
  return {made, companion_of(*made)};
}

/// Real W bosons are those of the Standard Model, with W and Z as particles.
inline void require_w_production(physics_request const& asked, configuration& result) {
  if (!std::holds_alternative<standard_model>(result.model) || asked.model != "SM")
    throw input_error("--model is \"" + asked.model + "\": " + result.process_text() +
                      " is that of the Standard Model (SM)");
  if (asked.electroweak == "contact")
    throw input_error("--electroweak is \"contact\": a real W boson is not a contact interaction");
  result.electroweak = electroweak_amplitude::full;
  result.notes.emplace_back("all decays of the W; its leptonic ones are in the tridents with a W too: cross "
                            "sections of the two are not to be added");
  constexpr double large_q2 = 1e5; // [GeV] of neutrinos
  if (result.target.contents.find(text(scattering_regime::inelastic)) != std::string::npos &&
      highest_energy_of(result.flux) > large_q2)
    result.notes.emplace_back("inelastic: the photon's Q2 reaches M_W^2, where W and Z exchange with quarks "
                              "count too: left out, 5 to 10 % of that regime");
}

} // namespace detail

/// What a method computes where --electroweak does not say: the equivalent photons of textbooks have contact interactions.
inline physics_request as_method_takes(physics_request physics, method how) {
  if (how == method::epa && physics.electroweak.value_or("auto") == "auto" && physics.model != "SMprop")
    physics.electroweak = "contact";
  return physics;
}

namespace detail {

/// The target of the request: a nucleus, a nucleon or a material.
inline registry::target_request target_of(physics_request const& asked,
                                          registry::constants_choice const& constants, std::string name) {
  return {std::move(name),        asked.regime,
          asked.form_factor,      nuclear_model_of(asked.nuclear),
          usual_model(constants), inelastic_options_of(asked.nuclear)};
}

/// What is left once process, target and neutrinos are known.
inline configuration configuration_of(physics_request const& asked,
                                      std::optional<w_production_channel> const& made, channel const& process,
                                      registry::constants_choice const& constants,
                                      registry::composition composed, flux_choice flux,
                                      std::vector<std::string> notes) {
  if (composed.contents.find(text(scattering_regime::inelastic)) != std::string::npos)
    for (auto& sentence : validity_of(inelastic_options_of(asked.nuclear), highest_energy_of(flux)))
      notes.push_back("inelastic: " + std::move(sentence));
  auto const model = registry::find_model(asked.model, asked.model_parameters);
  configuration result{process, std::move(composed), std::move(flux), model, constants, std::move(notes)};
  result.w_production = made;
  if (made)
    require_w_production(asked, result);
  else
    choose_electroweak(result, asked.electroweak.value_or("auto"));
  result.vacuum_polarisation =
      switch_from_text("--vacuum-polarisation", asked.vacuum_polarisation.value_or("off"));
  return result;
}

} // namespace detail

/// All names resolved, all values checked. Throws input_error: one line that names the value, what was wrong and what is
/// allowed, in the words of the command line.
inline configuration make_configuration(physics_request const& asked,
                                        processes_taken taken = processes_taken::tridents) {
  auto const [made, process] = detail::find_process_of(
      detail::required(asked.process, "--process",
                       "a number from 1 to 30 or a text such as \"nu_mu -> nu_mu mu+ mu-\""),
      taken);
  auto const& target = detail::required(
      asked.target, "--target", "a nucleus such as Ar, a nucleon or a material; see `trident list targets`");
  auto constants = registry::find_constants(asked.constants);
  auto composed = registry::compose(detail::target_of(asked, constants, target));
  std::vector<std::string> notes;
  if (!composed.note.empty()) notes.push_back(composed.note);
  auto flux = detail::make_flux(asked.flux, incoming_neutrino(process), notes);
  return detail::configuration_of(asked, made, process, constants, std::move(composed), std::move(flux),
                                  std::move(notes));
}

} // namespace trident::runtime
