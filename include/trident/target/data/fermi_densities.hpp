// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_nuclei.cpp from tables/nuclei/fermi_densities.csv; do not edit.
#pragma once

// clang-format off

#include <array>

#include <trident/target/form_factor/density_rows.hpp>

namespace trident {

namespace tables {

// Z, A, model, c [fm], z [fm], w
inline constexpr auto fermi_densities = std::to_array<fermi_row>({
    {6, 12, form_factor_kind::three_parameter_fermi, 2.355, 0.5224, -0.149},
    {7, 14, form_factor_kind::three_parameter_fermi, 2.570, 0.5052, -0.180},
    {8, 16, form_factor_kind::three_parameter_fermi, 2.608, 0.513, -0.051},
    {10, 20, form_factor_kind::three_parameter_fermi, 2.791, 0.698, -0.168},
    {13, 27, form_factor_kind::two_parameter_fermi, 3.07, 0.519, 0},
    {14, 28, form_factor_kind::three_parameter_fermi, 3.340, 0.580, -0.233},
    {18, 40, form_factor_kind::three_parameter_fermi, 3.73, 0.62, -0.19},
    {18, 40, form_factor_kind::two_parameter_fermi, 3.53, 0.542, 0},
    {20, 40, form_factor_kind::three_parameter_fermi, 3.766, 0.586, -0.161},
    {20, 48, form_factor_kind::three_parameter_fermi, 3.7369, 0.5245, -0.03},
    {22, 48, form_factor_kind::two_parameter_fermi, 3.843, 0.588, 0},
    {26, 56, form_factor_kind::two_parameter_fermi, 4.106, 0.519, 0},
    {28, 58, form_factor_kind::three_parameter_fermi, 4.309, 0.517, -0.1308},
    {29, 63, form_factor_kind::two_parameter_fermi, 4.20, 0.596, 0},
    {47, 107, form_factor_kind::two_parameter_fermi, 5.3006, 0.5234, 0},
    {47, 109, form_factor_kind::two_parameter_fermi, 5.3306, 0.5234, 0},
    {54, 129, form_factor_kind::two_parameter_fermi, 5.36, 0.59, 0},
    {74, 184, form_factor_kind::two_parameter_fermi, 6.51, 0.535, 0},
    {74, 186, form_factor_kind::two_parameter_fermi, 6.58, 0.480, 0},
    {79, 197, form_factor_kind::two_parameter_fermi, 6.38, 0.535, 0},
    {82, 208, form_factor_kind::two_parameter_fermi, 6.624, 0.549, 0},
});

} // namespace tables

} // namespace trident
