// SPDX-License-Identifier: BSL-1.0
// The summary figure: limits on L_mu - L_tau as computed and as published, the muon's moment, and curves of the user's own.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/limits/anomalous_magnetic_moment.hpp>
#include <trident/runtime/electroweak_choice.hpp>
#include <trident/runtime/measurements.hpp>

#include "limits.hpp"
#include "overlay.hpp"
#include "plot.hpp"
#include "plot_limits.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

constexpr double limit_precision = 5e-3; // relative error of cross sections: well below the width of a line
constexpr double largest_mass = 1e3;     // of the axis, which begins at 1e-3 GeV
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

exclusion exclusion_of(std::string const& measurement) {
  limits_request request;
  request.measurement = measurement;
  request.physics.model = "LmuLtau";
  request.precision = limit_precision;
  request.masses = limit_masses;
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
    return "(" + std::to_string(value) + " ± " + std::to_string(error) + ")·10^{−11}";
  }
  figure_curve band() const { return moment_band(name(), 1e-11 * value, 1e-11 * error); }
};
// the two differences that are compared in the literature: with the Standard Model of the White Papers of 2020
// (arXiv:2006.04822, and the band of arXiv:1902.06765's study) and of 2025
constexpr moment_difference original_moment = {251, 59}, recent_moment = {38, 63};

constexpr char const* green = "#009E73";
constexpr char const* blue = "#0072B2";
constexpr char const* orange = "#D55E00";
constexpr char const* brown = "#96690A";

void add_moments(std::vector<drawn_limit>& all) {
  all.push_back({original_moment.band(), "(g−2)_μ 2020, 2σ", green, "", limit_style::band, ""});
  auto recent = recent_moment.band(); // from 0 on, so that its upper end alone is a line
  for (auto& row : recent.rows) row = {row[0], row[2], no_end};
  all.push_back(
      {std::move(recent), "(g−2)_μ 2025, +2σ", "#000000", "lw 1.6 dt (10,3,2,3,2,3)", limit_style::line, ""});
}

void add_tridents(std::vector<drawn_limit>& all, std::vector<std::string>& remarks) {
  constexpr double confidence = 0.95;
  for (auto const* name : {"CCFR", "CHARM-II"}) {
    auto const found = exclusion_of(name);
    bool const strongest = found.name == "CCFR";
    all.push_back({limit_curve(found.name, found, found.allowed), found.name + " tridents", blue,
                   strongest ? "lw 3 dt 1" : "lw 1.6 dt (3,3)", limit_style::area, "95 %"});
    for (auto const& note : found.notes) remarks.push_back(found.name + ": " + note);
  }
  auto const dune = exclusion_of("DUNE");
  for (double const error : {0.25, 0.40}) {
    std::string const name = "DUNE " + number_text(100 * error) + " %";
    all.push_back({limit_curve(name, dune, allowed_ratios({1, error, error}, confidence)), name + " error",
                   error < 0.3 ? orange : brown, error < 0.3 ? "lw 2.2 dt (10,4)" : "lw 1.6 dt (2,3)",
                   limit_style::line, "95 %"});
  }
}

/// As published; nothing of one whose curve is not at hand.
figure_curve published_curve(published_limit const& one) {
  figure_curve curve{std::string(one.name), {}};
  constexpr double nearly_massless = 1e-6; // [GeV], for an axis of logarithms
  for (std::size_t i = 0; i < one.masses.size(); ++i)
    curve.rows.push_back({std::max(one.masses[i], nearly_massless), one.couplings[i], no_end});
  return curve;
}

/// Those that a figure shows when nothing is said: of the most trusted sources, one of a kind.
constexpr std::array<std::string_view, 8> usual_curves = {
    "cms_4mu",       "babar_4mu",   "na64mu_2024",        "belle2_invisible_2019",
    "atlas_3mu_4mu", "white_dwarf", "borexino_bauer2018", "neff_0p5"};

bool is_known_curve(std::string const& id) {
  return std::any_of(std::begin(published_limits), std::end(published_limits),
                     [&](published_limit const& one) { return one.id == id && !id.empty(); });
}

