// SPDX-License-Identifier: BSL-1.0
// Cross sections over energy by regime, with the errors of theory.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <variant>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/cross_section/integrate.hpp>
#include <trident/flux/flux.hpp>
#include <trident/quadrature/continuum_scan.hpp>
#include <trident/quadrature/energy_scan.hpp>
#include <trident/quadrature/structure_tables.hpp>
#include <trident/rates/event_rates.hpp>
#include <trident/runtime/processes.hpp>

#include "plot.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

/// The kinds of curves, by their regimes.
constexpr auto const& kinds = trident::detail::rate_kinds;

/// Cross section on one nucleus or nucleon [fb], by energy [GeV].
using energy_function = std::function<double(double)>;

template <class S>
energy_function section_on(rate_component const& part, S const& sigma, energy_scan const& scan,
                           double highest) {
  if (auto const* elastic = std::get_if<any_target>(&part.structure))
    return [&scan, target = *elastic](double energy) { return scan(target, energy).value; };
  auto const response = std::make_shared<scanned_response const>(
      continuum_source(std::get<any_continuum>(part.structure)), highest);
  auto const shared =
      std::make_shared<continuum_scan const>(sigma, structure_table_for(sigma.masses()), *response);
  return [response, shared](double energy) { return (*shared)(energy).value; };
}

/// Cross section in one regime with the error of theory, per nucleus, from threshold on.
figure_curve curve_of(channel const& process, scattering_regime kind,
                      std::vector<rate_component> const& parts, energy_range const& energies) {
  Trident const sigma{process, free_proton<>{}, monoenergetic{energies.high}, standard_model{}};
  energy_scan const scan(sigma, structure_table_for(sigma.masses()), energies.high);
  std::map<std::string, energy_function> sections;
  std::vector<rate_component> of_kind;
  double threshold = std::numeric_limits<double>::infinity();
  for (auto const& one : parts) {
    if (one.kind != kind) continue;
    of_kind.push_back(one);
    sections[one.key] = section_on(one, sigma, scan, energies.high);
    for (auto const& edge : one.edges) sections[edge.key] = section_on(edge, sigma, scan, energies.high);
    auto const lowest = [&](auto const& target) {
      return Trident{process, target, monoenergetic{energies.high}, standard_model{}}.threshold();
    };
    threshold = std::min(threshold, std::visit(lowest, one.structure));
  }
  constexpr double just_above = 1.03;
  constexpr std::size_t points = 41;
  double const start = std::max(energies.low, just_above * threshold);
  figure_curve curve{process.text() + ' ' + std::string(text(kind)), {}};
  if (!(start < energies.high)) return curve; // all of it is below threshold
  for (double const energy : logarithmic_steps(start, energies.high, points, 1.5)) {
    event_rate sum{process, neutrino::nu_mu, kind};
    auto const value = [&](rate_component const& part) { return part.count * sections.at(part.key)(energy); };
    missing_corrections const missing{.neutrino_energy = energy};
    for (auto const& one : of_kind) trident::detail::add_events(one, value, missing, sum);
    double const error = sum.theory.total();
    constexpr double least = 1e-3; // a logarithmic axis has no zero
    double const low = std::max(sum.events - error, least * sum.events);
    curve.rows.push_back({energy, sum.events, low, sum.events + error});
  }
  return curve;
}

/// One panel: a band and a line for each regime.
std::string panel_of(channel const& process, isotope const& nuclide, energy_range const& energies,
                     figure_data& data) {
  auto const parts = components_of({nuclide.text(), "", {{nuclide, 1}}});
  std::vector<std::string> bands, lines;
  for (std::size_t which = 0; which < kinds.size(); ++which) {
    std::string const type = std::to_string(which + 1);
    auto curve = curve_of(process, kinds[which], parts, energies);
    if (curve.rows.empty()) continue;
    std::size_t const index = data.curves.size();
    data.curves.push_back(std::move(curve));
    bands.push_back(line_of(index, "2:($4/$2):($5/$2)",
                            "filledcurves fillstyle solid 0.3 noborder linetype " + type, ""));
    lines.push_back(line_of(index, "2:($3/$2)", "lines linetype " + type, ""));
  }
  if (lines.empty())
    throw input_error("--energies: all of them are below the threshold of " + process.text() + " on " +
                      nuclide.text() + ": there is nothing to draw");
  bands.insert(bands.end(), lines.begin(), lines.end());
  return "set title " + gnuplot_quoted(label_of(process)) + '\n' + plot_command(bands);
}

/// Up to somewhat above the largest value, and five decades below its own.
std::string range_of_values(figure_data const& data) {
  double largest = 0;
  for (auto const& curve : data.curves)
    for (auto const& row : curve.rows) largest = std::max(largest, row[3] / row[0]);
  double const lowest = std::floor(std::log10(largest)) - 5;
  return range_command("yrange", {std::pow(10, lowest), 3 * largest});
}

} // namespace

figure cross_section_figure(plot_request const& request) {
  std::vector<channel> processes;
  if (request.has("--process"))
    processes = {registry::find_process(request.option("--process", ""))};
  else
    for (char const* number : {"8", "7", "9"}) processes.push_back(registry::find_process(number));
  auto const energies = energies_of(request, "0.1:10000");
  auto const& nuclide = nuclide_of(request.option("--target", "Ar"));
  figure result;
  result.data.remarks = {
      "cross sections per " + nuclide.text() +
      " nucleus, Standard Model, with theory errors; regimes coherent, incoherent (nuclear "
      "model lfg, its band from closure to half-way to rfg), inelastic"};
  result.data.columns = {"energy_GeV", "sigma_fb", "sigma_low_fb", "sigma_high_fb"};
  constexpr double foot = 0.26, key_height = 0.1;
  std::string panels;
  for (std::size_t i = 0; i < processes.size(); ++i)
    panels +=
        panel_in_row(i, processes.size(), foot) + panel_of(processes[i], nuclide, energies, result.data);
  std::vector<std::string> keys;
  for (auto const kind : kinds)
    keys.push_back("lines linetype " + std::to_string(keys.size() + 1) + " title " +
                   gnuplot_quoted(std::string(text(kind))));
  keys.push_back("boxes fillstyle solid 0.3 noborder lc rgb '#000000' title 'error of theory'");
  result.width = processes.size() > 1 ? 1300 : 760;
  result.height = processes.size() > 1 ? 540 : 620;
  result.script = "set multiplot\nset logscale xy\nset mxtics 10\nset mytics 10\nset format xy '10^{%T}'\n" +
                  range_command("xrange", energies) + range_of_values(result.data) +
                  "set xlabel 'E_ν [GeV]'\nset ylabel 'σ/E_ν per ^{" + std::to_string(nuclide.mass_number) +
                  "}" + std::string(nuclide.symbol) + " nucleus [fb/GeV]'\n" + panels +
                  key_strip(keys, key_height) + "unset multiplot\n";
  return result;
}

} // namespace trident::program
