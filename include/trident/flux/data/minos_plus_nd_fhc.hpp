// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/minos_plus_nd_fhc.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct minos_plus_nd_fhc {
  static constexpr std::string_view name = "minos_plus_nd_fhc";
  static constexpr std::string_view description =
      "MINOS+ near detector, NuMI medium-energy beam, neutrino mode, muon flavour; up to 15 GeV; its source states no integral or mean; 1.28 times what is quoted for MINERvA in the same beam";
  static constexpr std::string_view source =
      "digitised by github.com/DiegoLopezGutierrez/tau_tridents, csv/fluxes (analysis of arXiv:2406.20067)";
  static constexpr std::string_view unit =
      "neutrinos / m^2 / GeV / proton on target (converted from neutrinos / m^2 / GeV / 1e20 POT)";
  static constexpr bin_value kind = bin_value::density;
  static constexpr flux_normalisation normalisation = flux_normalisation::per_area_and_proton;
  static constexpr std::array<neutrino, 2> flavours = {
      neutrino::nu_mu,
      neutrino::anti_nu_mu};
  static constexpr std::array<double, 76> edges = {
      0.2, 0.3, 0.5, 0.7, 0.9, 1.1, 1.3, 1.5, 1.7, 1.9, 2.1, 2.3, 2.5, 2.7, 2.9, 3.1, 3.3, 3.5, 3.7, 3.9,
      4.1, 4.3, 4.5, 4.7, 4.9, 5.1, 5.3, 5.5, 5.7, 5.9, 6.1, 6.3, 6.5, 6.7, 6.9, 7.1, 7.3, 7.5, 7.7, 7.9,
      8.1, 8.3, 8.5, 8.7, 8.9, 9.1, 9.3, 9.5, 9.7, 9.9, 10.1, 10.3, 10.5, 10.7, 10.9, 11.1, 11.3, 11.5,
      11.7, 11.9, 12.1, 12.3, 12.5, 12.7, 12.9, 13.1, 13.3, 13.5, 13.7, 13.9, 14.1, 14.3, 14.5, 14.7, 14.9,
      15};
  static constexpr std::array<double, 150> values = {
      // nu_mu
      6.30957e-07, 3.45203e-06, 7.51749e-06, 7.50946e-06, 8.05076e-06, 8.04073e-06, 9.93258e-06,
      1.22696e-05, 1.6272e-05, 2.15802e-05, 3.29708e-05, 4.07282e-05, 5.03199e-05, 6.21593e-05, 7.6798e-05,
      8.83786e-05, 9.47491e-05, 0.000101597, 0.00010894, 0.000116792, 0.000116668, 0.000116522, 0.000124921,
      0.000124766, 0.000124633, 0.000133616, 0.000143248, 0.000143095, 0.000142917, 0.000153218,
      0.000153028, 0.000152864, 0.000152647, 0.00015243, 0.000152294, 0.000141726, 0.000131868, 0.000114324,
      9.90962e-05, 8.58969e-05, 7.99222e-05, 6.92891e-05, 5.59521e-05, 4.51902e-05, 3.9171e-05, 3.16312e-05,
      2.74229e-05, 2.21444e-05, 1.91983e-05, 1.44426e-05, 1.25189e-05, 1.08533e-05, 9.40601e-06,
      8.15461e-06, 7.0697e-06, 6.57795e-06, 5.31274e-06, 4.6051e-06, 4.28478e-06, 3.98745e-06, 4.27488e-06,
      4.26956e-06, 3.97258e-06, 3.69691e-06, 3.20449e-06, 2.98213e-06, 2.7747e-06, 2.40512e-06, 2.40255e-06,
      2.39956e-06, 2.23265e-06, 2.22987e-06, 2.39103e-06, 2.38805e-06, 2.38593e-06,
      // anti_nu_mu
      8.37678e-07, 3.21592e-06, 3.44835e-06, 3.44467e-06, 3.44038e-06, 3.20107e-06, 3.19709e-06,
      2.97471e-06, 2.97153e-06, 2.96836e-06, 2.96466e-06, 2.75845e-06, 2.7555e-06, 2.75207e-06, 2.74913e-06,
      2.9473e-06, 2.94363e-06, 3.15637e-06, 2.93735e-06, 2.93369e-06, 2.93056e-06, 2.92691e-06, 2.92326e-06,
      2.91962e-06, 2.91651e-06, 2.91287e-06, 2.90925e-06, 2.90614e-06, 2.90252e-06, 2.70063e-06,
      2.69727e-06, 2.69439e-06, 2.69055e-06, 2.50296e-06, 2.50029e-06, 2.49806e-06, 2.49495e-06,
      2.49229e-06, 2.48919e-06, 2.31604e-06, 2.48299e-06, 2.48034e-06, 2.14996e-06, 2.14767e-06,
      1.99828e-06, 1.85929e-06, 1.8573e-06, 1.85499e-06, 1.85301e-06, 1.60619e-06, 1.60419e-06, 1.39077e-06,
      1.38879e-06, 1.38731e-06, 1.48757e-06, 1.48572e-06, 1.11788e-06, 1.19846e-06, 1.03883e-06,
      1.11391e-06, 9.65539e-07, 1.11114e-06, 9.62965e-07, 9.62108e-07, 8.33958e-07, 9.59884e-07, 8.3203e-07,
      6.71878e-07, 7.20436e-07, 6.24476e-07, 6.23699e-07, 7.17748e-07, 6.22257e-07, 6.21482e-07, 6.66517e-07};
};

} // namespace tables

/// MINOS+ near detector, NuMI medium-energy beam, neutrino mode, muon flavour; up to 15 GeV; its source states no integral or mean; 1.28 times what is quoted for MINERvA in the same beam.
/// Source: digitised by github.com/DiegoLopezGutierrez/tau_tridents, csv/fluxes (analysis of arXiv:2406.20067).
template <neutrino Flavour>
struct minos_plus_nd_fhc : tabulated_flux<tables::minos_plus_nd_fhc, Flavour> {};

} // namespace trident
