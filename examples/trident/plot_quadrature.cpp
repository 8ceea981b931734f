// SPDX-License-Identifier: BSL-1.0
// Figures that quadratures of the whole cross section make: equivalent photons, a Z' over its mass and coupling.
#include <algorithm>
#include <array>
#include <thread>

#include <trident/detail/number_text.hpp>
#include <trident/mc/parallel.hpp>
#include <trident/registry/processes.hpp>

#include "plot.hpp"
#include "plot_text.hpp"
#include "quadrature.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

constexpr double precision = 1e-3; // relative: well below the width of a line

/// work(0) ... work(count - 1) on all processors.
template <class Work>
void side_by_side(std::size_t count, Work const& work) {
  trident::detail::for_each_chunk(count, std::max(std::thread::hardware_concurrency(), 1u), work,
                                  [] { return true; });
}

double section(configuration const& asked, photon_treatment treatment) {
  double sum = 0;
  for (auto const& part : asked.target.components)
    sum += part.multiplicity * quadrature_on(part.target, asked, {precision, treatment}).value;
  return sum;
}

/// From somewhat above threshold on, denser there.
std::vector<double> photon_energies(configuration const& asked) {
  double const threshold = quadrature_on(asked.target.components.front().target, asked, {0.1}).threshold;
  constexpr std::size_t points = 25;
  return logarithmic_steps(std::max(1.5 * threshold, 0.1), 1000, points, 1.5);
}

