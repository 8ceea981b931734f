// SPDX-License-Identifier: BSL-1.0
// Written by tables/generate_nuclei.cpp from tables/nuclei/isotopes.csv; do not edit.
#pragma once

// clang-format off

#include <trident/target/standard_nucleus.hpp>

namespace trident {

// The nuclei of the symbols, as types.
using carbon12 = standard_nucleus<isotopes::carbon_12>; // C
using nitrogen14 = standard_nucleus<isotopes::nitrogen_14>; // N
using oxygen16 = standard_nucleus<isotopes::oxygen_16>; // O
using neon20 = standard_nucleus<isotopes::neon_20>; // Ne
using aluminium27 = standard_nucleus<isotopes::aluminium_27>; // Al
using silicon28 = standard_nucleus<isotopes::silicon_28>; // Si
using sulfur32 = standard_nucleus<isotopes::sulfur_32>; // S
using argon40 = standard_nucleus<isotopes::argon_40>; // Ar
using calcium40 = standard_nucleus<isotopes::calcium_40>; // Ca
using titanium48 = standard_nucleus<isotopes::titanium_48>; // Ti
using iron56 = standard_nucleus<isotopes::iron_56>; // Fe
using nickel58 = standard_nucleus<isotopes::nickel_58>; // Ni
using copper63 = standard_nucleus<isotopes::copper_63>; // Cu
using silver107 = standard_nucleus<isotopes::silver_107>; // Ag
using xenon129 = standard_nucleus<isotopes::xenon_129>; // Xe
using tungsten184 = standard_nucleus<isotopes::tungsten_184>; // W
using gold197 = standard_nucleus<isotopes::gold_197>; // Au
using lead208 = standard_nucleus<isotopes::lead_208>; // Pb

} // namespace trident
