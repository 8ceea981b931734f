// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/fasernu.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct fasernu {
  static constexpr std::string_view name = "fasernu";
  static constexpr std::string_view description =
      "FASERnu at LHC Run 3, muon neutrinos from pions, kaons, hyperons, charm and bottom";
  static constexpr std::string_view source =
      "forward neutrino flux of arXiv:2105.08270 as used for arXiv:2406.20067 (digitised)";
  static constexpr std::string_view unit =
      "neutrinos / m^2 / GeV / fb^-1";
  static constexpr bin_value kind = bin_value::density;
  static constexpr flux_normalisation normalisation = flux_normalisation::per_area_and_inverse_femtobarn;
  static constexpr std::array<neutrino, 2> flavours = {
      neutrino::nu_mu,
      neutrino::anti_nu_mu};
  static constexpr std::array<double, 30> edges = {
      10, 12.3, 15.6, 19.55, 25, 31.17, 39.35, 49.68, 62.73, 79.2, 100, 125, 158, 200, 250, 315, 400, 505,
      630, 800, 1000, 1260, 1600, 2000, 2540, 3210, 4050, 5110, 6365, 8150};
  static constexpr std::array<double, 58> values = {
      // nu_mu
      9.28981e+09, 9.05606e+09, 9.4946e+09, 7.55786e+09, 8.234e+09, 6.82455e+09, 6.15326e+09, 5.4206e+09,
      4.56036e+09, 3.87376e+09, 3.46475e+09, 2.56837e+09, 1.86359e+09, 1.48715e+09, 1.02766e+09,
      6.52457e+08, 4.32808e+08, 2.7584e+08, 1.5094e+08, 8.86483e+07, 4.5058e+07, 2.00752e+07, 9.0525e+06,
      3.45696e+06, 1.40841e+06, 458238, 95700.9, 5575.53, 0,
      // anti_nu_mu
      1.17736e+10, 9.47934e+09, 8.10336e+09, 6.88884e+09, 7.54149e+09, 6.03195e+09, 5.18433e+09,
      4.39206e+09, 3.88547e+09, 3.20369e+09, 2.68106e+09, 1.99699e+09, 1.44912e+09, 1.09038e+09,
      7.14278e+08, 4.5681e+08, 2.8243e+08, 1.72352e+08, 8.88277e+07, 4.93479e+07, 2.32739e+07, 9.83701e+06,
      4.30372e+06, 1.4572e+06, 485909, 115430, 15503.1, 0, 0};
};

} // namespace tables

/// FASERnu at LHC Run 3, muon neutrinos from pions, kaons, hyperons, charm and bottom.
/// Source: forward neutrino flux of arXiv:2105.08270 as used for arXiv:2406.20067 (digitised).
template <neutrino Flavour>
struct fasernu : tabulated_flux<tables::fasernu, Flavour> {};

} // namespace trident
