// SPDX-License-Identifier: BSL-1.0
// The figures of what goes into a cross section: form factors of nuclei, spectra of neutrinos.
#include <algorithm>
#include <array>
#include <limits>

#include <trident/base/number_text.hpp>
#include <trident/flux/catalogue.hpp>
#include <trident/target/nuclei.hpp>

#include "flux.hpp"
#include "plot.hpp"
#include "plot_text.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

constexpr double largest_q = 0.6; // [GeV]
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// F^2 over Q, and over that of the default up to where that has its first zero, near which a ratio says nothing.
figure_curve form_factor_curve(isotope const& nuclide, form_factor_kind kind) {
  auto const f = make_form_factor(nuclide, kind),
             usual = make_form_factor(nuclide, default_form_factor(nuclide));
  figure_curve curve{std::string(nuclide.symbol) + ' ' + std::string(name_of(kind)), {}};
  constexpr int steps = 300;
  bool before_zero = true;
  for (int i = 0; i <= steps; ++i) {
    double const q = largest_q * i / steps;
    double const value = f(q), reference = usual(q);
    constexpr double small = 0.05; // of F
    before_zero = before_zero && reference > small;
    curve.rows.push_back(
        {q, value * value, before_zero ? value * value / (reference * reference) : not_a_number});
  }
  return curve;
}

/// "three-parameter Fermi (3pF)": the description without its last words.
std::string title_of(form_factor_kind kind) {
  for (auto const& entry : form_factor_names) {
    std::string const description(entry.description); // ends with " density" or " form factor"
    auto const end = std::min(description.find(" density"), description.find(" form factor"));
    if (entry.kind == kind) return description.substr(0, end) + " (" + std::string(entry.name) + ")";
  }
  return {};
}

} // namespace

figure form_factor_figure(plot_request const& request) {
  std::vector<isotope> nuclei;
  if (request.has("--target"))
    nuclei = {nuclide_of(request.option("--target", ""))};
  else
    nuclei = {nuclide_of("Ar"), nuclide_of("Fe")};
  figure result;
  result.data.remarks = {
      "squares of nuclear charge form factors, and over that of the default parametrisation"};
  result.data.columns = {"Q_GeV", "F_squared", "ratio_to_default"};
  std::string above, below;
  double const width = nuclei.size() > 1 ? 0.40 : 0.83, step = 0.5;
  double left = nuclei.size() > 1 ? 0.08 : 0.14;
  for (auto const& nuclide : nuclei) {
    std::vector<std::string> squares, ratios;
    for (auto const kind : form_factors_of(nuclide)) {
      std::size_t const index = result.data.curves.size();
      result.data.curves.push_back(form_factor_curve(nuclide, kind));
      std::string const style = "lines linetype " + std::to_string(squares.size() + 1);
      squares.push_back(line_of(index, "2:3", style, title_of(kind)));
      ratios.push_back(line_of(index, "2:4", style, ""));
    }
    std::string const sides = "set lmargin at screen " + number_text(left) + "; set rmargin at screen " +
                              number_text(left + width) + '\n';
    above += sides + "set title '^{" + std::to_string(nuclide.mass_number) + "}" +
             std::string(nuclide.symbol) + "'\n" + plot_command(squares);
    below += sides + plot_command(ratios);
    left += step;
  }
  result.width = nuclei.size() > 1 ? 1150 : 620;
  result.height = 860;
  result.script =
      "set multiplot\nset bmargin at screen 0.44\nset tmargin at screen 0.93\nset xrange [0:0.5]\n"
      "set key top right font ',12'\nset logscale y\nset format y '10^{%T}'\nset yrange [1e-7:10]\n"
      "set xlabel 'Q [GeV]'\nset ylabel 'F^2'\n" +
      above +
      "unset title\nunset logscale y\nset bmargin at screen 0.08\nset tmargin at screen 0.35\n"
      "set format y '%.2f'\nset xrange [0:0.2]\nset yrange [0.84:1.16]\nset ytics 0.05\n"
      "set ylabel 'F^2 / default'\n" +
      below + "unset multiplot\n";
  return result;
}

