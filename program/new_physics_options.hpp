// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "g_minus_2.hpp"
#include "limits.hpp"
#include "options.hpp"

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

inline void add_number(CLI::App& command, std::string const& name, std::string const& help,
                       parameter_range const& range, std::optional<double>& target) {
  add_text(command, name, help, "VALUE",
           [&target, &range, name](std::string const& text) { target = number_in_range(name, text, range); });
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
  using detail::add_number;
  detail::add_z_prime_options(command, request.model, request.charges);
  add_number(command, "--coupling", detail::help_with_range("g' of the Z'", ranges::z_prime_coupling),
             ranges::z_prime_coupling, request.coupling);
  add_number(command, "--mass", detail::help_with_range("of the Z'", ranges::z_prime_mass),
             ranges::z_prime_mass, request.mass);
  add_number(command, "--value",
             detail::help_with_range("Delta a_mu to explain, such as 2.51e-9", ranges::moment),
             ranges::moment, request.value);
  add_number(command, "--error",
             detail::help_with_range("standard deviation of --value", ranges::error_of_moment),
             ranges::error_of_moment, request.error);
  detail::add_text(
      command, "--deviations",
      detail::help_with_range("half width of the band in standard deviations", ranges::deviations, "1"), "X",
      [&request](std::string const& text) {
        request.deviations = number_in_range("--deviations", text, ranges::deviations);
      });
  detail::add_optional(command, "--masses", "of the Z' [GeV], for the band of couplings that explain --value",
                       "FROM:TO:N[:log]", request.masses);
  detail::add_table_output_options(command, request.output);
}

/// Registers the options of `trident limits`.
inline void add_limits_options(CLI::App& command, limits_request& request) {
  using detail::add_optional;
  using detail::add_text;
  auto& physics = request.physics;
  physics.model = "LmuLtau";
  add_optional(command, "--measurement",
               "CHARM-II, CCFR, NuTeV or DUNE, with target and spectrum; see trident list measurements",
               "NAME", request.measurement);
  detail::add_number(
      command, "--sensitivity",
      detail::help_with_range("standard deviation of sigma/sigma_SM in a measurement of your own",
                              ranges::error_of_ratio),
      ranges::error_of_ratio, request.sensitivity);
  add_text(
      command, "--ratio",
      detail::help_with_range("sigma/sigma_SM that the measurement of your own finds", ranges::ratio, "1"),
      "VALUE", [&request](std::string const& text) {
        request.ratio = number_in_range("--ratio", text, ranges::ratio);
      });
  detail::add_z_prime_options(command, physics.model, physics.model_parameters);
  add_optional(command, "--masses", "of the Z' [GeV] (1e-4:1e3:57:log)", "FROM:TO:N[:log]", request.masses);
  add_optional(command, "--couplings", "g' at which to give chi2, too (none)", "FROM:TO:N[:log]",
               request.couplings);
  add_text(
      command, "--confidence", "level, above 0 and below 1 (0.95)", "X", [&request](std::string const& text) {
        request.confidence = number_from_text("--confidence", text, 1e-9, 1 - 1e-9, "above 0 and below 1");
      });
  command.add_option("--convention", request.convention, "two-sided or one-sided (two-sided)")
      ->type_name("NAME");
  detail::add_physics_but_model(command, physics);
  add_text(command, "--precision", "relative error of cross sections, 1e-9 to 0.1 (1e-4)", "X",
           [&request](std::string const& text) {
             request.precision =
                 number_from_text("--precision", text, 1e-9, 0.1, "a relative error from 1e-9 to 0.1");
           });
  add_text(command, "--threads", detail::threads_help, "N", [&request](std::string const& text) {
    request.threads = number_from_text<unsigned>("--threads", text, 1, 1024, "a whole number from 1 to 1024");
  });
  add_text(command, "--time-limit", "seconds to spend at most, 0.001 to 1e9 (no limit)", "S",
           [&request](std::string const& text) {
             request.time_limit_seconds = number_in_range("--time-limit", text, ranges::duration);
           });
  detail::add_table_output_options(command, request.output);
  command.add_flag("--quiet", request.quiet, "no progress on standard error (a bar on a terminal)");
}

} // namespace trident::program
