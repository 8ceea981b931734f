// SPDX-License-Identifier: BSL-1.0
#include "g_minus_2.hpp"

#include <nlohmann/json.hpp>

#include <trident/limits/anomalous_magnetic_moment.hpp>
#include <trident/runtime/models.hpp>

#include "json_text.hpp"
#include "runtime_names.hpp"
#include "scan.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;
using trident::detail::number_text;

/// The Z' of the request with this coupling and mass [GeV].
z_prime model_of(g_minus_2_request const& request, double coupling, double mass) {
  auto parameters = request.charges;
  parameters.insert(parameters.end(), {"--coupling", number_text(coupling), "--mass", number_text(mass)});
  return registry::find_z_prime(request.model, parameters);
}

void refuse_together(bool first, std::string const& one, bool second, std::string const& other) {
  if (first && second) throw input_error(one + " and " + other + " are given: only one of them is allowed");
}

void require_together(g_minus_2_request const& request) {
  refuse_together(request.value.has_value(), "--value", request.coupling.has_value(), "--coupling");
  refuse_together(request.masses.has_value(), "--masses", request.mass.has_value(), "--mass");
  if (request.value && !request.error)
    throw input_error("--error is missing: --value needs its standard deviation");
  if (request.error && !request.value) throw input_error("--value is missing: --error belongs to one");
  if (!request.value && !request.coupling)
    throw input_error(
        "what to compute is missing: --coupling G --mass M for the moment, or --value V --error E "
        "--masses FROM:TO:N:log for the band of couplings");
  if (!request.mass && !request.masses)
    throw input_error("the mass of the Z' is missing: --mass M or --masses FROM:TO:N[:log] [GeV]");
}

std::vector<double> masses_of(g_minus_2_request const& request) {
  if (request.masses) return values_of_range("--masses", *request.masses, ranges::z_prime_mass);
  return {*request.mass};
}

number_table moments(g_minus_2_request const& request) {
  number_table table{{"Delta a_mu of the muon at one loop, model " + request.model},
                     {"mass_GeV", "coupling", "delta_a_mu"},
                     {},
                     {}};
  for (double const mass : masses_of(request)) {
    auto const model = model_of(request, *request.coupling, mass);
    table.rows.push_back({mass, *request.coupling, muon_anomalous_magnetic_moment(model)});
  }
  return table;
}

/// Couplings at the ends and at the centre of the band; empty where no coupling gives such a moment.
number_table band(g_minus_2_request const& request) {
  double const value = *request.value, half_width = request.deviations * *request.error;
  number_table table{{"Couplings g' for Delta a_mu = " + number_text(value) + " +- " +
                      number_text(request.deviations) + " x " + number_text(*request.error) + ", model " +
                      request.model},
                     {"mass_GeV", "coupling_low", "coupling", "coupling_high"},
                     {},
                     {}};
  for (double const mass : masses_of(request)) {
    double const unit = muon_anomalous_magnetic_moment(model_of(request, 1, mass));
    auto const interval = couplings_for_moment(unit, value - half_width, value + half_width);
    auto const centre = couplings_for_moment(unit, value, value);
    table.rows.push_back({mass, interval ? std::optional(interval->low) : std::nullopt,
                          centre ? std::optional(centre->high) : std::nullopt,
                          interval ? std::optional(interval->high) : std::nullopt});
  }
  return table;
}

json json_rows(number_table const& table) {
  json list = json::array();
  for (auto const& row : table.rows) {
    json object;
    for (std::size_t i = 0; i < row.size(); ++i)
      object[table.columns[i]] = row[i] ? json(*row[i]) : json(nullptr);
    list.push_back(object);
  }
  return list;
}

json to_json(g_minus_2_request const& request, number_table const& table) {
  json object;
  if (request.value) {
    object = {{"value", *request.value}, {"error", *request.error}, {"deviations", request.deviations}};
  } else if (!request.masses) {
    object = {
        {"delta_a_mu", *table.rows[0][2]}, {"coupling", *table.rows[0][1]}, {"mass_GeV", *table.rows[0][0]}};
  }
  object["model"] = request.model;
  if (request.value || request.masses) object["rows"] = json_rows(table);
  return object;
}

} // namespace

int run_g_minus_2(g_minus_2_request const& request) {
  require_together(request);
  auto const table = request.value ? band(request) : moments(request);
  write_output(request.output, request.output.format == table_format::json
                                   ? json_text(to_json(request, table))
                               : request.output.format == table_format::csv ? csv_of(table)
                                                                            : text_of(table));
  return 0;
}

} // namespace trident::program
