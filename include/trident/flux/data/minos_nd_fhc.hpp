// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/minos_nd_fhc.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct minos_nd_fhc {
  static constexpr std::string_view name = "minos_nd_fhc";
  static constexpr std::string_view description =
      "MINOS near detector, NuMI low-energy beam, neutrino mode, muon flavour; up to 15 GeV";
  static constexpr std::string_view source =
      "digitised by github.com/DiegoLopezGutierrez/tau_tridents, csv/fluxes (analysis of arXiv:2406.20067)";
  static constexpr std::string_view unit =
      "neutrinos / m^2 / GeV / proton on target (converted from neutrinos / m^2 / GeV / 1e20 POT)";
  static constexpr bin_value kind = bin_value::density;
  static constexpr flux_normalisation normalisation = flux_normalisation::per_area_and_proton;
  static constexpr std::array<neutrino, 2> flavours = {
      neutrino::nu_mu,
      neutrino::anti_nu_mu};
  static constexpr std::array<double, 61> edges = {
      0.17, 0.35, 0.6, 0.85, 1.1, 1.35, 1.6, 1.85, 2.1, 2.35, 2.6, 2.85, 3.1, 3.35, 3.6, 3.85, 4.1, 4.35,
      4.6, 4.85, 5.1, 5.35, 5.6, 5.85, 6.1, 6.35, 6.6, 6.85, 7.1, 7.35, 7.6, 7.85, 8.1, 8.35, 8.6, 8.85,
      9.1, 9.35, 9.6, 9.85, 10.1, 10.35, 10.6, 10.85, 11.1, 11.35, 11.6, 11.85, 12.1, 12.35, 12.6, 12.85,
      13.1, 13.35, 13.6, 13.85, 14.1, 14.35, 14.6, 14.85, 15};
  static constexpr std::array<double, 120> values = {
      // nu_mu
      7.02169e-07, 2.37824e-06, 9.15534e-06, 1.63008e-05, 2.90278e-05, 3.99752e-05, 5.1625e-05, 5.49894e-05,
      6.24403e-05, 7.09122e-05, 8.05335e-05, 8.57543e-05, 9.13428e-05, 9.72487e-05, 8.53969e-05,
      7.03336e-05, 5.79274e-05, 4.19557e-05, 3.24044e-05, 2.20057e-05, 1.81241e-05, 1.39959e-05,
      1.15271e-05, 1.01239e-05, 9.48012e-06, 8.3261e-06, 8.31541e-06, 7.78662e-06, 7.77537e-06, 7.28326e-06,
      6.8201e-06, 6.38742e-06, 5.98123e-06, 5.97355e-06, 5.24723e-06, 4.91197e-06, 4.90566e-06, 4.59444e-06,
      4.5878e-06, 4.29674e-06, 4.29123e-06, 4.01963e-06, 3.76462e-06, 3.30582e-06, 3.09609e-06, 2.89921e-06,
      2.71484e-06, 2.71135e-06, 2.53893e-06, 2.37786e-06, 2.37442e-06, 2.22414e-06, 2.22129e-06,
      2.08036e-06, 2.07736e-06, 1.94557e-06, 1.94276e-06, 1.81951e-06, 1.70407e-06, 1.59622e-06,
      // anti_nu_mu
      2.53852e-06, 3.07527e-06, 3.07034e-06, 3.0659e-06, 3.06246e-06, 3.26151e-06, 3.25784e-06, 3.25418e-06,
      3.24948e-06, 3.46013e-06, 3.45569e-06, 3.45125e-06, 3.44682e-06, 3.44129e-06, 3.43576e-06, 3.4319e-06,
      3.42749e-06, 3.21005e-06, 3.20593e-06, 3.20129e-06, 2.9982e-06, 2.99387e-06, 2.99002e-06, 2.98618e-06,
      2.79628e-06, 2.79269e-06, 2.78911e-06, 2.78508e-06, 2.78105e-06, 2.77793e-06, 2.77391e-06,
      2.59793e-06, 2.59418e-06, 2.4296e-06, 2.42687e-06, 2.27181e-06, 2.12768e-06, 1.9927e-06, 1.98982e-06,
      1.7476e-06, 1.63673e-06, 1.53314e-06, 1.53117e-06, 1.4338e-06, 1.34284e-06, 1.25744e-06, 1.25563e-06,
      1.10278e-06, 1.10119e-06, 1.03132e-06, 9.65741e-07, 9.04618e-07, 9.03456e-07, 6.54356e-07,
      7.43019e-07, 7.42065e-07, 6.94875e-07, 6.10288e-07, 6.09504e-07, 6.08819e-07};
};

} // namespace tables

/// MINOS near detector, NuMI low-energy beam, neutrino mode, muon flavour; up to 15 GeV.
/// Source: digitised by github.com/DiegoLopezGutierrez/tau_tridents, csv/fluxes (analysis of arXiv:2406.20067).
template <neutrino Flavour>
struct minos_nd_fhc : tabulated_flux<tables::minos_nd_fhc, Flavour> {};

} // namespace trident
