// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/flare.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct flare {
  static constexpr std::string_view name = "flare";
  static constexpr std::string_view description =
      "FLArE (10 t liquid argon, 1 m x 1 m), HL-LHC";
  static constexpr std::string_view source =
      "numbers of the public files of arXiv:2105.08270 (KlingFelix/FastNeutrinoFluxSimulation, commit c16ed47, Fluxes/FLArE); centres turned into edges (first edge 10 GeV, arithmetic centres); divided by 1 m2, 3000 fb^-1 and the widths of the bins";
  static constexpr std::string_view unit =
      "neutrinos / m^2 / GeV / fb^-1";
  static constexpr bin_value kind = bin_value::density;
  static constexpr flux_normalisation normalisation = flux_normalisation::per_area_and_inverse_femtobarn;
  static constexpr std::array<neutrino, 6> flavours = {
      neutrino::nu_e,
      neutrino::nu_mu,
      neutrino::nu_tau,
      neutrino::anti_nu_e,
      neutrino::anti_nu_mu,
      neutrino::anti_nu_tau};
  static constexpr std::array<double, 29> edges = {
      10, 12.67271, 15.95415, 20.08496, 25.28545, 31.83258, 40.07472, 50.45128, 63.5142, 79.95995, 100.6632,
      126.7274, 159.5412, 200.8499, 252.8542, 318.3261, 400.7469, 504.5131, 635.1417, 799.5998, 1006.631,
      1267.275, 1595.411, 2008.5, 2528.541, 3183.262, 4007.468, 5045.132, 6351.416};
  static constexpr std::array<double, 168> values = {
      // nu_e
      7.32628e+06, 7.92425e+06, 9.22865e+06, 9.81764e+06, 1.10877e+07, 1.21864e+07, 1.33012e+07,
      1.39193e+07, 1.42494e+07, 1.45884e+07, 1.41829e+07, 1.35096e+07, 1.20312e+07, 1.01595e+07,
      8.12674e+06, 6.20463e+06, 4.45269e+06, 3.04004e+06, 1.92966e+06, 1.13655e+06, 606894, 279102, 112339,
      37862.9, 10451.3, 1785.36, 59.4463, 0.0199725,
      // nu_mu
      5.1285e+08, 5.07916e+08, 4.77435e+08, 4.49241e+08, 4.13204e+08, 3.74491e+08, 3.25872e+08, 2.78441e+08,
      2.32447e+08, 1.88386e+08, 1.48188e+08, 1.13207e+08, 8.51708e+07, 6.28132e+07, 4.56881e+07,
      3.26645e+07, 2.29489e+07, 1.57538e+07, 1.02483e+07, 6.1961e+06, 3.56276e+06, 1.92221e+06, 879582,
      338802, 122471, 40450.6, 5678.89, 33.7713,
      // nu_tau
      577632, 601086, 692876, 775639, 771720, 980916, 884079, 816556, 763392, 727979, 680431, 597677,
      538641, 432013, 368971, 289795, 165259, 94461.6, 63534.4, 40974.7, 25263.7, 16273.4, 8805.43, 2617.56,
      151.421, 0, 0, 0,
      // anti_nu_e
      7.8304e+06, 8.70482e+06, 9.624e+06, 1.08505e+07, 1.24986e+07, 1.42022e+07, 1.58577e+07, 1.74028e+07,
      1.86726e+07, 1.93791e+07, 1.93617e+07, 1.83895e+07, 1.61782e+07, 1.34206e+07, 1.05174e+07,
      7.65814e+06, 5.20585e+06, 3.26671e+06, 1.89862e+06, 1.02309e+06, 500546, 211972, 74943.1, 18358.4,
      2973.49, 287.179, 5.36596, 0.00391657,
      // anti_nu_mu
      4.8435e+08, 4.68987e+08, 4.33517e+08, 4.03563e+08, 3.66931e+08, 3.23692e+08, 2.78349e+08, 2.34701e+08,
      1.9202e+08, 1.53618e+08, 1.18595e+08, 8.96028e+07, 6.61862e+07, 4.78065e+07, 3.37001e+07, 2.32239e+07,
      1.55505e+07, 9.72556e+06, 5.85644e+06, 3.31716e+06, 1.67502e+06, 741373, 288019, 91302.2, 21102.8,
      2354.36, 65.8228, 0,
      // anti_nu_tau
      599332, 628521, 707634, 805125, 848012, 827296, 822718, 818979, 856255, 747434, 733769, 631677,
      503259, 354561, 265155, 232261, 175783, 103153, 77530.7, 58451.6, 39751.9, 23777.5, 9972.5, 1743.75,
      91.4672, 0, 0, 0};
};

} // namespace tables

/// FLArE (10 t liquid argon, 1 m x 1 m), HL-LHC.
/// Source: numbers of the public files of arXiv:2105.08270 (KlingFelix/FastNeutrinoFluxSimulation, commit c16ed47, Fluxes/FLArE); centres turned into edges (first edge 10 GeV, arithmetic centres); divided by 1 m2, 3000 fb^-1 and the widths of the bins.
template <neutrino Flavour>
struct flare : tabulated_flux<tables::flare, Flavour> {};

} // namespace trident
