// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/physics/neutrino.hpp>
#include <trident/physics/process.hpp>

#include "figure.hpp"
#include "plot.hpp"

// Words that figures share, as gnuplot's enhanced text writes them.

namespace trident::program {

/// Mass and coupling of a Z', as all figures of them show them.
constexpr char const* mediator_axes = R"(
set logscale xy
set format xy '10^{%T}'
set mxtics 10
set mytics 10
set xrange [1e-3:1e3]
set yrange [1e-4:1]
)";

inline std::string letter_of(flavour family) {
  constexpr std::array<char const*, 3> letters = {"e", "μ", "τ"};
  return letters[static_cast<std::size_t>(family)];
}

inline std::string label_of(neutrino which) {
  auto const family = static_cast<flavour>(index_of(which) % 3);
  return (is_antineutrino(which) ? "ν̅_{" : "ν_{") + letter_of(family) + "}";
}

inline std::string label_of(channel const& process) {
  std::string const nu = process.is_antineutrino ? "ν̅" : "ν";
  return nu + "_{" + letter_of(process.incoming_family) + "} → " + nu + "_{" +
         letter_of(process.outgoing_family) + "} " + letter_of(process.plus_family) + "^{+} " +
         letter_of(process.minus_family) + "^{−}";
}

/// `count` values from `low` to `high`, both ends included: evenly in the logarithm, or closer to each other at the lower
/// end if `power` is above 1.
inline std::vector<double> logarithmic_steps(double low, double high, std::size_t count, double power = 1) {
  std::vector<double> values;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    double const share = static_cast<double>(i) / static_cast<double>(count - 1);
    values.push_back(low * std::pow(high / low, std::pow(share, power)));
  }
  values.push_back(high);
  return values;
}

/// "set xrange [0.1:1000]"
inline std::string range_command(std::string const& axis, energy_range const& ends) {
  return "set " + axis + " [" + trident::detail::number_text(ends.low) + ':' +
         trident::detail::number_text(ends.high) + "]\n";
}

/// "data index 3 using 2:4 with lines linetype 1 title 'name'", to follow the word plot and a comma.
inline std::string line_of(std::size_t curve, std::string const& columns, std::string const& style,
                           std::string const& title) {
  std::string const with = title.empty() ? "notitle" : "title " + gnuplot_quoted(title);
  return "data index " + std::to_string(curve) + " using " + columns + " with " + style + ' ' + with;
}

/// Where the next panel lies, as shares of the whole picture; titles and labels come on top of that.
inline std::string panel_sides(double left, double right, double bottom, double top) {
  using trident::detail::number_text;
  return "set lmargin at screen " + number_text(left) + "\nset rmargin at screen " + number_text(right) +
         "\nset bmargin at screen " + number_text(bottom) + "\nset tmargin at screen " + number_text(top) +
         '\n';
}

/// The sides of panel `i` of so many in a row, above a foot of this height.
inline std::string panel_in_row(std::size_t i, std::size_t count, double foot = 0.13) {
  double const width = 1.0 / static_cast<double>(count), left = width * static_cast<double>(i);
  double const labels = count > 2 ? 0.066 : count > 1 ? 0.08 : 0.125;
  double const rest = count > 1 ? 0.014 : 0.025;
  return panel_sides(left + labels, left + width - rest, foot, 0.9);
}

/// "plot a, b, c"
inline std::string plot_command(std::vector<std::string> const& lines) {
  std::string text = "plot ";
  for (auto const& line : lines) text += (&line == &lines.front() ? "" : ", \\\n     ") + line;
  return text + '\n';
}

/// A key of its own in a strip at the foot of the picture, for panels that share it: "lines linetype 1 title 'name'", ...
inline std::string key_strip(std::vector<std::string> const& entries, double height) {
  std::vector<std::string> lines;
  for (auto const& entry : entries) lines.push_back("NaN with " + entry);
  return panel_sides(0.02, 0.98, 0, height) +
         "unset title\nunset xlabel\nunset ylabel\nunset tics\nunset border\nunset logscale\n"
         "set xrange [0:1]\nset yrange [0:1]\nset key at graph 0.5, 0.5 center center horizontal\n" +
         plot_command(lines);
}

} // namespace trident::program
