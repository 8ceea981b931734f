// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/sndlhc.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct sndlhc {
  static constexpr std::string_view name = "sndlhc";
  static constexpr std::string_view description =
      "SND@LHC, LHC Run 3";
  static constexpr std::string_view source =
      "numbers of the public files of arXiv:2105.08270 (KlingFelix/FastNeutrinoFluxSimulation, commit c16ed47, Fluxes/SND@LHC); centres turned into edges (first edge 10 GeV, arithmetic centres); divided by 0.1521 m2, 150 fb^-1 and the widths of the bins";
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
      1.44118e+07, 1.71514e+07, 1.81439e+07, 2.106e+07, 2.34579e+07, 2.62274e+07, 2.85792e+07, 2.98161e+07,
      2.98838e+07, 2.89183e+07, 2.62751e+07, 2.22076e+07, 1.79541e+07, 1.40205e+07, 1.08448e+07, 8.4361e+06,
      6.46201e+06, 4.75615e+06, 3.22015e+06, 1.9599e+06, 1.02799e+06, 481752, 194459, 66996.7, 18152.4,
      3482.3, 233.429, 0.264031,
      // nu_mu
      1.19492e+09, 1.20152e+09, 1.13167e+09, 1.02153e+09, 8.98031e+08, 7.6747e+08, 6.42321e+08, 5.22531e+08,
      4.18041e+08, 3.22013e+08, 2.39571e+08, 1.72248e+08, 1.20826e+08, 8.34464e+07, 5.68647e+07,
      3.72815e+07, 2.39321e+07, 1.48488e+07, 8.80918e+06, 4.87228e+06, 2.4612e+06, 1.19121e+06, 532582,
      196942, 72016.3, 22714.4, 4138.73, 173.245,
      // nu_tau
      544689, 625060, 708530, 764260, 867132, 946642, 971775, 1.00256e+06, 1.06757e+06, 1.21942e+06,
      1.19044e+06, 1.13269e+06, 1.03877e+06, 794342, 581145, 379108, 265606, 211598, 161652, 107741,
      59975.9, 26485.4, 9866.14, 3612.97, 1311.56, 544.487, 167.576, 0.622037,
      // anti_nu_e
      1.50574e+07, 1.72262e+07, 1.94916e+07, 2.25361e+07, 2.58429e+07, 2.93277e+07, 3.26232e+07,
      3.42922e+07, 3.49404e+07, 3.31554e+07, 2.96906e+07, 2.46637e+07, 1.93984e+07, 1.46889e+07,
      1.10546e+07, 8.29443e+06, 6.35654e+06, 4.64403e+06, 3.10266e+06, 1.84027e+06, 953899, 438140, 178257,
      62171.6, 15353.6, 2947.99, 184.317, 8.22584,
      // anti_nu_mu
      1.13556e+09, 1.13193e+09, 1.04754e+09, 9.34887e+08, 8.1783e+08, 6.93652e+08, 5.73651e+08, 4.6003e+08,
      3.63151e+08, 2.75041e+08, 2.03805e+08, 1.45368e+08, 1.01029e+08, 6.85673e+07, 4.50187e+07,
      2.86084e+07, 1.77489e+07, 1.06991e+07, 6.01738e+06, 3.12212e+06, 1.48239e+06, 627815, 239531, 80106,
      20438.9, 3449.52, 326.108, 37.8109,
      // anti_nu_tau
      527769, 625318, 673710, 775829, 865435, 926688, 956574, 1.08891e+06, 1.12484e+06, 1.10444e+06,
      1.11358e+06, 1.19264e+06, 1.07734e+06, 816012, 585740, 387187, 277623, 214614, 161251, 108178,
      58122.2, 25988.1, 8436.88, 2024.66, 311.011, 14.9396, 0, 0};
};

} // namespace tables

/// SND@LHC, LHC Run 3.
/// Source: numbers of the public files of arXiv:2105.08270 (KlingFelix/FastNeutrinoFluxSimulation, commit c16ed47, Fluxes/SND@LHC); centres turned into edges (first edge 10 GeV, arithmetic centres); divided by 0.1521 m2, 150 fb^-1 and the widths of the bins.
template <neutrino Flavour>
struct sndlhc : tabulated_flux<tables::sndlhc, Flavour> {};

} // namespace trident
