// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trident/physics/fermi_momentum.hpp>
#include <trident/rates/error_budget.hpp>
#include <trident/target/any_target.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/material.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

namespace trident {

enum class nucleon_set { kelly, z_expansion, dipole };

/// What is assumed about nuclei and nucleons.
struct nuclear_options {
  std::optional<form_factor_kind> form_factor =
      {}; ///< where a nuclide has it; the default of the nuclide otherwise
  double fermi_momentum = default_fermi_momentum; ///< k_F [GeV]
  nucleon_set nucleons = nucleon_set::kelly;
};

/// A kind of target in a material.
struct rate_component {
  std::string key; ///< the same for the same target
  any_target structure;
  std::optional<registry::target_choice>
      choice;   ///< nothing where the nucleon's form factors are not the default
  double count; ///< in a formula unit
  scattering_regime kind;
  int charge;
};

namespace detail {

template <class Set>
void add_nucleons(std::vector<rate_component>& parts, double protons, double neutrons, double hydrogen,
                  double fermi_momentum) {
  auto const add = [&](auto const& nucleon, double count, scattering_regime kind, int charge) {
    if (!(count > 0)) return;
    std::optional<registry::target_choice> choice;
    if constexpr (std::is_same_v<Set, kelly>) choice = nucleon;
    parts.push_back(
        {std::string(nucleon.name()), any_target(nucleon), std::move(choice), count, kind, charge});
  };
  add(bound_proton<Set>{fermi_momentum}, protons, scattering_regime::quasi_elastic, 1);
  add(bound_neutron<Set>{fermi_momentum}, neutrons, scattering_regime::quasi_elastic, 0);
  add(free_proton<Set>{}, hydrogen, scattering_regime::free_nucleon, 1);
}

} // namespace detail

/// Nuclei as a whole, and the nucleons of all nuclei together, of a formula unit.
inline std::vector<rate_component> components_of(registry::material const& mixture,
                                                 nuclear_options const& options = {}) {
  std::vector<rate_component> parts;
  double protons = 0, neutrons = 0, hydrogen = 0;
  for (auto const& [nuclide, count] : mixture.ingredients) {
    if (nuclide.mass_number == 1) {
      hydrogen += count;
      continue;
    }
    bool const has = options.form_factor && has_form_factor(nuclide, *options.form_factor);
    auto const target =
        make_nuclear_target(nuclide, has ? *options.form_factor : default_form_factor(nuclide));
    parts.push_back({nuclide.text(), any_target(target), target, count, scattering_regime::coherent,
                     nuclide.atomic_number});
    protons += count * nuclide.atomic_number;
    neutrons += count * nuclide.neutron_number();
  }
  double const momentum = options.fermi_momentum;
  switch (options.nucleons) {
  case nucleon_set::kelly:
    detail::add_nucleons<kelly>(parts, protons, neutrons, hydrogen, momentum);
    break;
  case nucleon_set::z_expansion:
    detail::add_nucleons<z_expansion>(parts, protons, neutrons, hydrogen, momentum);
    break;
  case nucleon_set::dipole:
    detail::add_nucleons<dipole>(parts, protons, neutrons, hydrogen, momentum);
    break;
  }
  return parts;
}

} // namespace trident
