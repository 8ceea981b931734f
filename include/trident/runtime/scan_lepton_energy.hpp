// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/scan_parts.hpp>
#include <trident/runtime/settings.hpp>
#include <trident/runtime/value_range.hpp>
#include <trident/runtime/w_production.hpp>

namespace trident::runtime {

/// What --distribution calls the energy of the lepton that is made with a real W, where the target rests.
inline constexpr std::string_view lepton_energy_name = "lepton-energy";

namespace detail {

/// Between the lepton's mass and the largest energy of the neutrinos: even steps in the logarithm, below them one bin.
inline std::vector<double> default_lepton_energies(configuration const& asked) {
  constexpr double from = 1e-5;
  constexpr int bins = 50;
  double const highest = highest_energy_of(asked.flux);
  std::vector<double> edges = {0};
  for (int i = 0; i <= bins; ++i)
    edges.push_back(highest * std::pow(from, 1 - static_cast<double>(i) / bins));
  edges.back() = highest;
  return edges;
}

/// d sigma/dE in each bin.
inline std::vector<scan_row> lepton_energy_rows(configuration const& asked, std::vector<double> const& edges,
                                                lepton_energy_options const& options) {
  std::vector<scan_row> rows;
  for (std::size_t b = 0; b + 1 < edges.size(); ++b) rows.push_back({{edges[b], edges[b + 1]}, 0, 0, 0});
  for (auto const& part : asked.target.components) {
    auto const bins = lepton_energies_on(part.target, asked, edges, options);
    for (std::size_t b = 0; b < rows.size(); ++b) {
      double const share = part.multiplicity / (edges[b + 1] - edges[b]);
      rows[b].value += share * bins[b].value;
      rows[b].error = std::hypot(rows[b].error, share * bins[b].error);
      rows[b].evaluations += bins[b].evaluations;
    }
  }
  return rows;
}

} // namespace detail

/// d sigma/dE of the lepton that is made with a real W. `request.points` are the edges of bins.
inline scan lepton_energy_scan(scan_request const& request, run_settings const& settings) {
  auto const asked = make_configuration(request.physics, processes_taken::with_w_production);
  if (!asked.w_production)
    throw input_error("--distribution is \"lepton-energy\": it is for real W bosons, processes 31 to 36, "
                      "not for " +
                      asked.process_text() + "; of tridents, take histograms of events");
  if (settings.how != method::quadrature)
    throw input_error("--method is \"" + std::string(name_of(settings.how)) +
                      "\": the energies of leptons have one method; leave it out");
  scan result{{"lepton_energy_low_GeV", "lepton_energy_high_GeV"},
              {},
              asked,
              asked.notes,
              "d sigma/dE of the lepton in bins [fb_per_GeV], errors statistical",
              "fb_per_GeV"};
  auto edges = request.points ? values_of_range("--points", *request.points, trident::ranges::observable)
                              : detail::default_lepton_energies(asked);
  if (edges.size() < 2) throw input_error("--points is \"" + *request.points + "\": a bin needs two edges");
  auto const known =
      std::make_shared<std::pair<configuration, std::vector<double>> const>(asked, std::move(edges));
  lepton_energy_options const options{.points = 1 << 16, .seed = 1, .go_on = settings.go_on};
  result.parts.emplace_back(
      [known, options] { return detail::lepton_energy_rows(known->first, known->second, options); });
  return result;
}

} // namespace trident::runtime
