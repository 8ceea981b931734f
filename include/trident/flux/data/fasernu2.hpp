// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/fasernu2.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct fasernu2 {
  static constexpr std::string_view name = "fasernu2";
  static constexpr std::string_view description =
      "FASERnu2, HL-LHC";
  static constexpr std::string_view source =
      "numbers of the public files of arXiv:2105.08270 (KlingFelix/FastNeutrinoFluxSimulation, commit c16ed47, Fluxes/FASERv2); centres turned into edges (first edge 10 GeV, arithmetic centres); divided by 0.25 m2, 3000 fb^-1 and the widths of the bins";
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
      7.43235e+06, 7.053e+06, 9.43491e+06, 9.64711e+06, 1.09601e+07, 1.19942e+07, 1.30374e+07, 1.36621e+07,
      1.43103e+07, 1.50379e+07, 1.52414e+07, 1.55703e+07, 1.55224e+07, 1.43934e+07, 1.28535e+07,
      1.07542e+07, 8.33883e+06, 5.98171e+06, 3.94989e+06, 2.38921e+06, 1.31285e+06, 648835, 301220, 120095,
      36779, 6603.39, 229.086, 0.0337388,
      // nu_mu
      5.19169e+08, 4.9877e+08, 4.76008e+08, 4.61717e+08, 4.44111e+08, 4.21213e+08, 3.87918e+08, 3.4381e+08,
      3.01054e+08, 2.55861e+08, 2.11066e+08, 1.70821e+08, 1.36872e+08, 1.05561e+08, 7.91295e+07,
      5.82899e+07, 4.2209e+07, 3.04337e+07, 2.10268e+07, 1.34166e+07, 8.07063e+06, 4.50387e+06, 2.15676e+06,
      895087, 334002, 103140, 12435.7, 57.5793,
      // nu_tau
      604369, 628784, 674638, 790186, 769214, 997629, 890749, 794417, 758376, 732341, 665504, 587660,
      556612, 473880, 438773, 356524, 173155, 103661, 67637.8, 43976.7, 29277.7, 20152, 11768.2, 3669.42,
      175.248, 0, 0, 0,
      // anti_nu_e
      7.5743e+06, 8.09778e+06, 9.13089e+06, 1.03481e+07, 1.16401e+07, 1.3005e+07, 1.4939e+07, 1.7163e+07,
      1.88536e+07, 2.10253e+07, 2.32441e+07, 2.50494e+07, 2.54941e+07, 2.39995e+07, 2.09403e+07,
      1.65123e+07, 1.17062e+07, 7.48405e+06, 4.36574e+06, 2.32912e+06, 1.14766e+06, 493804, 182435, 48703.6,
      9306.56, 1029.54, 21.2693, 0.00968072,
      // anti_nu_mu
      4.86987e+08, 4.65459e+08, 4.32995e+08, 4.13134e+08, 3.90303e+08, 3.60241e+08, 3.21802e+08,
      2.84163e+08, 2.44456e+08, 2.05863e+08, 1.6631e+08, 1.32074e+08, 1.02069e+08, 7.7003e+07, 5.65118e+07,
      4.0319e+07, 2.81393e+07, 1.8318e+07, 1.14806e+07, 6.77469e+06, 3.58173e+06, 1.71769e+06, 705313,
      227455, 55908.7, 6498.47, 144.014, 0,
      // anti_nu_tau
      619025, 612187, 733537, 828023, 852834, 838373, 809234, 816815, 867547, 732338, 782083, 640013,
      526032, 367528, 264214, 257147, 202855, 109717, 85618.3, 70792.4, 51017.8, 31494.8, 12718.4, 1900.51,
      150.652, 0, 0, 0};
};

} // namespace tables

/// FASERnu2, HL-LHC.
/// Source: numbers of the public files of arXiv:2105.08270 (KlingFelix/FastNeutrinoFluxSimulation, commit c16ed47, Fluxes/FASERv2); centres turned into edges (first edge 10 GeV, arithmetic centres); divided by 0.25 m2, 3000 fb^-1 and the widths of the bins.
template <neutrino Flavour>
struct fasernu2 : tabulated_flux<tables::fasernu2, Flavour> {};

} // namespace trident
