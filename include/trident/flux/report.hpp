// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/flux/flux.hpp>

namespace trident {

/// One bin of a spectrum.
struct flux_bin {
  double low = 0;     ///< [GeV]
  double high = 0;    ///< [GeV]
  double density = 0; ///< [density_unit]
};

/// What a user checks after an import.
struct flux_report {
  std::string name;
  std::string flavour; ///< empty when not known
  std::string given;   ///< kind and unit of the numbers as they came
  std::string columns; ///< which of its file were taken as what; empty when it is from none
  std::string density_unit;
  std::string integral_unit;
  std::size_t bins = 0;
  flux_bin first, last, peak;
  double integral = 0;    ///< [integral_unit]
  double mean_energy = 0; ///< per neutrino [GeV]
};

/// What there is to check about `flux`.
inline flux_report make_report(histogram_flux const& flux) {
  auto const bin = [&](std::size_t i) {
    return flux_bin{flux.edges()[i], flux.edges()[i + 1], flux.densities()[i]};
  };
  auto const densities = flux.densities();
  auto const peak = std::max_element(densities.begin(), densities.end()) - densities.begin();
  auto const default_unit = flux.kind() == bin_value::density ? density_unit(flux.normalisation())
                                                              : integral_unit(flux.normalisation());
  auto const unit = flux.unit().empty() ? default_unit : flux.unit();
  return {.name = std::string(flux.name()),
          .flavour = flux.flavour() ? std::string(text(*flux.flavour())) : "",
          .given = std::string(text(flux.kind())) + ", " + std::string(unit),
          .columns = std::string(flux.columns()),
          .density_unit = std::string(density_unit(flux.normalisation())),
          .integral_unit = std::string(integral_unit(flux.normalisation())),
          .bins = densities.size(),
          .first = bin(0),
          .last = bin(densities.size() - 1),
          .peak = bin(static_cast<std::size_t>(peak)),
          .integral = flux.integral(),
          .mean_energy = flux.mean_energy()};
}

namespace detail {

inline std::string short_number(double value) { return formatted("%.6g", value); }

inline std::string bin_line(flux_bin const& bin, std::string const& unit) {
  return short_number(bin.low) + " to " + short_number(bin.high) + " GeV: " + short_number(bin.density) +
         " " + unit;
}

} // namespace detail

/// The report as lines of text, without line ends.
inline std::vector<std::string> text_lines(flux_report const& r) {
  std::vector<std::string> lines = {"flux         " + r.name + (r.flavour.empty() ? "" : ", " + r.flavour),
                                    "given as     " + r.given};
  if (!r.columns.empty()) lines.push_back("columns      " + r.columns);
  lines.insert(lines.end(), {"bins         " + std::to_string(r.bins),
                             "first bin    " + detail::bin_line(r.first, r.density_unit),
                             "last bin     " + detail::bin_line(r.last, r.density_unit),
                             "peak bin     " + detail::bin_line(r.peak, r.density_unit),
                             "integral     " + detail::short_number(r.integral) + " " + r.integral_unit,
                             "mean energy  " + detail::short_number(r.mean_energy) + " GeV"});
  return lines;
}

} // namespace trident
