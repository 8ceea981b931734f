// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include <trident/base/number_text.hpp>
#include <trident/storage/output_place.hpp>

#include "json_text.hpp"
#include "limits.hpp"
#include "number_text.hpp"
#include "request_words.hpp"
#include "scan.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;
using trident::detail::number_text;

/// JSON has no infinity: null where there is no end.
json number_or_null(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }

json intervals_json(std::vector<coupling_interval> const& intervals) {
  json list = json::array();
  for (auto const& one : intervals) list.push_back({one.low, number_or_null(one.high)});
  return list;
}

/// The smallest coupling that is excluded; infinite where none is.
double smallest(std::vector<coupling_interval> const& excluded) {
  return excluded.empty() ? std::numeric_limits<double>::infinity() : excluded.front().low;
}

std::string flux_name(exclusion const& result) {
  if (auto const* fixed = std::get_if<monoenergetic>(&result.physics.flux))
    return number_text(fixed->energy()) + " GeV";
  return std::string(std::get<histogram_flux>(result.physics.flux).name());
}

/// chi2 at each mass and coupling.
number_table chi2_table(exclusion const& result, std::string const& couplings, double theory_error) {
  number_table table{{}, {"mass_GeV", "coupling", "ratio", "chi2"}, {}, {}};
  for (auto const& row : result.rows)
    for (double const coupling : values_of_range("--couplings", couplings, ranges::z_prime_coupling)) {
      double const ratio = row.ratio(coupling);
      table.rows.push_back({row.mass, coupling, ratio, result.measured.chi2(ratio, theory_error)});
    }
  return table;
}

/// What global fits need: at each mass sigma/sigma_SM = 1 + linear g'^2 + quadratic g'^4, and its value at each coupling.
number_table ratio_table(exclusion const& result, std::optional<std::string> const& couplings) {
  number_table table{{}, {"mass_GeV", "linear", "quadratic"}, {}, {}};
  if (couplings) table.columns.insert(table.columns.end(), {"coupling", "ratio"});
  for (auto const& row : result.rows) {
    std::vector<std::optional<double>> const cells = {row.mass, row.ratio.linear, row.ratio.quadratic};
    if (!couplings)
      table.rows.push_back(cells);
    else
      for (double const coupling : values_of_range("--couplings", *couplings, ranges::z_prime_coupling)) {
        table.rows.push_back(cells);
        table.rows.back().insert(table.rows.back().end(), {coupling, row.ratio(coupling)});
      }
  }
  return table;
}

std::string ends_text(ratio_interval const& allowed) {
  if (!std::isfinite(allowed.high)) return "all: the theory's error leaves no upper limit";
  std::string const below = "below " + formatted("%.4g", allowed.high);
  return allowed.low > 0 ? below + " and above " + formatted("%.4g", allowed.low) : below;
}

std::string measured_text(ratio_measurement const& m) {
  return formatted("%g", m.ratio) + formatted(" +%g", m.error_up) + formatted(" -%g", m.error_down);
}

std::vector<std::string> description_of(limits_request const& request, exclusion const& result) {
  auto const& physics = result.physics;
  std::string const theory = request.theory_error > 0
                                 ? ", theory's error " + formatted("%g", 100 * request.theory_error) + " %"
                                 : "";
  return {"Couplings g' that " + result.name + " excludes at " + formatted("%g", 100 * request.confidence) +
              " % C.L., " + request.convention + ", model " + request.physics.model,
          "sigma/sigma_SM = " + measured_text(result.measured) + theory + ": allowed " +
              ends_text(result.allowed) + "; chi2 of the Standard Model " +
              formatted("%.4g", result.measured.chi2(1, request.theory_error)),
          physics.process.text() + " on " + physics.target.name + ", " +
              registry::regime_text(physics.target) + ", neutrinos: " + flux_name(result),
          "heavy Z': M/g' > " + formatted("%.5g", 1 / smallest(result.excluded_if_heavy)) +
              " GeV, B/A = " + formatted("%.4g", result.axial_over_vector)};
}

