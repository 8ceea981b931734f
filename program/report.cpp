// SPDX-License-Identifier: BSL-1.0
#include "report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include <trident/base/number_text.hpp>
#include <trident/base/version.hpp>
#include <trident/runtime/validity.hpp>

#include "json_text.hpp"
#include "number_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;

constexpr double fb_in_1e_38_cm2 = 0.1; // 1 fb = 1e-39 cm^2

std::string value_text(double value, double error, std::string const& unit) {
  return "( " + formatted("%.6e", value) + " +- " + formatted("%.1e", error) + " ) " + unit;
}

std::string energy_text(double energy) { return formatted("%.6g", energy) + " GeV"; }

std::string flux_text(flux_choice const& flux) {
  if (auto const* fixed = std::get_if<monoenergetic>(&flux)) return energy_text(fixed->energy());
  auto const& spectrum = std::get<histogram_flux>(flux);
  return std::string(spectrum.name()) + ", mean energy " + energy_text(spectrum.mean_energy()) +
         "; averaged per neutrino";
}

std::string threshold_note(configuration const& asked, run_result const& result) {
  double lowest = result.components.front().estimate.threshold;
  for (auto const& one : result.components) lowest = std::min(lowest, one.estimate.threshold);
  std::string const neutrinos = std::holds_alternative<monoenergetic>(asked.flux)
                                    ? "the neutrino energy " + flux_text(asked.flux) + " is"
                                    : "all neutrinos of the flux are";
  return neutrinos + " below the threshold " + energy_text(lowest) + " of " + asked.process_text() + " on " +
         asked.target.name + ": the cross section is 0";
}

/// The parameters of a model, by name and in order.
json model_parameters(registry::model_choice const& model) {
  json values = json::object();
  auto const add = [&](auto const& row, std::vector<double> const& numbers) {
    values[row.report_name()] = row.is_list ? json(numbers) : json(numbers.front());
  };
  std::visit([&](auto const& one) { trident::detail::for_each_value(one, add); }, model);
  return values;
}

std::string model_text(registry::model_choice const& model) {
  std::string text(registry::name_of(model));
  auto const add = [&](auto const& row, std::vector<double> const& numbers) {
    text += ", " + row.report_name() + ' ' + trident::detail::numbers_text(numbers) +
            (row.is_list ? " of e,mu,tau" : "");
  };
  std::visit([&](auto const& one) { trident::detail::for_each_value(one, add); }, model);
  return text;
}

/// JSON has no infinity: null where there is no number.
json finite_or_null(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }

/// The method of the result that comes first.
method first_method(run_settings const& settings) {
  return settings.how == method::both ? method::quadrature : settings.how;
}

/// Monte Carlo less quadrature over their combined error.
double pull_of(run_result const& result) {
  auto const& other = result.compared.front();
  return (other.value - result.value) / std::hypot(other.error, result.error);
}

void add_scatter(json& object, integral_estimate const& estimate, method how) {
  if (how != method::rqmc) object["chi2_per_dof"] = finite_or_null(estimate.chi2_per_dof);
  object["relative_deviation_per_point"] = finite_or_null(estimate.relative_deviation_per_point);
}

/// One part of the target, per part.
json part_json(component_result const& one, method how) {
  auto const& estimate = one.estimate;
  json object = {{"target", one.name},
                 {"regime", text(one.regime)},
                 {"multiplicity", one.multiplicity},
                 {"value_fb", estimate.value},
                 {"error_fb", finite_or_null(estimate.error)},
                 {"evaluations", estimate.evaluations},
                 {"threshold_GeV", one.estimate.threshold}};
  if (is_monte_carlo(how)) add_scatter(object, estimate, how);
  return object;
}

void add_physics(json& object, configuration const& asked) {
  object["process"] = asked.process_text();
  object["process_number"] = asked.process_number();
  object["target"] = asked.target.name;
  object["model"] = registry::name_of(asked.model);
  object["model_parameters"] = model_parameters(asked.model);
  if (auto const* fixed = std::get_if<monoenergetic>(&asked.flux))
    object["energy_GeV"] = fixed->energy();
  else
    object["flux"] = std::get<histogram_flux>(asked.flux).name();
  object["regime"] = asked.target.regime;
  object["regime_contains"] = asked.target.contents;
  if (!asked.target.form_factor.empty()) object["form_factor"] = asked.target.form_factor;
  if (!asked.target.nuclear_model.empty()) object["nuclear_model"] = asked.target.nuclear_model;
  object["constants"] = registry::name_of(asked.constants);
  object["electroweak"] = text(asked.electroweak);
  if (asked.vacuum_polarisation) object["vacuum_polarisation"] = "on";
}

