// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/parameter_range.hpp>

// The numbers of a model, listed once: the table in the model says what options of command lines, checks of ranges, help,
// reports and the list of models say of them.

namespace trident {

/// Whether a parameter can be left out; it keeps the default of its member then.
enum class needed {
  always,
  one_of_them, ///< at least one of the parameters that say so must be given
  never
};

/// One number of a model, or one for each of e, mu and tau: a row of its table.
template <class Parameters, class Value>
struct model_parameter {
  std::string_view name;    ///< on a command line, where dashes stand before it: "epsilon-L"
  Value Parameters::*value; ///< a double or an array of them
  std::string_view meaning; ///< "epsilon of the left-handed pair"
  std::string_view subject; ///< what a refusal begins with: "epsilon_L"
  parameter_range range;    ///< of each number, with its unit
  needed given = needed::always;

  static constexpr bool is_list = !std::same_as<Value, double>;

  std::string option() const { return "--" + std::string(name); }

  /// "mass of the Z' [GeV]"
  std::string meaning_with_unit() const {
    return std::string(meaning) + (range.unit.empty() ? "" : " [" + std::string(range.unit) + "]");
  }

  /// The name in reports, with its unit: mass_GeV, C_ll_per_TeV2.
  std::string report_name() const {
    std::string text(name);
    if (range.unit.starts_with("1/"))
      text.append("_per_").append(range.unit.substr(2));
    else if (!range.unit.empty())
      text.append("_").append(range.unit);
    std::string result;
    for (char const c : text)
      if (c != '^') result += c == '-' ? '_' : c;
    return result;
  }
};

template <class Parameters, class Value>
model_parameter(std::string_view, Value Parameters::*, std::string_view, std::string_view, parameter_range,
                needed = needed::always) -> model_parameter<Parameters, Value>;

/// A model whose numbers stand in a table: `parameters`, a struct of them; `parameter_table`, a tuple with a
/// model_parameter for each; `values()`, with which it was made.
template <class M>
concept TabulatedModel = requires(M const& m, typename M::parameters const& p) {
  std::tuple_size<std::remove_cvref_t<decltype(M::parameter_table)>>::value;
  { m.values() } -> std::convertible_to<typename M::parameters>;
  M(p);
};

namespace detail {

/// visit(row) of a table, in its order.
template <class Table, class Visit>
constexpr void for_each_row(Table const& table, Visit const& visit) {
  std::apply([&](auto const&... row) { (visit(row), ...); }, table);
}

/// The numbers, if all of them are in their ranges; else throws input_error.
template <class Parameters, class Table>
constexpr Parameters const& checked_values(Parameters const& values, Table const& table) {
  for_each_row(table, [&](auto const& row) {
    if constexpr (std::remove_cvref_t<decltype(row)>::is_list)
      for (double const one : values.*row.value) checked(one, row.range, row.subject);
    else
      checked(values.*row.value, row.range, row.subject);
  });
  return values;
}

/// visit(row, numbers) for each parameter of a model; a parameter that is no list has one number.
template <class M, class Visit>
void for_each_value(M const& model, Visit const& visit) {
  if constexpr (TabulatedModel<M>) {
    auto const& values = model.values();
    for_each_row(M::parameter_table, [&](auto const& row) {
      if constexpr (std::remove_cvref_t<decltype(row)>::is_list)
        visit(row, std::vector<double>((values.*row.value).begin(), (values.*row.value).end()));
      else
        visit(row, std::vector<double>{values.*row.value});
    });
  }
}

/// 0.5 or "0,1,-1".
inline std::string numbers_text(std::vector<double> const& numbers, std::string_view separator = ",") {
  std::vector<std::string> texts;
  for (double const one : numbers) texts.push_back(number_text(one));
  return joined(texts, separator);
}

} // namespace detail

} // namespace trident
