// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/t2k_ingrid_fhc.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct t2k_ingrid_fhc {
  static constexpr std::string_view name = "t2k_ingrid_fhc";
  static constexpr std::string_view description =
      "T2K on-axis detector INGRID, neutrino mode; up to 4 GeV";
  static constexpr std::string_view source =
      "digitised by github.com/DiegoLopezGutierrez/tau_tridents, csv/fluxes (analysis of arXiv:2406.20067); one spectrum, divided as 92.5 % nu_mu, 5.8 % anti-nu_mu, 1.5 % nu_e, 0.2 % anti-nu_e (arXiv:1807.10973 as quoted there)";
  static constexpr std::string_view unit =
      "neutrinos / m^2 / GeV / proton on target (converted from neutrinos / m^2 / GeV / 1e20 POT)";
  static constexpr bin_value kind = bin_value::density;
  static constexpr flux_normalisation normalisation = flux_normalisation::per_area_and_proton;
  static constexpr std::array<neutrino, 4> flavours = {
      neutrino::nu_e,
      neutrino::nu_mu,
      neutrino::anti_nu_e,
      neutrino::anti_nu_mu};
  static constexpr std::array<double, 39> edges = {
      0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2,
      2.3, 2.4, 2.5, 2.6, 2.7, 2.8, 2.9, 3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4};
  static constexpr std::array<double, 152> values = {
      // nu_e
      7.3179e-07, 1.38821e-06, 2.09881e-06, 2.8334e-06, 3.41555e-06, 3.81791e-06, 4.10958e-06, 4.42289e-06,
      4.25227e-06, 4.24367e-06, 4.07761e-06, 4.07172e-06, 3.91295e-06, 3.62159e-06, 3.35193e-06,
      2.98742e-06, 2.66255e-06, 2.37267e-06, 2.11496e-06, 1.74789e-06, 1.50011e-06, 1.28708e-06,
      1.14744e-06, 9.84781e-07, 8.45054e-07, 6.9839e-07, 6.46388e-07, 5.34204e-07, 4.41426e-07, 3.78903e-07,
      3.01499e-07, 2.89784e-07, 2.1388e-07, 1.83533e-07, 1.63598e-07, 1.35205e-07, 1.20502e-07, 1.15803e-07,
      // nu_mu
      4.5127e-05, 8.56063e-05, 0.000129426, 0.000174726, 0.000210626, 0.000235438, 0.000253424, 0.000272745,
      0.000262223, 0.000261693, 0.000251453, 0.000251089, 0.000241298, 0.000223332, 0.000206702,
      0.000184224, 0.000164191, 0.000146315, 0.000130422, 0.000107787, 9.25067e-05, 7.93698e-05,
      7.07591e-05, 6.07281e-05, 5.21116e-05, 4.30674e-05, 3.98606e-05, 3.29426e-05, 2.72213e-05,
      2.33657e-05, 1.85924e-05, 1.787e-05, 1.31892e-05, 1.13179e-05, 1.00886e-05, 8.33763e-06, 7.43095e-06,
      7.14119e-06,
      // anti_nu_e
      9.75719e-08, 1.85095e-07, 2.79841e-07, 3.77786e-07, 4.55407e-07, 5.09055e-07, 5.47944e-07,
      5.89718e-07, 5.6697e-07, 5.65823e-07, 5.43681e-07, 5.42895e-07, 5.21726e-07, 4.82879e-07, 4.46924e-07,
      3.98323e-07, 3.55007e-07, 3.16356e-07, 2.81994e-07, 2.33053e-07, 2.00014e-07, 1.7161e-07, 1.52993e-07,
      1.31304e-07, 1.12674e-07, 9.31186e-08, 8.61851e-08, 7.12272e-08, 5.88568e-08, 5.05204e-08,
      4.01998e-08, 3.86379e-08, 2.85173e-08, 2.44711e-08, 2.18131e-08, 1.80273e-08, 1.60669e-08,
      1.54404e-08,
      // anti_nu_mu
      2.82959e-06, 5.36775e-06, 8.11538e-06, 1.09558e-05, 1.32068e-05, 1.47626e-05, 1.58904e-05,
      1.71018e-05, 1.64421e-05, 1.64089e-05, 1.57668e-05, 1.5744e-05, 1.51301e-05, 1.40035e-05, 1.29608e-05,
      1.15514e-05, 1.02952e-05, 9.17432e-06, 8.17783e-06, 6.75852e-06, 5.80042e-06, 4.9767e-06, 4.43679e-06,
      3.80782e-06, 3.26754e-06, 2.70044e-06, 2.49937e-06, 2.06559e-06, 1.70685e-06, 1.46509e-06,
      1.16579e-06, 1.1205e-06, 8.27001e-07, 7.09661e-07, 6.3258e-07, 5.22792e-07, 4.65941e-07, 4.47772e-07};
};

} // namespace tables

/// T2K on-axis detector INGRID, neutrino mode; up to 4 GeV.
/// Source: digitised by github.com/DiegoLopezGutierrez/tau_tridents, csv/fluxes (analysis of arXiv:2406.20067); one spectrum, divided as 92.5 % nu_mu, 5.8 % anti-nu_mu, 1.5 % nu_e, 0.2 % anti-nu_e (arXiv:1807.10973 as quoted there).
template <neutrino Flavour>
struct t2k_ingrid_fhc : tabulated_flux<tables::t2k_ingrid_fhc, Flavour> {};

} // namespace trident
