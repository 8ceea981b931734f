// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <type_traits>

#include <trident/amplitude/electroweak_current.hpp>
#include <trident/quadrature/data/electroweak_w_emu.hpp>
#include <trident/quadrature/data/electroweak_w_etau.hpp>
#include <trident/quadrature/data/electroweak_w_mue.hpp>
#include <trident/quadrature/data/electroweak_w_mutau.hpp>
#include <trident/quadrature/data/electroweak_w_taue.hpp>
#include <trident/quadrature/data/electroweak_w_taumu.hpp>
#include <trident/quadrature/data/electroweak_z_ee.hpp>
#include <trident/quadrature/data/electroweak_z_mumu.hpp>
#include <trident/quadrature/data/electroweak_z_tautau.hpp>
#include <trident/quadrature/data/electroweak_zw_ee.hpp>
#include <trident/quadrature/data/electroweak_zw_mumu.hpp>
#include <trident/quadrature/data/electroweak_zw_tautau.hpp>
#include <trident/quadrature/electroweak_table.hpp>

namespace trident {

/// All tables of the full amplitude: pairs with the Z alone, with Z and W, and with the W alone, the lepton made with it
/// first.
inline constexpr std::array<electroweak_table const*, 12> electroweak_tables = {
    &electroweak_z_ee,    &electroweak_z_mumu,    &electroweak_z_tautau, &electroweak_zw_ee,
    &electroweak_zw_mumu, &electroweak_zw_tautau, &electroweak_w_emu,    &electroweak_w_mue,
    &electroweak_w_etau,  &electroweak_w_taue,    &electroweak_w_mutau,  &electroweak_w_taumu};

/// The table of a current, null if there is none: it is for the Standard Model with the constants pdg and boson_masses{}.
template <Process P, class M, Constants C>
electroweak_table const* electroweak_table_for(electroweak_current<P, M, C> const& current,
                                               P const& process) {
  if constexpr (!std::is_same_v<C, pdg>) return nullptr;
  boson_masses const &bosons = current.bosons(), standard{};
  if (bosons.w != standard.w || bosons.w_width != standard.w_width || bosons.z != standard.z) return nullptr;
  electroweak_current<P, standard_model, C> const of_standard_model(process, standard_model{});
  for (double const transfer : {0.0, 1.0, standard.z * standard.z}) {
    auto const here = current.neutral_couplings(transfer),
               there = of_standard_model.neutral_couplings(transfer);
    constexpr double rounding = 1e-13;
    if (std::abs(here[0] - there[0]) > rounding || std::abs(here[1] - there[1]) > rounding) return nullptr;
  }
  if (current.transfer_scale() != of_standard_model.transfer_scale()) return nullptr;
  auto const masses = current.made_with_w();
  for (electroweak_table const* table : electroweak_tables)
    if (table->masses.minus == masses.minus && table->masses.plus == masses.plus &&
        table->has_neutral == current.has_neutral() && table->has_w == current.has_w())
      return table;
  return nullptr;
}

} // namespace trident
