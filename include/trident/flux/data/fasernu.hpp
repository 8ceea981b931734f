// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/fasernu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct fasernu {
  static constexpr std::string_view name = "fasernu";
  static constexpr std::string_view description =
      "FASERnu, LHC Run 3";
  static constexpr std::string_view source =
      "numbers of the public files of arXiv:2105.08270 (KlingFelix/FastNeutrinoFluxSimulation, commit c16ed47, Fluxes/FASERv); centres turned into edges (first edge 10 GeV, arithmetic centres); divided by 0.0625 m2, 150 fb^-1 and the widths of the bins";
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
      1.5187e+07, 1.58854e+07, 1.83162e+07, 1.97067e+07, 2.21049e+07, 2.49114e+07, 2.70866e+07, 2.84754e+07,
      3.00322e+07, 3.11909e+07, 3.23873e+07, 3.25473e+07, 3.23928e+07, 3.05927e+07, 2.73134e+07,
      2.28464e+07, 1.81579e+07, 1.38245e+07, 1.02085e+07, 7.45711e+06, 5.44428e+06, 4.01491e+06,
      2.83912e+06, 1.82288e+06, 936656, 316314, 39127.4, 377.837,
      // nu_mu
      1.27439e+09, 1.22301e+09, 1.15137e+09, 1.08789e+09, 1.03431e+09, 9.77642e+08, 8.96648e+08,
      7.93242e+08, 6.93339e+08, 5.91994e+08, 4.87986e+08, 3.95853e+08, 3.14624e+08, 2.42967e+08,
      1.83342e+08, 1.32734e+08, 9.32479e+07, 6.42649e+07, 4.30589e+07, 2.69548e+07, 1.67503e+07,
      1.01007e+07, 5.66168e+06, 2.97262e+06, 1.36698e+06, 428422, 54348.6, 1480.83,
      // nu_tau
      524102, 622908, 716908, 734105, 842669, 937362, 997617, 1.02169e+06, 1.02297e+06, 1.13545e+06,
      1.14225e+06, 1.05708e+06, 976971, 1.00221e+06, 831413, 736372, 602499, 443588, 260016, 170945, 137190,
      100771, 59123.9, 30605.1, 16670.6, 4952.89, 357.873, 0,
      // anti_nu_e
      1.46933e+07, 1.64036e+07, 1.82725e+07, 2.14991e+07, 2.28574e+07, 2.65393e+07, 3.07125e+07,
      3.35778e+07, 3.68115e+07, 4.02547e+07, 4.35038e+07, 4.61642e+07, 4.68732e+07, 4.48195e+07,
      3.94335e+07, 3.23845e+07, 2.44413e+07, 1.72629e+07, 1.15123e+07, 7.37135e+06, 4.55647e+06,
      2.72713e+06, 1.56919e+06, 776942, 313765, 87913.9, 14073.2, 537.206,
      // anti_nu_mu
      1.22492e+09, 1.15692e+09, 1.08161e+09, 9.98343e+08, 9.33541e+08, 8.66019e+08, 7.76869e+08,
      6.82072e+08, 5.90527e+08, 5.001e+08, 4.0925e+08, 3.26026e+08, 2.53678e+08, 1.91843e+08, 1.40793e+08,
      9.97708e+07, 6.84459e+07, 4.45664e+07, 2.80405e+07, 1.69458e+07, 9.76013e+06, 5.23223e+06,
      2.60334e+06, 1.13319e+06, 401695, 97598.7, 15076.5, 597.961,
      // anti_nu_tau
      549798, 628916, 684220, 766118, 874382, 932264, 947402, 1.09662e+06, 1.08874e+06, 1.09239e+06,
      1.02549e+06, 1.08256e+06, 1.02837e+06, 1.00031e+06, 909014, 810673, 505214, 374811, 304000, 178621,
      133748, 99855.2, 68367.2, 37724.9, 13702.3, 1879.42, 51.923, 0};
};

} // namespace tables

/// FASERnu, LHC Run 3.
/// Source: numbers of the public files of arXiv:2105.08270 (KlingFelix/FastNeutrinoFluxSimulation, commit c16ed47, Fluxes/FASERv); centres turned into edges (first edge 10 GeV, arithmetic centres); divided by 0.0625 m2, 150 fb^-1 and the widths of the bins.
template <neutrino Flavour>
struct fasernu : tabulated_flux<tables::fasernu, Flavour> {};

} // namespace trident
