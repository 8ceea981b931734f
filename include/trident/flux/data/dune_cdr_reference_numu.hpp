// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/dune_cdr_reference_numu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct dune_cdr_reference_numu {
  static constexpr std::string_view name = "dune_cdr_reference_numu";
  static constexpr std::string_view description =
      "DUNE near detector, neutrino mode, \"Reference beam 80 GeV, 204m x 4m DP\"";
  static constexpr std::string_view source =
      "DUNE 2015 CDR beam simulation (arXiv:1512.06148), as binned in the reference generator of arXiv:1902.06765; no mean energy is published to check it against";
  static constexpr std::string_view unit =
      "probability per bin (normalised shape; the sum of the printed digits is 1)";
  static constexpr bin_value kind = bin_value::content;
  static constexpr flux_normalisation normalisation = flux_normalisation::shape;
  static constexpr int reference_number = 2; ///< in the menu of arXiv:1902.06765
  static constexpr std::array<neutrino, 1> flavours = {
      neutrino::nu_mu};
  static constexpr std::array<double, 58> edges = {
      0, 0.5, 0.5625, 0.625, 0.6875, 0.75, 0.8125, 0.875, 0.9375, 1, 1.125, 1.25, 1.375, 1.5, 1.675, 1.75,
      1.875, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 9, 10, 11, 12, 13,
      14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 44, 48, 52, 56, 60, 68};
  static constexpr std::array<double, 57> values = {
      // nu_mu
      0.016929222000352028, 0.0035194637647099304, 0.0039829116525740924, 0.0046892260738794107,
      0.0056384070286258844, 0.0065875879833723608, 0.0075367689381188327, 0.0085260973293411531,
      0.0095555731570393238, 0.02219957379717314, 0.025883419771255443, 0.029133208408627379,
      0.031874508550684529, 0.048215685044267764, 0.021233326414717354, 0.035577621743078491,
      0.035651480188239958, 0.07080576484251018, 0.068729420213099648, 0.065984519161584723,
      0.063862715167464404, 0.061082341199759714, 0.057105041640653234, 0.051882186886053255,
      0.045893804794825702, 0.070905991112032676, 0.043380232777315328, 0.022817643597432203,
      0.011686634243009669, 0.0065112427091435178, 0.0041933522464089584, 0.0032400995695741996,
      0.002645292794772628, 0.0044958072197964424, 0.0038447555266115387, 0.0032644307251204359,
      0.0030166778154292169, 0.0027289100541381308, 0.002513499782078639, 0.0020709043104832217,
      0.0016787775293643737, 0.0026596485819110377, 0.0017968094847206754, 0.0012576733837704945,
      0.00085816628133770828, 0.00057657349345978891, 0.00045772455064504932, 0.00035085108908185458,
      0.00024626791765186692, 0.00032606693225858274, 0.00018456856534692867, 9.8525345315314615e-05,
      6.343354787143141e-05, 3.0809803926768894e-05, 1.1299529263990873e-05, 5.5579387279958966e-06,
      1.8957899910279147e-06};
};

} // namespace tables

/// DUNE near detector, neutrino mode, "Reference beam 80 GeV, 204m x 4m DP".
/// Source: DUNE 2015 CDR beam simulation (arXiv:1512.06148), as binned in the reference generator of arXiv:1902.06765; no mean energy is published to check it against.
struct dune_cdr_reference_numu : tabulated_flux<tables::dune_cdr_reference_numu, neutrino::nu_mu> {};

} // namespace trident
