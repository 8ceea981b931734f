// SPDX-License-Identifier: BSL-1.0
#include "rates_report.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "json_text.hpp"
#include "number_text.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;

std::string regime_of(event_rate const& rate) { return std::string(text(rate.kind)); }

/// Smallest and largest ratio to the default that a cause of variations gives.
using spread = std::pair<double, double>;

std::vector<std::string> causes_of(rates_result const& result) {
  std::vector<std::string> causes;
  for (auto const& [one, rates] : result.variations)
    if (!one.is_band() && std::find(causes.begin(), causes.end(), one.group) == causes.end())
      causes.push_back(one.group);
  return causes;
}

spread spread_of(rates_result const& result, std::string const& cause, std::size_t row) {
  spread range{1, 1};
  double const events = result.rates[row].events;
  if (!(events > 0)) return range;
  for (auto const& [one, rates] : result.variations) {
    if (one.is_band() || one.group != cause) continue;
    double const ratio = rates[row].events / events;
    range = {std::min(range.first, ratio), std::max(range.second, ratio)};
  }
  return range;
}

std::string deviation_text(double ratio) { return formatted("%+.2f", 100 * (ratio - 1)); }

/// Named ratios of a row, and its changes with each theory parameter [events].
void add_correlated(json& object, rates_result const& result, std::size_t row) {
  double const events = result.rates[row].events;
  for (auto const& [one, rates] : result.variations)
    if (!one.is_band() && events > 0) object["variation_ratios"][one.name] = rates[row].events / events;
  auto const& shifts = result.correlated->rows()[row];
  for (std::size_t p = 0; p < theory_parameters.size(); ++p)
    if (shifts.up[p] != 0 || shifts.down[p] != 0)
      object["theory_shifts"][std::string(theory_parameters[p].name)] = {{"up", shifts.up[p]},
                                                                         {"down", shifts.down[p]}};
}

/// What the parameters are, and the covariance of all rows [events^2].
void add_covariance(json& object, rates_result const& result) {
  for (auto const& one : theory_parameters)
    object["theory_parameters"].push_back({{"name", std::string(one.name)},
                                           {"cause", std::string(one.cause_name())},
                                           {"description", std::string(one.description)}});
  object["theory_covariance"] = json::array();
  for (std::size_t i = 0; i < result.rates.size(); ++i) {
    auto line = json::array();
    for (std::size_t j = 0; j < result.rates.size(); ++j) line.push_back(result.correlated->covariance(i, j));
    object["theory_covariance"].push_back(std::move(line));
  }
}

json row_json(rates_result const& result, std::size_t row) {
  auto const& rate = result.rates[row];
  json object = {{"process", rate.process_text()}, {"process_number", rate.process_number()},
                 {"regime", regime_of(rate)},      {"flavour", std::string(text(rate.flavour))},
                 {"events", rate.events},          {"statistical", rate.statistical()},
                 {"theory", rate.theory.total()}};
  for (std::size_t i = 0; i < error_budget::names.size(); ++i)
    object["theory_components"][std::string(error_budget::names[i])] = rate.theory.components[i];
  if (!rate.is_coherent())
    object.update(
        {{"protons", rate.on_protons}, {"neutrons", rate.on_neutrons}, {"free_protons", rate.on_hydrogen}});
  if (rate.band.low < rate.band.high)
    object["nuclear_band"] = {{"lowest", rate.band.low}, {"highest", rate.band.high}};
  for (auto const& cause : causes_of(result)) {
    auto const [low, high] = spread_of(result, cause, row);
    object["variations"][cause] = {{"lowest_ratio", low}, {"highest_ratio", high}};
  }
  if (result.correlated) add_correlated(object, result, row);
  return object;
}

json comparison_json(rates_result::comparison const& one) {
  auto const& theirs = one.published;
  return {{"channels", std::string(theirs.label)},
          {"regime", std::string(text(theirs.regime))},
          {"unit", theirs.unit == rate_unit::per_tonne_year ? "events per tonne and year" : "events"},
          {"ours", one.ours},
          {"published", theirs.events},
          {"error", theirs.error},
          {"pull", one.pull()},
          {"source", std::string(theirs.source)}};
}

/// What the authors of the spectrum count, for this mass and exposure; nothing where they do not.
std::optional<double> count_of_authors(rates_result const& result, neutrino flavour) {
  for (auto const& one : result.counts_of_authors)
    if (one.flavour == flavour) return one.scaled_to(result.target.mass_tonnes, result.target.exposure);
  return std::nullopt;
}

