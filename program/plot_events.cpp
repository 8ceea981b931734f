// SPDX-License-Identifier: BSL-1.0
// What is in a file of events: energies and angles of the leptons, the mass of the pair, Q2.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <string_view>
#include <tuple>

#include <boost/histogram/axis/variable.hpp>
#include <boost/histogram/make_histogram.hpp>
#include <boost/histogram/storage_adaptor.hpp>
#include <boost/histogram/weight.hpp>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/format/csv_reader.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/storage/input_file.hpp>

#include "plot.hpp"
#include "plot_text.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

using trident::detail::number_text;

/// The columns that are read, as `trident events` names them.
constexpr std::array<std::string_view, 13> event_columns = {
    "weight",   "E_nu",    "m_ll",    "Q2",      "nu_out_E", "minus_px", "minus_py",
    "minus_pz", "minus_E", "plus_px", "plus_py", "plus_pz",  "plus_E"};
namespace column {
enum number {
  weight,
  e_nu,
  m_ll,
  q2,
  nu_out,
  minus_x,
  minus_y,
  minus_z,
  minus_e,
  plus_x,
  plus_y,
  plus_z,
  plus_e
};
}

/// Reads a table, plain or compressed; messages name the file.
class event_file {
public:
  explicit event_file(std::string const& name)
      : name_(name), in_(name), reader_(named([&] { return csv_reader(in_, event_columns); })) {}

  /// What the lines above the columns say of "process", "target", "flux", ...; empty if they do not.
  std::string fact(std::string const& name) const { return reader_.fact(name); }

  /// The next event; false at the end.
  bool next(std::array<double, event_columns.size()>& values) {
    return named([&] { return reader_.next(values); });
  }

private:
  template <class Use>
  auto named(Use const& use) const -> decltype(use()) {
    try {
      return use();
    } catch (input_error const& error) {
      std::string const problem = error.what();
      throw input_error(problem.starts_with("file \"") ? problem : "file \"" + name_ + "\" " + problem);
    }
  }

  std::string name_;
  input_file in_;
  csv_reader reader_;
};

namespace bh = boost::histogram;
using event_histogram = bh::histogram<std::tuple<bh::axis::variable<>>, bh::weight_storage>;

event_histogram histogram_of(std::vector<double> const& edges) {
  return bh::make_histogram_with(bh::weight_storage(), bh::axis::variable<>(edges));
}

/// The share of `total` in a bin, per unit of `measure`(x), and its statistical error; without the empty bins at both ends.
template <class Measure>
figure_curve curve_of(std::string name, event_histogram const& counts, double total, Measure const& measure) {
  auto const& axis = counts.axis();
  auto const filled = [&](int i) { return counts.at(i).value() != 0; };
  int first = 0, last = axis.size() - 1;
  while (first < last && !filled(first)) ++first;
  while (first < last && !filled(last)) --last;
  figure_curve result{std::move(name), {}};
  for (int i = first; i <= last; ++i) {
    double const low = axis.bin(i).lower(), high = axis.bin(i).upper();
    double const scale = 1 / (total * (measure(high) - measure(low)));
    result.rows.push_back(
        {low, high, counts.at(i).value() * scale, std::sqrt(counts.at(i).variance()) * scale});
  }
  double const start = axis.bin(first).lower(), end = axis.bin(last).upper();
  result.rows.insert(result.rows.begin(), {start, start, 0, 0}); // where the first step begins
  result.rows.push_back({end, end, 0, 0});                       // where the last ends
  return result;
}

double degrees(double x, double y, double z) {
  return std::atan2(std::hypot(x, y), z) * 180 / std::numbers::pi;
}

/// What the figure shows, in the order of its curves.
struct event_histograms {
  static std::vector<double> powers(double low, double high, std::size_t per_decade) {
    auto const decades = static_cast<std::size_t>(std::lround(std::log10(high / low)));
    return logarithmic_steps(low, high, decades * per_decade + 1);
  }
  static std::vector<double> angle_edges() {
    std::vector<double> edges;
    for (int i = 0; i <= 90; ++i) edges.push_back(i);
    return edges;
  }

  std::vector<event_histogram> energies{
      4, histogram_of(powers(1e-4, 1e4, 10))};                         ///< of l-, l+, nu out and in [GeV]
  std::vector<event_histogram> angles{2, histogram_of(angle_edges())}; ///< of l- and l+ to the beam [degrees]
  event_histogram mass = histogram_of(powers(1e-4, 1e3, 15));          ///< m_ll [GeV]
  event_histogram q2 = histogram_of(powers(1e-12, 1e4, 8));            ///< [GeV^2]

  void add(std::array<double, event_columns.size()> const& e) {
    auto const w = bh::weight(e[column::weight]);
    for (std::size_t i = 0;
         auto const which : {column::minus_e, column::plus_e, column::nu_out, column::e_nu})
      energies[i++](e[which], w);
    angles[0](degrees(e[column::minus_x], e[column::minus_y], e[column::minus_z]), w);
    angles[1](degrees(e[column::plus_x], e[column::plus_y], e[column::plus_z]), w);
    mass(e[column::m_ll], w);
    q2(e[column::q2], w);
  }

  std::vector<figure_curve> curves(double total) const {
    std::vector<figure_curve> all;
    auto const logarithm = [](double x) { return std::log(x); };
    auto const itself = [](double x) { return x; };
    for (std::size_t i = 0; auto const* name : {"E_minus_GeV", "E_plus_GeV", "E_nu_out_GeV", "E_nu_in_GeV"})
      all.push_back(curve_of(name, energies[i++], total, logarithm));
    all.push_back(curve_of("angle_minus_degrees", angles[0], total, itself));
    all.push_back(curve_of("angle_plus_degrees", angles[1], total, itself));
    all.push_back(curve_of("m_ll_GeV", mass, total, logarithm));
    all.push_back(curve_of("Q2_GeV2", q2, total, logarithm));
    return all;
  }
};

