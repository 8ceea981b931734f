// SPDX-License-Identifier: BSL-1.0
// W and Z as particles: what they change in each channel, and cross sections from threshold to the highest energies.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <trident/parallel/execution.hpp>
#include <trident/physics/w_production_channel.hpp>
#include <trident/runtime/cross_section.hpp>
#include <trident/runtime/processes.hpp>

#include "plot.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

constexpr double line_precision = 5e-3; // relative: below the width of a line, and reached with room to spare
constexpr std::size_t line_points = 43; // a picture is there within seconds

run_settings settings_of_figure() {
  return {method::quadrature, line_precision, 1, execution_policy::whole_machine()};
}

/// Results at these energies [GeV].
std::vector<run_result> results_at(std::vector<double> const& energies, int process,
                                   std::string const& target, std::string const& regime,
                                   std::string const& electroweak) {
  physics_request request;
  request.process = std::to_string(process);
  request.target = target;
  request.regime = regime;
  request.electroweak = electroweak;
  request.flux.energy = energies.back();
  return cross_sections(make_configuration(request, processes_taken::with_w_production), energies,
                        settings_of_figure());
}

/// The bosons of a channel.
enum class exchanged { z, both, w };

exchanged bosons_of(channel const& process) {
  if (!process.has_charged_current) return exchanged::z;
  return process.has_neutral_current ? exchanged::both : exchanged::w;
}

/// The channels of neutrinos, those of one pair by Z exchange once.
std::vector<channel> channels_of(exchanged bosons) {
  std::vector<channel> chosen;
  for (auto const& process : registry::all_channels()) {
    bool const known = std::any_of(chosen.begin(), chosen.end(), [&](channel const& other) {
      return bosons == exchanged::z && other.minus_family == process.minus_family;
    });
    if (!process.is_antineutrino && bosons_of(process) == bosons && !known) chosen.push_back(process);
  }
  return chosen;
}

/// Full over contact; nothing below threshold.
figure_curve ratio_curve(channel const& process, std::string const& target, energy_range const& energies) {
  auto const steps = logarithmic_steps(energies.low, energies.high, line_points);
  auto const full = results_at(steps, process.number, target, "coherent", "full");
  auto const contact = results_at(steps, process.number, target, "coherent", "contact");
  figure_curve curve{process.text(), {}};
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (contact[i].value > 0)
      curve.rows.push_back({steps[i], full[i].value / contact[i].value, full[i].value, contact[i].value});
  return curve;
}

std::string ratio_panel(exchanged bosons, std::string const& target, energy_range const& energies,
                        figure_data& data) {
  constexpr std::array<char const*, 3> titles = {"Z", "Z and W", "W"};
  std::vector<std::string> lines;
  for (auto const& process : channels_of(bosons)) {
    std::size_t const index = data.curves.size();
    data.curves.push_back(ratio_curve(process, target, energies));
    lines.push_back(line_of(index, "2:3", "lines linetype " + std::to_string(lines.size() + 1),
                            bosons == exchanged::z ? "ν → ν " + letter_of(process.plus_family) + "^{+} " +
                                                         letter_of(process.minus_family) + "^{−}"
                                                   : label_of(process)));
  }
  return "set title '" + std::string(titles[static_cast<std::size_t>(bosons)]) + "'\n" + plot_command(lines);
}

/// The regimes that have a line of their own.
constexpr std::array<scattering_regime, 3> lines_of_regimes = {
    scattering_regime::coherent, scattering_regime::quasi_elastic, scattering_regime::inelastic};

figure_curve regime_curve(std::string const& process, scattering_regime regime,
                          std::vector<double> const& energies, std::vector<run_result> const& results) {
  figure_curve curve{process + ' ' + std::string(text(regime)), {}};
  for (std::size_t i = 0; i < energies.size(); ++i) {
    double sum = 0;
    for (auto const& one : results[i].components)
      if (one.regime == regime) sum += one.multiplicity * one.estimate.value;
    if (sum > 0) curve.rows.push_back({energies[i], sum});
  }
  return curve;
}

} // namespace

