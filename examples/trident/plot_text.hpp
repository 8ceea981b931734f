// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <trident/neutrino.hpp>
#include <trident/process.hpp>

#include "figure.hpp"

// Words that figures share, as gnuplot's enhanced text writes them.

namespace trident::program {

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

/// "data index 3 using 2:4 with lines linetype 1 title 'name'", to follow the word plot and a comma.
inline std::string line_of(std::size_t curve, std::string const& columns, std::string const& style,
                           std::string const& title) {
  std::string const with = title.empty() ? "notitle" : "title " + gnuplot_quoted(title);
  return "data index " + std::to_string(curve) + " using " + columns + " with " + style + ' ' + with;
}

/// "plot a, b, c"
inline std::string plot_command(std::vector<std::string> const& lines) {
  std::string text = "plot ";
  for (auto const& line : lines) text += (&line == &lines.front() ? "" : ", \\\n     ") + line;
  return text + '\n';
}

} // namespace trident::program
