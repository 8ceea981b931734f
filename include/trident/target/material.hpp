// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <trident/physics/isotope.hpp>
#include <trident/target/form_factor/catalogue.hpp>

namespace trident::registry {

/// A nuclide of a material and how many there are of it.
struct ingredient {
  isotope nuclide;
  double count; ///< nuclei in a formula unit
};

/// A mixture by number. Cross sections are per formula unit: per SiO2, per H2O, per atom of liquid argon or steel; per atom
/// on average where the mixture was given in fractions.
struct material {
  std::string name;
  std::string description;
  std::vector<ingredient> ingredients;
  double molar_mass = 0; ///< of a formula unit [g/mol]
  std::string source = {};
  std::string note = {}; ///< what its text left to be said, such as fractions that do not add up
};

/// Adds nuclei of one kind.
inline void add(material& sum, isotope const& nuclide, double count) {
  for (auto& one : sum.ingredients)
    if (one.nuclide == nuclide) {
      one.count += count;
      return;
    }
  sum.ingredients.push_back({nuclide, count});
}

/// N_A/(molar mass): formula units in a tonne.
inline double formula_units_per_tonne(material const& one) {
  constexpr double avogadro = 6.02214076e23; // [1/mol], exact (SI)
  // [PHYS:rates.formula_units]
  return 1e6 * avogadro / one.molar_mass;
}

/// Nuclides of which no charge density is in the tables, so that a symmetrised Fermi density that follows from the number of
/// nucleons alone stands in for it.
inline std::vector<isotope> without_measured_density(material const& one) {
  std::vector<isotope> list;
  for (auto const& [nuclide, count] : one.ingredients)
    if (nuclide.mass_number > 1 && default_form_factor(nuclide) == form_factor_kind::symmetrised_fermi)
      list.push_back(nuclide);
  return list;
}

} // namespace trident::registry
