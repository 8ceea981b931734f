// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "g_minus_2.hpp"
#include "limits.hpp"
#include "options.hpp"
#include "projection.hpp"
#include "rates_options.hpp"

namespace trident::program {

namespace detail {

inline void add_table_output_options(CLI::App& command, table_output& output) {
  add_text(command, "--format", "text, json or csv (text)", "FORMAT", [&output](std::string const& text) {
    if (text != "text" && text != "json" && text != "csv")
      throw input_error("--format is \"" + text + "\": it must be text, json or csv");
    output.format = text == "json"  ? table_format::json
                    : text == "csv" ? table_format::csv
                                    : table_format::text;
  });
  add_optional(command, "--out", "file for the result; - is standard output (standard output)", "FILE",
               output.file);
}

inline void add_z_prime_options(CLI::App& command, std::string& model, std::vector<std::string>& charges) {
  command
      .add_option("--model", model,
                  registry::joined(registry::names_of(registry::z_prime_axis), ", ", " or ") + " (LmuLtau)")
      ->type_name("NAME");
  for (std::string const name : {"--charges", "--axial-charges"})
    add_text(command, name, "of e,mu,tau, for --model Zprime", "E,MU,TAU",
             [&charges, name](std::string const& text) {
               charges.insert(charges.end(), {name, text});
             });
}

} // namespace detail

/// Registers the options of `trident g-2`.
inline void add_g_minus_2_options(CLI::App& command, g_minus_2_request& request) {
  detail::add_z_prime_options(command, request.model, request.charges);
  detail::add_ranged(command, "--coupling", "g' of the Z'", "VALUE", ranges::z_prime_coupling,
                     request.coupling);
  detail::add_ranged(command, "--mass", "of the Z'", "VALUE", ranges::z_prime_mass, request.mass);
  detail::add_ranged(command, "--value", "Delta a_mu to explain, such as 2.51e-9", "VALUE", ranges::moment,
                     request.value);
  detail::add_ranged(command, "--error", "standard deviation of --value", "VALUE", ranges::error_of_moment,
                     request.error);
  detail::add_ranged(command, "--deviations", "half width of the band in standard deviations", "X",
                     ranges::deviations, request.deviations, "1");
  detail::add_optional(command, "--masses", "of the Z' [GeV], for the band of couplings that explain --value",
                       "FROM:TO:N[:log]", request.masses);
  detail::add_table_output_options(command, request.output);
}

/// Registers the options of `trident limits`.
inline void add_limits_options(CLI::App& command, limits_request& request) {
  using detail::add_optional;
  auto& physics = request.physics;
  physics.model = "LmuLtau";
  add_optional(
      command, "--measurement",
      "CHARM-II, CCFR, NuTeV or DUNE, with target and spectrum (see trident list measurements), or one of "
      "your own: \"0.82 +- 0.28\", \"1.58 +0.57 -0.6\"",
      "NAME", request.measurement);
  detail::add_ranged(command, "--sensitivity",
                     "standard deviation of sigma/sigma_SM in a measurement of your own", "VALUE",
                     ranges::error_of_ratio, request.sensitivity);
  detail::add_ranged(command, "--ratio", "sigma/sigma_SM that the measurement of your own finds", "VALUE",
                     ranges::ratio, request.ratio, "1");
  detail::add_z_prime_options(command, physics.model, physics.model_parameters);
  add_optional(command, "--masses", "of the Z' [GeV] (1e-4:1e3:57:log)", "FROM:TO:N[:log]", request.masses);
  add_optional(command, "--couplings", "g' at which to give chi2, too (none)", "FROM:TO:N[:log]",
               request.couplings);
  detail::add_number(command, "--confidence", "level, above 0 and below 1 (0.95)", "X", 1e-9, 1 - 1e-9,
                     "above 0 and below 1", request.confidence);
  command.add_option("--convention", request.convention, "two-sided or one-sided (two-sided)")
      ->type_name("NAME");
  detail::add_ranged(command, "--theory-error",
                     "relative one of the Standard Model's prediction, profiled: of a hoped-for or measured "
                     "ratio in which it is not",
                     "X", ranges::relative_error, request.theory_error, "0");
  command.add_flag(
      "--ratio-table", request.ratio_table,
      "sigma/sigma_SM over mass and --couplings, with its polynomial in g'^2, for global fits (the "
      "excluded couplings)");
  detail::add_physics_but_model(command, physics);
  detail::add_number(command, "--precision", "relative error of cross sections, 1e-9 to 0.1 (1e-4)", "X",
                     1e-9, 0.1, "a relative error from 1e-9 to 0.1", request.precision);
  detail::add_threads(command, request.threads);
  detail::add_time_limit(command, request.time_limit_seconds);
  detail::add_table_output_options(command, request.output);
  command.add_flag("--quiet", request.quiet, "no progress on standard error (a bar on a terminal)");
}

namespace detail {

/// What is selected and what is known of it.
inline void add_selection_options(CLI::App& command, projection_request& request) {
  add_optional(command, "--process",
               "channels that are signal, with commas between (muon pairs of nu_mu and anti-nu_mu)", "P",
               request.rates.process);
  add_text(command, "--regime",
           "that is signal: coherent, incoherent, inelastic, or sums (coherent+incoherent)", "REGIME",
           [&request](std::string const& text) { request.regime = text; });
  add_text(command, "--efficiency",
           "share of the signal that is selected, or one a regime: coherent=0.3,incoherent=0.1 (1)", "X",
           [&request](std::string const& text) {
             request.efficiency = runtime::efficiencies_from_text("--efficiency", text);
           });
  add_cuts(command, request.cut, request.smear);
  add_ranged(command, "--background", "that is selected, in the whole exposure", "N", ranges::event_count,
             request.background, "0");
  add_ranged(command, "--background-error", "its standard deviation, in events", "N", ranges::event_count,
             request.background_error, "0");
  add_ranged(command, "--systematic", "relative error of the signal's flux and efficiency", "X",
             ranges::relative_error, request.systematic, "0");
  add_ranged(command, "--theory-error", "relative error of the signal's cross section", "X",
             ranges::relative_error, request.theory_error, "that of trident rates");
}

} // namespace detail

/// Registers the options of `trident projection`.
inline void add_projection_options(CLI::App& command, projection_request& request) {
  detail::add_rates_beam_options(command, request.rates);
  detail::add_muon_options(command, request.rates.muons);
  detail::add_selection_options(command, request);
  detail::add_nuclear_options(command, request.rates.nuclear);
  detail::add_optional(
      command, "--form-factor",
      "3pF, 2pF, 3pG, FB, helm, kn or fermi, of the nuclei that have it (the first that each has)", "NAME",
      request.rates.form_factor);
  detail::add_optional(command, "--electroweak", "of the signal: auto, contact or full (auto)", "WORD",
                       request.rates.electroweak);
  detail::add_z_prime_options(command, request.model, request.model_parameters);
  detail::add_optional(command, "--masses", "of the Z' [GeV] (1e-3:1e3:25:log)", "FROM:TO:N[:log]",
                       request.masses);
  detail::add_number(command, "--confidence", "level, above 0 and below 1 (0.95)", "X", 1e-9, 1 - 1e-9,
                     "above 0 and below 1", request.confidence);
  command.add_option("--convention", request.convention, "two-sided or one-sided (two-sided)")
      ->type_name("NAME");
  detail::add_number(command, "--precision", "relative error of the ratios, 1e-9 to 0.1 (1e-3)", "X", 1e-9,
                     0.1, "a relative error from 1e-9 to 0.1", request.precision);
  detail::add_threads(command, request.threads);
  detail::add_time_limit(command, request.time_limit_seconds);
  detail::add_table_output_options(command, request.output);
  command.add_flag("--quiet", request.quiet, "no progress on standard error (a bar on a terminal)");
}

} // namespace trident::program
