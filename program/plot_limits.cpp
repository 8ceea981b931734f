// SPDX-License-Identifier: BSL-1.0
// Figures of new physics: limits on L_mu - L_tau, what was measured.
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include <trident/base/number_text.hpp>
#include <trident/limits/anomalous_magnetic_moment.hpp>
#include <trident/limits/data/published_limits.hpp>
#include <trident/rates/error_budget.hpp>
#include <trident/runtime/measurements.hpp>

#include "limits.hpp"
#include "plot.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

constexpr double limit_precision = 5e-3; // relative error of cross sections: well below the width of a line
constexpr double largest_mass = 1e3, largest_coupling = 1; // of the axes, which begin at 1e-3 GeV and 1e-4
constexpr double no_end = std::numeric_limits<double>::quiet_NaN();

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
  request.quiet = true;
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

std::string confidence_text(published_limit const& one) {
  return one.confidence > 0 ? " (" + number_text(100 * one.confidence) + " %)" : "";
}

/// A limit as published; nothing of one whose curve is not at hand.
figure_curve published_curve(published_limit const& one) {
  figure_curve curve{std::string(one.name), {}};
  for (std::size_t i = 0; i < one.masses.size(); ++i)
    curve.rows.push_back({one.masses[i], one.couplings[i], no_end});
  return curve;
}

/// Excluded above the line: areas of one colour for all, which says the same where they overlap.
std::string excluded_area(std::size_t curve) {
  return line_of(curve, "2:3:(" + number_text(largest_coupling) + ")",
                 "filledcurves fillstyle solid 1 noborder lc rgb '#dce9f4'", "");
}

/// Thinner lines than those of what is computed here, in turn.
std::string published_style(std::size_t index) {
  constexpr std::array<char const*, 3> styles = {"lc rgb '#000000' dt 1", "lc rgb '#CC79A7' dt 1",
                                                 "lc rgb '#7F7F7F' dt (2,3)"};
  return std::string("lines lw 1.6 ") + styles[index % styles.size()];
}

/// The published limits that have a curve, and names and sources of those that have none.
struct published_lines {
  std::vector<std::string> lines;
  std::vector<std::string> without_curve;
};

/// At the foot of the picture, in two lines.
std::string caption_of(std::vector<std::string> const& without_curve) {
  std::string text = "set label \"not drawn, for want of a curve: ";
  for (std::size_t i = 0; i < without_curve.size(); ++i)
    text += (i == 0 ? "" : i == (without_curve.size() - 1) / 2 ? ",\\n" : ", ") + without_curve[i];
  return text + "\" at screen 0.5, 0.05 center font ',10'\n";
}

published_lines add_published(figure_data& data) {
  published_lines result;
  for (auto const& one : published_limits) {
    auto curve = published_curve(one);
    bool const drawn = !curve.rows.empty();
    data.remarks.push_back(std::string(drawn ? "published" : "not drawn") + ": " + std::string(one.name) +
                           ", " + std::string(one.source) + ", " + std::string(one.precision));
    if (!drawn) {
      result.without_curve.push_back(std::string(one.name) + " (" + std::string(one.source) + ')');
      continue;
    }
    std::size_t const index = data.curves.size();
    result.lines.push_back(
        line_of(index, "2:3", published_style(result.lines.size()), curve.name + confidence_text(one)));
    data.curves.push_back(std::move(curve));
  }
  return result;
}

constexpr char const* limit_labels = R"(
set xlabel "mass of the Z' of L_μ − L_τ [GeV]"
set ylabel "coupling g'"
set key bottom right Left reverse samplen 2.6 font ',12'
)";

} // namespace

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
  std::vector<std::string> lines = {
      excluded_area(2),
      excluded_area(3),
      line_of(0, "2:3:4", "filledcurves fillstyle solid 0.45 noborder linetype 3",
              original_moment.title() + ", 2σ"),
      line_of(1, "2:4", "lines linetype 7", recent_moment.title() + ", +2σ"),
      line_of(3, "2:3", "lines linetype 1 lw 3", "CCFR, excluded above (95 %)"),
      line_of(2, "2:3", "lines lc rgb '#0072B2' lw 1.6 dt (3,3)", "CHARM-II, excluded above (95 %)"),
      line_of(4, "2:3", "lines lc rgb '#D55E00' lw 2.2 dt (10,4)", "DUNE, expected, error 25 % (95 %)"),
      line_of(5, "2:3", "lines lc rgb '#D55E00' lw 1.6 dt (2,3)", "DUNE, expected, error 40 % (95 %)")};
  auto const published = add_published(data);
  lines.insert(lines.end(), published.lines.begin(), published.lines.end());
  result.width = 860;
  result.height = 760;
  result.script = panel_sides(0.1, 0.975, 0.16, 0.975) + mediator_axes + limit_labels +
                  caption_of(published.without_curve) + plot_command(lines);
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
  double const theory = theory_errors(1, scattering_regime::coherent, 26, pdg::fine_structure, 0).total();
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
