// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/mc/progress.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/checkpoint.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/runtime/run.hpp>
#include <trident/runtime/scan_distribution.hpp>
#include <trident/runtime/scan_lepton_energy.hpp>
#include <trident/runtime/scan_parts.hpp>
#include <trident/runtime/settings.hpp>
#include <trident/runtime/validity.hpp>
#include <trident/runtime/value_range.hpp>

namespace trident::runtime {

namespace detail {

using trident::detail::number_text;

/// One thread a part: parts are computed side by side.
inline run_settings settings_of_part(run_settings settings) {
  settings.threads = 1;
  return settings;
}

/// Throws computation_stopped where the scan may not go on.
inline scan_row row_at(std::vector<double> at, configuration const& asked, run_settings const& settings) {
  checkpoint nothing;
  auto const result = compute(
      asked, settings, [&](progress_report const&) { return !settings.go_on || settings.go_on(); }, nothing);
  if (result.reason == stop_reason::cancelled) throw computation_stopped();
  return {std::move(at), result.value, result.error, result.counts.all};
}

/// What all parts of a scan have in common, once for all of them: there may be a million.
struct part_of_scan {
  configuration asked;
  run_settings settings;
};

inline scan energy_scan(scan_request const& request, run_settings const& settings) {
  auto const energies = values_of_range("--energies", *request.energies, ranges::neutrino_energy);
  auto physics = as_method_takes(request.physics, settings.how);
  if (physics.flux.energy || physics.flux.name || physics.flux.file)
    throw input_error("the neutrinos are given twice: --energies needs no --energy, --flux or --flux-file");
  physics.flux.energy = *std::max_element(energies.begin(), energies.end()); // which decides on the amplitude
  if (request.couplings) add_parameter(physics, "--coupling", *request.couplings);
  if (request.masses) add_parameter(physics, "--mass", *request.masses);
  auto const asked = make_configuration(physics, processes_taken::with_w_production);
  scan result{{"energy_GeV"}, {}, asked, {}};
  for (auto const& note : validity_notes(asked)) result.notes.push_back("at the highest energy: " + note);
  auto const known = std::make_shared<part_of_scan const>(part_of_scan{asked, settings_of_part(settings)});
  for (double const energy : energies)
    result.parts.emplace_back([known, energy]() -> std::vector<scan_row> {
      configuration here = known->asked;
      here.flux = monoenergetic(energy);
      return {row_at({energy}, here, known->settings)};
    });
  return result;
}

inline configuration with_mediator(physics_request physics, double coupling, double mass) {
  add_parameter(physics, "--coupling", number_text(coupling));
  add_parameter(physics, "--mass", number_text(mass));
  return make_configuration(physics);
}

/// Another mediator, all else as it is: files are read once.
inline configuration with_other_mediator(configuration asked, physics_request physics, double coupling,
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

inline std::vector<scan_row> rows_of_mass(configuration const& asked,
                                          std::vector<contact_part> const& contacts,
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
inline void add_masses(scan& result, scan_request const& request, run_settings const& settings,
                       std::vector<double> const& masses, std::vector<double> const& couplings) {
  if (settings.how == method::epa_inelastic)
    throw input_error(
        "--method is \"epa-inelastic\": a scan of a mediator has one treatment for all regimes");
  inclusive_options const options{settings.precision / 3, treatment_of(settings.how), settings.go_on};
  std::vector<contact_part> contacts;
  auto const any_mass = with_mediator(request.physics, 1, masses.front());
  for (auto const& component : any_mass.target.components)
    contacts.push_back({component, contact_part_on(component.target, any_mass, options)});
  auto const common = std::make_shared<common_of_masses const>(
      common_of_masses{any_mass, request.physics, std::move(contacts), options, couplings});
  for (double const mass : masses)
    result.parts.emplace_back([common, mass] {
      auto const asked = with_other_mediator(common->asked, common->physics, 1, mass);
      return rows_of_mass(asked, common->contacts, common->options, mass, common->couplings);
    });
}

/// By Monte Carlo, or with W and Z as particles, each point is a part.
inline void add_points(scan& result, scan_request const& request, run_settings const& settings,
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
      result.parts.emplace_back([common, coupling, mass]() -> std::vector<scan_row> {
        auto const asked = with_other_mediator(common->asked, common->physics, coupling, mass);
        return {row_at({mass, coupling}, asked, common->settings)};
      });
}

inline scan mediator_scan(scan_request const& request, run_settings const& settings) {
  if (!request.masses || !request.couplings)
    throw input_error("what to scan is missing: --energies FROM:TO:N[:log], or both --mass and --coupling "
                      "FROM:TO:N[:log], or --distribution lnQ2|s|mll|T|nu|W|x|q");
  auto const masses = values_of_range("--mass", *request.masses, ranges::z_prime_mass);
  auto const couplings = values_of_range("--coupling", *request.couplings, ranges::z_prime_coupling);
  require_grid("--mass and --coupling", masses.size(), couplings.size());
  auto const first = with_mediator(request.physics, couplings.front(), masses.front());
  scan result{{"mass_GeV", "coupling"}, {}, first, {}};
  result.notes.emplace_back("the model_parameters are those of the first row");
  for (auto const& note : validity_notes(first)) result.notes.push_back(note);
  // with contact interactions a cross section is a polynomial in the coupling
  bool const one_by_one = is_monte_carlo(settings.how) || first.electroweak == electroweak_amplitude::full;
  (one_by_one ? add_points : add_masses)(result, request, settings, masses, couplings);
  return result;
}

} // namespace detail

/// Cross sections over a range of energies, or of masses and couplings of a Z', or differential ones: what is to be computed.
/// Throws input_error, and computation_stopped where settings.go_on says no.
inline scan scan_of(scan_request const& request, run_settings const& settings) {
  if (request.distribution && request.energies)
    throw input_error("--distribution is \"" + *request.distribution +
                      "\": it needs one --energy or flux, not --energies");
  if (request.points && !request.distribution)
    throw input_error("--points is \"" + *request.points +
                      "\": it needs --distribution lnQ2|s|mll|T|nu|W|x|q");
  if (request.distribution == lepton_energy_name) return lepton_energy_scan(request, settings);
  if (request.distribution) return distribution_scan(request, settings);
  return request.energies ? detail::energy_scan(request, settings) : detail::mediator_scan(request, settings);
}

/// Computes all parts side by side on the threads of the settings; false if it was cut short, and parts that were not done are empty.
inline bool compute_parts(scan const& what, run_settings const& settings, progress_function const& progress,
                          std::vector<std::vector<scan_row>>& rows) {
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
        return (!progress || progress({share, evaluations, 0, 0, watch.seconds()})) &&
               (!settings.go_on || settings.go_on());
      });
  return outcome == chunks_outcome::complete && done == what.parts.size();
}

/// All points of a scan, in order. Throws computation_stopped where `progress` or settings.go_on says no.
inline std::vector<scan_row> compute_scan(scan_request const& request, run_settings const& settings,
                                          progress_function const& progress = {}) {
  auto const what = scan_of(request, settings);
  std::vector<std::vector<scan_row>> parts(what.parts.size());
  if (!compute_parts(what, settings, progress, parts)) throw computation_stopped();
  std::vector<scan_row> rows;
  for (auto const& part : parts) rows.insert(rows.end(), part.begin(), part.end());
  return rows;
}

} // namespace trident::runtime
