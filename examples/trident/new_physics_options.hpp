// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "g_minus_2.hpp"
#include "options.hpp"

namespace trident::program {

namespace detail {

inline void add_table_output_options(CLI::App& command, table_output& output) {
  add_text(command, "--format", "text (default), json or csv", "FORMAT", [&output](std::string const& text) {
    if (text != "text" && text != "json" && text != "csv")
      throw input_error("--format is \"" + text + "\": it must be text, json or csv");
    output.format = text == "json"  ? table_format::json
                    : text == "csv" ? table_format::csv
                                    : table_format::text;
  });
  add_optional(command, "--out", "write into this file (standard output)", "FILE", output.file);
}

inline void add_number(CLI::App& command, std::string const& name, std::string const& help, double lowest,
                       std::string const& allowed, std::optional<double>& target) {
  add_text(command, name, help, "VALUE", [&target, name, lowest, allowed](std::string const& text) {
    target = number_from_text(name, text, lowest, largest, allowed);
  });
}

inline void add_z_prime_options(CLI::App& command, std::string& model, std::vector<std::string>& charges) {
  command.add_option("--model", model, "LmuLtau (default), LeLmu, LeLtau, BL or Zprime")->type_name("NAME");
  for (std::string const name : {"--charges", "--axial-charges"})
    add_text(command, name, "of e,mu,tau, for Zprime", "X,Y,Z", [&charges, name](std::string const& text) {
      charges.insert(charges.end(), {name, text});
    });
}

} // namespace detail

/// Registers the options of `trident g-2`.
inline void add_g_minus_2_options(CLI::App& command, g_minus_2_request& request) {
  using detail::add_number;
  detail::add_z_prime_options(command, request.model, request.charges);
  add_number(command, "--coupling", "g' of the Z'", 0, "a coupling, finite and not negative",
             request.coupling);
  add_number(command, "--mass", "of the Z' [GeV]", std::numeric_limits<double>::min(),
             "a mass in GeV, finite and above 0", request.mass);
  add_number(command, "--value", "Delta a_mu to explain", -detail::largest, "a finite number", request.value);
  add_number(command, "--error", "its standard deviation", std::numeric_limits<double>::min(),
             "finite and above 0", request.error);
  detail::add_text(command, "--deviations", "half width of the band in standard deviations (1)", "X",
                   [&request](std::string const& text) {
                     request.deviations = number_from_text("--deviations", text, 0.0, detail::largest,
                                                           "a number of standard deviations, not negative");
                   });
  detail::add_optional(command, "--masses", "of the Z' [GeV]", "FROM:TO:N[:log]", request.masses);
  detail::add_table_output_options(command, request.output);
}

} // namespace trident::program
