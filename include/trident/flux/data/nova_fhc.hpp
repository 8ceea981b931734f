// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/nova_fhc.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct nova_fhc {
  static constexpr std::string_view name = "nova_fhc";
  static constexpr std::string_view description =
      "NOvA near detector, NuMI medium energy off axis, forward horn current, muon neutrinos";
  static constexpr std::string_view source =
      "NOvA data release 2017, as tabulated in the public data of DarkNews-generator (nova_fhc_numu.dat); per bin, m2 and 1e6 protons there, with errors of 9 to 13 % of each bin";
  static constexpr std::string_view unit =
      "neutrinos / m^2 / GeV / proton on target (converted from neutrinos / bin / m^2 / 10^6 POT)";
  static constexpr bin_value kind = bin_value::density;
  static constexpr flux_normalisation normalisation = flux_normalisation::per_area_and_proton;
  static constexpr std::array<neutrino, 1> flavours = {
      neutrino::nu_mu};
  static constexpr std::array<double, 39> edges = {
      0, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.4, 3.6, 3.8, 4, 4.2, 4.4, 4.6,
      4.8, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
  static constexpr std::array<double, 38> values = {
      // nu_mu
      7.7505e-06, 1.61655e-05, 1.9446e-05, 2.5364e-05, 3.8003e-05, 5.49275e-05, 6.8541e-05, 7.339e-05,
      6.56435e-05, 5.04775e-05, 3.53905e-05, 2.40125e-05, 1.59255e-05, 1.02815e-05, 6.5955e-06, 4.395e-06,
      3.1825e-06, 2.496e-06, 2.0915e-06, 1.8385e-06, 1.639e-06, 1.475e-06, 1.3765e-06, 1.0922e-06,
      8.626e-07, 7.567e-07, 7.231e-07, 7.387e-07, 7.761e-07, 8.246e-07, 8.153e-07, 7.144e-07, 5.692e-07,
      4.357e-07, 3.296e-07, 2.644e-07, 2.173e-07, 1.822e-07};
};

} // namespace tables

/// NOvA near detector, NuMI medium energy off axis, forward horn current, muon neutrinos.
/// Source: NOvA data release 2017, as tabulated in the public data of DarkNews-generator (nova_fhc_numu.dat); per bin, m2 and 1e6 protons there, with errors of 9 to 13 % of each bin.
struct nova_fhc : tabulated_flux<tables::nova_fhc, neutrino::nu_mu> {};

} // namespace trident
