// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "options.hpp"
#include "rates.hpp"

// Included once, by the file that reads the command line.

namespace trident::program {

namespace detail {

inline void add_rates_beam_options(CLI::App& command, runtime::rates_request& request) {
  add_optional(command, "--detector",
               "a named one, with its mass, material, exposure and spectrum; see trident list detectors",
               "NAME", request.detector);
  add_mode_and_mass(command, request);
  add_optional(command, "--material",
               "a name, a formula, or fractions by mass as in \"glass: SiO2 0.7, Na2O 0.3\" (the detector's)",
               "M", request.material);
  add_ranged(command, "--exposure-pot", "protons on target, or fb^-1 where the spectrum is per fb^-1", "N",
             ranges::exposure, request.exposure.pot, "the detector's");
  add_ranged(command, "--exposure-fb", "luminosity in fb^-1, of a collider", "N", ranges::exposure,
             request.exposure.fb, "the detector's");
  add_ranged(command, "--years", "of live time, 365.25 days each, of what comes from the sky", "N",
             ranges::live_time, request.exposure.years, "the detector's");
  add_optional(command, "--flux",
               "a named spectrum in absolute units (the detector's), see trident list fluxes, or muon-decay",
               "NAME", request.flux.name);
  add_flux_file_options(command, request.flux, "all; several with commas");
}

inline void add_muon_options(CLI::App& command, runtime::muon_beam_request& muons) {
  add_ranged(command, "--muon-energy", "of the muons of --flux muon-decay, in GeV", "E", ranges::muon_energy,
             muons.energy);
  add_optional(command, "--muon-charge", "+ or - (+)", "C", muons.charge);
  add_ranged(command, "--muon-polarisation", "along their momentum", "P", ranges::polarisation,
             muons.polarisation, "0");
  add_ranged(command, "--straight", "in which they decay, in m", "L", ranges::beam_length, muons.straight,
             "180");
  add_ranged(command, "--distance", "from its end to the detector, in m", "L", ranges::beam_length,
             muons.distance, "50");
  add_ranged(command, "--radius", "of the detector's face, in m", "R", ranges::beam_length, muons.radius,
             "2.5");
  add_ranged(command, "--decays", "of muons in it, in all", "N", ranges::decays, muons.decays);
}

} // namespace detail

/// Registers the options of `trident rates`.
inline void add_rates_options(CLI::App& command, rates_request& request) {
  detail::add_rates_beam_options(command, request);
  detail::add_muon_options(command, request.muons);
  detail::add_optional(command, "--process",
                       "this channel alone, by number or text (all 30); 31 to 36 are real W bosons", "P",
                       request.process);
  detail::add_optional(command, "--flavour",
                       "neutrinos of this flavour alone, such as nu_mu (all of the beam)", "FLAVOUR",
                       request.flavour);
  detail::add_optional(
      command, "--form-factor",
      "3pF, 2pF, 3pG, FB, helm, kn or fermi, of the nuclei that have it (the first that each has)", "NAME",
      request.form_factor);
  detail::add_nuclear_options(command, request.nuclear);
  detail::add_electroweak_options(command, request);
  detail::add_model_options(command, request);
  command.add_flag("--per-tonne-year", request.per_tonne_year,
                   "for 1 t and 1.1e21 protons on target (for the mass and exposure)");
  command.add_flag("--compare", request.compare, "with published figures beside");
  command.add_flag("--vary", request.vary,
                   "other form factors, nuclear models, structure functions and weak mixings too, their "
                   "spread, and theory "
                   "errors with their correlations");
  detail::add_ranged(command, "--sin2-theta-w", "the weak mixing", "X", ranges::sin2_theta_w,
                     request.sin2_theta_w, "0.23121");
  detail::add_ranged(command, "--inverse-gev2-cm2", "1 GeV^-2", "X", ranges::inverse_gev2,
                     request.inverse_gev2_cm2, "3.8938e-28");
  detail::add_time_limit(command, request.time_limit_seconds);
  command
      .add_option("--format", request.format, "of the result on standard output: text, json or csv (text)")
      ->type_name("FORMAT");
}

} // namespace trident::program