/// Steps, and the errors in the middle of each, which is that of the logarithm if `logarithmic`.
void add_steps(std::vector<std::string>& lines, std::size_t curve, std::string const& type,
               std::string const& title, bool logarithmic) {
  std::string const middle = logarithmic ? "(sqrt($2*$3))" : "(($2+$3)/2)";
  lines.push_back(line_of(curve, "2:4", "steps linetype " + type + " dt 1 lw 1.8", title));
  lines.push_back(
      line_of(curve, middle + ":($4-$5):(0):(2*$5)", "vectors nohead linetype " + type + " dt 1 lw 1", ""));
}

/// One of the four panels, with the curves first, first + 1, ...
std::string panel_of(std::size_t first,
                     std::vector<std::pair<std::string, std::string>> const& types_and_titles,
                     bool logarithmic) {
  std::vector<std::string> lines;
  for (std::size_t i = first; auto const& [type, title] : types_and_titles)
    add_steps(lines, i++, type, title, logarithmic);
  return plot_command(lines);
}

std::string event_script(std::string const& title) {
  auto const left = [](double bottom) { return panel_sides(0.075, 0.485, bottom, bottom + 0.345); };
  auto const right = [](double bottom) { return panel_sides(0.575, 0.985, bottom, bottom + 0.345); };
  constexpr double upper = 0.575, lower = 0.1;
  return "set multiplot\nset label 1 " + gnuplot_quoted(title) +
         " at screen 0.5, 0.965 center font ',15'\nset yrange [0:*]\n"
         "set logscale x\nset mxtics 10\nset format x '10^{%T}'\nset key top left Left reverse\nset xlabel "
         "'E [GeV]'\n"
         "set ylabel '1/σ dσ/d ln E'\n" +
         left(upper) + panel_of(0, {{"1", "ℓ^{−}"}, {"2", "ℓ^{+}"}, {"3", "ν out"}, {"7", "ν in"}}, true) +
         "unset label 1\nunset logscale x\nset mxtics\nset format x '%g'\nset key top right\nset xrange "
         "[0:60]\n"
         "set xlabel 'angle to the beam [degrees]'\nset ylabel '1/σ dσ/dθ [1/degree]'\n" +
         right(upper) + panel_of(4, {{"1", "ℓ^{−}"}, {"2", "ℓ^{+}"}}, false) +
         "set logscale x\nset mxtics 10\nset format x '10^{%T}'\nset xrange [*:*]\nset xlabel 'm_{ℓℓ} "
         "[GeV]'\n"
         "set ylabel '1/σ dσ/d ln m_{ℓℓ}'\n" +
         left(lower) + panel_of(6, {{"1", ""}}, true) +
         "set xlabel 'Q^2 [GeV^2]'\nset ylabel '1/σ dσ/d ln Q^2'\n" + right(lower) +
         panel_of(7, {{"1", ""}}, true) + "unset multiplot\n";
}

/// A name as it stands, without the marks of sub- and superscripts.
std::string plain(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return std::string_view("_^{}@&~").find(c) != std::string_view::npos; }, ' ');
  return text;
}

/// "ν_{μ} → ν_{μ} μ^{+} μ^{−}", or several with commas.
std::string process_label(std::string const& given) {
  return trident::detail::joined(trident::detail::split(given), [](std::string const& one) {
    try {
      return label_of(registry::find_process(one));
    } catch (input_error const&) { return plain(one); } // of a file from elsewhere
  });
}

/// Process, target, neutrinos and model of the file, as far as it says them, and how many events there are.
std::string title_of(event_file const& file, std::size_t count) {
  std::string title = process_label(file.fact("process"));
  auto const add = [&](std::string const& before, std::string const& text) {
    if (!text.empty()) title += (title.empty() ? "" : before) + plain(text);
  };
  add(" on ", file.fact("target"));
  add(", ", file.fact("regime"));
  add(", nuclear model ", file.fact("nuclear-model"));
  add(", ", file.fact("flux"));
  add(", ", file.fact("energy").empty() ? "" : file.fact("energy") + " GeV");
  add(", ", file.fact("model"));
  add(", ", file.fact("weighting").empty() ? "" : file.fact("weighting"));
  return title + (title.empty() ? "" : ": ") + std::to_string(count) + " events";
}

} // namespace

figure event_figure(plot_request const& request) {
  if (!request.file)
    throw input_error("the file of events is missing: trident plot events FILE.csv --out PICTURE");
  event_file file(*request.file);
  event_histograms all;
  double total = 0;
  std::size_t count = 0;
  for (std::array<double, event_columns.size()> e; file.next(e); ++count) {
    all.add(e);
    total += e[column::weight];
  }
  if (!(total > 0))
    throw input_error("file \"" + *request.file + "\" has " + std::to_string(count) + " events of weight " +
                      number_text(total) + " in all: there is nothing to draw");
  figure result;
  result.data.remarks = {std::to_string(count) + " events of \"" + *request.file +
                         "\", shares of the cross section per unit"};
  result.data.columns = {"low", "high", "density", "error"};
  result.data.curves = all.curves(total);
  result.script = event_script(title_of(file, count));
  result.width = 1100;
  result.height = 820;
  return result;
}

} // namespace trident::program
