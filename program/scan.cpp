// SPDX-License-Identifier: BSL-1.0
#include "scan_parts.hpp"

#include <algorithm>
#include <atomic>
#include <iostream>
#include <limits>
#include <memory>

#include <trident/base/number_text.hpp>
#include <trident/base/version.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/runtime/validity.hpp>
#include <trident/storage/gzip.hpp>
#include <trident/storage/partial_file.hpp>

#include "batch_system.hpp"
#include "interrupt.hpp"
#include "progress_display.hpp"
#include "report.hpp"
#include "request_words.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

constexpr char const* total = "cross section [fb]";

/// One thread a part: parts are computed side by side.
run_settings settings_of_part(run_settings settings) {
  settings.threads = 1;
  return settings;
}

/// Throws computation_stopped where the scan may not go on.
scan_row row_at(std::vector<double> at, configuration const& asked, run_settings const& settings) {
  checkpoint nothing;
  auto const result = compute(
      asked, settings, [&](progress_report const&) { return settings.go_on(); }, nothing);
  if (result.reason == stop_reason::cancelled) throw computation_stopped();
  return {std::move(at), result.value, result.error, result.counts.all};
}

/// What all parts of a scan have in common, once for all of them: there may be a million.
struct part_of_scan {
  configuration asked;
  run_settings settings;
};

scan energy_scan(scan_request const& request, run_settings const& settings) {
  auto const energies = values_of_range("--energies", *request.energies, ranges::neutrino_energy);
  auto physics = request.physics;
  if (physics.flux.energy || physics.flux.name || physics.flux.file)
    throw input_error("the neutrinos are given twice: --energies needs no --energy, --flux or --flux-file");
  physics.flux.energy = energies.front();
  if (request.couplings) add_parameter(physics, "--coupling", *request.couplings);
  if (request.masses) add_parameter(physics, "--mass", *request.masses);
  auto const asked = make_configuration(physics);
  scan result{{"energy_GeV"}, {}, description_lines(total, asked, settings)};
  configuration highest = asked;
  highest.flux = monoenergetic(*std::max_element(energies.begin(), energies.end()));
  for (auto const& note : validity_notes(highest, until_signal()))
    result.header.push_back("at the highest energy: " + note);
  auto const known = std::make_shared<part_of_scan const>(part_of_scan{asked, settings_of_part(settings)});
  for (double const energy : energies)
    result.parts.push_back([known, energy]() -> std::vector<scan_row> {
      configuration here = known->asked;
      here.flux = monoenergetic(energy);
      return {row_at({energy}, here, known->settings)};
    });
  return result;
}

configuration with_mediator(physics_request physics, double coupling, double mass) {
  add_parameter(physics, "--coupling", number_text(coupling));
  add_parameter(physics, "--mass", number_text(mass));
  return make_configuration(physics);
}

/// Another mediator, all else as it is: files are read once.
configuration with_other_mediator(configuration asked, physics_request physics, double coupling,
                                  double mass) {
  add_parameter(physics, "--coupling", number_text(coupling));
  add_parameter(physics, "--mass", number_text(mass));
  asked.model = registry::find_model(physics.model, physics.model_parameters);
  return asked;
}

/// A component, its multiplicity and its part without the mediator.
struct contact_part {
  registry::component component;
  inclusive_estimate estimate;
};

std::vector<scan_row> rows_of_mass(configuration const& asked, std::vector<contact_part> const& contacts,
                                   inclusive_options const& options, double mass,
                                   std::vector<double> const& couplings) {
  std::vector<scan_row> rows;
  for (double const coupling : couplings) rows.push_back({{mass, coupling}, 0, 0, 0});
  for (auto const& [component, contact] : contacts) {
    auto const polynomial = polynomial_on(component.target, asked, contact, options);
    for (auto& row : rows) {
      auto const estimate = polynomial(row.at[1] * row.at[1]);
      row.value += component.multiplicity * estimate.value;
      row.error += component.multiplicity * estimate.error;
      if (&row == &rows.front()) row.evaluations += estimate.evaluations;
    }
  }
  return rows;
}

struct common_of_masses {
  configuration asked;
  physics_request physics;
  std::vector<contact_part> contacts;
  inclusive_options options;
  std::vector<double> couplings;
};

/// By quadrature a mass is a part, with all couplings at once.
void add_masses(scan& result, scan_request const& request, run_settings const& settings,
                std::vector<double> const& masses, std::vector<double> const& couplings) {
  inclusive_options const options{settings.precision / 3, treatment_of(settings.how), settings.go_on};
  std::vector<contact_part> contacts;
  auto const any_mass = with_mediator(request.physics, 1, masses.front());
  for (auto const& component : any_mass.target.components)
    contacts.push_back({component, contact_part_on(component.target, any_mass, options)});
  auto const common = std::make_shared<common_of_masses const>(
      common_of_masses{any_mass, request.physics, std::move(contacts), options, couplings});
  for (double const mass : masses)
    result.parts.push_back([common, mass] {
      auto const asked = with_other_mediator(common->asked, common->physics, 1, mass);
      return rows_of_mass(asked, common->contacts, common->options, mass, common->couplings);
    });
}

/// By Monte Carlo each point is a part.
void add_points(scan& result, scan_request const& request, run_settings const& settings,
                std::vector<double> const& masses, std::vector<double> const& couplings) {
  struct common_of_points {
    configuration asked;
    physics_request physics;
    run_settings settings;
  };
  auto const common = std::make_shared<common_of_points const>(
      common_of_points{with_mediator(request.physics, couplings.front(), masses.front()), request.physics,
                       settings_of_part(settings)});
  for (double const mass : masses)
    for (double const coupling : couplings)
      result.parts.push_back([common, coupling, mass]() -> std::vector<scan_row> {
        auto const asked = with_other_mediator(common->asked, common->physics, coupling, mass);
        return {row_at({mass, coupling}, asked, common->settings)};
      });
}

