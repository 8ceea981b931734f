// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <atomic>
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
#include <trident/runtime/measurements.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/runtime/validity.hpp>
#include <trident/runtime/value_range.hpp>

namespace trident::runtime {

/// Limits as a user says them.
struct limits_request {
  std::optional<std::string> measurement;
  std::optional<double> sensitivity; ///< relative error of a measurement of one's own
  double ratio = 1;                  ///< that it finds
  physics_request physics;           ///< what stands in it is taken instead of what the measurement has
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
  std::vector<exclusion_row> rows;
  double axial_over_vector = 0;                     ///< B/A of sigma = g_V^2 A + g_A^2 B
  std::vector<coupling_interval> excluded_if_heavy; ///< g'/M for M^2 >> T [1/GeV]
  std::vector<std::string> notes;
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

inline ratio_measurement measured_by(limits_request const& request,
                                     registry::trident_measurement const* measurement) {
  if (request.sensitivity) return {request.ratio, *request.sensitivity, *request.sensitivity};
  if (measurement != nullptr) return measurement->ratio;
  throw input_error(
      "what limits is missing: --measurement NAME, or --sensitivity X with --target and --flux; "
      "see trident list measurements");
}

inline interval_convention convention_from_text(std::string const& text) {
  if (text == "two-sided") return interval_convention::two_sided;
  if (text == "one-sided") return interval_convention::one_sided;
  throw input_error("--convention is \"" + text + "\": allowed are two-sided, one-sided");
}

using coefficients = std::array<double, 3>;

inline void add(coefficients& sum, double multiplicity, coefficients const& one) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += multiplicity * one[i];
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

/// The polynomials in g'^2 at each mass, side by side.
inline std::vector<exclusion_row> rows_of(limits_request const& request,
                                          registry::trident_measurement const* measurement,
                                          std::vector<double> const& masses, ratio_interval const& allowed,
                                          inclusive_options const& options,
                                          progress_function const& progress) {
  auto const any = configuration_at(request, measurement, masses.front());
  std::vector<inclusive_estimate> contacts;
  for (auto const& one : any.target.components) contacts.push_back(contact_part_on(one.target, any, options));
  std::vector<exclusion_row> result(masses.size());
  auto const threads =
      request.threads > 0 ? execution_policy(request.threads) : execution_policy::whole_machine();
  auto const row = [&](std::size_t i) {
    auto asked = any;
    asked.model = model_at(request, masses[i]);
    coefficients sum{};
    for (std::size_t part = 0; part < contacts.size(); ++part) {
      auto const& [target, multiplicity, name, nuclei] = asked.target.components[part];
      add(sum, multiplicity, polynomial_on(target, asked, contacts[part], options).coefficients());
    }
    auto const ratio = make_ratio_polynomial(sum);
    result[i] = {masses[i], ratio, excluded_couplings(ratio, allowed)};
  };
  trident::detail::stopwatch const watch;
  std::atomic<std::size_t> done = 0;
  auto const counted_row = [&](std::size_t i) {
    row(i);
    ++done;
  };
  auto const outcome = threads.for_each(masses.size(), counted_row, [&] {
    double const share = static_cast<double>(done) / static_cast<double>(masses.size());
    return (!progress || progress({share, done, 0, 0, watch.seconds()})) &&
           (!options.go_on || options.go_on());
  });
  if (outcome == chunks_outcome::stopped) throw computation_stopped();
  return result;
}

inline exclusion exclusion_of(limits_request const& request, stop_question const& go_on,
                              progress_function const& progress) {
  auto const* const measurement =
      request.measurement ? &registry::find_measurement(*request.measurement) : nullptr;
  auto const masses =
      values_of_range("--masses", request.masses.value_or(default_masses), ranges::z_prime_mass);
  if (request.couplings)
    require_grid("--masses and --couplings", masses.size(),
                 values_of_range("--couplings", *request.couplings, ranges::z_prime_coupling).size());
  auto const measured = measured_by(request, measurement);
  require_z_prime(request.physics, masses.front());
  auto const allowed = allowed_ratios(measured, request.confidence, convention_from_text(request.convention));
  exclusion result{measurement != nullptr ? std::string(measurement->name) : "sensitivity",
                   measured,
                   allowed,
                   configuration_at(request, measurement, masses.front()),
                   {},
                   0,
                   {},
                   {}};
  require_felt(result.physics, request.physics.model);
  inclusive_options const options{request.precision, photon_treatment::full, go_on};
  auto const ratio = ratio_of(result.physics, options);
  if (!(ratio.coefficients().vector > 0))
    throw input_error("all neutrinos are below the threshold of " + result.physics.process.text() + " on " +
                      result.physics.target.name + ": there is nothing to limit");
  result.axial_over_vector = ratio.axial_over_vector();
  result.excluded_if_heavy = excluded_couplings(ratio.along(exchange_of(result.physics)), allowed);
  result.rows = rows_of(request, measurement, masses, allowed, options, progress);
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
