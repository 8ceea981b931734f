// SPDX-License-Identifier: BSL-1.0
// The figure of what was measured.
#include <cmath>
#include <string>

#include <trident/base/number_text.hpp>
#include <trident/rates/error_budget.hpp>
#include <trident/runtime/measurements.hpp>

#include "limits.hpp"
#include "plot.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

/// sigma/sigma_SM of a measurement's target and spectrum with a Z' of L_mu - L_tau at M/g' = 500 GeV.
double ratio_with_heavy_boson(std::string const& measurement) {
  limits_request request;
  request.measurement = measurement;
  request.physics.model = "LmuLtau";
  request.precision = 5e-3; // below what can be seen
  request.masses = "500";
  request.quiet = true;
  return compute_exclusion(request).rows.front().ratio(1);
}

} // namespace

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
    double const with_z_prime = ratio_with_heavy_boson(std::string(one.name));
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
