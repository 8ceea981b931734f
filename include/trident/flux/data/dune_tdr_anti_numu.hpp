// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/dune_tdr_anti_numu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct dune_tdr_anti_numu {
  static constexpr std::string_view name = "dune_tdr_anti_numu";
  static constexpr std::string_view description =
      "DUNE near detector, antineutrino mode, \"Optimized beam 120 GeV\"";
  static constexpr std::string_view source =
      "DUNE optimised beam of October 2017 (TDR, arXiv:2002.03005), as binned in the reference generator of arXiv:1902.06765";
  static constexpr std::string_view unit =
      "probability per bin (normalised shape; the sum of the printed digits is 1)";
  static constexpr bin_value kind = bin_value::content;
  static constexpr flux_normalisation normalisation = flux_normalisation::shape;
  static constexpr int reference_number = 7; ///< in the menu of arXiv:1902.06765
  static constexpr std::array<neutrino, 1> flavours = {
      neutrino::anti_nu_mu};
  static constexpr std::array<double, 58> edges = {
      0, 0.5, 0.5625, 0.625, 0.6875, 0.75, 0.8125, 0.875, 0.9375, 1, 1.125, 1.25, 1.375, 1.5, 1.675, 1.75,
      1.875, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10, 11, 12, 13,
      14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 68};
  static constexpr std::array<double, 57> values = {
      // anti_nu_mu
      0.032135905028608101, 0.0077247727274623659, 0.0087867172674451557, 0.0098122372946901782,
      0.01080133280919744, 0.011790428323704699, 0.012779523838211961, 0.013710907373463088,
      0.014584578929458084, 0.031790172526901146, 0.034262042763053703, 0.03571109701137884,
      0.037254970040507249, 0.054925957698948633, 0.024600041571568563, 0.042470996749425144,
      0.043648881653034509, 0.088485640329888218, 0.087463272583237453, 0.08226544894585297,
      0.073227701927717576, 0.062858455952224071, 0.051019354262942823, 0.038080787649461115,
      0.025991647528913923, 0.024891534326302752, 0.0077842731956402397, 0.0037416460990595565,
      0.0025970785271238776, 0.0021992877748121483, 0.0019079383021858489, 0.0016754140434782155,
      0.0014670568549266187, 0.002663608108531453, 0.0023484909705061775, 0.0020316802125716063,
      0.0018284531897471803, 0.0015152271527507121, 0.0013332931012492184, 0.0011305227400014838,
      0.000814670014534146, 0.0011228668931355299, 0.00073233576549806367, 0.00050619045217082119,
      0.00036900414173661613, 0.00031595150721968907, 0.0002078178107456328, 0.00015267618966929812,
      0.00011551311317866273, 0.00014425222782976594, 7.7883758906693171e-05, 9.5110225572879578e-05,
      1.946114999093325e-05, 1.1623247055257786e-05, 8.325302790221006e-06, 3.7980739304323178e-06,
      4.1427398514044845e-06};
};

} // namespace tables

/// DUNE near detector, antineutrino mode, "Optimized beam 120 GeV".
/// Source: DUNE optimised beam of October 2017 (TDR, arXiv:2002.03005), as binned in the reference generator of arXiv:1902.06765.
struct dune_tdr_anti_numu : tabulated_flux<tables::dune_tdr_anti_numu, neutrino::anti_nu_mu> {};

} // namespace trident