/// What each regime adds to the value. Errors of a Monte Carlo are independent, those of quadratures add up.
void add_components(json& object, run_result const& result, bool random) {
  for (auto const regime : {scattering_regime::coherent, scattering_regime::quasi_elastic,
                            scattering_regime::free_nucleon, scattering_regime::inelastic}) {
    double value = 0, error = 0;
    bool found = false;
    for (auto const& one : result.components) {
      if (one.regime != regime) continue;
      double const part = one.multiplicity * one.estimate.error;
      found = true;
      value += weight_of(one);
      error = random ? std::hypot(error, part) : error + part;
    }
    if (found)
      object["components"].push_back(
          {{"regime", text(regime)}, {"value_fb", value}, {"error_fb", finite_or_null(error)}});
  }
}

/// Value, error and what they cost.
void add_result(json& object, run_settings const& settings, run_result const& result, method how) {
  bool const random = is_monte_carlo(how);
  object["value_fb"] = result.value;
  object["error_fb"] = finite_or_null(result.error);
  object["method"] = name_of(how);
  object["evaluations"] = result.counts.all;
  object["seconds"] = result.seconds;
  object["seed"] = random ? json(settings.seed) : json(nullptr);
  if (random) {
    object["seed_text"] =
        std::to_string(settings.seed); // all digits for readers that take numbers for doubles
    object["zero_evaluations"] = result.counts.zero;
    object["non_finite_evaluations"] = result.counts.non_finite;
    object["stop_reason"] = to_string(result.reason);
  }
  add_components(object, result, random);
  if (result.components.size() > 1) {
    for (auto const& one : result.components) object["parts"].push_back(part_json(one, how));
  } else if (random) {
    add_scatter(object, result.components[0].estimate, how);
  }
}

/// The other result and how the two compare.
void add_comparison(json& object, run_settings const& settings, run_result const& result) {
  if (result.compared.empty()) return;
  auto const& other = result.compared.front();
  bool const both = settings.how == method::both;
  add_result(object[both ? "vegas" : "full"], settings, other, both ? method::vegas : method::quadrature);
  if (both)
    object["pull"] = finite_or_null(pull_of(result));
  else
    object["ratio_to_full"] = finite_or_null(result.value / other.value);
}

/// Theory errors: of each parameter, and what each variation gives.
void add_theory(json& object, run_result const& result, varied_cross_section const& varied) {
  auto const errors = varied.errors();
  object["theory"] = json::object();
  for (auto const& one : errors)
    object["theory"][std::string(one.parameter.name)] = {{"cause", std::string(one.parameter.cause_name())},
                                                         {"up_fb", result.value * one.up},
                                                         {"down_fb", result.value * one.down}};
  if (!errors.empty()) object["theory_error_fb"] = result.value * varied.relative_error();
  object["variations"] = json::array();
  for (auto const& [what, ratio] : varied.variations)
    object["variations"].push_back({{"name", what.name},
                                    {"description", what.group + ": " + what.description},
                                    {"value_fb", result.value * ratio},
                                    {"ratio", ratio}});
}

json to_json(configuration const& asked, run_settings const& settings, run_result const& result) {
  json object;
  add_physics(object, asked);
  object["per"] = asked.target.unit;
  add_result(object, settings, result, first_method(settings));
  object["precision"] = settings.precision;
  object["version"] = version;
  add_comparison(object, settings, result);
  auto const notes = notes_on(asked, settings, result);
  if (!notes.empty()) object["note"] = trident::detail::joined(notes, "; ");
  return object;
}

void write_line(std::ostream& out, std::string label, std::string const& text) {
  label.resize(17, ' ');
  out << "  " << label << text << '\n';
}

std::string cost_text(run_result const& result) {
  return std::to_string(result.counts.all) + " evaluations, " + formatted("%.2g", result.seconds) + " s";
}

void write_monte_carlo(std::ostream& out, run_settings const& settings, run_result const& result) {
  method const how = settings.how == method::both ? method::vegas : settings.how;
  write_line(out, "method",
             std::string(name_of(how)) + ", " + cost_text(result) + "; " +
                 std::string(to_string(result.reason)));
  if (how == method::vegas && result.components.size() == 1 && !result.below_threshold())
    write_line(out, "chi2/dof", formatted("%.2f", result.components[0].estimate.chi2_per_dof));
  write_line(out, "seed", std::to_string(settings.seed));
}

void write_method(std::ostream& out, run_settings const& settings, run_result const& result) {
  method const first = first_method(settings);
  if (is_monte_carlo(first)) return write_monte_carlo(out, settings, result);
  write_line(out, "method",
             std::string(name_of(first)) + ", " + cost_text(result) + "; the error is a bound");
  if (result.compared.empty()) return;
  auto const& other = result.compared.front();
  write_line(out, settings.how == method::both ? "vegas" : "full",
             value_text(other.value, other.error, "fb"));
  if (settings.how == method::both) {
    write_monte_carlo(out, settings, other);
    write_line(out, "pull", formatted("%+.2f", pull_of(result)));
  } else {
    write_line(out, "ratio to full", formatted("%.5f", result.value / other.value));
  }
}

void write_components(std::ostream& out, run_result const& result) {
  if (result.components.size() == 1) return;
  for (auto const& one : result.components)
    write_line(out, formatted("%.6g", one.multiplicity) + " x " + one.name,
               value_text(one.estimate.value, one.estimate.error, "fb") + ", " +
                   std::string(text(one.regime)));
}