figure electroweak_figure(plot_request const& request) {
  auto const energies = energies_of(request, "10:1e8", "1e9");
  auto const& nuclide = nuclide_of(request.option("--target", "Ar"));
  figure result;
  result.data.remarks = {
      "coherent on " + nuclide.text() +
      ": full electroweak amplitude over contact interactions; antineutrinos have the same"};
  result.data.columns = {"energy_GeV", "full_over_contact", "full_fb", "contact_fb"};
  std::string panels;
  constexpr std::array all = {exchanged::z, exchanged::both, exchanged::w};
  for (std::size_t i = 0; i < all.size(); ++i)
    panels += panel_in_row(i, all.size()) + ratio_panel(all[i], nuclide.text(), energies, result.data);
  result.width = 1300;
  result.height = 500;
  result.script = "set multiplot\nset logscale xy\nset format x '10^{%T}'\nset key bottom left samplen 2\n"
                  "set ytics (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20)\n" +
                  range_command("xrange", energies) + range_command("yrange", {0.03, 30}) +
                  "set xlabel 'E_ν [GeV]'\nset ylabel 'full / contact'\n" + panels + "unset multiplot\n";
  return result;
}

figure regimes_figure(plot_request const& request) {
  auto const energies = energies_of(request, "0.1:1e9", "1e9");
  auto const process = registry::find_process(request.option("--process", "8"));
  auto const& nuclide = nuclide_of(request.option("--target", "Ar"));
  auto const steps = logarithmic_steps(energies.low, energies.high, line_points);
  auto const results = results_at(steps, process.number, nuclide.text(), "total", "full");
  figure result;
  result.data.remarks = {process.text() + " on " + nuclide.text() +
                         ", per nucleus, full electroweak amplitude, without real W bosons of other decays"};
  result.data.columns = {"energy_GeV", "sigma_fb"};
  std::vector<std::string> lines;
  for (auto const regime : lines_of_regimes) {
    std::size_t const index = result.data.curves.size();
    result.data.curves.push_back(regime_curve(process.text(), regime, steps, results));
    lines.push_back(line_of(index, "2:($3/$2)", "lines linetype " + std::to_string(index + 1),
                            std::string(text(regime))));
  }
  result.width = 800;
  result.height = 600;
  result.script = panel_sides(0.12, 0.97, 0.12, 0.92) +
                  "set logscale xy\nset format xy '10^{%T}'\nset key bottom right\nset yrange [1e-10:1]\n" +
                  range_command("xrange", energies) + "set xlabel 'E_ν [GeV]'\nset ylabel 'σ/E_ν per ^{" +
                  std::to_string(nuclide.mass_number) + "}" + std::string(nuclide.symbol) +
                  " nucleus [fb/GeV]'\nset title " + gnuplot_quoted(label_of(process)) + "\n" +
                  plot_command(lines);
  return result;
}

figure w_production_figure(plot_request const& request) {
  auto const energies = energies_of(request, "3e3:1e9", "1e9");
  auto const& nuclide = nuclide_of(request.option("--target", "O"));
  auto const steps = logarithmic_steps(energies.low, energies.high, line_points);
  figure result;
  result.data.remarks = {"real W bosons on " + nuclide.text() +
                         ", all decays, per nucleus; antineutrinos the same"};
  result.data.columns = {"energy_GeV", "sigma_fb"};
  result.width = 1300;
  result.height = 500;
  std::string panels;
  constexpr std::array families = {flavour::electron, flavour::muon, flavour::tau};
  for (std::size_t i = 0; i < families.size(); ++i) {
    w_production_channel const process{families[i], false};
    auto const results = results_at(steps, process.number(), nuclide.text(), "total", "full");
    std::vector<std::string> lines;
    for (auto const regime : lines_of_regimes) {
      std::size_t const index = result.data.curves.size();
      result.data.curves.push_back(regime_curve(process.text(), regime, steps, results));
      lines.push_back(line_of(index, "2:($3/$2)", "lines linetype " + std::to_string(lines.size() + 1),
                              std::string(text(regime))));
    }
    std::string const letter = letter_of(families[i]);
    panels += panel_in_row(i, families.size()) + "set title 'ν_{" + letter + "} → " + letter +
              "^{−} W^{+}'\n" + plot_command(lines);
  }
  result.script =
      "set multiplot\nset logscale xy\nset format xy '10^{%T}'\nset key bottom right samplen 2\n" +
      range_command("xrange", energies) + "set yrange [1e-8:1]\n" +
      "set xlabel 'E_ν [GeV]'\nset ylabel 'σ/E_ν per ^{" + std::to_string(nuclide.mass_number) + "}" +
      std::string(nuclide.symbol) + " nucleus [fb/GeV]'\n" + panels + "unset multiplot\n";
  return result;
}

} // namespace trident::program