namespace {

/// A histogram as steps: each bin is drawn from its lower edge to its upper one.
figure_curve spectrum_curve(histogram_flux const& spectrum, std::string name) {
  figure_curve curve{std::move(name), {}};
  auto const edges = spectrum.edges();
  auto const densities = spectrum.densities();
  for (std::size_t i = 0; i < densities.size(); ++i)
    curve.rows.push_back({edges[i], edges[i + 1], densities[i]});
  curve.rows.push_back({edges.back(), edges.back(), densities.back()}); // where the last step ends
  return curve;
}

/// The panel of one beam, with a line for each of its flavours.
std::string spectrum_panel(flux_entry const& entry, std::string const& title, figure_data& data) {
  std::vector<std::string> lines;
  for (auto const flavour : entry.flavours) {
    std::string const style = "steps linetype " + std::to_string(lines.size() + 1) + " dt 1";
    std::size_t const index = data.curves.size();
    auto const spectrum = flux_for(entry, flavour).spectrum;
    data.curves.push_back(
        spectrum_curve(spectrum, std::string(entry.name) + ' ' + std::string(text(flavour))));
    lines.push_back(line_of(index, "2:4", style, label_of(flavour)));
  }
  return "set title " + gnuplot_quoted(title) + '\n' + plot_command(lines);
}

/// What the axis of densities says.
std::string density_label(flux_normalisation normalisation) {
  constexpr std::array<char const*, 6> units = {
      "(shape) [GeV^{−1}]",   "[m^{−2} GeV^{−1}]",        "[m^{−2} GeV^{−1} per proton on target]",
      "[m^{−2} GeV^{−1} fb]", "[m^{−2} s^{−1} GeV^{−1}]", "[m^{−2} s^{−1} sr^{−1} GeV^{−1}]"};
  return "set ylabel 'dΦ/dE_ν " + std::string(units[static_cast<std::size_t>(normalisation)]) + "'\n";
}

/// Ends of the axes of a spectrum: where it has neutrinos, as deep as it is worth a look.
std::string axes_of(std::vector<histogram_flux> const& spectra) {
  double low = std::numeric_limits<double>::infinity(), high = 0, top = 0;
  for (auto const& one : spectra)
    for (std::size_t i = 0; i < one.densities().size(); ++i) {
      if (one.densities()[i] == 0) continue;
      double const start = one.edges()[i] > 0 ? one.edges()[i] : one.edges()[i + 1] / 2;
      low = std::min(low, start), high = std::max(high, one.edges()[i + 1]);
      top = std::max(top, one.densities()[i]);
    }
  auto const edges = spectra.front().edges();
  constexpr double wide = 30; // last bin over first
  bool const logarithmic =
      edges.back() - edges[edges.size() - 2] > wide * (edges[1] - edges[0]) || high > 1000;
  double const least = top * (logarithmic ? 1e-16 : 1e-8); // power laws go deep
  double bottom = top;
  for (auto const& one : spectra)
    for (double const density : one.densities())
      if (density > least) bottom = std::min(bottom, density);
  return (logarithmic ? "set logscale x\nset format x '10^{%T}'\n" : "") +
         range_command("xrange", {logarithmic ? low : 0, high}) +
         range_command("yrange", {bottom / 2, top * 2});
}

} // namespace

figure spectra_figure(std::string const& title, std::vector<histogram_flux> const& spectra) {
  figure result;
  auto const normalisation = spectra.front().normalisation();
  result.data.remarks = {title, "density in " + std::string(density_unit(normalisation))};
  result.data.columns = {"E_low_GeV", "E_high_GeV", "density"};
  std::vector<std::string> lines;
  for (auto const& one : spectra) {
    std::string const style = "steps linetype " + std::to_string(lines.size() % 8 + 1) + " dt 1";
    std::string const name = one.flavour() ? std::string(text(*one.flavour())) : "flux";
    result.data.curves.push_back(spectrum_curve(one, name));
    lines.push_back(line_of(lines.size(), "2:4", style, one.flavour() ? label_of(*one.flavour()) : "flux"));
  }
  result.width = 760;
  result.height = 560;
  result.script = "set logscale y\nset format y '10^{%T}'\nset key top right\nset xlabel 'E_ν [GeV]'\n" +
                  density_label(normalisation) + axes_of(spectra) + panel_in_row(0, 1) + "set title " +
                  gnuplot_quoted(title) + " noenhanced\n" + plot_command(lines);
  return result;
}

figure flux_figure(plot_request const& request) {
  figure result;
  result.data.columns = {"E_low_GeV", "E_high_GeV", "density"};
  std::vector<std::pair<flux_entry const*, std::string>> panels;
  if (request.has("--flux")) {
    auto const& entry = find_flux(request.option("--flux", ""));
    std::string title(entry.name);
    std::replace(title.begin(), title.end(), '_', ' ');
    panels = {{&entry, title}};
  } else {
    panels = {{&find_flux("dune_nd_fhc"), "DUNE near detector, neutrino mode"},
              {&find_flux("dune_nd_rhc"), "DUNE near detector, antineutrino mode"}};
  }
  auto const& first = *panels.front().first;
  constexpr double wide = 1000; // [GeV]
  bool const dune = !request.has("--flux");
  std::string text;
  for (std::size_t i = 0; auto const& [entry, title] : panels) {
    result.data.remarks.push_back(std::string(entry->name) + ": " + std::string(entry->description));
    result.data.remarks.push_back(std::string(entry->name) + ": " + std::string(entry->source));
    text += panel_in_row(i++, panels.size()) + spectrum_panel(*entry, title, result.data);
  }
  result.data.remarks.push_back("density in " + std::string(density_unit(first.normalisation)));
  result.width = panels.size() > 1 ? 1100 : 760;
  result.height = 560;
  result.script = std::string("set multiplot") +
                  "\nset logscale y\nset format y '10^{%T}'\nset key top right\nset xlabel 'E_ν [GeV]'\n" +
                  density_label(first.normalisation) +
                  (dune                        ? "set xrange [0:30]\nset yrange [1e-9:1e-3]\n"
                   : first.edges.back() > wide ? "set logscale x\nset format x '10^{%T}'\n"
                                               : "") +
                  text + "unset multiplot\n";
  return result;
}

} // namespace trident::program
