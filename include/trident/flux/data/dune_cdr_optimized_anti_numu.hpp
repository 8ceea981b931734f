// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/dune_cdr_optimized_anti_numu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct dune_cdr_optimized_anti_numu {
  static constexpr std::string_view name = "dune_cdr_optimized_anti_numu";
  static constexpr std::string_view description =
      "DUNE near detector, antineutrino mode, \"Optimized beam 80 GeV, 204m x 4m DP\"";
  static constexpr std::string_view source =
      "DUNE 2015 CDR beam simulation (arXiv:1512.06148), as binned in the reference generator of arXiv:1902.06765; no mean energy is published to check it against";
  static constexpr std::string_view unit =
      "probability per bin (normalised shape; the sum of the printed digits is 1)";
  static constexpr bin_value kind = bin_value::content;
  static constexpr flux_normalisation normalisation = flux_normalisation::shape;
  static constexpr int reference_number = 6; ///< in the menu of arXiv:1902.06765
  static constexpr std::array<neutrino, 1> flavours = {
      neutrino::anti_nu_mu};
  static constexpr std::array<double, 58> edges = {
      0, 0.5, 0.5625, 0.625, 0.6875, 0.75, 0.8125, 0.875, 0.9375, 1, 1.125, 1.25, 1.375, 1.5, 1.675, 1.75,
      1.875, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10, 11, 12, 13,
      14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 68};
  static constexpr std::array<double, 57> values = {
      // anti_nu_mu
      0.032017705747784155, 0.0070667400352443007, 0.0078307265672611665, 0.0087303198999904678,
      0.0097655200334322081, 0.01080072016687394, 0.011835920300315675, 0.012972656624967518,
      0.014210929140829467, 0.032136675829244767, 0.036074382984965424, 0.038996707232958935,
      0.041344828486913857, 0.060781566879264767, 0.026721246880099057, 0.045140789284024305,
      0.045469040186908061, 0.090639545844338976, 0.089796117172624298, 0.085133633669961559,
      0.073291373495759662, 0.058944890786123874, 0.045467812459545315, 0.033710232929523964,
      0.02351633024836754, 0.02505110281936181, 0.0088341784613603317, 0.0042548712201245604,
      0.0024146625625107361, 0.0015626525928399086, 0.0012401411559136194, 0.0011064752381958747,
      0.00098500189600104842, 0.0017609113605877007, 0.0015694146164649495, 0.0015635419634853012,
      0.0014103197555425399, 0.0012542038251194989, 0.000912589471141923, 0.00068115097234044909,
      0.00051986423570663236, 0.00075219655398345514, 0.0005145520272562831, 0.00038757842471173157,
      0.00024191276085998802, 0.00017593738303970662, 0.00012048208979391254, 8.541132620394874e-05,
      5.6738576009409317e-05, 7.4888439689176363e-05, 3.5688295576053556e-05, 1.7833288291626831e-05,
      1.093931179028006e-05, 5.693029836663955e-06, 2.653458937761415e-06, 0, 0};
};

} // namespace tables

/// DUNE near detector, antineutrino mode, "Optimized beam 80 GeV, 204m x 4m DP".
/// Source: DUNE 2015 CDR beam simulation (arXiv:1512.06148), as binned in the reference generator of arXiv:1902.06765; no mean energy is published to check it against.
struct dune_cdr_optimized_anti_numu : tabulated_flux<tables::dune_cdr_optimized_anti_numu, neutrino::anti_nu_mu> {};

} // namespace trident
