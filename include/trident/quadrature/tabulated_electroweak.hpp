// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/base/error.hpp>
#include <trident/quadrature/electroweak_surface.hpp>
#include <trident/quadrature/electroweak_table.hpp>
#include <trident/quadrature/energy_scan.hpp>

namespace trident {

/// Where the tables of the full amplitude reach: as far as elastic targets take neutrinos up to 1e9 GeV.
inline constexpr structure_domain electroweak_table_domain{1e10, 100};

/// The structure functions of a table alone; asked for others it throws input_error. The table must live as long.
inline electroweak_surface tabulated_electroweak_surface(electroweak_table const& table) {
  boson_masses const bosons;
  double const scale = bosons.z * bosons.z;
  auto const scaling = table.has_w ? electroweak_scaling(table.masses, scale, bosons)
                                   : electroweak_scaling(table.masses, scale);
  return electroweak_surface(
      scaling,
      [](double, double, double) -> photon_pair {
        throw input_error(
            "the tables of the full electroweak amplitude reach up to s = 1e10 GeV^2 and Q2 = 100 "
            "GeV^2, for neutrinos up to 1e9 GeV");
      },
      table.error, {}, &table);
}

/// Cross sections of the full amplitude at many energies, on many elastic targets and in many fluxes, microseconds each
/// after some ten milliseconds of preparation, for neutrinos up to `maximum_energy` [GeV].
inline energy_scan electroweak_scan(electroweak_table const& table, double maximum_energy) {
  constexpr double step = 0.025; // in ln s: the W's width at its threshold
  return energy_scan(tabulated_electroweak_surface(table), electroweak_table_domain, maximum_energy,
                     table.has_w ? step : cumulative_structure::longest_step);
}

} // namespace trident
