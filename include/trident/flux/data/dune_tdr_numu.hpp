// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/dune_tdr_numu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct dune_tdr_numu {
  static constexpr std::string_view name = "dune_tdr_numu";
  static constexpr std::string_view description =
      "DUNE near detector, neutrino mode, \"Optimized beam 120 GeV\"";
  static constexpr std::string_view source =
      "DUNE optimised beam of October 2017 (TDR, arXiv:2002.03005), as binned in the reference generator of arXiv:1902.06765";
  static constexpr std::string_view unit =
      "probability per bin (normalised shape; the sum of the printed digits is 1)";
  static constexpr bin_value kind = bin_value::content;
  static constexpr flux_normalisation normalisation = flux_normalisation::shape;
  static constexpr int reference_number = 4; ///< in the menu of arXiv:1902.06765
  static constexpr std::array<neutrino, 1> flavours = {
      neutrino::nu_mu};
  static constexpr std::array<double, 58> edges = {
      0, 0.5, 0.5625, 0.625, 0.6875, 0.75, 0.8125, 0.875, 0.9375, 1, 1.125, 1.25, 1.375, 1.5, 1.675, 1.75,
      1.875, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10, 11, 12, 13,
      14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 68};
  static constexpr std::array<double, 57> values = {
      // nu_mu
      0.030303591670871571, 0.0073251602792665368, 0.0083142055691567598, 0.0092649822017216998,
      0.010177490176961356, 0.011089998152201012, 0.012002506127440669, 0.012866938965250384,
      0.01368329666563017, 0.029815666432399648, 0.032203925863607111, 0.033715013924502914,
      0.035226721081251938, 0.051910228112762191, 0.023405883399033881, 0.040740771613514949,
      0.042212648202345923, 0.086350630580413854, 0.086176945738322186, 0.082573543483213288,
      0.07431057564520524, 0.063865270466191684, 0.052173676656458612, 0.039271345374811986,
      0.027060661299063898, 0.026355764749912615, 0.0087504817637031104, 0.0044901147813728058,
      0.0033879731839047745, 0.0028761496738814061, 0.0026130818997861897, 0.0023296930565540131,
      0.002168072939454591, 0.0040493313870683572, 0.0036508453898077141, 0.0033657482369343636,
      0.0029885437747616378, 0.0027914225708134191, 0.0024512906492736258, 0.0020017201441648773,
      0.0015097853117731971, 0.0019742464261929219, 0.0012971854169410489, 0.0010996380537390308,
      0.00080037303328829264, 0.00060794832607256421, 0.00046160044345219001, 0.0003936343042457902,
      0.00026165429784785852, 0.00041413321257396799, 0.00031369445620507561, 0.00017357603823251104,
      0.00012754192584631867, 9.9992380264998513e-05, 5.4694242562551982e-05, 4.3293561882316411e-05,
      5.5096685887558225e-05};
};

} // namespace tables

/// DUNE near detector, neutrino mode, "Optimized beam 120 GeV".
/// Source: DUNE optimised beam of October 2017 (TDR, arXiv:2002.03005), as binned in the reference generator of arXiv:1902.06765.
struct dune_tdr_numu : tabulated_flux<tables::dune_tdr_numu, neutrino::nu_mu> {};

} // namespace trident
