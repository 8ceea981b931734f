// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_nuclei.cpp from tables/nuclei/separation_energies.csv; do not edit.
#pragma once

// clang-format off

#include <array>

namespace trident {

namespace tables {

/// What it takes to remove a nucleon from a nucleus in its ground state.
struct separation_row {
  int atomic_number;
  int mass_number;
  double proton;  ///< S_p [GeV]
  double neutron; ///< S_n [GeV]
};

// Z, A, S_p, S_n [GeV]
inline constexpr auto separation_energies = std::to_array<separation_row>({
    {6, 12, 15.9567e-3, 18.7207e-3},
    {6, 13, 17.5334e-3, 4.9463e-3},
    {7, 14, 7.5506e-3, 10.5534e-3},
    {8, 16, 12.1274e-3, 15.6639e-3},
    {10, 20, 12.8435e-3, 16.8653e-3},
    {11, 23, 8.7941e-3, 12.4198e-3},
    {12, 24, 11.6927e-3, 16.5312e-3},
    {13, 27, 8.2713e-3, 13.0580e-3},
    {14, 28, 11.5849e-3, 17.1796e-3},
    {16, 32, 8.8640e-3, 15.0443e-3},
    {17, 35, 6.3708e-3, 12.6448e-3},
    {17, 37, 8.3864e-3, 10.3109e-3},
    {18, 40, 12.5287e-3, 9.8690e-3},
    {19, 39, 6.3813e-3, 13.0778e-3},
    {20, 40, 8.3282e-3, 15.6350e-3},
    {22, 48, 11.4451e-3, 11.6267e-3},
    {24, 52, 10.5054e-3, 12.0401e-3},
    {26, 54, 8.8532e-3, 13.3785e-3},
    {26, 56, 10.1836e-3, 11.1971e-3},
    {28, 58, 8.1722e-3, 12.2162e-3},
    {29, 63, 6.1224e-3, 10.8636e-3},
    {29, 65, 7.4536e-3, 9.9106e-3},
    {30, 64, 7.7131e-3, 11.8619e-3},
    {32, 74, 11.0121e-3, 10.1962e-3},
    {35, 79, 6.3311e-3, 10.6872e-3},
    {35, 81, 7.5065e-3, 10.1593e-3},
    {47, 107, 5.7881e-3, 9.5356e-3},
    {47, 109, 6.4842e-3, 9.1840e-3},
    {53, 127, 6.2080e-3, 9.1440e-3},
    {54, 129, 8.2470e-3, 6.9069e-3},
    {54, 132, 9.1252e-3, 8.9367e-3},
    {74, 184, 7.7009e-3, 7.4111e-3},
    {74, 186, 8.4032e-3, 7.1920e-3},
    {79, 197, 5.7842e-3, 8.0724e-3},
    {82, 206, 7.2537e-3, 8.0867e-3},
    {82, 207, 7.4876e-3, 6.7378e-3},
    {82, 208, 8.0031e-3, 7.3679e-3},
});

} // namespace tables

} // namespace trident