void write_text(std::ostream& out, configuration const& asked, run_settings const& settings,
                run_result const& result) {
  out << "Cross section of " << asked.process_text() << " on " << asked.target.name << '\n';
  write_line(out, "per", asked.target.unit);
  write_line(out, "regime", registry::regime_text(asked.target));
  write_line(out, "value", value_text(result.value, result.error, "fb"));
  write_line(out, "",
             value_text(result.value * fb_in_1e_38_cm2, result.error * fb_in_1e_38_cm2, "1e-38 cm^2"));
  write_components(out, result);
  write_line(out, "neutrinos", flux_text(asked.flux));
  write_line(out, "model", model_text(asked.model));
  if (!asked.target.form_factor.empty()) write_line(out, "form factor", asked.target.form_factor);
  write_line(out, "constants", std::string(registry::name_of(asked.constants)));
  write_line(out, "electroweak",
             asked.electroweak == electroweak_amplitude::full ? "full: W and Z as particles"
                                                              : "contact interactions");
  if (asked.vacuum_polarisation) write_line(out, "photon", "with vacuum polarisation");
  write_method(out, settings, result);
  for (auto const& note : notes_on(asked, settings, result)) write_line(out, "note", note);
}

void write_theory(std::ostream& out, run_result const& result, varied_cross_section const& varied) {
  if (auto const errors = varied.errors(); !errors.empty()) {
    write_line(out, "theory error",
               formatted("%.3e", result.value * varied.relative_error()) + " fb, " +
                   formatted("%.1f %%", 100 * varied.relative_error()));
    for (auto const& one : errors)
      out << "    " << one.parameter.name << ' ' << formatted("%+.2f %%", 100 * one.up) << ' '
          << formatted("%+.2f %%", 100 * one.down) << " (" << one.parameter.cause_name() << ")\n";
  }
  bool first = true;
  for (auto const& [what, ratio] : varied.variations) {
    if (what.is_band() || ratio == 1) continue;
    if (std::exchange(first, false)) write_line(out, "other theories", "");
    out << "    " << what.name << ' ' << formatted("%.6e", result.value * ratio) << " fb, "
        << formatted("%+.2f %%", 100 * (ratio - 1)) << '\n';
  }
}

void add_monte_carlo_notes(std::vector<std::string>& notes, run_settings const& settings,
                           run_result const& result) {
  if (result.reason == stop_reason::cancelled)
    notes.push_back("interrupted: the error is that of the points so far");
  if (result.reason == stop_reason::evaluation_budget || result.reason == stop_reason::time_limit)
    notes.push_back(std::string(to_string(result.reason)) + " before the precision " +
                    trident::detail::number_text(settings.precision));
  if (!std::isfinite(result.error)) notes.push_back("too few points: there is no estimate of the error");
  if (result.counts.non_finite > 0)
    notes.push_back(std::to_string(result.counts.non_finite) + " points were not finite and counted as 0");
}

} // namespace

std::vector<std::string> notes_on(configuration const& asked, run_settings const& settings,
                                  run_result const& result) {
  std::vector<std::string> notes = asked.notes;
  if (result.below_threshold()) notes.push_back(threshold_note(asked, result));
  if (is_monte_carlo(settings.how))
    add_monte_carlo_notes(notes, settings, result);
  else if (result.error > settings.precision * result.value)
    notes.push_back("the bound of the error exceeds the precision " +
                    trident::detail::number_text(settings.precision));
  if (settings.how == method::both) add_monte_carlo_notes(notes, settings, result.compared.front());
  if (result.below_threshold()) return notes;
  if (result.value == 0 && result.error == 0) // and not one without a point
    notes.push_back("the couplings of the model are 0 in this channel: so is the cross section");
  for (auto& note : validity_notes(asked)) notes.push_back(std::move(note));
  return notes;
}

std::vector<std::string> description_lines(std::string const& quantity, configuration const& asked,
                                           run_settings const& settings) {
  json object;
  add_physics(object, asked);
  object["method"] = name_of(settings.how);
  object["precision"] = settings.precision;
  if (is_monte_carlo(settings.how)) object["seed"] = settings.seed;
  std::vector<std::string> lines = {
      quantity + " per " + asked.target.unit +
      (std::holds_alternative<monoenergetic>(asked.flux) ? "" : "; neutrinos: " + flux_text(asked.flux))};
  for (auto const& [key, value] : object.items())
    if (key != "energy_GeV")
      lines.push_back(key + ": " + (value.is_string() ? value.get<std::string>() : value.dump()));
  return lines;
}

void write_report(std::ostream& out, output_format format, configuration const& asked,
                  run_settings const& settings, run_result const& result,
                  varied_cross_section const* varied) {
  if (format == output_format::json) {
    auto object = to_json(asked, settings, result);
    if (varied != nullptr) add_theory(object, result, *varied);
    out << json_text(object);
  } else {
    write_text(out, asked, settings, result);
    if (varied != nullptr) write_theory(out, result, *varied);
  }
}

} // namespace trident::program