figure_curve photon_curve(plot_request const& request, std::string const& process) {
  physics_request physics;
  physics.process = process;
  physics.target = request.option("--target", "Ar");
  physics.flux.energy = 1000;
  auto const asked = make_configuration(physics);
  auto const energies = photon_energies(asked);
  figure_curve curve{asked.process.text(), std::vector<std::vector<double>>(energies.size())};
  side_by_side(energies.size(), [&](std::size_t i) {
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
  std::string panels;
  for (auto const& process : processes) {
    std::size_t const curve = result.data.curves.size();
    result.data.curves.push_back(photon_curve(request, process));
    panels += "set title " + gnuplot_quoted(label_of(registry::find_process(process)) + " on " + target) +
              '\n' +
              plot_command({"1 with lines lc rgb '#7F7F7F' lw 1 dt 1 notitle",
                            line_of(curve, "2:3", "lines linetype 1", "equivalent photons of textbooks"),
                            line_of(curve, "2:4", "lines linetype 2", "real photons, exact kinematics"),
                            line_of(curve, "2:5", "lines linetype 3", "only the scalar photon dropped")});
  }
  result.width = processes.size() > 1 ? 1150 : 640;
  result.height = 540;
  result.script = "set multiplot layout 1," + std::to_string(processes.size()) +
                  "\nset logscale xy\nset format x '10^{%T}'\nset xrange [0.1:1000]\nset yrange [0.4:40]\n"
                  "set ytics (0.5, 0.7, 1, 2, 3, 5, 7, 10, 20, 40)\nset key top right\n"
                  "set xlabel 'E_ν [GeV]'\nset ylabel 'σ_{EPA} / σ'\n" +
                  panels + "unset multiplot\n";
  return result;
}

namespace {

/// Model with this mass and coupling 1.
configuration mediator_configuration(plot_request const& request, double mass) {
  physics_request physics;
  physics.process = request.option("--process", "8");
  physics.target = request.option("--target", "Ar");
  physics.flux.name = request.option("--flux", "dune_tdr_numu");
  physics.model = request.option("--model", "LmuLtau");
  physics.model_parameters = {"--coupling", "1", "--mass", number_text(mass)};
  return make_configuration(physics);
}

/// sigma/sigma_SM for all couplings at one mass.
void fill_rows(configuration const& asked, std::vector<inclusive_estimate> const& contacts, double mass,
               std::vector<double> const& couplings, std::vector<double>* rows) {
  std::vector<double> sums(couplings.size());
  double standard = 0;
  for (std::size_t part = 0; part < contacts.size(); ++part) {
    auto const& [target, multiplicity, name] = asked.target.components[part];
    auto const polynomial = polynomial_on(target, asked, contacts[part], {precision});
    standard += multiplicity * contacts[part].value;
    for (std::size_t i = 0; i < couplings.size(); ++i)
      sums[i] += multiplicity * polynomial(couplings[i] * couplings[i]).value;
  }
  for (std::size_t i = 0; i < couplings.size(); ++i) rows[i] = {mass, couplings[i], sums[i] / standard};
}

/// Decades of both axes with the ticks between them: the map is drawn over logarithms.
constexpr char const* map_script = R"(
set xrange [-3:3]
set yrange [-4:0]
set xtics -3,1,3 format '10^{%g}'
set ytics -4,1,0 format '10^{%g}'
do for [k=2:9] { do for [d=-4:2] {
  set xtics add ('' d + log10(k) 1)
  if (d < 0) { set ytics add ('' d + log10(k) 1) } } }
set xlabel "mass of the Z' [GeV]"
set ylabel "coupling g'"
set logscale cb
set cbrange [0.5:50]
set cblabel 'σ / σ_{SM}'
set cbtics (0.5, 1, 2, 5, 10, 20, 50)
set palette defined (0 '#b2182b', 0.15 '#ffffff', 0.4 '#c6dbef', 0.65 '#6baed6', 0.85 '#2171b5', 1 '#08306b')
set tics front
set key bottom right
unset mxtics
unset mytics
)";

constexpr std::array<double, 5> contour_levels = {1.1, 1.37, 2, 5, 10};

/// The map and its contours as tables of gnuplot, with blanks between their numbers, which take the formats of the axes.
std::string contour_tables() {
  std::string text = "set table $map\nsplot data using (log10($2)):(log10($3)):4\nunset table\n"
                     "set datafile separator whitespace\nunset surface\nset contour base\n";
  for (std::size_t i = 0; i < contour_levels.size(); ++i)
    text += "set cntrparam levels discrete " + number_text(contour_levels[i]) + "\nset table $level" +
            std::to_string(i) + "\nsplot $map using 1:2:3 with lines\nunset table\n";
  return text;
}

std::string contour_plot() {
  std::vector<std::string> lines = {"$map using 1:2:3 with image notitle"};
  for (std::size_t i = 0; i < contour_levels.size(); ++i)
    lines.push_back("$level" + std::to_string(i) + " using 1:2 with lines lc rgb '#000000' lw 1.5 dt " +
                    std::to_string(i + 1) + " title 'σ/σ_{SM} = " + number_text(contour_levels[i]) + "'");
  return plot_command(lines);
}

} // namespace

figure mediator_figure(plot_request const& request) {
  constexpr std::size_t mass_count = 61, coupling_count = 101;
  auto const masses = logarithmic_steps(1e-3, 1e3, mass_count),
             couplings = logarithmic_steps(1e-4, 1, coupling_count);
  auto const any = mediator_configuration(request, 1);
  std::vector<inclusive_estimate> contacts;
  for (auto const& part : any.target.components)
    contacts.push_back(contact_part_on(part.target, any, {precision}));
  std::vector<std::vector<double>> rows(mass_count * coupling_count);
  side_by_side(mass_count, [&](std::size_t i) {
    fill_rows(mediator_configuration(request, masses[i]), contacts, masses[i], couplings,
              &rows[i * coupling_count]);
  });
  figure result;
  result.data.remarks = {any.process.text() + " on " + any.target.unit + ", " + any.target.regime +
                         ", flux " + request.option("--flux", "dune_tdr_numu") + ", model " +
                         request.option("--model", "LmuLtau")};
  result.data.columns = {"mass_GeV", "coupling", "sigma_over_SM"};
  result.data.layout = figure_layout::grid;
  for (std::size_t i = 0; i < mass_count; ++i) {
    auto const first = rows.begin() + static_cast<std::ptrdiff_t>(i * coupling_count);
    result.data.curves.push_back({"", {first, first + coupling_count}});
  }
  result.width = 820;
  result.height = 620;
  result.script = contour_tables() + map_script + "set title " +
                  gnuplot_quoted(label_of(any.process) + " on " + any.target.name + ", " +
                                 request.option("--model", "LmuLtau")) +
                  '\n' + contour_plot();
  return result;
}

} // namespace trident::program
