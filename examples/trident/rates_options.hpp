// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "options.hpp"
#include "rates.hpp"

// Included once, by the file that reads the command line.

namespace trident::program {

namespace detail {

inline void add_ranged(CLI::App& command, std::string const& name, std::string const& help,
                       std::string const& type, parameter_range const& range, std::optional<double>& target) {
  add_text(command, name, help, type,
           [&target, &range, name](std::string const& text) { target = number_in_range(name, text, range); });
}

inline void add_rates_beam_options(CLI::App& command, rates_request& request) {
  add_optional(command, "--detector", "see trident list detectors", "NAME", request.detector);
  add_optional(command, "--mode", "of its beam: fhc, rhc, ...", "NAME", request.mode);
  add_ranged(command, "--mass-tonnes", "in place of the detector's mass", "X", ranges::detector_mass,
             request.mass_tonnes);
  add_optional(command, "--material", "a name, a formula, or \"glass: SiO2 0.7, Na2O 0.3\" (by mass)", "M",
               request.material);
  add_ranged(command, "--exposure-pot", "protons on target (or fb^-1 where the spectrum is per fb^-1)", "N",
             ranges::exposure, request.exposure_pot);
  add_optional(command, "--flux", "a named spectrum in absolute units", "NAME", request.flux.name);
  add_optional(command, "--flux-file", "a spectrum of your own", "FILE", request.flux.file);
  add_optional(command, "--flux-unit", "of its numbers, such as 1/m2/GeV/POT", "UNIT", request.flux.unit);
  add_optional(command, "--flux-kind", "density or content", "KIND", request.flux.kind);
  add_optional(command, "--flux-flavour", "of the file, several with commas", "FLAVOUR",
               request.flux.flavour);
}

} // namespace detail

/// Registers the options of `trident rates`.
inline void add_rates_options(CLI::App& command, rates_request& request) {
  detail::add_rates_beam_options(command, request);
  detail::add_optional(command, "--process", "this channel alone", "P", request.process);
  detail::add_optional(command, "--flavour", "neutrinos of this flavour alone", "FLAVOUR", request.flavour);
  detail::add_optional(command, "--form-factor", "of the nuclei that have it", "NAME", request.form_factor);
  detail::add_model_options(command, request);
  detail::add_parameter(command, request, "--coupling", "LmuLtau, Zprime: coupling g'");
  detail::add_parameter(command, request, "--mass", "LmuLtau, Zprime: mass of the Z' [GeV]");
  command.add_flag("--per-tonne-year", request.per_tonne_year, "for 1 t and 1.1e21 protons on target");
  command.add_flag("--compare", request.compare, "with published figures");
  command.add_flag("--vary", request.vary, "form factors, k_F and nucleon form factors, and the spread");
  detail::add_ranged(command, "--sin2-theta-w", "in place of 0.23121", "X", ranges::sin2_theta_w,
                     request.sin2_theta_w);
  detail::add_ranged(command, "--inverse-gev2-cm2", "1 GeV^-2 in cm^2, in place of 3.8938e-28", "X",
                     ranges::inverse_gev2, request.inverse_gev2_cm2);
  detail::add_text(command, "--time-limit", "seconds to spend at most", "S",
                   [&request](std::string const& text) {
                     request.time_limit_seconds = number_in_range("--time-limit", text, ranges::duration);
                   });
  command.add_option("--format", request.format, "text (default), json or csv")->type_name("FORMAT");
}

} // namespace trident::program
