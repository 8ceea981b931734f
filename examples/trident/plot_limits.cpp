// SPDX-License-Identifier: BSL-1.0
// Figures of new physics: a Z' over its mass and coupling, limits on L_mu - L_tau, what was measured.
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include <trident/detail/number_text.hpp>
#include <trident/limits/anomalous_magnetic_moment.hpp>
#include <trident/rates/error_budget.hpp>
#include <trident/registry/measurements.hpp>
#include <trident/tables/published_limits.hpp>

#include "limits.hpp"
#include "plot.hpp"
#include "plot_text.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

// Relative errors of cross sections well below the width of a line.
constexpr double map_precision = 1e-3, limit_precision = 5e-3;
constexpr double largest_mass = 1e3, largest_coupling = 1; // of the axes
constexpr double no_end = std::numeric_limits<double>::quiet_NaN();

// ---- sigma/sigma_SM over mass and coupling

/// One of them is where CCFR ends at 95 % C.L., by convention 1.96 standard deviations above its value: 1.37.
std::array<double, 5> contour_levels() {
  double const ccfr = allowed_ratios(registry::find_measurement("CCFR").ratio, 0.95).high;
  return {1.1, std::round(100 * ccfr) / 100, 2, 5, 10};
}

/// The map and its contours as tables of gnuplot, with blanks between their numbers, which take the formats of the axes.
std::string contour_tables() {
  std::string text = "set table $map\nsplot data using (log10($2)):(log10($3)):4\nunset table\n"
                     "set datafile separator whitespace\nunset surface\nset contour base\n";
  auto const levels = contour_levels();
  for (std::size_t i = 0; i < levels.size(); ++i)
    text += "set cntrparam levels discrete " + number_text(levels[i]) + "\nset table $level" +
            std::to_string(i) + "\nsplot $map using 1:2:3 with lines\nunset table\n";
  return text;
}

/// Decades of both axes with the ticks between them: the map is drawn over logarithms.
constexpr char const* map_style = R"(
set xrange [-3:3]
set yrange [-4:0]
set xtics -3,1,3 format '10^{%g}'
set ytics -4,1,0 format '10^{%g}'
do for [k=2:9] { do for [d=-4:2] {
  set xtics add ('' d + log10(k) 1)
  if (d < 0) { set ytics add ('' d + log10(k) 1) } } }
unset mxtics
unset mytics
set tics front
set xlabel "mass of the Z' [GeV]"
set ylabel "coupling g'"
set logscale cb
set cbrange [0.5:50]
set cblabel 'σ / σ_{SM}'
set cbtics (0.5, 1, 2, 5, 10, 20, 50)
set palette defined (0 '#b2182b', 0.15 '#ffffff', 0.4 '#c6dbef', 0.65 '#6baed6', 0.85 '#2171b5', 1 '#08306b')
set key bottom right
)";

std::string contour_plot() {
  std::vector<std::string> lines = {"$map using 1:2:3 with image notitle"};
  auto const levels = contour_levels();
  for (std::size_t i = 0; i < levels.size(); ++i)
    lines.push_back("$level" + std::to_string(i) + " using 1:2 with lines lc rgb '#000000' lw 1.5 dt " +
                    std::to_string(i + 1) + " title 'σ/σ_{SM} = " + number_text(levels[i]) + "'");
  return plot_command(lines);
}

// ---- limits on L_mu - L_tau

/// Where the couplings are excluded from a lower end on: one row a mass, and the limit of heavy masses, g' ~ M.
figure_curve limit_curve(std::string name, exclusion const& found, ratio_interval const& allowed) {
  figure_curve curve{std::move(name), {}};
  for (auto const& row : found.rows) {
    auto const excluded = excluded_couplings(row.ratio, allowed);
    if (!excluded.empty()) curve.rows.push_back({row.mass, excluded.back().low, no_end});
  }
  double const slope = curve.rows.back()[1] / curve.rows.back()[0];
  curve.rows.push_back({largest_mass, slope * largest_mass, no_end});
  return curve;
}

constexpr char const* limit_masses = "1e-3:30:17:log"; // beyond, the transfer does not resolve the propagator

exclusion exclusion_of(std::string const& measurement, std::string const& masses) {
  limits_request request;
  request.measurement = measurement;
  request.physics.model = "LmuLtau";
  request.precision = limit_precision;
  request.masses = masses;
  return compute_exclusion(request);
}

/// Couplings that shift the muon's moment by value +- deviations errors.
figure_curve moment_band(std::string name, double value, double error) {
  constexpr double deviations = 2;
  figure_curve curve{std::move(name), {}};
  for (double const mass : logarithmic_steps(1e-3, 1e3, 61)) {
    double const unit = muon_anomalous_magnetic_moment(mu_minus_tau({.coupling = 1, .mass = mass}));
    auto const band = couplings_for_moment(unit, value - deviations * error, value + deviations * error);
    if (band) curve.rows.push_back({mass, band->low, band->high});
  }
  return curve;
}

