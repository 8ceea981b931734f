// SPDX-License-Identifier: BSL-1.0
// Distributions of events, without and with cuts.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/event/observables.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/event_distribution.hpp>

#include "distribution_text.hpp"
#include "plot.hpp"
#include "plot_text.hpp"

namespace trident::program {

namespace {

using runtime::computed_distribution;
using runtime::event_distribution_request;

/// Enough for a picture within seconds.
runtime::run_settings settings_of_picture() {
  runtime::run_settings settings;
  settings.how = runtime::method::rqmc;
  settings.precision = 2e-3;
  settings.threads = execution_policy::whole_machine();
  return settings;
}

std::string unit_text(std::string_view unit) {
  if (unit == "GeV2") return "GeV^2";
  return unit == "deg" ? "°" : std::string(unit);
}

std::string axis_text(event_observable const& what) {
  return std::string(what.label) + (what.unit.empty() ? "" : " [" + unit_text(what.unit) + "]");
}

figure_curve curve_of(std::string name, event_distribution const& values) {
  figure_curve curve{std::move(name), {}};
  auto const& edges = values.axes.front().edges;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    double const width = edges[i + 1] - edges[i];
    curve.rows.push_back({edges[i], edges[i + 1], (edges[i] + edges[i + 1]) / 2, values.bin(i).value / width,
                          values.bin(i).error / width});
  }
  return curve;
}

/// As --points says, with all digits.
std::string points_text(std::vector<double> const& edges, bool logarithmic) {
  using trident::detail::number_text;
  return number_text(edges.front()) + ':' + number_text(edges.back()) + ':' + std::to_string(edges.size()) +
         (logarithmic ? ":log" : "");
}

/// Whether edges are even in the logarithm.
bool are_logarithmic(std::vector<double> const& edges) {
  if (edges.size() < 3 || !(edges.front() > 0)) return false;
  double const first = edges[1] - edges[0], last = edges.back() - edges[edges.size() - 2];
  return last > 1.5 * first;
}

std::string efficiency_text(value_with_error const& share) {
  return trident::detail::formatted("%.1f", 100 * share.value) + " %";
}

event_distribution_request request_of(plot_request const& request) {
  event_distribution_request asked;
  asked.physics.process = request.option("--process", "8");
  asked.physics.target = request.option("--target", "Ar");
  asked.physics.regime = request.option("--regime", "coherent");
  asked.physics.flux.name = request.option("--flux", "dune_tdr_numu");
  asked.observables = request.option("--distribution", "theta_ll");
  if (trident::detail::split(*asked.observables).size() > 1)
    throw input_error("--distribution is \"" + *asked.observables +
                      "\": a picture has one observable; trident scan takes two");
  if (request.has("--points")) asked.points = request.option("--points", "");
  if (request.has("--smear")) asked.smear = request.option("--smear", "");
  return asked;
}

} // namespace

figure distribution_figure(plot_request const& request) {
  auto asked = request_of(request);
  std::string const cut = request.option("--cut", "");
  if (request.has("--cut")) (void)selection::from_text(cut); // refused before time is spent
  auto const whole = compute_event_distribution(asked, settings_of_picture());
  auto const& axis = whole.values.axes.front();
  bool const logarithmic = are_logarithmic(axis.edges);
  figure result;
  result.data.columns = {std::string(axis.what->name) + "_low", std::string(axis.what->name) + "_high",
                         "middle", "value_fb_per_unit", "error"};
  result.data.remarks = {quantity_text(whole.values) + " of " + whole.asked.process.text() + " on " +
                         *asked.physics.target + ", " + *asked.physics.regime + ", " +
                         *asked.physics.flux.name};
  for (auto const& line : totals_text(whole.values)) result.data.remarks.push_back(line);
  std::string const styles = "boxes fillstyle solid 0.35 border ";
  std::vector<std::string> lines = {};
  result.data.curves.push_back(curve_of("all", whole.values));
  lines.push_back(line_of(0, "4:5:($3-$2)", styles + "linetype 1", request.has("--cut") ? "all" : ""));
  if (request.has("--cut")) {
    asked.cut = cut;
    asked.points = points_text(axis.edges, logarithmic);
    auto const within = compute_event_distribution(asked, settings_of_picture());
    result.data.remarks.push_back("cut: " + cut);
    for (auto const& line : totals_text(within.values)) result.data.remarks.push_back(line);
    result.data.curves.push_back(curve_of("within cuts", within.values));
    lines.push_back(line_of(1, "4:5:($3-$2)", styles + "linetype 2",
                            cut + ": " + efficiency_text(within.values.efficiency)));
  }
  std::size_t const count = result.data.curves.size();
  for (std::size_t i = 0; i < count; ++i)
    lines.push_back(
        line_of(i, "4:($5-$6):(0):(2*$6)", "vectors nohead linewidth 1 linecolor rgb '#333333'", ""));
  std::string const per = axis.what->unit.empty() ? "" : "/" + unit_text(axis.what->unit);
  std::string title = *asked.physics.target + ", " + *asked.physics.regime + ", " + *asked.physics.flux.name;
  std::replace(title.begin(), title.end(), '_', ' '); // which would lower what follows
  title = label_of(whole.asked.process) + " on " + title;
  result.script = std::string(logarithmic ? "set logscale x\nset format x '10^{%T}'\nset mxtics 10\n" : "") +
                  "set xlabel " + gnuplot_quoted(axis_text(*axis.what)) + "\nset ylabel " +
                  gnuplot_quoted("dσ/d" + std::string(axis.what->label) + " [fb" + per + "]") +
                  "\nset title " + gnuplot_quoted(title) + "\n" +
                  range_command("xrange", {axis.edges.front(), axis.edges.back()}) +
                  "set yrange [0:*]\nset key top right noenhanced\n" + plot_command(lines);
  return result;
}

} // namespace trident::program
