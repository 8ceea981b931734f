// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cctype>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <trident/detail/finite.hpp>
#include <trident/detail/read_number.hpp>
#include <trident/error.hpp>
#include <trident/isotope.hpp>
#include <trident/registry/material.hpp>
#include <trident/tables/isotopes.hpp>

// Materials as text: "H2O", "W184", "glass: SiO2 0.7, Na2O 0.3".

namespace trident::registry::detail {

inline std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// "Fe54": an isotope of the tables, which stands for itself alone.
inline std::optional<material> isotope_material(std::string_view name) {
  for (auto const& one : isotopes::all)
    if (name == std::string(one.symbol) + std::to_string(one.mass_number))
      return material{std::string(name), "isotope", {{one, 1}}, one.atomic_mass_u, ""};
  return std::nullopt;
}

/// Adds so many atoms of an element as found in nature; false if the tables have none.
///
/// An isotope that makes up 90 % or more stands for its element; otherwise the isotopes of the tables share it in their
/// natural proportions. Masses follow from the standard atomic weight, not from the isotopes.
inline bool add_natural_element(material& sum, std::string_view symbol, double count) {
  constexpr double alone = 0.9;
  std::vector<std::size_t> found;
  double all = 0;
  for (std::size_t i = 0; i < isotopes::all.size(); ++i) {
    if (isotopes::all[i].symbol != symbol) continue;
    if (isotopes::natural_abundances[i] >= alone) {
      found.assign(1, i);
      all = isotopes::natural_abundances[i];
      break;
    }
    found.push_back(i);
    all += isotopes::natural_abundances[i];
  }
  for (auto const i : found) add(sum, isotopes::all[i], count * isotopes::natural_abundances[i] / all);
  if (!found.empty()) sum.molar_mass += count * isotopes::all[found.front()].standard_atomic_weight;
  return !found.empty();
}

/// The number at the start of a text, which loses it; nothing if there is none.
inline std::optional<double> take_number(std::string_view& text) {
  double value = 0;
  auto const [end, problem] = trident::detail::read_number(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

/// "C5H8O2": elements with counts; nothing if it does not read as one.
inline std::optional<material> formula_material(std::string_view formula) {
  material sum{std::string(formula), "chemical formula", {}, 0, ""};
  while (!formula.empty()) {
    if (!std::isupper(static_cast<unsigned char>(formula.front()))) return std::nullopt;
    bool const two = formula.size() > 1 && std::islower(static_cast<unsigned char>(formula[1]));
    auto const symbol = formula.substr(0, two ? 2 : 1);
    formula.remove_prefix(symbol.size());
    double const count = take_number(formula).value_or(1);
    if (!(trident::detail::is_finite(count) && count > 0) || !add_natural_element(sum, symbol, count))
      return std::nullopt;
  }
  if (sum.ingredients.empty()) return std::nullopt;
  return sum;
}

inline std::vector<std::string_view> comma_separated(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t comma; (comma = text.find(',')) != std::string_view::npos; text.remove_prefix(comma + 1))
    parts.push_back(trimmed(text.substr(0, comma)));
  parts.push_back(trimmed(text));
  return parts;
}

} // namespace trident::registry::detail
