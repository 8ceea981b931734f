// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/characters.hpp>
#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/rates/charged_current.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/rates/event_rates.hpp>
#include <trident/rates/published_charged_currents.hpp>
#include <trident/rates/published_rates.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/exposure.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/muon_beam.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/runtime/rates.hpp>
#include <trident/runtime/theory_errors.hpp>

namespace trident::runtime {

/// Rates as a user says them.
struct rates_request {
  std::optional<std::string> detector, mode, material;
  std::optional<double> mass_tonnes;
  exposure_request exposure;
  flux_request flux; ///< its flavour may be several, separated by commas
  muon_beam_request muons;
  std::optional<std::string> process, flavour, form_factor;
  std::optional<std::string> electroweak;         ///< "auto", "contact" or "full"
  std::optional<std::string> vacuum_polarisation; ///< "on" or "off"
  nuclear_request nuclear;                        ///< of bound nucleons, and of inelastic ones
  std::string model = "SM";
  std::vector<std::string> model_parameters;
  std::optional<double> sin2_theta_w, inverse_gev2_cm2;
  bool per_tonne_year = false, compare = false, vary = false;
};

/// What was computed, and what a user should know about it.
struct rates_result {
  std::string detector, mode, unit, spectrum_origin;
  std::string nuclear_model; ///< of the incoherent rates
  std::string electroweak;   ///< "contact", "full", or "full and contact" where flavours differ
  exposed_target target;
  std::vector<event_rate> rates;
  std::vector<charged_current_rate> charged_currents; ///< of each flavour, a yardstick
  std::vector<std::string> notes;

  std::vector<varied_rates> variations;    ///< rates with another theory
  std::optional<theory_shifts> correlated; ///< errors of all rows together, with the variations

