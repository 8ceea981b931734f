// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_nuclei.cpp from tables/nuclei/nucleon_form_factors.csv; do not edit.
#pragma once

// clang-format off

#include <array>

namespace trident {

namespace tables {

/// G = normalisation (1 + a tau)/(1 + b_1 tau + b_2 tau^2 + b_3 tau^3).
struct kelly_fit {
  double normalisation;
  double a;
  std::array<double, 3> b;
};

/// G = numerator tau/(1 + denominator tau) G_D.
struct kelly_galster {
  double numerator;
  double denominator;
};

inline constexpr kelly_fit kelly_electric_proton{1, -0.19, {11.12, 15.16, 21.25}};
inline constexpr kelly_fit kelly_magnetic_proton{2.7928, 1.09, {12.31, 25.57, 30.61}};
inline constexpr kelly_galster kelly_electric_neutron{1.68, 3.63};
inline constexpr kelly_fit kelly_magnetic_neutron{-1.913, 8.28, {21.3, 77, 238}};
inline constexpr double z_pion_mass = 0.13957;
inline constexpr double z_t0 = -0.7;
inline constexpr double z_proton_moment = 2.79284356;
inline constexpr double z_neutron_moment = -1.91304272;
inline constexpr std::array<double, 13> z_electric_proton = {
    0.239163298067, -1.10985857441, 1.44438081306, 0.479569465603,
    -2.28689474187, 1.12663298498, 1.25061984354, -3.63102047159,
    4.08221702379, 0.504097346499, -5.08512046051, 3.96774254395,
    -0.981529071103};
inline constexpr std::array<double, 13> z_magnetic_proton = {
    0.264142994136, -1.09530612212, 1.21855378178, 0.661136493537,
    -1.40567892503, -1.35641843888, 1.44702915534, 4.2356697359,
    -5.33404565341, -2.91630052096, 8.70740306757, -5.70699994375,
    1.28081437589};
inline constexpr std::array<double, 11> z_electric_neutron = {
    0.048919981379, -0.064525053912, -0.240825897382, 0.392108744873,
    0.300445258602, -0.661888687179, -0.175639769687, 0.624691724461,
    -0.077684299367, -0.236003975259, 0.090401973470};
inline constexpr std::array<double, 11> z_magnetic_neutron = {
    0.257758326959, -1.079540642058, 1.182183812195, 0.711015085833,
    -1.348080936796, -1.662444025208, 2.624354426029, 1.751234494568,
    -4.922300878888, 3.197892727312, -0.712072389946};

} // namespace tables

} // namespace trident