scan mediator_scan(scan_request const& request, run_settings const& settings) {
  if (!request.masses || !request.couplings)
    throw input_error("what to scan is missing: --energies FROM:TO:N[:log], or both --mass and --coupling "
                      "FROM:TO:N[:log], or --distribution lnQ2|s|mll|T");
  auto const masses = values_of_range("--mass", *request.masses, ranges::z_prime_mass);
  auto const couplings = values_of_range("--coupling", *request.couplings, ranges::z_prime_coupling);
  require_grid("--mass and --coupling", masses.size(), couplings.size());
  auto const first = with_mediator(request.physics, couplings.front(), masses.front());
  scan result{{"mass_GeV", "coupling"}, {}, description_lines(total, first, settings)};
  result.header.push_back("the model_parameters are those of the first row");
  for (auto const& note : validity_notes(first, until_signal())) result.header.push_back(note);
  (is_monte_carlo(settings.how) ? add_points : add_masses)(result, request, settings, masses, couplings);
  return result;
}

scan scan_of(scan_request const& request, run_settings const& settings) {
  if (request.distribution && request.energies)
    throw input_error("--distribution is \"" + *request.distribution +
                      "\": it needs one --energy or flux, not --energies");
  if (request.points && !request.distribution)
    throw input_error("--points is \"" + *request.points + "\": it needs --distribution lnQ2|s|mll|T");
  if (request.distribution) return distribution_scan(request, settings);
  return request.energies ? energy_scan(request, settings) : mediator_scan(request, settings);
}

std::string header_text(scan const& what) {
  std::string text = "# trident " + std::string(version) + ", trident scan\n";
  for (auto const& line : what.header) text += "# " + line + '\n';
  for (auto const& axis : what.axes) text += axis + ',';
  return text + "value_" + what.unit + ",error_" + what.unit + '\n';
}

std::string row_text(scan_row const& row) {
  std::string text;
  for (double const coordinate : row.at) text += number_text(coordinate) + ',';
  return text + number_text(row.value) + ',' + number_text(row.error) + '\n';
}

/// Computes all parts side by side; false if it was cut short, and parts that were not done are empty.
bool compute_parts(scan const& what, run_request const& run, run_settings const& settings,
                   std::vector<std::vector<scan_row>>& rows) {
  progress_display display(run.quiet ? progress_style::none : style_of_standard_error());
  trident::detail::stopwatch const watch;
  std::atomic<std::size_t> done = 0;
  std::atomic<std::uint64_t> evaluations = 0;
  auto const outcome = settings.threads.for_each(
      what.parts.size(),
      [&](std::size_t i) {
        try {
          rows[i] = what.parts[i]();
        } catch (computation_stopped const&) { return; }
        for (auto const& row : rows[i]) evaluations += row.evaluations;
        ++done;
      },
      [&] {
        double const share = static_cast<double>(done) / static_cast<double>(what.parts.size());
        display.show({share, evaluations, 0, 0, watch.seconds()});
        return settings.go_on();
      });
  return outcome == chunks_outcome::complete && done == what.parts.size();
}

std::ptrdiff_t parts_done(std::vector<std::vector<scan_row>> const& rows) {
  return std::count_if(rows.begin(), rows.end(), [](auto const& part) { return !part.empty(); });
}

} // namespace

int run_scan(scan_request const& request) {
  if (!request.out) throw input_error("--out is missing: it needs the name of the file");
  if (request.run.format == output_format::json)
    throw input_error(
        "--format is \"json\": a scan is a table of comma-separated values, whose head says what it is; "
        "leave --format out");
  auto settings = make_settings(request.run);
  if (settings.how == method::both)
    throw input_error("--method is \"both\": a scan has one value a point; allowed are the other methods");
  double const limit = settings.time_limit_seconds; // of the whole, not of each point
  work_watch const watch(limit);
  settings.time_limit_seconds = std::numeric_limits<double>::infinity();
  settings.go_on = [&] { return watch.goes_on(); };
  auto what = watch.finish([&] { return scan_of(request, settings); });
  if (request.run.seed && is_monte_carlo(settings.how))
    if (auto const note = note_on_shared_seed("--seed " + std::to_string(settings.seed),
                                              "all that compute the same have the same numbers, which an "
                                              "average does not improve; give each a seed of its own"))
      what.header.push_back("note: " + *note);
  require_no_input({*request.out}, files_read_by(request.physics));
  partial_file file(*request.out, encoder_for(*request.out));
  std::vector<std::vector<scan_row>> rows(what.parts.size());
  bool complete = false;
  try {
    complete = compute_parts(what, request.run, settings, rows);
  } catch (...) {
    file.discard();
    throw;
  }
  std::string text = header_text(what);
  for (auto const& part : rows)
    for (auto const& row : part) text += row_text(row);
  file.append(text);
  if (complete) {
    file.complete();
    return 0;
  }
  file.close();
  std::string const written = file.is_replaced() ? partial_file::partial_name(*request.out) : *request.out;
  if (!noted_signal())
    throw input_error("--time-limit is " + number_text(limit) + ": " + std::to_string(parts_done(rows)) +
                      " of " + std::to_string(rows.size()) +
                      " parts of the scan were computed, which are in \"" + written +
                      "\"; it must have more time, or fewer points");
  std::cerr << "trident: interrupted: what was computed is in \"" << written
            << "\"; the same command starts anew\n";
  constexpr int first_signal_status = 128;
  return first_signal_status + noted_signal().value_or(0);
}

} // namespace trident::program
