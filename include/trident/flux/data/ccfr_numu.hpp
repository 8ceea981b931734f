// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/ccfr_numu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct ccfr_numu {
  static constexpr std::string_view name = "ccfr_numu";
  static constexpr std::string_view description =
      "CCFR experiment, nu_mu spectrum";
  static constexpr std::string_view source =
      "CCFR quadrupole-triplet beam, as binned in the reference generator of arXiv:1902.06765";
  static constexpr std::string_view unit =
      "probability per bin (normalised shape; the sum of the printed digits is 1.00000015914)";
  static constexpr bin_value kind = bin_value::content;
  static constexpr flux_normalisation normalisation = flux_normalisation::shape;
  static constexpr int reference_number = 8; ///< in the menu of arXiv:1902.06765
  static constexpr std::array<neutrino, 1> flavours = {
      neutrino::nu_mu};
  static constexpr std::array<double, 55> edges = {
      0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210,
      220, 230, 240, 250, 260, 270, 280, 290, 300, 310, 320, 330, 340, 350, 360, 370, 380, 390, 400, 410,
      420, 430, 440, 450, 460, 470, 480, 490, 500, 510, 520, 530, 540};
  static constexpr std::array<double, 54> values = {
      // nu_mu
      3.7775962788312634e-05, 0.024589200539869328, 0.045881338366761774, 0.062945662083781953,
      0.080311715465870084, 0.089162062372361656, 0.092600210422198806, 0.091965158757675192,
      0.087800482416708889, 0.079194282471501801, 0.066390996879786696, 0.052474983898253627,
      0.037498752520434338, 0.026572702661156588, 0.019361180280512289, 0.014363352640400317,
      0.011400646027288307, 0.0094228865982731169, 0.0083274331516678124, 0.007427815738578398,
      0.0067332214977207597, 0.0066229798881222114, 0.0071163009178406072, 0.0075611928121301292,
      0.0079619514359181333, 0.0079125410088048114, 0.0073692701253802832, 0.0066593637308359748,
      0.0057597602090256363, 0.0048661352688074595, 0.0039740413451551078, 0.003247487351897969,
      0.002673475530266109, 0.0022025228976508466, 0.0018350608646777167, 0.0015494848227251424,
      0.0013430977923676066, 0.0011515151567521881, 0.00097366193966042782, 0.00082610184853832542,
      0.00071041439140448752, 0.00060529425729980314, 0.00050949051004738131, 0.00042582702496147141,
      0.00035378840012588225, 0.0002963134108985226, 0.00025543210287580319, 0.00021643619426781096,
      0.00017883719829326234, 0.00014275731450908731, 0.00010810647997151652, 7.4801438310811519e-05,
      4.2765277497462252e-05, 1.2089438571004829e-05};
};

} // namespace tables

/// CCFR experiment, nu_mu spectrum.
/// Source: CCFR quadrupole-triplet beam, as binned in the reference generator of arXiv:1902.06765.
struct ccfr_numu : tabulated_flux<tables::ccfr_numu, neutrino::nu_mu> {};

} // namespace trident
