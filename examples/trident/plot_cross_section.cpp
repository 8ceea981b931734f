// SPDX-License-Identifier: BSL-1.0
// Cross sections over energy, coherent and on the nucleons, with the errors of theory.
#include <algorithm>

#include <trident/cross_section.hpp>
#include <trident/detail/number_text.hpp>
#include <trident/flux.hpp>
#include <trident/inclusive/energy_scan.hpp>
#include <trident/inclusive/structure_tables.hpp>
#include <trident/rates/error_budget.hpp>
#include <trident/registry/any_target.hpp>
#include <trident/registry/composition.hpp>
#include <trident/registry/processes.hpp>

#include "plot.hpp"
#include "plot_text.hpp"

namespace trident::program {

namespace {

constexpr double lowest_energy = 0.1, highest_energy = 1000; // [GeV]

/// Relative theory error of a part.
double theory_error(registry::component const& part) {
  auto const* const nucleus = std::get_if<nuclear_target>(&part.target);
  bool const coherent = nucleus != nullptr;
  int const charge =
      coherent ? nucleus->nuclide().atomic_number : std::holds_alternative<proton>(part.target);
  return theory_errors(1, coherent ? scatterer::coherent : scatterer::bound_nucleon, charge,
                       pdg::fine_structure)
      .total();
}

std::string words_for(registry::component const& part) {
  if (part.multiplicity == 1) return "coherent";
  return "incoherent, " + trident::detail::number_text(part.multiplicity) + ' ' + part.name + 's';
}

/// Per nucleus, from threshold on.
figure_curve curve_of(channel const& process, registry::component const& part) {
  registry::any_target const target(part.target);
  Trident const sigma{process, target, monoenergetic{highest_energy}, standard_model{}};
  energy_scan const scan(sigma, structure_table_for(sigma.masses()), highest_energy);
  constexpr double just_above = 1.03;
  constexpr std::size_t points = 41;
  double const start = std::max(lowest_energy, just_above * sigma.threshold());
  figure_curve curve{process.text() + " " + part.name, {}};
  for (double const energy : logarithmic_steps(start, highest_energy, points, 1.5)) {
    double const value = part.multiplicity * scan(target, energy).value, error = theory_error(part);
    curve.rows.push_back({energy, value, value * (1 - error), value * (1 + error)});
  }
  return curve;
}

/// One panel: a band and a line for each part of the target.
std::string panel_of(channel const& process, registry::composition const& target, figure_data& data) {
  std::vector<std::string> bands, lines;
  for (auto const& part : target.components) {
    std::string const type = std::to_string(lines.size() + 1);
    std::size_t const index = data.curves.size();
    data.curves.push_back(curve_of(process, part));
    bands.push_back(line_of(index, "2:($4/$2):($5/$2)",
                            "filledcurves fillstyle solid 0.3 noborder linetype " + type, ""));
    lines.push_back(line_of(index, "2:($3/$2)", "lines linetype " + type + " lw 1.3", words_for(part)));
  }
  bands.insert(bands.end(), lines.begin(), lines.end());
  return "set title " + gnuplot_quoted(label_of(process)) + '\n' + plot_command(bands);
}

} // namespace

figure cross_section_figure(plot_request const& request) {
  std::vector<channel> processes;
  if (request.has("--process"))
    processes = {registry::find_process(request.option("--process", ""))};
  else
    for (char const* number : {"8", "7", "9"}) processes.push_back(registry::find_process(number));
  auto const& nuclide = nuclide_of(request.option("--target", "Ar"));
  auto const target =
      registry::compose({std::string(nuclide.symbol) + std::to_string(nuclide.mass_number), "total", {}});
  figure result;
  result.data.remarks = {"cross sections per " + target.unit + ", Standard Model, with theory errors"};
  result.data.columns = {"energy_GeV", "sigma_fb", "sigma_low_fb", "sigma_high_fb"};
  std::string panels;
  for (auto const& process : processes) panels += panel_of(process, target, result.data);
  result.width = processes.size() > 1 ? 1300 : 760;
  result.height = processes.size() > 1 ? 520 : 600;
  result.script = "set multiplot layout 1," + std::to_string(processes.size()) +
                  "\nset logscale xy\nset mxtics 5\nset mytics 5\nset format xy '10^{%T}'\nset key bottom "
                  "right\nset xrange [0.1:1000]\n"
                  "set yrange [1e-7:3e-2]\nset xlabel 'E_ν [GeV]'\nset ylabel 'σ/E_ν per " +
                  std::string(nuclide.symbol) + " nucleus [fb/GeV]'\n" + panels + "unset multiplot\n";
  return result;
}

} // namespace trident::program
