// SPDX-License-Identifier: BSL-1.0
// sigma/sigma_SM over the mass and the coupling of a Z': areas between contours that are computed, not searched for.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include <trident/base/number_text.hpp>
#include <trident/runtime/measurements.hpp>

#include "limits.hpp"
#include "plot.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

constexpr double map_precision = 1e-3; // relative: well below the width of a line
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Contours and the colour of what lies beyond each: darker the farther from the Standard Model.
struct map_level {
  double ratio;
  char const* colour;
};

/// One of them is where CCFR ends at 95 % C.L., by convention 1.96 standard deviations above its value: 1.37.
std::array<map_level, 6> levels_above() {
  double const ccfr = allowed_ratios(registry::find_measurement("CCFR").ratio, 0.95).high;
  return {{{1.1, "#e3eef9"},
           {std::round(100 * ccfr) / 100, "#bdd7ee"},
           {2, "#89bedc"},
           {5, "#4f9bcb"},
           {10, "#2070b4"},
           {50, "#08306b"}}};
}
constexpr std::array<map_level, 3> levels_below = {{{0.9, "#fde0c8"}, {0.7, "#f5a873"}, {0.5, "#c7571f"}}};

/// Where the ratio is above the level, up to any coupling: at each mass from one coupling on.
figure_curve contour_above(exclusion const& map, double level) {
  figure_curve curve{"above " + number_text(level), {}};
  for (auto const& row : map.rows) {
    auto const beyond = excluded_couplings(row.ratio, {-infinity, level});
    if (!beyond.empty()) curve.rows.push_back({row.mass, beyond.back().low, level});
  }
  return curve;
}

/// Where interference takes the ratio below the level: at each mass between two couplings, if it does at all.
figure_curve contour_below(exclusion const& map, double level) {
  figure_curve curve{"below " + number_text(level), {}};
  for (auto const& row : map.rows) {
    auto const below = excluded_couplings(row.ratio, {level, infinity});
    if (!below.empty()) curve.rows.push_back({row.mass, below.front().low, below.front().high});
  }
  return curve;
}

/// The ratio at points over the whole map.
figure_curve values_of(exclusion const& map) {
  constexpr std::size_t couplings = 101;
  figure_curve curve{"map", {}};
  for (auto const& row : map.rows)
    for (double const coupling : logarithmic_steps(1e-4, 1, couplings))
      curve.rows.push_back({row.mass, coupling, row.ratio(coupling)});
  return curve;
}

/// Areas in the order in which they cover each other, and their edges.
std::string map_plot(exclusion const& map, figure_data& data) {
  std::vector<std::string> areas, edges;
  auto const add = [&](figure_curve curve, map_level const& level, std::string const& columns,
                       std::string const& sign) {
    if (curve.rows.empty()) return;
    std::size_t const index = data.curves.size();
    data.curves.push_back(std::move(curve));
    areas.push_back(line_of(
        index, columns, "filledcurves fillstyle solid 1 noborder lc rgb '" + std::string(level.colour) + "'",
        "σ/σ_{SM} " + sign + ' ' + number_text(level.ratio)));
    edges.push_back(line_of(index, "2:3", "lines lc rgb '#303030' lw 0.8 dt 1", ""));
  };
  for (auto const& level : levels_below) {
    add(contour_below(map, level.ratio), level, "2:3:4", "<");
    if (!areas.empty())
      edges.push_back(line_of(data.curves.size() - 1, "2:4", "lines lc rgb '#303030' lw 0.8", ""));
  }
  for (auto const& level : levels_above()) add(contour_above(map, level.ratio), level, "2:3:(1)", ">");
  areas.insert(areas.end(), edges.begin(), edges.end());
  return plot_command(areas);
}

constexpr char const* map_style = R"(
set xlabel "mass of the Z' [GeV]"
set ylabel "coupling g'"
set key bottom right Left reverse samplen 2.5 opaque
)";

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
  asked.quiet = true;
  auto const map = compute_exclusion(asked);
  figure result;
  result.data.remarks = {map.physics.process.text() + " on " + map.physics.target.unit + ", " +
                             registry::regime_text(map.physics.target) + ", flux " +
                             *asked.physics.flux.name + ", model " + asked.physics.model,
                         "contours: the coupling above which, or the two between which, the ratio is beyond "
                         "the level"};
  result.data.columns = {"mass_GeV", "coupling", "sigma_over_SM"};
  result.data.curves.push_back(values_of(map));
  auto const plot = map_plot(map, result.data);
  result.width = 800;
  result.height = 640;
  std::string flux = *asked.physics.flux.name;
  std::replace(flux.begin(), flux.end(), '_', ' ');
  result.script = panel_sides(0.11, 0.97, 0.12, 0.92) + mediator_axes + map_style + "set title " +
                  gnuplot_quoted(label_of(map.physics.process) + " on " + map.physics.target.name + ", " +
                                 asked.physics.model + ", " + flux) +
                  '\n' + plot;
  return result;
}

} // namespace trident::program
