// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_fluxes.cpp from tables/flux/icarus_bnb.csv; do not edit.
#pragma once

// clang-format off

#include <array>
#include <string_view>

#include <trident/flux/tabulated_flux.hpp>

namespace trident {

namespace tables {

struct icarus_bnb {
  static constexpr std::string_view name = "icarus_bnb";
  static constexpr std::string_view description =
      "ICARUS, BNB neutrino mode";
  static constexpr std::string_view source =
      "numbers as tabulated in the public program TridentSmite (icarus_bnb.dat: per 50 MeV, m2 and 1e6 protons at 79 even energies, taken as the middles of bins); its header says 110 m, where the spectrum is that of MicroBooNE times (470/600)^2 to 5 %: of 600 m";
  static constexpr std::string_view unit =
      "neutrinos / m^2 / GeV / proton on target (converted from neutrinos / m^2 / 10^6 POT / 50 MeV)";
  static constexpr bin_value kind = bin_value::density;
  static constexpr flux_normalisation normalisation = flux_normalisation::per_area_and_proton;
  static constexpr std::array<neutrino, 4> flavours = {
      neutrino::nu_e,
      neutrino::nu_mu,
      neutrino::anti_nu_e,
      neutrino::anti_nu_mu};
  static constexpr std::array<double, 61> edges = {
      0.0246795, 0.0753205, 0.125962, 0.176603, 0.227244, 0.277885, 0.328526, 0.379167, 0.429808, 0.480449,
      0.53109, 0.581731, 0.632372, 0.683013, 0.733654, 0.784295, 0.834936, 0.885577, 0.936218, 0.986859,
      1.0375, 1.08814, 1.13878, 1.18942, 1.24006, 1.29071, 1.34135, 1.39199, 1.44263, 1.49327, 1.54391,
      1.59455, 1.64519, 1.69583, 1.74647, 1.79712, 1.84776, 1.8984, 1.94904, 1.99968, 2.05032, 2.10096,
      2.1516, 2.20224, 2.25288, 2.30353, 2.35417, 2.40481, 2.45545, 2.50609, 2.55673, 2.60737, 2.65801,
      2.70865, 2.75929, 2.80994, 2.86058, 2.91122, 2.96186, 3.0125, 3.06314};
  static constexpr std::array<double, 240> values = {
      // nu_e
      5.9516e-09, 1.60564e-08, 2.01114e-08, 1.81248e-08, 1.73142e-08, 1.76302e-08, 1.76698e-08, 1.73962e-08,
      1.70824e-08, 1.65716e-08, 1.59014e-08, 1.54214e-08, 1.46532e-08, 1.40622e-08, 1.35742e-08,
      1.27998e-08, 1.23662e-08, 1.16096e-08, 1.12146e-08, 1.047e-08, 1.0074e-08, 9.603e-09, 9.122e-09,
      8.6944e-09, 8.0876e-09, 7.7742e-09, 7.3226e-09, 6.925e-09, 6.5522e-09, 6.3608e-09, 5.9588e-09,
      5.7446e-09, 5.218e-09, 4.9462e-09, 4.6908e-09, 4.4292e-09, 4.1714e-09, 3.9008e-09, 3.7512e-09,
      3.4598e-09, 3.2576e-09, 2.999e-09, 2.8044e-09, 2.6802e-09, 2.5542e-09, 2.3592e-09, 2.2066e-09,
      2.0794e-09, 1.9348e-09, 1.8232e-09, 1.699e-09, 1.5532e-09, 1.4134e-09, 1.3352e-09, 1.2898e-09,
      1.2096e-09, 1.0668e-09, 9.89e-10, 9.472e-10, 0,
      // nu_mu
      8.87285e-07, 1.62532e-06, 2.02686e-06, 2.48787e-06, 2.87955e-06, 3.12661e-06, 3.24369e-06,
      3.42353e-06, 3.59235e-06, 3.68903e-06, 3.69105e-06, 3.67551e-06, 3.64249e-06, 3.57111e-06,
      3.49908e-06, 3.39698e-06, 3.26253e-06, 3.10011e-06, 2.90567e-06, 2.73433e-06, 2.57493e-06,
      2.41854e-06, 2.25332e-06, 2.06728e-06, 1.87354e-06, 1.68846e-06, 1.51318e-06, 1.34373e-06,
      1.18472e-06, 1.03624e-06, 8.94856e-07, 7.62948e-07, 6.44887e-07, 5.36662e-07, 4.49574e-07,
      3.66449e-07, 2.99099e-07, 2.4536e-07, 1.98491e-07, 1.62533e-07, 1.33756e-07, 1.08891e-07, 9.01994e-08,
      7.59352e-08, 6.5657e-08, 5.72556e-08, 5.0581e-08, 4.60354e-08, 4.22842e-08, 3.92034e-08, 3.69816e-08,
      3.50444e-08, 3.32334e-08, 3.19466e-08, 3.07498e-08, 2.94334e-08, 2.84504e-08, 2.759e-08, 2.66914e-08,
      0,
      // anti_nu_e
      1.3576e-09, 2.491e-09, 2.5422e-09, 1.9422e-09, 1.6724e-09, 1.5992e-09, 1.6106e-09, 1.614e-09,
      1.5594e-09, 1.5084e-09, 1.4686e-09, 1.414e-09, 1.3436e-09, 1.3002e-09, 1.2332e-09, 1.1748e-09,
      1.1442e-09, 1.0936e-09, 1.0126e-09, 9.85e-10, 9.23e-10, 8.654e-10, 8.274e-10, 8.212e-10, 8.38e-10,
      7.742e-10, 7.492e-10, 7.146e-10, 6.832e-10, 5.968e-10, 6.198e-10, 5.992e-10, 5.39e-10, 5.318e-10,
      5.162e-10, 4.64e-10, 4.738e-10, 4.636e-10, 4.298e-10, 4e-10, 3.754e-10, 3.56e-10, 3.37e-10, 3.116e-10,
      2.91e-10, 2.738e-10, 2.6e-10, 2.49e-10, 2.376e-10, 2.272e-10, 2.092e-10, 1.948e-10, 1.824e-10,
      1.692e-10, 1.55e-10, 1.416e-10, 1.314e-10, 1.26e-10, 1.252e-10, 1.198e-10,
      // anti_nu_mu
      6.97717e-07, 6.89328e-07, 4.11503e-07, 2.89044e-07, 2.40143e-07, 2.1613e-07, 2.07376e-07, 1.94834e-07,
      1.78335e-07, 1.60571e-07, 1.44498e-07, 1.3505e-07, 1.25063e-07, 1.16115e-07, 1.08248e-07, 9.86902e-08,
      9.05068e-08, 8.46462e-08, 7.7419e-08, 7.10272e-08, 6.5109e-08, 6.11526e-08, 5.70324e-08, 5.3339e-08,
      4.94268e-08, 4.52494e-08, 4.07146e-08, 3.70192e-08, 3.41038e-08, 3.12396e-08, 2.80918e-08,
      2.50378e-08, 2.24296e-08, 1.9853e-08, 1.74936e-08, 1.55124e-08, 1.35304e-08, 1.16972e-08, 1.02362e-08,
      8.8316e-09, 7.4926e-09, 6.4588e-09, 5.6472e-09, 4.8978e-09, 4.0348e-09, 3.356e-09, 2.8346e-09,
      2.4412e-09, 2.1518e-09, 1.7352e-09, 1.4718e-09, 1.2628e-09, 1.0494e-09, 8.698e-10, 7.274e-10,
      6.298e-10, 5.102e-10, 4.03e-10, 3.686e-10, 0};
};

} // namespace tables

/// ICARUS, BNB neutrino mode.
/// Source: numbers as tabulated in the public program TridentSmite (icarus_bnb.dat: per 50 MeV, m2 and 1e6 protons at 79 even energies, taken as the middles of bins); its header says 110 m, where the spectrum is that of MicroBooNE times (470/600)^2 to 5 %: of 600 m.
template <neutrino Flavour>
struct icarus_bnb : tabulated_flux<tables::icarus_bnb, Flavour> {};

} // namespace trident
