// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <trident/base/number_text.hpp>

#include "json_text.hpp"
#include "limits.hpp"
#include "number_text.hpp"
#include "projection.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;
using runtime::projection;
using trident::detail::number_text;

/// JSON has no infinity: null where there is no end.
json number_or_null(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }

json ends_json(ratio_interval const& ends) { return {number_or_null(ends.low), number_or_null(ends.high)}; }

std::string ends_text(ratio_interval const& ends) {
  std::string text = ends.low > 0 ? "from " + formatted("%.4g", ends.low) : "from 0";
  return text + (std::isfinite(ends.high) ? " to " + formatted("%.4g", ends.high) : ", without upper end");
}

std::string significance_text(projection const& result) {
  if (std::isfinite(result.significance))
    return formatted("%.3g", result.significance) + " standard deviations";
  return "one event is enough, as there is no background: seen with a probability of " +
         percent_text(-std::expm1(-result.count.signal));
}

std::vector<std::string> counts_text(projection const& result) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < result.detector.rates.size(); ++i) {
    auto const& one = result.detector.rates[i];
    if (one.events > 0)
      lines.push_back("  " + one.process_text() + ", " + std::string(text(one.kind)) + ": " +
                      formatted("%.4g", one.events) + " events, of which " +
                      formatted("%.4g", one.events * result.efficiencies[i]) + " are selected");
  }
  return lines;
}

std::vector<std::string> description_of(projection_request const& request, projection const& result) {
  auto const& count = result.count;
  auto const& errors = result.ratio_error;
  std::vector<std::string> lines = {"Expected of tridents in " + result.detector.detector +
                                    (result.detector.mode.empty() ? "" : ", " + result.detector.mode)};
  for (auto& line : counts_text(result)) lines.push_back(std::move(line));
  std::vector<std::string> const rest = {
      "signal " + formatted("%.4g", count.signal) + ", background " + formatted("%g", count.background) +
          formatted(" +- %g", count.background_error) + " events; error of the signal: systematic " +
          percent_text(result.systematic) + ", theory " + percent_text(result.theory),
      "significance of the Standard Model's signal: " + significance_text(result),
      "error of sigma/sigma_SM: " + percent_text(errors.total()) + " (statistical " +
          percent_text(errors.statistical) + ", background " + percent_text(errors.background) + ", signal " +
          percent_text(errors.signal) + "); by likelihood " + ends_text(result.standard_error),
      "sigma/sigma_SM at " + formatted("%g", 100 * request.confidence) + " % C.L., " + request.convention +
          ": " + ends_text(result.allowed),
      "couplings g' that are excluded then, model " + request.model};
  lines.insert(lines.end(), rest.begin(), rest.end());
  return lines;
}

json rates_json(projection const& result) {
  json rows = json::array();
  for (std::size_t i = 0; i < result.detector.rates.size(); ++i) {
    auto const& one = result.detector.rates[i];
    rows.push_back({{"process", one.process_text()},
                    {"process_number", one.process_number()},
                    {"regime", std::string(text(one.kind))},
                    {"flavour", std::string(text(one.flavour))},
                    {"events", one.events},
                    {"efficiency", result.efficiencies[i]},
                    {"theory", one.theory.total()}});
  }
  return rows;
}

json rows_json(projection const& result) {
  json rows = json::array();
  for (auto const& row : result.rows) {
    json intervals = json::array();
    for (auto const& one : row.excluded) intervals.push_back({one.low, number_or_null(one.high)});
    rows.push_back({{"mass_GeV", row.mass},
                    {"coupling", row.excluded.empty() ? json(nullptr) : json(row.excluded.front().low)},
                    {"excluded", intervals},
                    {"ratio_coefficients", {1, row.ratio.linear, row.ratio.quadratic}}});
  }
  return rows;
}

json to_json(projection_request const& request, projection const& result) {
  auto const& count = result.count;
  auto const& errors = result.ratio_error;
  json object = {
      {"detector", result.detector.detector},
      {"mode", result.detector.mode},
      {"material", result.detector.target.material.name},
      {"mass_tonnes", result.detector.target.mass_tonnes},
      {"exposure", result.detector.target.exposure},
      {"regime", request.regime},
      {"nuclear_model", result.detector.nuclear_model},
      {"signal", count.signal},
      {"background", count.background},
      {"background_error", count.background_error},
      {"systematic", result.systematic},
      {"theory_error", result.theory},
      {"significance", number_or_null(result.significance)},
      {"probability_of_an_event", -std::expm1(-count.expected())},
      {"ratio_error", errors.total()},
      {"ratio_error_parts",
       {{"statistical", errors.statistical}, {"background", errors.background}, {"signal", errors.signal}}},
      {"standard_ratio", ends_json(result.standard_error)},
      {"confidence", request.confidence},
      {"convention", request.convention},
      {"allowed_ratio", ends_json(result.allowed)},
      {"model", request.model}};
  for (auto const& one : result.theory_parameters)
    object["theory_parameters"][std::string(one.name)] = one.relative;
  object["signal_rows"] = rates_json(result);
  object["rows"] = rows_json(result);
  object["notes"] = result.notes;
  return object;
}

} // namespace

std::string report_of(projection_request const& request, projection const& result) {
  if (request.output.format == table_format::json) return json_text(to_json(request, result));
  auto table = interval_table(result.rows);
  table.description = description_of(request, result);
  table.notes = result.notes;
  return request.output.format == table_format::csv ? csv_of(table) : text_of(table);
}

} // namespace trident::program
