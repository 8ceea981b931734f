// SPDX-License-Identifier: BSL-1.0
#include "rates.hpp"

#include <algorithm>
#include <iostream>

#include <trident/base/characters.hpp>
#include <trident/base/text.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/runtime/validity.hpp>

#include "interrupt.hpp"
#include "number_text.hpp"
#include "rates_report.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

/// 1 GeV^-2 of pdg [cm^2]
constexpr double pdg_inverse_gev2 = pdg::inverse_GeV2_in_fb * 1e-39;

void require_absolute(histogram_flux const& flux) {
  if (flux.normalisation() == flux_normalisation::shape)
    throw input_error("flux \"" + std::string(flux.name()) +
                      "\" is a shape: rates need neutrinos per area (a unit such as 1/m2/GeV/POT)");
}

std::vector<beam_component> beam_from_file(flux_request const& asked) {
  if (!asked.unit || !asked.flavour)
    throw input_error("--flux-file needs --flux-unit and --flux-flavour (several with commas)");
  std::vector<neutrino> flavours;
  for (auto const word : trident::detail::split<std::string_view>(*asked.flavour))
    flavours.push_back(neutrino_from_text(trident::detail::trimmed(word)));
  auto const spectra = spectra_in_file(asked, flavours);
  std::vector<beam_component> beam;
  for (std::size_t i = 0; i < flavours.size(); ++i) beam.push_back({flavours[i], spectra[i]});
  return beam;
}

std::vector<beam_component> beam_of_user(flux_request const& asked) {
  if (asked.file.has_value() == asked.name.has_value())
    throw input_error("the beam is " + std::string(asked.file ? "given twice" : "missing") +
                      ": exactly one of --detector, --flux, --flux-file is needed");
  auto beam = asked.file ? beam_from_file(asked) : trident::detail::beam_of(*asked.name);
  for (auto const& one : beam) require_absolute(one.spectrum);
  return beam;
}

template <class Value>
Value const& required(std::optional<Value> const& value, std::string const& option) {
  if (value) return *value;
  throw input_error(option + " is missing: without --detector rates need --mass-tonnes, --material, "
                             "--exposure-pot and --flux or --flux-file");
}

void add_detector(rates_request const& asked, rates_result& result) {
  auto const& found = find_detector(*asked.detector);
  auto const& mode = asked.mode ? find_mode(found, *asked.mode) : found.modes.front();
  result.target = expose(found, mode);
  result.detector = found.name;
  result.mode = mode.name;
  result.spectrum_origin = text(mode.origin);
  result.notes.push_back(std::string(found.description) + " (" + std::string(found.source) + ")");
  result.notes.push_back("spectrum: " + result.spectrum_origin + ", " + std::string(mode.spectrum));
  if (mode.spectrum.find("t2k_nd280") != std::string_view::npos)
    result.notes.emplace_back(
        "the data of t2k_nd280_fhc drop by 26 at 10 GeV, where bins widen from 0.05 to 1 GeV: a "
        "factor 20 seems to be missing above; used as they are");
}

void add_user(rates_request const& asked, rates_result& result) {
  if (asked.mode)
    throw input_error("--mode \"" + *asked.mode + "\" belongs to a detector: give --detector too");
  result.target.beam = beam_of_user(asked.flux);
  result.detector = "user";
  result.spectrum_origin = "user";
  required(asked.material, "--material");
  required(asked.mass_tonnes, "--mass-tonnes");
  if (!asked.per_tonne_year) required(asked.exposure_pot, "--exposure-pot");
}

void replace_flux(rates_request const& asked, rates_result& result) {
  if (!asked.flux.name && !asked.flux.file) return;
  result.target.beam = beam_of_user(asked.flux);
  result.spectrum_origin = "user";
  result.notes.push_back("spectrum: replaced by " + (asked.flux.name ? *asked.flux.name : *asked.flux.file));
}

std::string exposure_text(exposed_target const& target) {
  switch (target.beam.front().spectrum.normalisation()) {
  case flux_normalisation::per_area_and_proton:
    return formatted("%g protons on target", target.exposure);
  case flux_normalisation::per_area_and_inverse_femtobarn:
    return formatted("%g fb^-1", target.exposure);
  default:
    return "the exposure of the spectrum";
  }
}

void add_notes(rates_result& result) {
  auto const& target = result.target;
  result.notes.push_back(formatted("%g t of ", target.mass_tonnes) + target.material.name + ", " +
                         exposure_text(target));
  for (auto const& [flavour, spectrum] : target.beam)
    if (!spectrum.columns().empty())
      result.notes.push_back(std::string(text(flavour)) + ": " + std::string(spectrum.columns()));
  for (auto const& [flavour, spectrum] : target.beam)
    result.notes.push_back(std::string(text(flavour)) + formatted(": %.4g", spectrum.integral()) + ' ' +
                           std::string(integral_unit(spectrum.normalisation())).substr(1) +
                           formatted(", mean energy %.3g GeV", spectrum.mean_energy()));
  if (!target.material.note.empty()) result.notes.push_back(target.material.note);
  auto const unmeasured =
      trident::detail::joined(registry::without_measured_density(target.material), &isotope::text);
  if (!unmeasured.empty())
    result.notes.push_back("no measured charge density of " + unmeasured +
                           ": symmetrised Fermi form factor from the number of nucleons");
}