/// What the ratios of a table are of.
std::vector<std::string> ratio_description(limits_request const& request, exclusion const& result) {
  auto const& [linear, quadratic] = result.ratio_if_heavy;
  auto lines = description_of(request, result);
  lines.front() = "sigma/sigma_SM = 1 + linear g'^2 + quadratic g'^4 for " + result.name + ", model " +
                  request.physics.model;
  lines.push_back("heavy Z': 1 + " + formatted("%.6g", linear) + " GeV^2 (g'/M)^2 + " +
                  formatted("%.6g", quadratic) + " GeV^4 (g'/M)^4");
  return lines;
}

json physics_json(exclusion const& result) {
  auto const& physics = result.physics;
  return {{"process", physics.process.text()},
          {"target", physics.target.name},
          {"regime", physics.target.regime},
          {"regime_contains", physics.target.contents},
          {"nuclear_model", physics.target.nuclear_model},
          {"flux", flux_name(result)},
          {"constants", registry::name_of(physics.constants)}};
}

json to_json(limits_request const& request, exclusion const& result) {
  auto const& m = result.measured;
  double const theory = request.theory_error;
  json object = {{"measurement", result.name},
                 {"confidence", request.confidence},
                 {"convention", request.convention},
                 {"ratio", {{"value", m.ratio}, {"error_up", m.error_up}, {"error_down", m.error_down}}},
                 {"allowed_ratio", {number_or_null(result.allowed.low), result.allowed.high}},
                 {"model", request.physics.model}};
  object.update(physics_json(result));
  if (theory > 0) object["theory_error"] = theory;
  object["standard_model_chi2"] = m.chi2(1, theory);
  object["axial_over_vector"] = result.axial_over_vector;
  object["heavy_ratio_coefficients"] = {1, result.ratio_if_heavy.linear, result.ratio_if_heavy.quadratic};
  object["heavy_mass_over_coupling_GeV"] = number_or_null(1 / smallest(result.excluded_if_heavy));
  for (auto const& row : result.rows)
    object["rows"].push_back({{"mass_GeV", row.mass},
                              {"coupling", number_or_null(smallest(row.excluded))},
                              {"excluded", intervals_json(row.excluded)},
                              {"ratio_coefficients", {1, row.ratio.linear, row.ratio.quadratic}}});
  if (request.couplings)
    for (auto const& row : chi2_table(result, *request.couplings, theory).rows)
      object["chi2"].push_back(
          {{"mass_GeV", *row[0]}, {"coupling", *row[1]}, {"ratio", *row[2]}, {"chi2", *row[3]}});
  if (!result.notes.empty()) object["notes"] = result.notes;
  return object;
}

} // namespace

number_table interval_table(std::vector<runtime::exclusion_row> const& rows) {
  number_table table{{}, {"mass_GeV", "coupling", "excluded_to"}, {}, {}};
  for (auto const& row : rows)
    for (auto const& one : row.excluded)
      table.rows.push_back(
          {row.mass, one.low, std::isfinite(one.high) ? std::optional(one.high) : std::nullopt});
  return table;
}

int run_limits(limits_request const& request) {
  if (request.output.file) require_no_input({*request.output.file}, files_read_by(request.physics));
  auto const result = compute_exclusion(request);
  if (request.output.format == table_format::json) {
    write_output(request.output, json_text(to_json(request, result)));
    return 0;
  }
  auto table = request.ratio_table ? ratio_table(result, request.couplings)
               : request.couplings ? chi2_table(result, *request.couplings, request.theory_error)
                                   : interval_table(result.rows);
  table.description =
      request.ratio_table ? ratio_description(request, result) : description_of(request, result);
  table.notes = result.notes;
  write_output(request.output, request.output.format == table_format::csv ? csv_of(table) : text_of(table));
  return 0;
}

} // namespace trident::program
