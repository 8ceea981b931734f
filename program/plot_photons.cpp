// SPDX-License-Identifier: BSL-1.0
// Equivalent photons over the exact cross section.
#include <algorithm>
#include <array>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/runtime/quadrature.hpp>

#include "interrupt.hpp"
#include "plot.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

constexpr double photon_precision = 1e-3; // relative: well below the width of a line

double section(configuration const& asked, photon_treatment treatment) {
  double sum = 0;
  for (auto const& part : asked.target.components)
    sum += part.multiplicity *
           quadrature_on(part.target, asked, {photon_precision, treatment, until_signal()}).value;
  return sum;
}

/// From somewhat above threshold on, denser there.
std::vector<double> photon_energies(configuration const& asked, energy_range const& range) {
  double const threshold = quadrature_on(asked.target.components.front().target, asked,
                                         {.relative_error = 0.1, .go_on = until_signal()})
                               .threshold;
  constexpr std::size_t points = 25;
  double const start = std::max(1.5 * threshold, range.low);
  if (!(start < range.high))
    throw input_error("--energies: all of them are below 1.5 times the threshold of " + asked.process.text() +
                      " on " + asked.target.name + ": there is nothing to draw");
  return logarithmic_steps(start, range.high, points, 1.5);
}

figure_curve photon_curve(plot_request const& request, std::string const& process) {
  physics_request physics;
  physics.process = process;
  physics.target = request.option("--target", "Ar");
  auto const range = energies_of(request);
  physics.flux.energy = range.high;
  physics.electroweak = "contact"; // as textbooks have it
  auto const asked = make_configuration(physics);
  auto const energies = photon_energies(asked, range);
  figure_curve curve{asked.process.text(), std::vector<std::vector<double>>(energies.size())};
  execution_policy::whole_machine().for_each(energies.size(), [&](std::size_t i) {
    configuration here = asked;
    here.flux = monoenergetic(energies[i]);
    double const full = section(here, photon_treatment::full);
    curve.rows[i] = {energies[i], section(here, photon_treatment::epa) / full,
                     section(here, photon_treatment::epa_kinematic) / full,
                     section(here, photon_treatment::epa_improved) / full};
  });
  return curve;
}

} // namespace

figure photon_figure(plot_request const& request) {
  std::vector<std::string> processes = {"8", "7"};
  if (request.has("--process")) processes = {request.option("--process", "")};
  std::string const target = request.option("--target", "Ar");
  figure result;
  result.data.remarks = {"cross sections of equivalent photons over the exact one, on " + target};
  result.data.columns = {"energy_GeV", "epa_over_full", "epa_kinematic_over_full", "epa_improved_over_full"};
  constexpr double foot = 0.24, key_height = 0.09;
  std::string panels;
  for (auto const& process : processes) {
    std::size_t const curve = result.data.curves.size();
    result.data.curves.push_back(photon_curve(request, process));
    panels +=
        panel_in_row(curve, processes.size(), foot) + "set title " +
        gnuplot_quoted(label_of(registry::find_process(process)) + " on " + target) + '\n' +
        plot_command(
            {"1 with lines lc rgb '#7F7F7F' lw 1 dt 1 notitle", line_of(curve, "2:3", "lines linetype 1", ""),
             line_of(curve, "2:4", "lines linetype 2", ""), line_of(curve, "2:5", "lines linetype 3", "")});
  }
  result.width = processes.size() > 1 ? 1150 : 640;
  result.height = 540;
  result.script = "set multiplot\nset logscale xy\nset format x '10^{%T}'\n" +
                  range_command("xrange", energies_of(request)) +
                  "set yrange [0.4:40]\nset ytics (0.5, 0.7, 1, 2, 3, 5, 7, 10, 20, 40)\n"
                  "set xlabel 'E_ν [GeV]'\nset ylabel 'σ_{EPA} / σ'\n" +
                  panels +
                  key_strip({"lines linetype 1 title 'equivalent photons of textbooks'",
                             "lines linetype 2 title 'real photons, exact kinematics'",
                             "lines linetype 3 title 'only the scalar photon dropped'"},
                            key_height) +
                  "unset multiplot\n";
  return result;
}

} // namespace trident::program