/// What --curves and --projections ask for.
std::vector<published_limit const*> chosen_curves(plot_request const& request) {
  std::string const words = request.option("--curves", "usual");
  bool const projections = runtime::switch_from_text("--projections", request.option("--projections", "off"));
  auto const named = trident::detail::split(words);
  bool const by_word = words == "usual" || words == "all" || words == "none";
  if (!by_word)
    for (auto const& id : named)
      if (!is_known_curve(id))
        throw input_error("--curves is \"" + words + "\": \"" + id +
                          "\" is not known: allowed are usual, all, none, or names of trident list limits "
                          "with commas between");
  std::vector<published_limit const*> chosen;
  for (auto const& one : published_limits) {
    if (one.masses.empty()) continue;
    bool const in_usual = std::find(usual_curves.begin(), usual_curves.end(), one.id) != usual_curves.end();
    bool const asked = one.kind == limit_kind::projection && by_word ? projections
                       : words == "usual"                            ? in_usual
                       : by_word                                     ? words == "all"
                                 : std::find(named.begin(), named.end(), one.id) != named.end();
    if (asked) chosen.push_back(&one);
  }
  return chosen;
}

std::string with_greek(std::string text) {
  for (auto const& [word, sign] : {std::pair<std::string, std::string>{"3mu", "3μ"},
                                   {"4mu", "4μ"},
                                   {"NA64mu", "NA64μ"},
                                   {"Delta N_eff", "ΔN_{eff}"}})
    if (auto const at = text.find(word); at != std::string::npos) text.replace(at, word.size(), sign);
  return text;
}

/// Dark colours, which labels of the same can have.
drawn_limit drawn_published(published_limit const& one, std::size_t index) {
  constexpr std::array<char const*, 8> colours = {"#000000", "#B0508E", "#6B6B6B", "#7A4A00",
                                                  "#5B3F9E", "#3A7CA5", "#5A6B00", "#00687A"};
  auto const style = one.kind == limit_kind::exclusion ? limit_style::area : limit_style::line;
  std::string const dashes = one.kind == limit_kind::projection ? " dt (8,4)"
                             : one.kind == limit_kind::contour  ? " dt (2,3)"
                                                                : " dt 1";
  return {published_curve(one),
          with_greek(std::string(one.name)),
          colours[index % colours.size()],
          "lw 1.6" + dashes,
          style,
          one.confidence > 0 ? number_text(100 * one.confidence) + " %" : "no level stated"};
}

void add_published(plot_request const& request, limits_picture& picture) {
  std::size_t drawn = 0;
  for (auto const* one : chosen_curves(request)) {
    picture.remarks.push_back("published: " + std::string(one->name) + ", " + std::string(one->source) +
                              ", " + std::string(one->precision) + "; trust " + std::string(one->trust));
    picture.limits.push_back(drawn_published(*one, drawn++));
  }
  if (request.option("--curves", "usual") == "none") return;
  for (auto const& one : published_limits)
    if (one.masses.empty()) {
      picture.remarks.push_back("not drawn: " + std::string(one.name) + ", " + std::string(one.source) +
                                ", " + std::string(one.precision));
      picture.without_curve.push_back(with_greek(std::string(one.name)) + " (" + std::string(one.source) +
                                      ')');
    }
}

void add_overlays(plot_request const& request, limits_picture& picture) {
  if (!request.has("--overlay")) return;
  constexpr std::array<char const*, 3> colours = {"#C00000", "#8A2BE2", "#006400"};
  for (auto const& one : read_overlays(request.option("--overlay", ""))) {
    figure_curve curve{one.name, {}};
    for (std::size_t i = 0; i < one.masses.size(); ++i)
      curve.rows.push_back({one.masses[i], one.couplings[i], no_end});
    picture.remarks.push_back("overlay: " + one.name);
    picture.limits.push_back({std::move(curve), plain_text(one.name),
                              colours[picture.limits.size() % colours.size()],
                              one.is_projection ? "lw 2.8 dt (8,4)" : "lw 2.8 dt 1", limit_style::line, ""});
  }
}

} // namespace

figure limits_figure(plot_request const& request) {
  limits_picture picture;
  picture.remarks = {
      "limits on the coupling of the Z' of L_mu - L_tau: 95 % C.L. for tridents, 2 sigma for g - 2"};
  picture.size = picture_size_of(request);
  add_overlays(request, picture);
  add_moments(picture.limits);
  add_tridents(picture.limits, picture.remarks);
  add_published(request, picture);
  picture.values = "(g−2)_μ: " + original_moment.title() + " with the prediction of 2020, " +
                   recent_moment.title() + " with that of 2025";
  return figure_of(picture);
}

} // namespace trident::program