/// A difference between the measured and the predicted moment, in units of 1e-11.
struct moment_difference {
  int value, error;

  std::string name() const {
    return "(g-2)_mu " + std::to_string(value) + " +- " + std::to_string(error) + " e-11";
  }
  std::string title() const {
    return "(g−2)_μ: (" + std::to_string(value) + " ± " + std::to_string(error) + ")·10^{−11}";
  }
  figure_curve band() const { return moment_band(name(), 1e-11 * value, 1e-11 * error); }
};
// the two differences that are compared in the literature: with the Standard Model of the White Papers of 2020
// (arXiv:2006.04822, and the band of arXiv:1902.06765's study) and of 2025
constexpr moment_difference original_moment = {251, 59}, recent_moment = {38, 63};

/// A curve, or the outline of the masses and couplings between which a limit is quoted; nothing of one that has neither.
figure_curve published_curve(published_limit const& one) {
  figure_curve curve{std::string(one.name), {}};
  for (std::size_t i = 0; i < one.masses.size(); ++i)
    curve.rows.push_back({one.masses[i], one.couplings[i], no_end});
  bool const quoted = one.mass_low > 0 && one.mass_high > 0 && one.coupling_low > 0;
  if (curve.rows.empty() && quoted)
    for (auto const& [mass, coupling] : {std::pair{one.mass_low, one.coupling_low},
                                         {one.mass_high, one.coupling_low},
                                         {one.mass_high, one.coupling_high},
                                         {one.mass_low, one.coupling_high},
                                         {one.mass_low, one.coupling_low}})
      curve.rows.push_back({mass, coupling, no_end});
  return curve;
}

std::string confidence_text(published_limit const& one) {
  return one.confidence > 0 ? " (" + number_text(100 * one.confidence) + " %)" : "";
}

/// Excluded above the line: the area in light colour, and its edge.
std::vector<std::string> excluded_area(std::size_t curve, std::string const& type, std::string const& title) {
  return {line_of(curve, "2:3:(" + number_text(largest_coupling) + ")",
                  "filledcurves fillstyle transparent solid 0.15 noborder linetype " + type, ""),
          line_of(curve, "2:3", "lines linetype " + type, title)};
}

/// Thinner lines than those of what is computed here, in turn.
std::string published_style(std::size_t index) {
  constexpr std::array<char const*, 4> styles = {"lc rgb '#7F7F7F' dt 1", "lc rgb '#CC79A7' dt (10,4,2,4)",
                                                 "lc rgb '#000000' dt (2,3)", "lc rgb '#7F7F7F' dt (8,4)"};
  return std::string("lines lw 1.5 ") + styles[index % styles.size()];
}

} // namespace

figure mediator_figure(plot_request const& request) {
  limits_request asked;
  asked.physics.process = request.option("--process", "8");
  asked.physics.target = request.option("--target", "Ar");
  asked.physics.flux.name = request.option("--flux", "dune_tdr_numu");
  asked.physics.model = request.option("--model", "LmuLtau");
  asked.sensitivity = 1; // of no meaning here: the ratio alone is used
  asked.precision = map_precision;
  asked.masses = "1e-3:1e3:61:log";
  auto const result = compute_exclusion(asked);
  figure map;
  map.data.remarks = {result.physics.process.text() + " on " + result.physics.target.unit + ", " +
                      result.physics.target.regime + ", flux " + *asked.physics.flux.name + ", model " +
                      asked.physics.model};
  map.data.columns = {"mass_GeV", "coupling", "sigma_over_SM"};
  map.data.layout = figure_layout::grid;
  constexpr std::size_t couplings = 101;
  for (auto const& row : result.rows) {
    auto& line = map.data.curves.emplace_back();
    for (double const coupling : logarithmic_steps(1e-4, 1, couplings))
      line.rows.push_back({row.mass, coupling, row.ratio(coupling)});
  }
  map.width = 820;
  map.height = 620;
  map.script = contour_tables() + map_style + "set title " +
               gnuplot_quoted(label_of(result.physics.process) + " on " + result.physics.target.name + ", " +
                              asked.physics.model) +
               '\n' + contour_plot();
  return map;
}

