// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/quadrature/data/structure_ee.hpp>
#include <trident/quadrature/data/structure_emu.hpp>
#include <trident/quadrature/data/structure_etau.hpp>
#include <trident/quadrature/data/structure_mumu.hpp>
#include <trident/quadrature/data/structure_mutau.hpp>
#include <trident/quadrature/data/structure_tautau.hpp>

namespace trident {

/// The table of structure functions for leptons chosen at run time; throws input_error if there is none with exactly
/// these masses, which are those of the constants pdg. Holds all six tables: include one alone where the pair is known.
inline structure_table const& structure_table_for(pair_masses<double> const& masses) {
  for (structure_table const* table :
       std::array<structure_table const*, 6>{&structure_ee, &structure_mumu, &structure_emu,
                                             &structure_tautau, &structure_etau, &structure_mutau})
    if (table->serves(masses)) return *table;
  throw input_error("leptons of " + detail::number_text(masses.minus) + " GeV and " +
                    detail::number_text(masses.plus) +
                    " GeV: tables of structure functions have the masses of the constants pdg");
}

} // namespace trident
