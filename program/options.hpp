// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <string_view>

#include <CLI/CLI.hpp>

#include <trident/runtime/model_options.hpp>
#include <trident/runtime/number_option.hpp>

#include "help_formatter.hpp"
#include "plot.hpp"
#include "requests.hpp"
#include "runtime_names.hpp"
#include "scan.hpp"

// Included once, by the file that reads the command line: the parser takes long to compile.

namespace trident::program {

namespace detail {

inline constexpr double largest = std::numeric_limits<double>::max();
inline constexpr auto largest_whole = std::numeric_limits<std::uint64_t>::max();

inline constexpr char const* threads_help =
    "1 to 1024; the result does not depend on it (as many as processor affinity, the quota of the control "
    "group, SLURM_CPUS_PER_TASK, NSLOTS and OMP_NUM_THREADS leave of the machine)";

/// "of every neutrino, from 1e-9 to 1e12 GeV"
inline std::string help_with_range(std::string const& help, parameter_range const& range,
                                   std::string const& otherwise = {}) {
  return help + ", " + range.text() + (otherwise.empty() ? "" : " (" + otherwise + ")");
}

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

/// A number in a range of the library, which help states.
template <class Target>
void add_ranged(CLI::App& command, std::string const& name, std::string const& help, std::string const& type,
                parameter_range const& range, Target& target, std::string const& otherwise = {}) {
  add_text(command, name, help_with_range(help, range, otherwise), type,
           [&target, &range, name](std::string const& text) { target = number_in_range(name, text, range); });
}

/// A number from `lowest` to `highest`, which a refusal calls `allowed`.
template <class Number, class Target>
void add_number(CLI::App& command, std::string const& name, std::string const& help, std::string const& type,
                Number lowest, Number highest, std::string const& allowed, Target& target) {
  add_text(command, name, help, type, [&target, name, lowest, highest, allowed](std::string const& text) {
    target = number_from_text<Number>(name, text, lowest, highest, allowed);
  });
}

/// What theory is varied, without a word for all of it.
inline void add_vary(CLI::App& command, std::optional<std::string>& names, std::string const& what) {
  command
      .add_option_function<std::string>(
          "--vary", [&names](std::string const& given) { names = given.empty() ? "all" : given; },
          what + ": all, bands (the error budget), or names with commas between, such as "
                 "FormFactor,NuclearModel_rfg (none; without a word all)")
      ->type_name("[NAMES]")
      ->expected(0, 1);
}

inline void add_threads(CLI::App& command, unsigned& target) {
  add_number<unsigned>(command, "--threads", threads_help, "N", 1, 1024, "a whole number from 1 to 1024",
                       target);
}

inline void add_time_limit(CLI::App& command, double& target) {
  add_ranged(command, "--time-limit", "seconds to spend at most", "S", ranges::duration, target, "no limit");
}

/// How files of fluxes are to be read.
inline void add_flux_reading_options(CLI::App& command, flux_request& flux,
                                     std::string const& usual_flavour) {
  add_optional(command, "--flux-columns",
               "of --flux-file, such as low,high,nu_mu,- (as its titles say, or their number)", "NAMES",
               flux.columns);
  add_optional(command, "--flux-unit",
               "of the numbers: 1/m2/GeV/POT, 1/cm2/50MeV/1e21POT, \"1/(m2 s sr GeV)\", "
               "probability, ...; needed with it",
               "UNIT", flux.unit);
  add_optional(
      command, "--flux-kind",
      "of the numbers of --flux-file: density (per energy) or content (of each bin) (as the unit says)",
      "KIND", flux.kind);
  add_optional(command, "--flux-flavour",
               "column of a --flux-file with several, such as nu_mu (" + usual_flavour + ")", "FLAVOUR",
               flux.flavour);
  add_optional(command, "--flux-block",
               "of a --flux-file with several: a number, cosines of the zenith such as 0.9:1, or all, "
               "integrated over the solid angle",
               "BLOCK", flux.block);
  add_optional(command, "--flux-solid-angle",
               "in which a spectrum per steradian comes, such as 4pi [sr]; rates and exposures need it", "SR",
               flux.solid_angle);
  add_optional(command, "--flux-layout",
               "of --flux-file: columns (a line is a bin) or rows (a line is a quantity) (columns)", "WORD",
               flux.layout);
}

/// --flux-file and how it is to be read.
inline void add_flux_file_options(CLI::App& command, flux_request& flux, std::string const& usual_flavour) {
  command
      .add_option_function<std::vector<std::string>>(
          "--flux-file",
          [&flux](std::vector<std::string> const& files) {
            flux.file = files.front();
            flux.more_files.assign(files.begin() + 1, files.end());
          },
          "a spectrum of your own, a row a bin, energies in GeV; - is standard input; several as "
          "FLAVOUR=FILE")
      ->type_name("FILE")
      ->allow_extra_args(false);
  add_flux_reading_options(command, flux, usual_flavour);
}

/// Of a detector.
template <class Request>
void add_mode_and_mass(CLI::App& command, Request& request) {
  add_optional(command, "--mode", "of its beam: fhc, rhc, ... (the first that trident list detectors has)",
               "NAME", request.mode);
  add_ranged(command, "--mass-tonnes", "of the target", "X", ranges::detector_mass, request.mass_tonnes,
             "the detector's");
}

inline void add_flux_options(CLI::App& command, flux_request& flux) {
  add_ranged(command, "--energy", "of every neutrino", "GEV", ranges::neutrino_energy, flux.energy);
  add_optional(command, "--flux", "a named spectrum, in place of --energy; see trident list fluxes", "NAME",
               flux.name);
  add_flux_file_options(command, flux, "that of the process");
}

/// --model and the parameters of all models, but those in `own`, which a command reads in its own way.
template <class Request>
void add_model_options(CLI::App& command, Request& request,
                       std::initializer_list<std::string_view> own = {}) {
  command
      .add_option("--model", request.model,
                  registry::joined(registry::names_of(registry::model_axis), ", ", " or ") +
                      " (SM); see trident list models")
      ->type_name("NAME");
  for (auto const& one : registry::model_options())
    if (std::find(own.begin(), own.end(), one.name) == own.end())
      add_text(command, one.name, one.help, one.is_list ? "E,MU,TAU" : "VALUE",
               [&request, name = one.name](std::string const& text) {
                 request.model_parameters.insert(request.model_parameters.end(), {name, text});
               });
}

/// How nucleons of nuclei are bound, and what inelastic ones are made of.
inline void add_nuclear_options(CLI::App& command, nuclear_request& request) {
  add_optional(command, "--nuclear-model",
               "of the incoherent regime on nuclei: lfg, rfg, closure, free or sf:FILE (lfg; closure with "
               "--constants teg2019); see trident list nuclear-models",
               "NAME", request.model);
  add_ranged(command, "--k-fermi", "k_F of --nuclear-model rfg", "GEV", ranges::fermi_momentum,
             request.fermi_momentum, "that of the nuclide");
  add_ranged(command, "--removal-energy", "of --nuclear-model rfg", "GEV", ranges::removal_energy,
             request.removal_energy, "that of the nuclide");
  add_optional(command, "--structure-functions",
               "of the inelastic regime, such as GD11-P,SLAC (ALLM97,R1998,8..9,NMC,none); see trident list "
               "structure-functions",
               "NAMES", request.structure_functions);
}

/// How W, Z and photon are exchanged.
template <class Request>
void add_electroweak_options(CLI::App& command, Request& request) {
  add_optional(command, "--electroweak",
               "contact: four-fermion interactions; full: W and Z as particles, at any energy; auto: full "
               "wherever contact would be off by more than 1e-4 (auto)",
               "WORD", request.electroweak);
  add_optional(command, "--vacuum-polarisation",
               "of the exchanged photon, on or off: +1 to +2 % that published numbers do not contain (off)",
               "WORD", request.vacuum_polarisation);
}

/// Process, target, neutrinos and constants.
inline void add_physics_but_model(CLI::App& command, physics_request& request) {
  add_optional(command, "--process",
               "number from 1 to 30, or text such as \"nu_mu -> nu_mu mu+ mu-\"; 31 to 36, such as \"nu_mu "
               "-> mu- W+\", "
               "for real W bosons; see trident list processes",
               "P", request.process);
  add_optional(command, "--target",
               "nucleus (Ar), nucleon (proton, neutron, free-proton) or, with --regime, material (LAr, "
               "CaCO3, \"glass: SiO2 0.7, Na2O 0.3\"); see trident list targets, trident list materials",
               "T", request.target);
  add_flux_options(command, request.flux);
  add_optional(command, "--regime",
               "coherent, incoherent, inelastic, total (all three), or a sum such as coherent+incoherent "
               "(coherent on a nucleus, incoherent on a proton or neutron)",
               "REGIME", request.regime);
  add_nuclear_options(command, request.nuclear);
  add_optional(
      command, "--form-factor",
      "of the nucleus: 3pF, 2pF, 3pG, FB, helm, kn or fermi (the first that trident list targets has for it)",
      "NAME", request.form_factor);
  command
      .add_option("--constants", request.constants,
                  "masses and couplings: pdg or teg2019, those of the reference generator (pdg)")
      ->type_name("NAME");
  add_electroweak_options(command, request);
}

} // namespace detail

/// Registers --process, --target, --energy, ... of a command.
inline void add_physics_options(CLI::App& command, physics_request& request) {
  detail::add_physics_but_model(command, request);
  detail::add_model_options(command, request);
}

/// Registers --format.
inline void add_format_option(CLI::App& command, output_format& format) {
  detail::add_text(command, "--format", "of the result on standard output: text or json (text)", "FORMAT",
                   [&format](std::string const& text) {
                     if (text != "text" && text != "json")
                       throw input_error("--format is \"" + text + "\": it must be text or json");
                     format = text == "json" ? output_format::json : output_format::text;
                   });
}

/// Registers --seed and --threads.
inline void add_seed_and_threads(CLI::App& command, run_request& request) {
  detail::add_number<std::uint64_t>(
      command, "--seed", "of the random numbers, 0 to 18446744073709551615 (drawn, and said with the result)",
      "N", 0, detail::largest_whole, "a whole number from 0 to 18446744073709551615", request.seed);
  detail::add_threads(command, request.threads);
}

/// Registers --format and --quiet.
inline void add_report_options(CLI::App& command, run_request& request) {
  add_format_option(command, request.format);
  command.add_flag("--quiet", request.quiet,
                   "no progress on standard error (a bar on a terminal, else lines)");
}

/// Registers --precision, --seed, --threads, ...
inline void add_run_options(CLI::App& command, run_request& request) {
  command
      .add_option(
          "--method", request.method,
          "quadrature, vegas, rqmc, both, epa, epa-kinematic, epa-improved or epa-inelastic (quadrature)")
      ->type_name("NAME");
  detail::add_number(command, "--precision",
                     "relative error to reach, 1e-9 to 0.5 (quadrature 1e-5, Monte Carlo 1e-3)", "X", 1e-9,
                     0.5, "a relative error from 1e-9 to 0.5", request.precision);
  add_seed_and_threads(command, request);
  detail::add_number<std::uint64_t>(
      command, "--max-evaluations", "points to spend at most, 1000 or more (2000000000)", "N", 1000,
      detail::largest_whole, "a whole number, at least 1000", request.max_evaluations);
  detail::add_time_limit(command, request.time_limit_seconds);
  add_report_options(command, request);
}

namespace detail {

/// What passes, and what a detector sees.
inline void add_cuts(CLI::App& command, std::optional<std::string>& cut, std::optional<std::string>& smear) {
  add_optional(
      command, "--cut",
      "only what passes all: bounds on observables of events with commas between, such as \"E_minus > "
      "0.5, theta_ll < 20\"; see trident list observables",
      "TEXT", cut);
  add_optional(command, "--smear",
               "before the cuts, energies and angles of l- and l+ by Gaussians: \"E:A/sqrt(E)+B+C/E, "
               "theta:Ddeg\", relative and in quadrature; of one lepton E_minus, theta_plus, ...",
               "TEXT", smear);
}

} // namespace detail

/// Registers the options of `trident scan`.
inline void add_scan_options(CLI::App& command, scan_request& request) {
  detail::add_physics_but_model(command, request.physics);
  detail::add_model_options(command, request.physics, {"--mass", "--coupling"});
  std::string const range = "FROM:TO:N[:log]";
  detail::add_optional(command, "--energies",
                       "of the neutrino [GeV]: N from one to the other, evenly or in the logarithm", range,
                       request.energies);
  detail::add_optional(command, "--mass", "of the Z' [GeV]: N from one to the other, or one", range,
                       request.masses);
  detail::add_optional(command, "--coupling", "g' of the Z', no unit: N from one to the other, or one", range,
                       request.couplings);
  detail::add_optional(
      command, "--distribution",
      "differential cross section in lnQ2, s, mll or T, or in two such as s,mll; of what the hadrons "
      "take up in nu (their energy above the mass at rest), W, x (Bjorken) or q (|q|), alone or with "
      "lnQ2; lepton-energy of that made with a real W, in bins of which --points are the edges; in bins "
      "too, by rqmc, of one or two observables of events: E_minus, theta_ll, ..., see trident list "
      "observables",
      "X[,Y]", request.distribution);
  detail::add_optional(
      command, "--points",
      "of --distribution: Q2 [GeV^2], s [GeV^2], mll [GeV], T [GeV^2], nu, W, q [GeV], a range for each "
      "(all that is reached)",
      range + "[,...]", request.points);
  detail::add_cuts(command, request.cut, request.smear);
  detail::add_optional(command, "--out", "table of comma-separated values; - is standard output; needed",
                       "FILE", request.out);
  add_run_options(command, request.run);
}

/// Registers the options of `trident plot`.
inline void add_plot_options(CLI::App& command, plot_request& request) {
  std::string known;
  for (auto const& one : figures())
    known +=
        detail::help_entry(one.name, one.description + (one.options.empty() ? "" : " [") +
                                         registry::joined(one.options) + (one.options.empty() ? "" : "]"));
  command.footer("Figures, and the options that they take:\n" + known +
                 "\nBeside PICTURE.svg stand PICTURE.csv with the numbers and PICTURE.gp, with which\n"
                 "gnuplot draws it anew.");
  command.add_option("figure", request.name, "name of a figure: see below");
  detail::add_optional(command, "file", "of events, for the figure \"events\"", "FILE", request.file);
  detail::add_optional(
      command, "--out",
      "the picture: FILE.svg, FILE.pdf or FILE.png; - is SVG on standard output, alone; needed", "FILE",
      request.out);
  for (auto const& [name, type, help] : plot_options())
    detail::add_text(
        command, std::string(name), std::string(help), std::string(type),
        [&request, key = std::string(name)](std::string const& text) { request.options[key] = text; });
}

} // namespace trident::program
