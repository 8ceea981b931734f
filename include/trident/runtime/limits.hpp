// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/limits/excluded_couplings.hpp>
#include <trident/limits/ratio_measurement.hpp>
#include <trident/limits/trident_ratio.hpp>
#include <trident/mc/progress.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/measurement_text.hpp>
#include <trident/runtime/measurements.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/runtime/ratio_polynomials.hpp>
#include <trident/runtime/validity.hpp>
#include <trident/runtime/value_range.hpp>

namespace trident::runtime {

/// Limits as a user says them.
struct limits_request {
  std::optional<std::string> measurement; ///< a name, or "0.82 +- 0.28" of one's own
  std::optional<double> sensitivity;      ///< relative error of a measurement of one's own
  std::optional<double> ratio;            ///< that it finds
  double theory_error = 0;                ///< relative one of the Standard Model's prediction, profiled
  physics_request physics;                ///< what stands in it is taken instead of what the measurement has
  double confidence = 0.95;
  std::string convention = "two-sided";
  std::optional<std::string> masses, couplings; ///< FROM:TO:N[:log]; [GeV]
  double precision = 1e-4;
  unsigned threads = 0; ///< 0: all that this process may use
};

/// The couplings that a measurement excludes at one mass.
struct exclusion_row {
  double mass; ///< [GeV]
  ratio_polynomial ratio;
  std::vector<coupling_interval> excluded;
};

/// Limits on a Z' over its mass.
struct exclusion {
  std::string name; ///< of the measurement
  ratio_measurement measured;
  ratio_interval allowed;
  configuration physics; ///< with the coupling 1 and the first of the masses
  std::vector<exclusion_row> rows = {};
  double axial_over_vector = 0;                          ///< B/A of sigma = g_V^2 A + g_A^2 B
  std::vector<coupling_interval> excluded_if_heavy = {}; ///< g'/M for M^2 >> T [1/GeV]
  ratio_polynomial ratio_if_heavy = {};                  ///< in (g'/M)^2 [GeV^-2, GeV^-4]
  std::vector<std::string> notes = {};
};

namespace detail {

using trident::detail::number_text;

inline constexpr char const* default_masses = "1e-4:1e3:57:log"; // eight a decade

inline bool names_neutrinos(flux_request const& flux) { return flux.energy || flux.name || flux.file; }

/// What a measurement has, where the user gave nothing else.
inline physics_request completed(physics_request physics, registry::trident_measurement const& measurement) {
  if (!physics.target) {
    physics.target = measurement.target;
    if (!physics.regime) physics.regime = measurement.regime;
  }
  if (!names_neutrinos(physics.flux)) {
    if (measurement.flux.empty())
      physics.flux.energy = measurement.mean_energy; // until its spectrum takes the place
    else
      physics.flux.name = measurement.flux;
  }
  return physics;
}

/// The configuration with the Z' of the request, at coupling 1.
inline configuration configuration_at(limits_request const& request,
                                      registry::trident_measurement const* measurement, double mass) {
  auto physics = measurement != nullptr ? completed(request.physics, *measurement) : request.physics;
  if (!physics.process) physics.process = "nu_mu -> nu_mu mu+ mu-";
  physics.model_parameters.insert(physics.model_parameters.end(),
                                  {"--coupling", "1", "--mass", number_text(mass)});
  auto result = make_configuration(physics);
  if (measurement != nullptr && measurement->flux.empty() && !names_neutrinos(request.physics.flux))
    result.flux = registry::spectrum_of(*measurement);
  return result;
}

inline registry::model_choice model_at(limits_request const& request, double mass) {
  auto parameters = request.physics.model_parameters;
  parameters.insert(parameters.end(), {"--coupling", "1", "--mass", number_text(mass)});
  return registry::find_model(request.physics.model, parameters);
}

/// The measurement of that name; nothing for one of the user's own.
inline registry::trident_measurement const* named_measurement(limits_request const& request) {
  if (!request.measurement || is_ratio_text(*request.measurement)) return nullptr;
  return &registry::find_measurement(*request.measurement);
}

inline ratio_measurement measured_by(limits_request const& request,
                                     registry::trident_measurement const* measurement) {
  bool const own = request.measurement && measurement == nullptr;
  if (own && (request.sensitivity || request.ratio))
    throw input_error("--measurement \"" + *request.measurement +
                      "\" has value and error: leave --sensitivity and --ratio out");
  if (own) return ratio_from_text("--measurement", *request.measurement);
  if (request.sensitivity) return {request.ratio.value_or(1), *request.sensitivity, *request.sensitivity};
  if (measurement != nullptr) return measurement->ratio;
  throw input_error("what limits is missing: --measurement NAME or \"RATIO +- ERROR\", or --sensitivity X, "
                    "with --target and --flux of your own; see trident list measurements");
}

inline interval_convention convention_from_text(std::string const& text) {
  if (text == "two-sided") return interval_convention::two_sided;
  if (text == "one-sided") return interval_convention::one_sided;
  throw input_error("--convention is \"" + text + "\": allowed are two-sided, one-sided");
}

/// Cross sections of all components with free couplings [fb].
inline double contact_cross_section(configuration asked, double vector, double axial,
                                    inclusive_options const& options) {
  asked.model = four_fermion({.g_v = vector, .g_a = axial});
  double sum = 0;
  for (auto const& one : asked.target.components)
    sum += one.multiplicity * contact_part_on(one.target, asked, options).value;
  return sum;
}

inline trident_ratio ratio_of(configuration const& asked, inclusive_options const& options) {
  double const a = contact_cross_section(asked, 1, 0, options),
               b = contact_cross_section(asked, 0, 1, options);
  double const all = contact_cross_section(asked, 1, 1, options);
  auto const standard =
      std::visit([&](auto constants) { return standard_model{}.couplings(asked.process, constants, 0.0); },
                 asked.constants);
  return {{a, b, all - a - b}, standard};
}

/// Strength of the exchange over M^2 at coupling 1 [GeV^2].
inline vector_axial<double> exchange_of(configuration const& asked) {
  return std::visit(
      [&](auto constants) { return registry::resolve(asked.model, asked.process, constants).exchange(); },
      asked.constants);
}

/// Throws input_error for a model without coupling and mass.
inline void require_z_prime(physics_request const& physics, double mass) {
  auto parameters = physics.model_parameters;
  parameters.insert(parameters.end(), {"--coupling", "1", "--mass", number_text(mass)});
  registry::find_z_prime(physics.model, parameters);
}

inline void require_felt(configuration const& asked, std::string const& model) {
  auto const exchange = exchange_of(asked);
  if (exchange.vector == 0 && exchange.axial == 0)
    throw input_error("model " + model + " does not change " + asked.process.text() +
                      ": there is nothing to limit; choose another model, or another --process");
}

/// The polynomials in g'^2 at each mass.
inline std::vector<exclusion_row> rows_of(limits_request const& request, configuration const& any,
                                          std::vector<double> const& masses, ratio_interval const& allowed,
                                          inclusive_options const& options,
                                          progress_function const& progress) {
  ratio_polynomials_request asked{{any}, {}, {}, options};
  for (auto const& one : any.target.components) asked.parts.push_back({one.multiplicity, one.target, 0});
  for (double const mass : masses) asked.models.push_back(model_at(request, mass));
  if (request.threads > 0) asked.threads = execution_policy(request.threads);
  auto const ratios = ratio_polynomials(asked, progress);
  std::vector<exclusion_row> result;
  for (std::size_t i = 0; i < masses.size(); ++i)
    result.push_back({masses[i], ratios[i], excluded_couplings(ratios[i], allowed)});
  return result;
}

inline exclusion exclusion_of(limits_request const& request, stop_question const& go_on,
                              progress_function const& progress) {
  auto const* const measurement = named_measurement(request);
  auto const masses =
      values_of_range("--masses", request.masses.value_or(default_masses), ranges::z_prime_mass);
  if (request.couplings)
    require_grid("--masses and --couplings", masses.size(),
                 values_of_range("--couplings", *request.couplings, ranges::z_prime_coupling).size());
  auto const measured = measured_by(request, measurement);
  require_z_prime(request.physics, masses.front());
  auto const allowed = allowed_ratios(measured, request.confidence, convention_from_text(request.convention),
                                      request.theory_error);
  exclusion result{measurement != nullptr ? std::string(measurement->name)
                   : request.sensitivity  ? "sensitivity"
                                          : "own measurement",
                   measured, allowed, configuration_at(request, measurement, masses.front())};
  require_felt(result.physics, request.physics.model);
  inclusive_options const options{request.precision, photon_treatment::full, go_on};
  auto const ratio = ratio_of(result.physics, options);
  if (!(ratio.coefficients().vector > 0))
    throw input_error("all neutrinos are below the threshold of " + result.physics.process.text() + " on " +
                      result.physics.target.name + ": there is nothing to limit");
  result.axial_over_vector = ratio.axial_over_vector();
  result.ratio_if_heavy = ratio.along(exchange_of(result.physics));
  result.excluded_if_heavy = excluded_couplings(result.ratio_if_heavy, allowed);
  result.rows = rows_of(request, result.physics, masses, allowed, options, progress);
  result.notes = result.physics.notes;
  if (measurement != nullptr && !measurement->remark.empty()) result.notes.emplace_back(measurement->remark);
  for (auto& note : validity_notes(result.physics, "; much of it cancels in the ratio to the Standard Model"))
    result.notes.push_back(std::move(note));
  if (!allowed.contains(1))
    result.notes.emplace_back(
        "the Standard Model itself is excluded at this confidence level: so are small couplings");
  return result;
}

} // namespace detail

/// The couplings of a Z' that a measurement, or one that is expected, excludes at each mass. Throws input_error, and
/// computation_stopped where `go_on`, asked from any thread, or `progress` says no.
inline exclusion compute_exclusion(limits_request const& request, stop_question const& go_on = {},
                                   progress_function const& progress = {}) {
  return detail::exclusion_of(request, go_on, progress);
}

} // namespace trident::runtime
