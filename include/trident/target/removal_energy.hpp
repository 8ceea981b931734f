// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdlib>

#include <trident/physics/isotope.hpp>
#include <trident/target/data/separation_energies.hpp>

// Energies that it takes to remove a nucleon from a nucleus, and Fermi momenta.

namespace trident {

/// k_F and the removal energy of a Fermi gas [GeV].
struct fermi_gas_parameters {
  double fermi_momentum, removal_energy;
};

namespace detail {

/// Fits to electron scattering [Moniz et al., Phys. Rev. Lett. 26 (1971) 445], by number of nucleons.
struct fermi_gas_row {
  int mass_number;
  fermi_gas_parameters fitted;
};
inline constexpr std::array<fermi_gas_row, 5> fitted_fermi_gases = {{{12, {0.221, 0.025}},
                                                                     {24, {0.235, 0.032}},
                                                                     {40, {0.251, 0.028}},
                                                                     {58, {0.260, 0.036}},
                                                                     {208, {0.265, 0.044}}}};

/// The row of the nearest number of nucleons, of two equally near ones the lighter; `distance` of rows.
template <class Rows, class Distance>
constexpr auto const& nearest_row(Rows const& rows, Distance const& distance) {
  auto const* nearest = &rows.front();
  for (auto const& row : rows)
    if (distance(row) < distance(*nearest)) nearest = &row;
  return *nearest;
}

constexpr int absolute(int value) { return value < 0 ? -value : value; }

} // namespace detail

/// The Fermi gas that fits the nuclide of the nearest number of nucleons: argon has those of calcium, iron those of nickel.
constexpr fermi_gas_parameters fermi_gas_parameters_of(isotope const& nuclide) {
  return detail::nearest_row(
             detail::fitted_fermi_gases,
             [&](auto const& row) { return detail::absolute(row.mass_number - nuclide.mass_number); })
      .fitted;
}

/// What it takes to remove a proton (else a neutron) from the ground state, S_p or S_n [GeV]; of a nuclide that is not in
/// the table that of the nearest one, in the number of nucleons first and in charge next.
constexpr double separation_energy(isotope const& nuclide, bool of_proton) {
  auto const& row = detail::nearest_row(tables::separation_energies, [&](auto const& one) {
    return 1000 * detail::absolute(one.mass_number - nuclide.mass_number) +
           detail::absolute(one.atomic_number - nuclide.atomic_number);
  });
  return of_proton ? row.proton : row.neutron;
}

} // namespace trident