void write_json(std::ostream& out, rates_result const& result) {
  json object = {{"detector", result.detector},
                 {"mode", result.mode},
                 {"unit", result.unit},
                 {"material", result.target.material.name},
                 {"mass_tonnes", result.target.mass_tonnes},
                 {"exposure", result.target.exposure},
                 {"spectrum", result.spectrum_origin},
                 {"regimes", "coherent + incoherent + inelastic"},
                 {"nuclear_model", result.nuclear_model},
                 {"electroweak", result.electroweak}};
  object["rows"] = json::array();
  for (std::size_t row = 0; row < result.rates.size(); ++row) object["rows"].push_back(row_json(result, row));
  for (auto const& one : result.charged_currents) {
    json entry = {{"flavour", std::string(text(one.flavour))}, {"events", one.events}};
    if (auto const theirs = count_of_authors(result, one.flavour)) entry["published"] = *theirs;
    object["charged_current"].push_back(entry);
  }
  object["charged_current_note"] = std::string(charged_current_note);
  if (result.correlated) add_covariance(object, result);
  for (auto const& one : result.comparisons) object["comparisons"].push_back(comparison_json(one));
  object["notes"] = result.notes;
  out << json_text(object);
}

void write_csv(std::ostream& out, rates_result const& result) {
  out << "# " << result.detector << ", " << result.unit << '\n';
  for (auto const& note : result.notes) out << "# " << note << '\n';
  out << "# electroweak amplitude: " << result.electroweak << '\n';
  out << "# " << charged_current_note << ':';
  for (auto const& one : result.charged_currents)
    out << ' ' << text(one.flavour) << formatted(" %.6g", one.events)
        << (&one == &result.charged_currents.back() ? "\n" : ",");
  out << "process_number,process,flavour,regime,events,statistical,theory";
  for (auto const one : error_budget::names) {
    std::string name(one);
    std::replace(name.begin(), name.end(), ' ', '_');
    out << ',' << name;
  }
  out << ",protons,neutrons,free_protons\n";
  for (auto const& rate : result.rates) {
    out << rate.process_number() << ',' << rate.process_text() << ',' << text(rate.flavour) << ','
        << regime_of(rate);
    auto const write = [&out](double value) { out << ',' << formatted("%.8g", value); };
    write(rate.events);
    write(rate.statistical());
    write(rate.theory.total());
    for (double const one : rate.theory.components) write(one);
    write(rate.on_protons);
    write(rate.on_neutrons);
    write(rate.on_hydrogen);
    out << '\n';
  }
}

void write_budget(std::ostream& out, rates_result const& result) {
  out << "\ntheory errors, by cause\n";
  for (auto const kind : trident::detail::rate_kinds) {
    error_budget sum;
    double events = 0;
    for (auto const& rate : result.rates)
      if (rate.kind == kind) sum = sum + rate.theory, events += rate.events;
    if (!(events > 0)) continue;
    out << "  " << padded(std::string(text(kind)), 11);
    for (std::size_t i = 0; i < error_budget::names.size(); ++i)
      if (sum.components[i] > 0)
        out << error_budget::names[i] << ' ' << formatted("%.1f %%, ", 100 * sum.components[i] / events);
    out << "together " << formatted("%.1f %%", 100 * sum.total() / events) << '\n';
  }
}

void write_variations(std::ostream& out, rates_result const& result) {
  out << "\nspread [%], lowest and highest\n";
  for (auto const& cause : causes_of(result)) {
    out << "  " << cause << ":";
    for (auto const& [one, rates] : result.variations)
      if (!one.is_band() && one.group == cause) out << ' ' << one.name << " (" << one.description << ");";
    out << '\n';
  }
  for (std::size_t row = 0; row < result.rates.size(); ++row) {
    auto const& rate = result.rates[row];
    if (!(rate.events > 0)) continue;
    out << padded(rate.process_text(), 35) << padded(regime_of(rate), 12);
    for (auto const& cause : causes_of(result)) {
      auto const [low, high] = spread_of(result, cause, row);
      out << "  " << cause << ' ' << deviation_text(low) << ' ' << deviation_text(high);
    }
    out << '\n';
  }
}