/// What propagators of W and Z change, on the target and in the channel that feel them most.
void add_validity_notes(rates_result& result) {
  for (auto const& [flavour, spectrum] : result.target.beam)
    for (auto const& process : registry::all_channels()) {
      bool const own_pair = process.has_neutral_current && process.has_charged_current;
      if (!own_pair || process.incoming_pdg_code() != pdg_code(flavour)) continue;
      configuration const asked{
          process, registry::compose({"proton", {}, {}}), spectrum, standard_model{}, pdg{}, {}};
      for (auto const& note : validity_notes(asked, until_signal()))
        result.notes.push_back(process.text() + " on protons, less on nuclei: " + note);
    }
}

void apply_per_tonne_year(rates_result& result) {
  for (auto const& one : result.target.beam)
    if (one.spectrum.normalisation() != flux_normalisation::per_area_and_proton)
      throw input_error("--per-tonne-year counts 1.1e21 protons on target: the spectrum of " +
                        result.detector + " is not per proton");
  result.target.mass_tonnes = 1;
  result.target.exposure = protons_per_year;
}

void keep_flavour(rates_request const& asked, rates_result& result) {
  if (!asked.flavour) return;
  auto const flavour = neutrino_from_text(*asked.flavour);
  auto& beam = result.target.beam;
  std::erase_if(beam, [&](beam_component const& one) { return one.flavour != flavour; });
  if (beam.empty())
    throw input_error("flavour " + *asked.flavour + " is not in the beam of " + result.detector);
}

rates_result make_result(rates_request const& asked) {
  rates_result result{};
  if (asked.detector)
    add_detector(asked, result), replace_flux(asked, result);
  else
    add_user(asked, result);
  if (asked.material) result.target.material = registry::material_from_text(*asked.material);
  if (asked.mass_tonnes) result.target.mass_tonnes = *asked.mass_tonnes;
  if (asked.exposure_pot) result.target.exposure = *asked.exposure_pot;
  if (asked.per_tonne_year) apply_per_tonne_year(result);
  result.unit = asked.per_tonne_year ? "events per tonne and year" : "events";
  keep_flavour(asked, result);
  add_notes(result);
  add_validity_notes(result);
  return result;
}

std::vector<channel> channels_of(rates_request const& asked) {
  if (asked.process) return {registry::find_process(*asked.process)};
  return registry::all_channels();
}

/// Options and names of what --vary changes.
struct variation_row {
  std::string cause, name;
  nuclear_options options;
};

std::vector<variation_row> variation_rows() {
  std::vector<variation_row> rows;
  for (auto const& [kind, name, description] : form_factor_names)
    rows.push_back({"form factor", std::string(name), {.form_factor = kind}});
  for (double const momentum : {0.215, 0.255})
    rows.push_back({"k_F", formatted("%g GeV", momentum), {.fermi_momentum = momentum}});
  rows.push_back({"nucleon form factors", "z expansion", {.nucleons = nucleon_set::z_expansion}});
  rows.push_back({"nucleon form factors", "dipole", {.nucleons = nucleon_set::dipole}});
  return rows;
}

/// Ours in the unit of a published figure: rates are in proportion to mass and protons.
double in_unit_of(published_rate const& published, rates_result const& result) {
  double const sum = counted(published, result.rates);
  auto const& target = result.target;
  if (published.unit == rate_unit::per_tonne_year)
    return sum * protons_per_year / (target.mass_tonnes * target.exposure);
  auto const& found = find_detector(published.detector);
  return result.unit == "events"
             ? sum
             : sum * found.mass_tonnes * found.exposure / (target.mass_tonnes * target.exposure);
}

void compare(rates_result& result) {
  for (auto const& one : published_rates)
    if (is_for(one, result.detector, result.mode))
      result.comparisons.push_back({one, in_unit_of(one, result)});
  if (result.comparisons.empty())
    throw input_error(
        "--compare: there are no published figures for " + result.detector + " " + result.mode +
        "; there are for dune-nd (fhc, rhc), ship, sbnd, ingrid (fhc), nustorm, minos, minerva");
}

rates_physics physics_of(rates_request const& asked) {
  return {registry::find_model(asked.model, asked.model_parameters),
          asked.sin2_theta_w,
          asked.inverse_gev2_cm2.value_or(pdg_inverse_gev2) / pdg_inverse_gev2,
          {}};
}

void require_format(std::string const& format) {
  if (format != "text" && format != "json" && format != "csv")
    throw input_error("--format is \"" + format + "\": it must be text, json or csv");
}

} // namespace

int run_rates(rates_request const& asked) {
  require_format(asked.format);
  work_watch const watch(asked.time_limit_seconds);
  auto result = make_result(asked);
  auto const channels = channels_of(asked);
  auto physics = physics_of(asked);
  physics.go_on = [&] { return watch.goes_on(); };
  nuclear_options options;
  if (asked.form_factor) options.form_factor = form_factor_kind_of(*asked.form_factor);
  auto const rates_for = [&](nuclear_options const& nuclear) {
    return watch.finish([&] { return compute_rates(result.target, channels, physics, nuclear); });
  };
  result.rates = rates_for(options);
  if (result.rates.empty()) throw input_error("no flavour of the beam has the process " + *asked.process);
  if (asked.vary)
    for (auto const& [cause, name, varied] : variation_rows())
      result.variations.push_back({cause, name, rates_for(varied)});
  if (asked.compare) compare(result);
  write_rates(std::cout, asked.format, result);
  return 0;
}

} // namespace trident::program