  /// A published figure beside ours.
  struct comparison {
    published_rate published;
    double ours;
    double pull() const { return (ours - published.events) / published.error; }
  };
  std::vector<comparison> comparisons;
  std::vector<published_charged_current> counts_of_authors; ///< to compare charged_currents with
};

namespace detail {

/// 1 GeV^-2 of pdg [cm^2]
inline constexpr double pdg_inverse_gev2 = pdg::inverse_GeV2_in_fb * 1e-39;

inline void require_absolute(histogram_flux const& flux) {
  if (flux.normalisation() == flux_normalisation::per_area_second_and_steradian)
    throw input_error("flux \"" + std::string(flux.name()) +
                      "\" is per steradian: rates need a solid angle, --flux-solid-angle such as 4pi, or "
                      "--flux-block of a file with blocks of zenith");
  if (flux.normalisation() == flux_normalisation::shape)
    throw input_error("flux \"" + std::string(flux.name()) +
                      "\" is a shape: rates need neutrinos per area (a unit such as 1/m2/GeV/POT)");
}

inline std::vector<beam_component> beam_from_file(flux_request const& asked) {
  std::vector<neutrino> flavours;
  if (asked.flavour)
    for (auto const word : trident::detail::split<std::string_view>(*asked.flavour))
      flavours.push_back(neutrino_from_text(trident::detail::trimmed(word)));
  std::vector<beam_component> beam;
  for (auto const& one : spectra_in_files(asked, flavours)) beam.push_back({*one.flavour(), one});
  return beam;
}

inline std::vector<beam_component> beam_of_user(rates_request const& asked) {
  auto const& flux = asked.flux;
  if (flux.file.has_value() == flux.name.has_value())
    throw input_error("the beam is " + std::string(flux.file ? "given twice" : "missing") +
                      ": exactly one of --detector, --flux, --flux-file is needed");
  if (flux.name == muon_decay_name) return beam_of_muons(asked.muons, asked.exposure);
  auto beam = flux.file ? beam_from_file(flux) : trident::detail::beam_of(*flux.name);
  for (auto const& one : beam) require_absolute(one.spectrum);
  return beam;
}

template <class Value>
Value const& required(std::optional<Value> const& value, std::string const& option) {
  if (value) return *value;
  throw input_error(option + " is missing: without --detector rates need --mass-tonnes, --material, "
                             "--exposure-pot (or --exposure-fb, --years) and --flux or --flux-file");
}

inline void add_detector(rates_request const& asked, rates_result& result) {
  auto const& found = find_detector(*asked.detector);
  auto const& mode = asked.mode ? find_mode(found, *asked.mode) : found.modes.front();
  result.target = expose(found, mode);
  result.detector = found.name;
  result.mode = mode.name;
  result.spectrum_origin = text(mode.origin);
  result.notes.push_back(std::string(found.description) + " (" + std::string(found.source) + ")");
  result.notes.push_back("spectrum: " + result.spectrum_origin + ", " + std::string(mode.spectrum));
  if (mode.spectrum.starts_with("t2k_nd280_fhc") && !mode.spectrum.starts_with("t2k_nd280_fhc_2016"))
    result.notes.emplace_back(
        "the data of t2k_nd280_fhc drop by 26 at 10 GeV, where bins widen from 0.05 to 1 GeV: a "
        "factor 20 seems to be missing above; used as they are");
}

inline void add_user(rates_request const& asked, rates_result& result) {
  if (asked.mode)
    throw input_error("--mode \"" + *asked.mode + "\" belongs to a detector: give --detector too");
  result.target.beam = beam_of_user(asked);
  result.detector = "user";
  result.spectrum_origin = "user";
  required(asked.material, "--material");
  required(asked.mass_tonnes, "--mass-tonnes");
  if (is_counted(result.target.beam.front().spectrum, asked.exposure)) result.target.exposure = 1;
  if (asked.flux.name == muon_decay_name)
    result.notes.push_back("spectrum: computed, " + beam_text(ring_of(asked.muons)));
  else if (!asked.per_tonne_year && !asked.exposure.is_given())
    required(asked.exposure.pot, "--exposure-pot");
}

inline void replace_flux(rates_request const& asked, rates_result& result) {
  if (!asked.flux.name && !asked.flux.file) return;
  auto const before = result.target.beam.front().spectrum.normalisation();
  result.target.beam = beam_of_user(asked);
  auto const now = result.target.beam.front().spectrum.normalisation();
  if (now != before && now != flux_normalisation::per_area && !asked.exposure.is_given())
    throw input_error("the exposure of " + result.detector + " is not one for a spectrum in " +
                      std::string(density_unit(now)) + ": give --exposure-pot, --exposure-fb or --years");
  if (is_counted(result.target.beam.front().spectrum, asked.exposure)) result.target.exposure = 1;
  result.spectrum_origin = "user";
  result.notes.push_back("spectrum: replaced by " + (asked.flux.name ? *asked.flux.name : *asked.flux.file));
}

inline void add_notes(rates_result& result) {
  auto const& target = result.target;
  result.notes.push_back(trident::detail::formatted("%g t of ", target.mass_tonnes) + target.material.name +
                         ", " + exposure_text(target.exposure, target.beam.front().spectrum.normalisation()));
  for (auto const& [flavour, spectrum] : target.beam)
    if (!spectrum.columns().empty())
      result.notes.push_back(std::string(text(flavour)) + ": " + std::string(spectrum.columns()));
  for (auto const& [flavour, spectrum] : target.beam)
    result.notes.push_back(std::string(text(flavour)) +
                           trident::detail::formatted(": %.4g", spectrum.integral()) + ' ' +
                           std::string(integral_unit(spectrum.normalisation())).substr(1) +
                           trident::detail::formatted(", mean energy %.3g GeV", spectrum.mean_energy()));
  if (!target.material.note.empty()) result.notes.push_back(target.material.note);
  auto const unmeasured =
      trident::detail::joined(registry::without_measured_density(target.material), &isotope::text);
  if (!unmeasured.empty())
    result.notes.push_back("no measured charge density of " + unmeasured +
                           ": symmetrised Fermi form factor from the number of nucleons");
}

inline void apply_per_tonne_year(rates_result& result) {
  for (auto const& one : result.target.beam)
    if (one.spectrum.normalisation() != flux_normalisation::per_area_and_proton)
      throw input_error("--per-tonne-year counts 1.1e21 protons on target: the spectrum of " +
                        result.detector + " is not per proton");
  result.target.mass_tonnes = 1;
  result.target.exposure = protons_per_year;
}

inline void keep_flavour(rates_request const& asked, rates_result& result) {
  if (!asked.flavour) return;
  auto const flavour = neutrino_from_text(*asked.flavour);
  auto& beam = result.target.beam;
  std::erase_if(beam, [&](beam_component const& one) { return one.flavour != flavour; });
  if (beam.empty())
    throw input_error("flavour " + *asked.flavour + " is not in the beam of " + result.detector);
}

inline rates_result make_result(rates_request const& asked) {
  rates_result result{};
  if (asked.muons.is_given() && asked.flux.name != muon_decay_name)
    throw input_error("--muon-energy, --decays and the like are for --flux muon-decay");
  if (asked.detector)
    add_detector(asked, result), replace_flux(asked, result);
  else
    add_user(asked, result);
  if (asked.material) result.target.material = registry::material_from_text(*asked.material);
  if (asked.mass_tonnes) result.target.mass_tonnes = *asked.mass_tonnes;
  if (auto const exposure = exposure_of(asked.exposure, result.target.beam.front().spectrum.normalisation()))
    result.target.exposure = *exposure;
  if (asked.per_tonne_year) apply_per_tonne_year(result);
  result.unit = asked.per_tonne_year ? "events per tonne and year" : "events";
  keep_flavour(asked, result);
  add_notes(result);
  result.charged_currents = charged_current_rates(result.target);
  return result;
}

inline rates_of channels_of(rates_request const& asked) {
  if (!asked.process) return {registry::all_channels()};
  auto const [made, process] = find_process_of(*asked.process, processes_taken::with_w_production);
  if (made && asked.model != "SM")
    throw input_error("--model is \"" + asked.model + "\": " + made->text() +
                      " is that of the Standard Model (SM)");
  if (made && (asked.compare || asked.sin2_theta_w))
    throw input_error(std::string(asked.compare ? "--compare" : "--sin2-theta-w") + " is for tridents, not " +
                      made->text());
  return {{process}, made};
}

/// Ours in the unit of a published figure: rates are in proportion to mass and protons.
inline double in_unit_of(published_rate const& published, std::vector<event_rate> const& rates,
                         rates_result const& result) {
  double const sum = counted(published, rates);
  auto const& target = result.target;
  if (published.unit == rate_unit::per_tonne_year)
    return sum * protons_per_year / (target.mass_tonnes * target.exposure);
  auto const& found = find_detector(published.detector);
  return result.unit == "events"
             ? sum
             : sum * found.mass_tonnes * found.exposure / (target.mass_tonnes * target.exposure);
}

/// `by_closure` are our rates with the nuclear model and the contact interactions that all published ones have.
inline void compare(rates_result& result, std::vector<event_rate> const& by_closure) {
  for (auto const& one : published_rates)
    if (is_for(one, result.detector, result.mode))
      result.comparisons.push_back({one, in_unit_of(one, by_closure, result)});
  for (auto const& one : published_charged_currents)
    if (one.detector == result.detector && one.mode == result.mode) result.counts_of_authors.push_back(one);
  if (result.comparisons.empty() && result.counts_of_authors.empty())
    throw input_error(
        "--compare: there are no published figures for " + result.detector + " " + result.mode +
        "; there are for dune-nd (fhc, rhc), ship, sbnd, ingrid (fhc), nustorm, minos, minerva, "
        "fasernu, fasernu2, flare, sndlhc");
}

inline rates_physics physics_of(rates_request const& asked, stop_question const& go_on) {
  return {registry::find_model(asked.model, asked.model_parameters),
          asked.sin2_theta_w,
          asked.inverse_gev2_cm2.value_or(pdg_inverse_gev2) / pdg_inverse_gev2,
          go_on,
          asked.electroweak.value_or("auto"),
          execution_policy::whole_machine()};
}

/// How W and Z are exchanged, over all channels and flavours.
inline std::string electroweak_words(rates_result const& result, rates_physics const& physics) {
  bool full = false, contact = false;
  for (auto const& one : result.rates)
    for (auto const& [flavour, spectrum] : result.target.beam)
      if (flavour == one.flavour)
        (electroweak_of(physics, one.process, spectrum) == electroweak_amplitude::full ? full : contact) =
            true;
  return full && contact ? "full and contact" : full ? "full" : "contact";
}

/// What a request assumes about nuclei and nucleons.
inline nuclear_options nuclear_options_of(rates_request const& asked) {
  nuclear_options options;
  if (asked.form_factor) options.form_factor = form_factor_kind_of(*asked.form_factor);
  if (auto const bound = nuclear_model_of(asked.nuclear)) options.bound = *bound;
  options.inelastic = inelastic_options_of(asked.nuclear);
  return options;
}

} // namespace detail

/// Events per channel, flavour and regime in a detector, or in a target of the user's own. Throws input_error, and
/// computation_stopped where `go_on` says no.
inline rates_result rates(rates_request const& asked, stop_question const& go_on = {}) {
  auto result = detail::make_result(asked);
  auto const channels = detail::channels_of(asked);
  auto const physics = detail::physics_of(asked, go_on);
  auto options = detail::nuclear_options_of(asked);
  options.vacuum_polarisation =
      switch_from_text("--vacuum-polarisation", asked.vacuum_polarisation.value_or("off"));
  if (options.vacuum_polarisation)
    result.notes.emplace_back("with vacuum polarisation of the exchanged photon");
  if (channels.w_production)
    result.notes.emplace_back(
        "all decays of the W; its leptonic ones are in the tridents with a W too: rates "
        "of the two are not to be added");
  result.nuclear_model = options.bound.name();
  result.notes.push_back("regimes: coherent, incoherent (nuclear model " + result.nuclear_model +
                         "), inelastic (structure functions)");
  result.rates = compute_rates(result.target, channels, physics, options);
  if (result.rates.empty()) throw input_error("no flavour of the beam has the process " + *asked.process);
  result.electroweak = channels.w_production ? "full" : detail::electroweak_words(result, physics);
  if (asked.vary) {
    result.variations = vary_rates(result.target, channels, physics, options, result.rates);
    result.correlated = shifts_of(result.rates, result.variations);
  }
  if (asked.compare) {
    auto by_closure = options;
    by_closure.bound = {nuclear_model_kind::closure};
    auto by_contact = physics;
    by_contact.electroweak = "contact";
    detail::compare(result, compute_rates(result.target, channels, by_contact, by_closure));
  }
  return result;
}

} // namespace trident::runtime