figure limits_figure(plot_request const&) {
  figure result;
  auto& data = result.data;
  data.remarks = {
      "limits on the coupling of the Z' of L_mu - L_tau: 95 % C.L. for tridents, 2 sigma for g - 2"};
  data.columns = {"mass_GeV", "coupling_low", "coupling_high"};
  data.curves = {original_moment.band(), recent_moment.band()};
  for (auto const* name : {"CHARM-II", "CCFR"}) {
    auto const found = exclusion_of(name, limit_masses);
    data.curves.push_back(limit_curve(found.name, found, found.allowed));
    for (auto const& note : found.notes) data.remarks.push_back(found.name + ": " + note);
  }
  auto const dune = exclusion_of("DUNE", limit_masses);
  constexpr double confidence = 0.95;
  for (double const error : {0.25, 0.40})
    data.curves.push_back(limit_curve("DUNE " + number_text(100 * error) + " %", dune,
                                      allowed_ratios({1, error, error}, confidence)));
  std::vector<std::string> lines = {line_of(0, "2:3:4",
                                            "filledcurves fillstyle solid 0.35 noborder linetype 3",
                                            original_moment.title() + ", 2σ"),
                                    line_of(1, "2:4", "lines linetype 7", recent_moment.title() + ", +2σ")};
  auto const add = [&](std::vector<std::string> const& more) {
    lines.insert(lines.end(), more.begin(), more.end());
  };
  add(excluded_area(2, "6", "CHARM-II (95 %)"));
  add(excluded_area(3, "1", "CCFR (95 %)"));
  add({line_of(4, "2:3", "lines linetype 2", "DUNE, error 25 % (95 %)"),
       line_of(5, "2:3", "lines linetype 5", "DUNE, error 40 % (95 %)")});
  for (auto const& one : published_limits) {
    auto const curve = published_curve(one);
    data.remarks.push_back(std::string(curve.rows.empty() ? "not drawn" : "published") + ": " +
                           std::string(one.name) + ", " + std::string(one.source) + ", " +
                           std::string(one.precision));
    if (curve.rows.empty()) continue;
    std::size_t const index = data.curves.size();
    data.curves.push_back(curve);
    std::string const title = curve.name + (one.masses.empty() ? ", range" : "") + confidence_text(one);
    add({line_of(index, "2:3", published_style(index), title)});
  }
  result.width = 1120;
  result.height = 680;
  result.script = "set logscale xy\nset format xy '10^{%T}'\nset xrange [1e-3:1e3]\nset yrange [1e-4:" +
                  number_text(largest_coupling) +
                  "]\nset xlabel \"mass of the Z' of L_μ − L_τ [GeV]\"\nset ylabel \"coupling g'\"\n"
                  "set key outside right top Left reverse font ',13'\n" +
                  plot_command(lines);
  return result;
}

figure measurement_figure(plot_request const&) {
  figure result;
  auto& data = result.data;
  data.remarks = {"sigma/sigma_SM of nu_mu -> nu_mu mu+ mu- as measured, and with a Z' of L_mu - L_tau of "
                  "M/g' = 500 GeV"};
  data.columns = {"row", "ratio", "ratio_low", "ratio_high", "ratio_with_Zprime"};
  std::string names;
  for (auto const& one : registry::trident_measurements) {
    double const row = static_cast<double>(data.curves.size());
    auto const& [ratio, up, down] = one.ratio;
    double const with_z_prime = exclusion_of(std::string(one.name), "500").rows.front().ratio(1);
    data.curves.push_back({std::string(one.name), {{row, ratio, ratio - down, ratio + up, with_z_prime}}});
    data.remarks.push_back(std::string(one.name) + ": " + std::string(one.source));
    if (!one.remark.empty()) data.remarks.push_back(std::string(one.name) + ": " + std::string(one.remark));
    std::string const label =
        std::string(one.name) + (one.remark.starts_with("expected") ? "\\n(expected)" : "");
    names += (names.empty() ? "\"" : ", \"") + label + "\" " + number_text(row);
  }
  result.width = 760;
  result.height = 480;
  // of the prediction, on iron, the target of two of the three
  double const theory = theory_errors(1, scatterer::coherent, 26, pdg::fine_structure).total();
  result.script =
      "set xrange [-0.1:3.1]\nset yrange [" + number_text(static_cast<double>(data.curves.size()) - 0.4) +
      ":-0.6]\nset ytics (" + names +
      ")\nunset mytics\nset xlabel 'σ / σ_{SM} of ν_μ → ν_μ μ^{+} μ^{−}'\nset key bottom right\n"
      "set object rectangle from first " +
      number_text(1 - theory) + ", graph 0 to first " + number_text(1 + theory) +
      ", graph 1 behind fillstyle solid 0.5 "
      "noborder fc rgb '#7F7F7F'\nset arrow from first 1, graph 0 to first 1, graph 1 nohead lc rgb "
      "'#000000' lw 1 dt (6,4)\n" +
      plot_command(
          {"data using 3:2:4:5 with xerrorbars lc rgb '#0072B2' lw 2.2 pt 7 ps 1.2 title 'measured'",
           "data using 6:2 with points lc rgb '#D55E00' lw 2.2 pt 12 ps 1.6 title \"Z', M/g' = 500 GeV\"",
           "NaN with boxes fillstyle solid 0.5 noborder lc rgb '#7F7F7F' title 'Standard Model ± " +
               std::to_string(std::lround(100 * theory)) + " %'"});
  return result;
}

} // namespace trident::program
