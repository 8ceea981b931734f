// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/dune_cdr_optimized_numu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct dune_cdr_optimized_numu {
  static constexpr std::string_view name = "dune_cdr_optimized_numu";
  static constexpr std::string_view description =
      "DUNE near detector, neutrino mode, \"Optimized beam 80 GeV, 204m x 4m DP\"";
  static constexpr std::string_view source =
      "DUNE 2015 CDR beam simulation (arXiv:1512.06148), as binned in the reference generator of arXiv:1902.06765; no mean energy is published to check it against";
  static constexpr std::string_view unit =
      "probability per bin (normalised shape; the sum of the printed digits is 1)";
  static constexpr bin_value kind = bin_value::content;
  static constexpr flux_normalisation normalisation = flux_normalisation::shape;
  static constexpr int reference_number = 3; ///< in the menu of arXiv:1902.06765
  static constexpr std::array<neutrino, 1> flavours = {
      neutrino::nu_mu};
  static constexpr std::array<double, 58> edges = {
      0, 0.5, 0.5625, 0.625, 0.6875, 0.75, 0.8125, 0.875, 0.9375, 1, 1.125, 1.25, 1.375, 1.5, 1.675, 1.75,
      1.875, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10, 11, 12, 13,
      14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 68};
  static constexpr std::array<double, 57> values = {
      // nu_mu
      0.030341135381200691, 0.0067474318826877492, 0.0074769653201438883, 0.0083367664211661374,
      0.0093268351857544955, 0.010316903950342854, 0.011306972714931215, 0.012391037909538776,
      0.013569099534165534, 0.030672383942211386, 0.034514346923444739, 0.037486026387404378,
      0.04005918454582847, 0.059624357978964607, 0.026318607308557802, 0.044485152016093599,
      0.044905710804120612, 0.09008680533109388, 0.090274768384034296, 0.085863258370136503,
      0.074989922332817344, 0.060222944497756302, 0.046282290489375169, 0.033905887606413776,
      0.023866624724187491, 0.025533628318441377, 0.0093531009216868584, 0.0046030700306817635,
      0.0027517617786446988, 0.0019778453310003159, 0.0016665395149737246, 0.0014323250577805108,
      0.0013552261671801195, 0.002536287098192517, 0.002371288987763375, 0.0022046987689107191,
      0.0021418852089266677, 0.0018342405480526543, 0.0013923581678720381, 0.00097012785605606435,
      0.00078282166851092615, 0.0010753673798828643, 0.0007720520390220245, 0.00052284297924111336,
      0.00037012535120660114, 0.0002843041537946402, 0.00020385348138638127, 0.00013748029013793429,
      0.00010316788559361339, 0.00012871903903485235, 5.4839624543784474e-05, 4.010488785026944e-05,
      1.7500839847014438e-05, 6.4813298011998177e-06, 4.5353516118472876e-06, 0, 0};
};

} // namespace tables

/// DUNE near detector, neutrino mode, "Optimized beam 80 GeV, 204m x 4m DP".
/// Source: DUNE 2015 CDR beam simulation (arXiv:1512.06148), as binned in the reference generator of arXiv:1902.06765; no mean energy is published to check it against.
struct dune_cdr_optimized_numu : tabulated_flux<tables::dune_cdr_optimized_numu, neutrino::nu_mu> {};

} // namespace trident