void write_charged_currents(std::ostream& out, rates_result const& result) {
  out << '\n' << charged_current_note << '\n';
  for (auto const& one : result.charged_currents) {
    out << "  " << padded(std::string(text(one.flavour)), 11) << right(formatted("%.4g", one.events), 11);
    if (auto const theirs = count_of_authors(result, one.flavour))
      out << formatted(", published %.4g,", *theirs) << formatted(" ratio %.3f, ", one.events / *theirs)
          << result.counts_of_authors.front().source;
    out << '\n';
  }
}

/// Changes of each row with each parameter, the same number of standard deviations in all rows.
void write_correlated(std::ostream& out, rates_result const& result) {
  out << "\ntheory parameters: changes of rates [%] at +1 and -1 standard deviation, fully correlated "
         "between rows\n";
  for (std::size_t row = 0; row < result.rates.size(); ++row) {
    auto const& rate = result.rates[row];
    if (!(rate.events > 0)) continue;
    auto const& shifts = result.correlated->rows()[row];
    out << padded(rate.process_text(), 35) << padded(regime_of(rate), 12);
    for (std::size_t p = 0; p < theory_parameters.size(); ++p)
      if (shifts.up[p] != 0 || shifts.down[p] != 0)
        out << "  " << theory_parameters[p].name << ' ' << deviation_text(1 + shifts.up[p] / rate.events)
            << ' ' << deviation_text(1 + shifts.down[p] / rate.events);
    out << "  together "
        << formatted("%.1f", 100 * std::sqrt(result.correlated->covariance(row, row)) / rate.events) << '\n';
  }
}

void write_comparisons(std::ostream& out, rates_result const& result) {
  out << "\nours beside published figures (the error is theirs, or what agreement means)\n"
      << padded("channels", 10) << padded("regime", 12) << right("ours", 10) << right("published", 18)
      << right("ratio", 8) << right("pull", 7) << "  source\n";
  for (auto const& one : result.comparisons) {
    auto const& theirs = one.published;
    out << padded(std::string(theirs.label), 10) << padded(std::string(text(theirs.regime)), 12)
        << right(formatted("%.4g", one.ours), 10)
        << right(formatted("%g", theirs.events) + formatted(" +- %g", theirs.error), 18)
        << right(formatted("%.3f", one.ours / theirs.events), 8) << right(formatted("%+.2f", one.pull()), 7)
        << "  " << theirs.source << (theirs.unit == rate_unit::per_tonne_year ? ", per tonne and year" : "")
        << '\n';
  }
  for (auto const& one : known_deviations)
    if (one.detector == result.detector) out << text(one.what) << ": " << one.remark << '\n';
}

void write_text(std::ostream& out, rates_result const& result) {
  out << result.detector << (result.mode.empty() ? "" : ", " + result.mode) << ": " << result.unit << '\n';
  for (auto const& note : result.notes) out << "  " << note << '\n';
  out << "  electroweak amplitude: " << result.electroweak << '\n';
  out << '\n'
      << padded("process", 38) << padded("flavour", 11) << padded("regime", 11) << right("events", 11)
      << right("stat.", 11) << right("theory", 11) << right("on p", 11) << right("on n", 11)
      << right("on H", 11) << '\n';
  auto const number = [](double value) { return formatted("%.3g", value); };
  for (auto const& rate : result.rates) {
    if (!(rate.events > 0)) continue;
    out << right(std::to_string(rate.process_number()), 2) << ' ' << padded(rate.process_text(), 35)
        << padded(std::string(text(rate.flavour)), 11) << padded(regime_of(rate), 11)
        << right(number(rate.events), 11) << right(number(rate.statistical()), 11)
        << right(number(rate.theory.total()), 11);
    if (!rate.is_coherent())
      out << right(number(rate.on_protons), 11) << right(number(rate.on_neutrons), 11)
          << right(number(rate.on_hydrogen), 11);
    out << '\n';
  }
  write_budget(out, result);
  write_charged_currents(out, result);
  if (!result.variations.empty()) write_variations(out, result);
  if (result.correlated) write_correlated(out, result);
  if (!result.comparisons.empty()) write_comparisons(out, result);
}

} // namespace

void write_rates(std::ostream& out, std::string const& format, rates_result const& result) {
  if (format == "json")
    write_json(out, result);
  else if (format == "csv")
    write_csv(out, result);
  else
    write_text(out, result);
}

} // namespace trident::program
