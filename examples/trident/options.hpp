// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>

#include <CLI/CLI.hpp>

#include "number_option.hpp"
#include "plot.hpp"
#include "requests.hpp"
#include "scan.hpp"

// Included once, by the file that reads the command line: the parser takes long to compile.

namespace trident::program {

namespace detail {

inline constexpr double largest = std::numeric_limits<double>::max();
inline constexpr auto largest_whole = std::numeric_limits<std::uint64_t>::max();

/// An option whose text `use` reads; what `use` throws comes out of the parser as it is.
template <class Use>
void add_text(CLI::App& command, std::string const& name, std::string const& help, std::string const& type,
              Use use) {
  command.add_option_function<std::string>(name, use, help)->type_name(type);
}

inline void add_optional(CLI::App& command, std::string const& name, std::string const& help,
                         std::string const& type, std::optional<std::string>& target) {
  add_text(command, name, help, type, [&target](std::string const& text) { target = text; });
}

inline void add_flux_options(CLI::App& command, flux_request& flux) {
  add_text(command, "--energy", "of the neutrino [GeV]", "GEV", [&flux](std::string const& text) {
    flux.energy = number_in_range("--energy", text, ranges::neutrino_energy);
  });
  add_optional(command, "--flux", "a named spectrum; see trident list fluxes", "NAME", flux.name);
  add_optional(command, "--flux-file", "a spectrum of your own, a row a bin; - is standard input", "FILE",
               flux.file);
  add_optional(command, "--flux-columns",
               "of that file, such as low,high,nu_mu,-; else its titles or their number", "NAMES",
               flux.columns);
  add_optional(command, "--flux-unit", "of its numbers: 1/m2/GeV/POT, 1/cm2/50MeV/1e21POT, probability",
               "UNIT", flux.unit);
  add_optional(command, "--flux-kind", "density (per energy) or content (of each bin); the unit says it too",
               "KIND", flux.kind);
  add_optional(command, "--flux-flavour", "column of a file with six; else that of the process", "FLAVOUR",
               flux.flavour);
}

template <class Request>
void add_parameter(CLI::App& command, Request& request, std::string const& name, std::string const& help) {
  add_text(command, name, help, "VALUE", [&request, name](std::string const& text) {
    request.model_parameters.insert(request.model_parameters.end(), {name, text});
  });
}

template <class Request>
void add_model_options(CLI::App& command, Request& request) {
  command
      .add_option(
          "--model", request.model,
          "SM, 4F, LmuLtau, Zprime, LeLmu, LeLtau, BL, NSI, SMEFT, SMprop or SMloop; see trident list models")
      ->type_name("NAME");
  add_parameter(command, request, "--gV", "4F: vector coupling g_V");
  add_parameter(command, request, "--gA", "4F: axial-vector coupling g_A");
  add_parameter(command, request, "--charges", "Zprime: vector charges of e,mu,tau");
  add_parameter(command, request, "--axial-charges", "Zprime: axial charges of e,mu,tau");
  add_parameter(command, request, "--epsilon-L", "NSI: epsilon of the left-handed pair");
  add_parameter(command, request, "--epsilon-R", "NSI: epsilon of the right-handed pair");
  add_parameter(command, request, "--C-ll", "SMEFT: Wilson coefficient of Q_ll [1/TeV^2]");
  add_parameter(command, request, "--C-le", "SMEFT: Wilson coefficient of Q_le [1/TeV^2]");
}

/// Process, target, neutrinos and constants.
inline void add_physics_but_model(CLI::App& command, physics_request& request) {
  add_optional(command, "--process", "number or text; see trident list processes", "P", request.process);
  add_optional(command, "--target", "nucleus, nucleon or material; see trident list targets", "T",
               request.target);
  add_flux_options(command, request.flux);
  add_optional(command, "--regime", "coherent (default for a nucleus), incoherent or total", "REGIME",
               request.regime);
  add_optional(command, "--form-factor", "of the nucleus: 3pF, 2pF, 3pG, FB, helm, kn or fermi", "NAME",
               request.form_factor);
  command.add_option("--constants", request.constants, "pdg (default) or teg2019")->type_name("NAME");
}

/// All but --coupling and --mass.
inline void add_most_physics_options(CLI::App& command, physics_request& request) {
  add_physics_but_model(command, request);
  add_model_options(command, request);
}

} // namespace detail

/// Registers --process, --target, --energy, ... of a command.
inline void add_physics_options(CLI::App& command, physics_request& request) {
  detail::add_most_physics_options(command, request);
  detail::add_parameter(command, request, "--coupling", "of a Z': coupling g'");
  detail::add_parameter(command, request, "--mass", "of a Z': its mass [GeV]");
}

/// Registers --format.
inline void add_format_option(CLI::App& command, output_format& format) {
  detail::add_text(command, "--format", "text (default) or json", "FORMAT",
                   [&format](std::string const& text) {
                     if (text != "text" && text != "json")
                       throw input_error("--format is \"" + text + "\": it must be text or json");
                     format = text == "json" ? output_format::json : output_format::text;
                   });
}

/// Registers --seed and --threads.
inline void add_seed_and_threads(CLI::App& command, run_request& request) {
  detail::add_text(command, "--seed", "of the random numbers; drawn if not given", "N",
                   [&request](std::string const& text) {
                     request.seed =
                         number_from_text<std::uint64_t>("--seed", text, 0, detail::largest_whole,
                                                         "a whole number from 0 to 18446744073709551615");
                   });
  detail::add_text(command, "--threads", "the result does not depend on it (all the machine has)", "N",
                   [&request](std::string const& text) {
                     request.threads = number_from_text<unsigned>("--threads", text, 1, 1024,
                                                                  "a whole number from 1 to 1024");
                   });
}

/// Registers --format and --quiet.
inline void add_report_options(CLI::App& command, run_request& request) {
  add_format_option(command, request.format);
  command.add_flag("--quiet", request.quiet, "no progress on standard error");
}

/// Registers --precision, --seed, --threads, ...
inline void add_run_options(CLI::App& command, run_request& request) {
  command
      .add_option("--method", request.method,
                  "quadrature (default), vegas, rqmc, both, epa, epa-kinematic or epa-improved")
      ->type_name("NAME");
  detail::add_text(command, "--precision", "relative error to reach (quadrature 1e-5, Monte Carlo 1e-3)", "X",
                   [&request](std::string const& text) {
                     request.precision = number_from_text("--precision", text, 1e-9, 0.5,
                                                          "a relative error from 1e-9 to 0.5");
                   });
  add_seed_and_threads(command, request);
  detail::add_text(command, "--max-evaluations", "points to spend at most (2000000000)", "N",
                   [&request](std::string const& text) {
                     request.max_evaluations = number_from_text<std::uint64_t>(
                         "--max-evaluations", text, 1000, detail::largest_whole,
                         "a whole number, at least 1000");
                   });
  detail::add_text(command, "--time-limit", "seconds to spend at most", "S",
                   [&request](std::string const& text) {
                     request.time_limit_seconds = number_in_range("--time-limit", text, ranges::duration);
                   });
  add_report_options(command, request);
}

/// Registers the options of `trident scan`.
inline void add_scan_options(CLI::App& command, scan_request& request) {
  detail::add_most_physics_options(command, request.physics);
  std::string const range = "FROM:TO:N[:log]";
  detail::add_optional(command, "--energies", "of the neutrino, so many from one to the other [GeV]", range,
                       request.energies);
  detail::add_optional(command, "--mass", "of the Z': a range of them, or one [GeV]", range, request.masses);
  detail::add_optional(command, "--coupling", "g' of the Z': a range, or one", range, request.couplings);
  detail::add_optional(command, "--distribution",
                       "d sigma/d lnQ2, /ds, /d mll or /dT, or of two such as s,mll", "lnQ2|s|mll|T[,...]",
                       request.distribution);
  detail::add_optional(command, "--points",
                       "of Q2 [GeV^2], s [GeV^2], mll [GeV] or T [GeV^2] (all that is reached)",
                       range + "[,...]", request.points);
  detail::add_optional(command, "--out", "table of comma-separated values", "FILE", request.out);
  add_run_options(command, request.run);
}

/// Registers the options of `trident plot`.
inline void add_plot_options(CLI::App& command, plot_request& request) {
  std::string known;
  for (auto const& one : figures()) {
    known.append("\n  ").append(one.name).append(": ").append(one.description);
    if (!one.options.empty()) known += " [" + registry::joined(one.options) + "]";
  }
  command.footer(
      "Figures, and the options that they take:" + known +
      "\nBeside PICTURE.svg stand PICTURE.csv with the numbers and PICTURE.gp, which gnuplot draws anew.");
  command.add_option("figure", request.name, "name of a figure");
  detail::add_optional(command, "file", "of events, for the figure \"events\"", "FILE", request.file);
  detail::add_optional(command, "--out", "the picture: FILE.svg, FILE.pdf or FILE.png", "FILE", request.out);
  for (auto const& [name, type, help] : plot_options())
    detail::add_text(
        command, std::string(name), std::string(help), std::string(type),
        [&request, key = std::string(name)](std::string const& text) { request.options[key] = text; });
}

} // namespace trident::program
