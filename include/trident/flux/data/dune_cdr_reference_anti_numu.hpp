// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/dune_cdr_reference_anti_numu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct dune_cdr_reference_anti_numu {
  static constexpr std::string_view name = "dune_cdr_reference_anti_numu";
  static constexpr std::string_view description =
      "DUNE near detector, antineutrino mode, \"Reference beam 80 GeV, 204m x 4m DP\"";
  static constexpr std::string_view source =
      "DUNE 2015 CDR beam simulation (arXiv:1512.06148), as binned in the reference generator of arXiv:1902.06765; no mean energy is published to check it against";
  static constexpr std::string_view unit =
      "probability per bin (normalised shape; the sum of the printed digits is 1)";
  static constexpr bin_value kind = bin_value::content;
  static constexpr flux_normalisation normalisation = flux_normalisation::shape;
  static constexpr int reference_number = 5; ///< in the menu of arXiv:1902.06765
  static constexpr std::array<neutrino, 1> flavours = {
      neutrino::anti_nu_mu};
  static constexpr std::array<double, 58> edges = {
      0, 0.5, 0.5625, 0.625, 0.6875, 0.75, 0.8125, 0.875, 0.9375, 1, 1.125, 1.25, 1.375, 1.5, 1.675, 1.75,
      1.875, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10, 11, 12, 13,
      14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 68};
  static constexpr std::array<double, 57> values = {
      // anti_nu_mu
      0.018256730243098179, 0.0037435614044700376, 0.0042405180692678315, 0.0049920236448223075,
      0.0059980781311334665, 0.0070041326174446229, 0.008010187103755782, 0.0090503747690447757,
      0.010124695613311606, 0.023472353759423706, 0.027146977359773609, 0.030198941183406092,
      0.03289593124377594, 0.049807677194343702, 0.021877647146512504, 0.03652421902104553,
      0.036482895019054912, 0.072231067934278456, 0.06974152404692055, 0.06670896536964209,
      0.063860721683374547, 0.060345547050239888, 0.056413416298653353, 0.051071486463199194,
      0.044881886914277143, 0.06982754813705945, 0.041812256874133411, 0.022092370442488882,
      0.011148788465610923, 0.0060313802652941749, 0.0037206176050054961, 0.0028263626133770135,
      0.0023423878055782018, 0.0039212389502711921, 0.0030855503623381524, 0.0027108282840837177,
      0.0023061869531683268, 0.0020301373652827303, 0.0018033532792124073, 0.0015979080660849783,
      0.0012834312411885817, 0.0019487411878449862, 0.0013955243226500662, 0.00087268022171091625,
      0.00061642407857799098, 0.00045713747328431765, 0.00029330779280168452, 0.00021117461180226863,
      0.0001675030147755297, 0.00021599982280790325, 0.00011328128492115294, 4.0498462076067538e-05,
      2.6887499140459588e-05, 1.2045434001936979e-05, 5.2742566658451893e-06, 1.6145424910991908e-06, 0};
};

} // namespace tables

/// DUNE near detector, antineutrino mode, "Reference beam 80 GeV, 204m x 4m DP".
/// Source: DUNE 2015 CDR beam simulation (arXiv:1512.06148), as binned in the reference generator of arXiv:1902.06765; no mean energy is published to check it against.
struct dune_cdr_reference_anti_numu : tabulated_flux<tables::dune_cdr_reference_anti_numu, neutrino::anti_nu_mu> {};

} // namespace trident
