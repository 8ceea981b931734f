// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trident/isotope.hpp>
#include <trident/tables/isotopes.hpp>

namespace trident::registry {

struct ingredient {
  isotope nuclide;
  double count; ///< nuclei in a formula unit
};

/// A mixture by number. Cross sections are per formula unit: per SiO2, per H2O, per CH, per atom of liquid argon or steel.
struct material {
  std::string_view name;
  std::string_view description;
  std::vector<ingredient> ingredients;
};

/// The materials that a user can name. Steel is taken as iron, without its alloying elements.
inline std::vector<material> all_materials() {
  using namespace isotopes;
  return {{"LAr", "liquid argon", {{argon_40, 1}}},
          {"SiO2", "quartz, glass", {{silicon_28, 1}, {oxygen_16, 2}}},
          {"CH", "plastic scintillator; hydrogen as free protons", {{carbon_12, 1}, {hydrogen_1, 1}}},
          {"H2O", "water; hydrogen as free protons", {{hydrogen_1, 2}, {oxygen_16, 1}}},
          {"steel", "steel, taken as iron", {{iron_56, 1}}}};
}

inline std::optional<material> find_material(std::string_view name) {
  for (auto const& one : all_materials())
    if (one.name == name) return one;
  return std::nullopt;
}

inline std::vector<std::string> material_names() {
  std::vector<std::string> names;
  for (auto const& one : all_materials()) names.emplace_back(one.name);
  return names;
}

} // namespace trident::registry
