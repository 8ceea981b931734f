// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_nuclei.cpp from tables/nuclei/isotopes.csv; do not edit.
#pragma once

// clang-format off

#include <array>

#include <trident/physics/isotope.hpp>

namespace trident {

namespace isotopes {

// symbol, Z, A, atomic mass [u] (AME2020), standard atomic weight of the element
inline constexpr isotope hydrogen_1{"H", 1, 1, 1.007825032, 1.008};
inline constexpr isotope carbon_12{"C", 6, 12, 12.000000000, 12.01};
inline constexpr isotope carbon_13{"C", 6, 13, 13.003354835, 12.01};
inline constexpr isotope nitrogen_14{"N", 7, 14, 14.003074004, 14.01};
inline constexpr isotope oxygen_16{"O", 8, 16, 15.994914619, 16.0};
inline constexpr isotope neon_20{"Ne", 10, 20, 19.992440176, 20.18};
inline constexpr isotope sodium_23{"Na", 11, 23, 22.989769282, 22.99};
inline constexpr isotope magnesium_24{"Mg", 12, 24, 23.985041697, 24.31};
inline constexpr isotope aluminium_27{"Al", 13, 27, 26.981538408, 26.98};
inline constexpr isotope silicon_28{"Si", 14, 28, 27.976926534, 28.09};
inline constexpr isotope sulfur_32{"S", 16, 32, 31.972071174, 32.06};
inline constexpr isotope chlorine_35{"Cl", 17, 35, 34.968852694, 35.45};
inline constexpr isotope chlorine_37{"Cl", 17, 37, 36.965902573, 35.45};
inline constexpr isotope argon_40{"Ar", 18, 40, 39.962383122, 39.95};
inline constexpr isotope potassium_39{"K", 19, 39, 38.963706485, 39.10};
inline constexpr isotope calcium_40{"Ca", 20, 40, 39.962590850, 40.08};
inline constexpr isotope titanium_48{"Ti", 22, 48, 47.947940677, 47.87};
inline constexpr isotope chromium_52{"Cr", 24, 52, 51.940504714, 52.00};
inline constexpr isotope iron_54{"Fe", 26, 54, 53.939608189, 55.85};
inline constexpr isotope iron_56{"Fe", 26, 56, 55.934935537, 55.85};
inline constexpr isotope nickel_58{"Ni", 28, 58, 57.935341650, 58.69};
inline constexpr isotope copper_63{"Cu", 29, 63, 62.929597119, 63.55};
inline constexpr isotope copper_65{"Cu", 29, 65, 64.927789476, 63.55};
inline constexpr isotope zinc_64{"Zn", 30, 64, 63.929141776, 65.38};
inline constexpr isotope germanium_74{"Ge", 32, 74, 73.921177762, 72.63};
inline constexpr isotope bromine_79{"Br", 35, 79, 78.918337574, 79.90};
inline constexpr isotope bromine_81{"Br", 35, 81, 80.916288206, 79.90};
inline constexpr isotope silver_107{"Ag", 47, 107, 106.905091531, 107.87};
inline constexpr isotope silver_109{"Ag", 47, 109, 108.904755773, 107.87};
inline constexpr isotope iodine_127{"I", 53, 127, 126.904472592, 126.90};
inline constexpr isotope xenon_129{"Xe", 54, 129, 128.904780859, 131.29};
inline constexpr isotope xenon_132{"Xe", 54, 132, 131.904155087, 131.29};
inline constexpr isotope tungsten_184{"W", 74, 184, 183.950930916, 183.84};
inline constexpr isotope tungsten_186{"W", 74, 186, 185.954361771, 183.84};
inline constexpr isotope gold_197{"Au", 79, 197, 196.966570103, 196.97};
inline constexpr isotope lead_206{"Pb", 82, 206, 205.974465124, 207.2};
inline constexpr isotope lead_207{"Pb", 82, 207, 206.975896735, 207.2};
inline constexpr isotope lead_208{"Pb", 82, 208, 207.976651918, 207.2};

inline constexpr std::array all = {
    hydrogen_1,
    carbon_12,
    carbon_13,
    nitrogen_14,
    oxygen_16,
    neon_20,
    sodium_23,
    magnesium_24,
    aluminium_27,
    silicon_28,
    sulfur_32,
    chlorine_35,
    chlorine_37,
    argon_40,
    potassium_39,
    calcium_40,
    titanium_48,
    chromium_52,
    iron_54,
    iron_56,
    nickel_58,
    copper_63,
    copper_65,
    zinc_64,
    germanium_74,
    bromine_79,
    bromine_81,
    silver_107,
    silver_109,
    iodine_127,
    xenon_129,
    xenon_132,
    tungsten_184,
    tungsten_186,
    gold_197,
    lead_206,
    lead_207,
    lead_208,
};

/// Fractions by number in nature, in the order of `all`.
inline constexpr std::array<double, all.size()> natural_abundances = {
    0.999885, // H1
    0.9893, // C12
    0.0107, // C13
    0.99636, // N14
    0.99757, // O16
    0.9048, // Ne20
    1, // Na23
    0.7899, // Mg24
    1, // Al27
    0.92223, // Si28
    0.9499, // S32
    0.7576, // Cl35
    0.2424, // Cl37
    0.996035, // Ar40
    0.932581, // K39
    0.96941, // Ca40
    0.7372, // Ti48
    0.83789, // Cr52
    0.05845, // Fe54
    0.91754, // Fe56
    0.680769, // Ni58
    0.6915, // Cu63
    0.3085, // Cu65
    0.4917, // Zn64
    0.3652, // Ge74
    0.5069, // Br79
    0.4931, // Br81
    0.51839, // Ag107
    0.48161, // Ag109
    1, // I127
    0.26401, // Xe129
    0.26909, // Xe132
    0.3064, // W184
    0.2843, // W186
    1, // Au197
    0.241, // Pb206
    0.221, // Pb207
    0.524, // Pb208
};

/// One nuclide for each element, in order of charge: what the symbol alone stands for.
inline constexpr std::array usual = {
    carbon_12,
    nitrogen_14,
    oxygen_16,
    neon_20,
    aluminium_27,
    silicon_28,
    sulfur_32,
    argon_40,
    calcium_40,
    titanium_48,
    iron_56,
    nickel_58,
    copper_63,
    silver_107,
    xenon_129,
    tungsten_184,
    gold_197,
    lead_208,
};

} // namespace isotopes

} // namespace trident
