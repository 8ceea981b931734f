// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/limits/counting_experiment.hpp>
#include <trident/limits/excluded_couplings.hpp>
#include <trident/rates/components.hpp>
#include <trident/rates/event_rates.hpp>
#include <trident/rates/theory_shifts.hpp>
#include <trident/runtime/cut_efficiency.hpp>
#include <trident/runtime/detector_rates.hpp>
#include <trident/runtime/efficiency.hpp>
#include <trident/runtime/limits.hpp>
#include <trident/runtime/ratio_polynomials.hpp>

namespace trident::runtime {

/// An experiment that counts tridents, as a user says it.
struct projection_request {
  rates_request rates; ///< detector, beam, exposure; its process may be several, with commas between
  std::string regime = "coherent+incoherent";
  regime_efficiencies efficiency; ///< of those that pass the cuts
  std::optional<std::string> cut, smear;
  double background = 0, background_error = 0; ///< [events], in the whole exposure
  double systematic = 0;                       ///< relative error of the signal's efficiency and flux
  std::optional<double> theory_error;          ///< relative; that of the rates without
  std::string model = "LmuLtau";               ///< to be excluded
  std::vector<std::string> model_parameters;
  std::optional<std::string> masses; ///< FROM:TO:N[:log] [GeV]
  double confidence = 0.95;
  std::string convention = "two-sided";
  double precision = 1e-3; ///< relative, of the ratios to the Standard Model
  unsigned threads = 0;    ///< 0: all that this process may use
};

/// What the experiment will see.
struct projection {
  rates_result detector; ///< its `rates` are those of the selection's regimes, before the selection
  std::vector<double> efficiencies; ///< one a rate
  counting_experiment count;        ///< its signal is selected; the error that of systematics and theory
  double systematic = 0, theory = 0;
  std::vector<theory_error>
      theory_parameters;   ///< of which the theory's error consists; none where the user says it
  double significance = 0; ///< of the Standard Model's signal; infinite without background
  ratio_error_parts ratio_error;
  ratio_interval standard_error; ///< of sigma/sigma_SM, at 68.27 %
  ratio_interval allowed;
  std::vector<exclusion_row> rows;
  std::vector<std::string> notes;
};

namespace detail {

inline constexpr char const* projected_masses = "1e-3:1e3:25:log"; // four a decade

/// Those named whose neutrino is in the beam; muon pairs of muon neutrinos without names.
inline std::vector<channel> processes_of(rates_request const& asked, exposed_target const& target) {
  auto const text = asked.process.value_or("nu_mu -> nu_mu mu+ mu-,anti-nu_mu -> anti-nu_mu mu+ mu-");
  std::vector<channel> found;
  for (auto const& word : trident::detail::split(text)) {
    auto const process = registry::find_process(trident::detail::trimmed(word));
    bool const known = std::any_of(found.begin(), found.end(),
                                   [&](channel const& one) { return one.number == process.number; });
    if (known) throw input_error("--process is \"" + text + "\": it names " + process.text() + " twice");
    for (auto const& [flavour, spectrum] : target.beam)
      if (pdg_code(flavour) == process.incoming_pdg_code()) {
        found.push_back(process);
        break;
      }
  }
  if (found.empty())
    throw input_error("--process is \"" + text + "\": no flavour of the beam has such a process");
  return found;
}

inline bool is_selected(regime_choice const& which, scattering_regime kind) {
  return kind == scattering_regime::coherent    ? which.coherent
         : kind == scattering_regime::inelastic ? which.inelastic
                                                : which.incoherent;
}

/// Rates of the processes, in the regimes that are selected.
inline rates_result selected_rates(projection_request const& request, regime_choice const& regimes,
                                   std::vector<channel> const& processes, stop_question const& go_on) {
  std::optional<rates_result> all;
  for (auto const& process : processes) {
    auto asked = request.rates;
    asked.process = std::to_string(process.number);
    auto one = rates(asked, go_on);
    if (all)
      all->rates.insert(all->rates.end(), one.rates.begin(), one.rates.end());
    else
      all = std::move(one);
  }
  std::erase_if(all->rates, [&](event_rate const& one) { return !is_selected(regimes, one.kind); });
  return *std::move(all);
}

/// Shares of the rates that are selected, in their order.
inline std::vector<double> efficiencies_of(projection_request const& request, rates_result const& found,
                                           stop_question const& go_on) {
  cut_efficiency_request asked{
      request.cut, request.smear, {request.rates.material.value_or(found.target.material.name)}, {}};
  asked.target.form_factor = request.rates.form_factor;
  asked.target.bound = nuclear_model_of(request.rates.nuclear);
  asked.target.inelastic = inelastic_options_of(request.rates.nuclear);
  asked.settings.how = method::rqmc;
  asked.settings.seed = 1;
  asked.settings.precision = 1e-2;
  asked.settings.threads =
      request.threads > 0 ? execution_policy(request.threads) : execution_policy::whole_machine();
  asked.settings.go_on = go_on;
  std::vector<double> result;
  for (auto const& one : found.rates) {
    double share = request.efficiency(one.kind);
    for (auto const& [flavour, spectrum] : found.target.beam)
      if (asked.is_given() && share > 0 && one.events > 0 && flavour == one.flavour)
        share *= cut_efficiency(asked, one.process, spectrum, one.kind).value;
    result.push_back(share);
  }
  return result;
}

/// That of the rate of a process in a spectrum.
inline double efficiency_for(projection const& result, channel const& process, neutrino flavour,
                             scattering_regime kind) {
  auto const counted_as = kind == scattering_regime::free_nucleon ? scattering_regime::quasi_elastic : kind;
  for (std::size_t i = 0; i < result.detector.rates.size(); ++i) {
    auto const& one = result.detector.rates[i];
    if (one.process.number == process.number && one.flavour == flavour && one.kind == counted_as)
      return result.efficiencies[i];
  }
  return 0; // not selected
}

/// What is counted of each process, spectrum and component of the target.
inline ratio_polynomials_request parts_of(projection_request const& request, projection const& result,
                                          std::vector<channel> const& processes,
                                          nuclear_options const& nuclear,
                                          registry::model_choice const& model) {
  auto const& target = result.detector.target;
  ratio_polynomials_request parts{{}, {}, {}, {.relative_error = request.precision}};
  if (request.threads > 0) parts.threads = execution_policy(request.threads);
  auto const components = components_of(target.material, nuclear);
  for (auto const& process : processes)
    for (auto const& [flavour, spectrum] : target.beam) {
      if (pdg_code(flavour) != process.incoming_pdg_code()) continue;
      for (auto const& one : components) {
        double const share = efficiency_for(result, process, flavour, one.kind);
        double const weight = spectrum.integral() * one.count * share;
        if (weight > 0 && one.choice)
          parts.parts.push_back({weight, *one.choice, parts.configurations.size()});
      }
      parts.configurations.push_back({process, {}, spectrum, model, pdg{}, {}});
    }
  return parts;
}

inline registry::model_choice excluded_model(projection_request const& request, double mass) {
  auto parameters = request.model_parameters;
  parameters.insert(parameters.end(), {"--coupling", "1", "--mass", trident::detail::number_text(mass)});
  registry::find_z_prime(request.model, parameters);
  return registry::find_model(request.model, parameters);
}

/// Signal and theory error after the selection.
inline void add_count(projection_request const& request, projection& result) {
  auto selected = result.detector.rates;
  for (std::size_t i = 0; i < selected.size(); ++i) {
    selected[i].events *= result.efficiencies[i];
    for (double& component : selected[i].theory.components) component *= result.efficiencies[i];
    result.count.signal += selected[i].events;
  }
  if (!(result.count.signal > 0))
    throw input_error(
        "no signal is expected: all neutrinos are below the threshold, or no event is selected");
  result.systematic = request.systematic;
  double theory_squared = 0;
  if (!request.theory_error) result.theory_parameters = theory_errors_of_sum(selected);
  for (auto const& one : result.theory_parameters) theory_squared += one.relative * one.relative;
  // [PHYS:projection.theory_error]
  result.theory = request.theory_error.value_or(std::sqrt(theory_squared));
  result.count.background = request.background;
  result.count.background_error = request.background_error;
  // [PHYS:projection.signal_error]
  result.count.signal_error =
      std::sqrt(result.systematic * result.systematic + result.theory * result.theory);
}

inline projection projection_of(projection_request const& request, stop_question const& go_on,
                                progress_function const& progress) {
  auto const regimes = find_regime(request.regime);
  auto const convention = convention_from_text(request.convention);
  if (request.cut) selection::from_text(*request.cut); // what cannot be used is found before time is spent
  if (request.smear) smearing::from_text(*request.smear);
  auto const masses =
      values_of_range("--masses", request.masses.value_or(projected_masses), ranges::z_prime_mass);
  auto const model = excluded_model(request, masses.front());
  if (request.rates.model != "SM")
    throw input_error("the signal of a projection is that of the Standard Model");
  auto const processes = processes_of(request.rates, make_result(request.rates).target);
  projection result{};
  result.detector = selected_rates(request, regimes, processes, go_on);
  result.efficiencies = efficiencies_of(request, result.detector, go_on);
  add_count(request, result);
  result.significance = expected_significance(result.count);
  result.ratio_error = expected_ratio_error(result.count);
  constexpr double one_sigma = 0.682689492137086;
  result.standard_error = expected_allowed_ratios(result.count, one_sigma);
  result.allowed = expected_allowed_ratios(result.count, request.confidence, convention);
  auto asked = parts_of(request, result, processes, nuclear_options_of(request.rates), model);
  for (auto const& one : asked.configurations) require_felt(one, request.model);
  for (double const mass : masses) asked.models.push_back(excluded_model(request, mass));
  asked.options.go_on = go_on;
  auto const ratios = ratio_polynomials(asked, progress);
  for (std::size_t i = 0; i < masses.size(); ++i)
    result.rows.push_back({masses[i], ratios[i], excluded_couplings(ratios[i], result.allowed)});
  result.notes = result.detector.notes;
  if (request.cut)
    result.notes.push_back("cuts: " + *request.cut +
                           "; their efficiency is that of the Standard Model, for a Z' too");
  return result;
}

} // namespace detail

/// What an experiment of one's own will see of tridents, and which couplings of a Z' it will exclude if it sees the Standard Model.
/// The selection keeps the same share of events with a Z' as without. Throws input_error, and computation_stopped where `go_on`,
/// asked from any thread, or `progress` says no.
inline projection compute_projection(projection_request const& request, stop_question const& go_on = {},
                                     progress_function const& progress = {}) {
  return detail::projection_of(request, go_on, progress);
}

} // namespace trident::runtime
