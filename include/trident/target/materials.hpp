// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/closest.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/target/material.hpp>
#include <trident/target/material_text.hpp>

namespace trident::registry {

namespace detail {

struct material_row {
  std::string_view name, description, composition, source;
};

// Fractions are by mass. Steel is taken as iron, without its alloying elements.
inline constexpr std::array<material_row, 15> material_rows = {{
    {"LAr", "liquid argon", "Ar", ""},
    {"LXe", "liquid xenon", "Xe", ""},
    {"SiO2", "quartz, the glass of CHARM II", "SiO2", "arXiv:1902.06765"},
    {"CH", "plastic scintillator; hydrogen as free protons", "CH", ""},
    {"CH2", "mineral oil; hydrogen as free protons", "CH2", ""},
    {"H2O", "water; hydrogen as free protons", "H2O", ""},
    {"steel", "steel, taken as iron (CCFR, NuTeV)", "Fe", ""},
    {"iron", "iron (INGRID)", "Fe", ""},
    {"tungsten", "tungsten (SHiP, FASERnu)", "W", ""},
    {"lead", "lead", "Pb", ""},
    {"emulsion", "nuclear emulsion", "Ag 47.4, Br 34.9, C 7.2, O 6.6, N 1.9, H 1.4, I 0.3, S 0.2",
     "ICRU, standard photographic emulsion"},
    {"PVC", "polyvinyl chloride", "C2H3Cl", ""},
    {"nova", "NOvA: mineral-oil scintillator in PVC cells", "C 66.7, Cl 16.1, H 10.8, Ti 3.2, O 3.0",
     "NOvA collaboration, near detector (arXiv:2109.12220)"},
    {"minerva", "MINERvA: scintillator and targets", "CH 75, Pb 9, Fe 8, H2O 6, C 2", "arXiv:1807.10973"},
    {"minos", "MINOS: steel and scintillator", "Fe 80, C 20", "arXiv:1807.10973"},
}};

inline constexpr std::string_view rock_name = "rock";

/// Standard rock is defined by Z = 11, A = 22 (Review of Particle Physics, atomic and nuclear properties), which no mixture of
/// elements has: a nuclide of its own.
inline material standard_rock() {
  return {std::string(rock_name),
          "standard rock: Z = 11, A = 22",
          {{isotope{"rock", 11, 22, 22.0, 22.0}, 1}},
          22.0,
          "Review of Particle Physics 2022"};
}

/// A pure substance: an isotope or a chemical formula.
inline std::optional<material> substance(std::string_view text) {
  if (auto isotope = isotope_material(text)) return isotope;
  return formula_material(text);
}

} // namespace detail

inline std::vector<std::string> material_names() {
  std::vector<std::string> names;
  for (auto const& row : detail::material_rows) names.emplace_back(row.name);
  names.emplace_back(detail::rock_name);
  return names;
}

inline material material_from_text(std::string_view text);

/// A material by its name, or nothing.
inline std::optional<material> find_material(std::string_view name) {
  if (name == detail::rock_name) return detail::standard_rock();
  for (auto const& row : detail::material_rows) {
    if (row.name != name) continue;
    auto found = row.composition == row.name ? *detail::substance(row.composition)
                                             : material_from_text(":" + std::string(row.composition));
    found.name = row.name;
    found.description = row.description;
    found.source = row.source;
    found.note.clear(); // rounded figures of the source
    return found;
  }
  return std::nullopt;
}

namespace detail {

[[noreturn]] inline void refuse_material(std::string_view text, std::string const& problem) {
  throw input_error("material \"" + std::string(text) + "\": " + problem +
                    "; it takes a name, an isotope such as Ar40, a formula such as H2O or Ca(OH)2, or "
                    "fractions by mass such "
                    "as \"glass: SiO2 0.7, Na2O 0.3\" (\"by number\" at the end for fractions by number)");
}

/// Texts that are longer name nothing.
inline void require_short(std::string_view text) {
  constexpr std::size_t longest = 1000;
  if (text.size() > longest)
    refuse_material(std::string(text.substr(0, 40)) + "...", "its name has " + std::to_string(text.size()) +
                                                                 " characters, at most " +
                                                                 std::to_string(longest) + " are allowed");
}

inline material part_of(std::string_view whole, std::string_view name) {
  if (auto found = find_material(name)) return *found;
  if (auto found = substance(name)) return *found;
  refuse_material(whole, "there is no \"" + std::string(name) + "\" in the tables, the closest is " +
                             closest(name, material_names(), 1).front());
}

/// "SiO2 0.7": the substance and its fraction, which is missing if there is no blank.
struct fraction_text {
  std::string_view name;
  std::optional<double> fraction;
};

inline fraction_text read_fraction(std::string_view whole, std::string_view part) {
  auto const blank = part.find(' ');
  if (blank == std::string_view::npos) return {part, std::nullopt};
  auto number = trimmed(part.substr(blank + 1));
  auto const value = take_number(number);
  constexpr parameter_range fractions{"a fraction", 1e-9, 1e9};
  if (!value || !number.empty() || !fractions.contains(*value))
    refuse_material(whole, "\"" + std::string(part) + "\" needs one number above 0 after the substance, " +
                               fractions.text());
  return {part.substr(0, blank), value};
}

enum class fraction_of { mass, number };

/// What is to be said of fractions that add up to neither 1 nor 100 %.
inline std::string note_on_sum(std::string_view whole, fraction_of kind, double sum) {
  constexpr double rounding = 1e-6;
  if (std::abs(sum - 1) < rounding || std::abs(sum / 100 - 1) < rounding) return {};
  return "material \"" + std::string(whole) + "\": its fractions by " +
         (kind == fraction_of::mass ? "mass" : "number") + " add up to " + trident::detail::number_text(sum) +
         ", neither to 1 nor to 100: they are taken in proportion";
}

/// To one nucleus in all, on average.
inline void normalise(material& mixture) {
  double all = 0;
  for (auto const& one : mixture.ingredients) all += one.count;
  for (auto& one : mixture.ingredients) one.count /= all;
  mixture.molar_mass /= all;
}

inline material mixture_of(std::string_view whole, std::string_view parts, fraction_of kind) {
  material mixture;
  double sum = 0;
  for (auto const untrimmed : trident::detail::split<std::string_view>(parts)) {
    auto const part = trimmed(untrimmed);
    auto const [name, fraction] = read_fraction(whole, part);
    auto const one = part_of(whole, name);
    if (!fraction) refuse_material(whole, "\"" + std::string(part) + "\" lacks its fraction");
    sum += *fraction;
    // [PHYS:rates.fractions]
    double const units = kind == fraction_of::mass ? *fraction / one.molar_mass : *fraction;
    for (auto const& [nuclide, count] : one.ingredients) add(mixture, nuclide, units * count);
    mixture.molar_mass += units * one.molar_mass;
  }
  normalise(mixture);
  mixture.note = note_on_sum(whole, kind, sum);
  return mixture;
}

} // namespace detail

/// A material in one line: a name ("LAr"), an isotope ("Ar40"), a chemical formula ("H2O"), or a mixture of such in
/// fractions by mass: "glass: SiO2 0.7, Na2O 0.3" (name and colon may be left out). With "by number" at the end the
/// fractions are of formula units. Where they add up to neither 1 nor 100 they are taken in proportion, and the material's
/// note says so. Throws input_error.
inline material material_from_text(std::string_view text) {
  detail::require_short(text);
  auto const colon = text.find(':');
  bool const named = colon != std::string_view::npos;
  auto const name = named ? detail::trimmed(text.substr(0, colon)) : detail::trimmed(text);
  auto parts = detail::trimmed(named ? text.substr(colon + 1) : text);
  if (parts.empty()) detail::refuse_material(text, "its composition is missing");
  constexpr std::string_view by_number = "by number";
  bool const counted = parts.ends_with(by_number);
  if (counted) parts = detail::trimmed(parts.substr(0, parts.size() - by_number.size()));
  if (!named)
    if (auto found = find_material(parts)) return *found;
  bool const mixture = parts.find(',') != std::string_view::npos || parts.find(' ') != std::string_view::npos;
  auto result =
      mixture
          ? detail::mixture_of(text, parts, counted ? detail::fraction_of::number : detail::fraction_of::mass)
          : detail::part_of(text, parts);
  result.name = name;
  if (mixture) result.description = std::string(parts) + (counted ? " by number" : " by mass");
  return result;
}

/// The materials that have names.
inline std::vector<material> all_materials() {
  std::vector<material> materials;
  for (auto const& name : material_names()) materials.push_back(*find_material(name));
  return materials;
}

} // namespace trident::registry
