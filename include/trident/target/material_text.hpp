// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <trident/base/characters.hpp>
#include <trident/base/error.hpp>
#include <trident/base/read_number.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/isotope.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/target/data/isotopes.hpp>
#include <trident/target/material.hpp>

// Materials as text: "H2O", "W184", "glass: SiO2 0.7, Na2O 0.3".

namespace trident::registry::detail {

using trident::detail::trimmed;

/// "Fe54": an isotope of the tables, which stands for itself alone.
inline std::optional<material> isotope_material(std::string_view name) {
  for (auto const& one : isotopes::all)
    if (name == one.text()) return material{std::string(name), "isotope", {{one, 1}}, one.atomic_mass_u, ""};
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

/// The elements of the tables, as a message lists them.
inline std::string element_list() {
  std::vector<std::string_view> symbols;
  for (auto const& one : isotopes::all)
    if (symbols.empty() || one.symbol != symbols.back()) symbols.push_back(one.symbol);
  return trident::detail::joined(symbols);
}

/// Reads elements with counts, and groups of them in parentheses: "Ca10P6O26H2", "Ca(OH)2".
class formula_reader {
public:
  explicit formula_reader(std::string_view formula)
      : sum_{std::string(formula), "chemical formula", {}, 0, ""}, rest_(formula) {}

  /// Nothing if it does not read as a formula; throws input_error for an element that the tables lack, and for a count
  /// that no substance has.
  std::optional<material> read() {
    auto const atoms = group(0);
    if (!atoms || atoms->empty() || !rest_.empty()) return std::nullopt;
    for (auto const& [symbol, count] : *atoms)
      if (!add_natural_element(sum_, symbol, checked_count(symbol, count)))
        throw input_error("chemical formula \"" + sum_.name + "\": there is no element \"" +
                          std::string(symbol) + "\" in the tables; there are " + element_list());
    return sum_;
  }

private:
  using atom_list = std::vector<std::pair<std::string_view, double>>;
  static constexpr int deepest = 8;

  double checked_count(std::string_view what, double count) const {
    std::string const name = "chemical formula \"" + sum_.name + "\": the count of " + std::string(what);
    return checked(count, {name, 1e-6, 1e6});
  }

  std::optional<atom_list> group(int depth) {
    atom_list atoms;
    while (!rest_.empty() && rest_.front() != ')') {
      auto const part = rest_.front() == '(' ? parenthesis(depth) : element();
      if (!part) return std::nullopt;
      auto const count = taken_count();
      if (!count) return std::nullopt;
      for (auto const& [symbol, once] : *part)
        atoms.emplace_back(symbol, once * checked_count(symbol, *count));
    }
    return atoms;
  }

  std::optional<atom_list> parenthesis(int depth) {
    if (depth == deepest) return std::nullopt;
    rest_.remove_prefix(1);
    auto atoms = group(depth + 1);
    if (!atoms || atoms->empty() || rest_.empty()) return std::nullopt;
    rest_.remove_prefix(1); // what ends a group is a parenthesis
    return atoms;
  }

  std::optional<atom_list> element() {
    if (!std::isupper(static_cast<unsigned char>(rest_.front()))) return std::nullopt;
    bool const two = rest_.size() > 1 && std::islower(static_cast<unsigned char>(rest_[1]));
    auto const symbol = rest_.substr(0, two ? 2 : 1);
    rest_.remove_prefix(symbol.size());
    return atom_list{{symbol, 1}};
  }

  /// 1 where there is none; nothing where digits are no number.
  std::optional<double> taken_count() {
    auto digits = rest_.substr(0, std::min(rest_.find_first_not_of("0123456789."), rest_.size()));
    rest_.remove_prefix(digits.size());
    if (digits.empty()) return 1;
    auto const count = take_number(digits);
    return digits.empty() ? count : std::nullopt;
  }

  material sum_;
  std::string_view rest_;
};

/// "C5H8O2": elements with counts; nothing if it does not read as one.
inline std::optional<material> formula_material(std::string_view formula) {
  return formula_reader(formula).read();
}

} // namespace trident::registry::detail
