// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include <trident/base/arguments.hpp>
#include <trident/model/parameters.hpp>

namespace trident {

namespace detail {

/// Of a model whose numbers stand in a table.
template <class M>
struct arguments_of_table {
  static std::vector<generator_option> options() {
    std::vector<generator_option> list;
    for_each_row(M::parameter_table, [&](auto const& row) {
      list.push_back({row.option(), row.meaning_with_unit()});
    });
    return list;
  }

  static M make(generator_arguments const& given) {
    require_one_of_them(given);
    typename M::parameters values;
    for_each_row(M::parameter_table, [&](auto const& row) {
      auto const option = row.option();
      auto& value = values.*row.value;
      if constexpr (std::remove_cvref_t<decltype(row)>::is_list)
        value = given.numbers(option, value);
      else
        value = row.given == needed::always ? given.required_number(option) : given.number(option, value);
    });
    return M(values);
  }

private:
  static void require_one_of_them(generator_arguments const& given) {
    std::vector<std::string> names;
    std::string unit;
    bool found = false;
    for_each_row(M::parameter_table, [&](auto const& row) {
      if (row.given != needed::one_of_them) return;
      names.push_back(row.option());
      unit = row.range.unit;
      found = found || given.has(row.option());
    });
    if (!names.empty() && !found)
      throw input_error(joined(names, ", ", " and ") + " are missing: at least one of them is needed" +
                        (unit.empty() ? "" : " [" + unit + "]"));
  }
};

/// Of a model without numbers.
template <class M>
struct no_arguments {
  static_assert(std::is_default_constructible_v<M>,
                "trident: a generator cannot make this model: give it a default constructor, or specialise "
                "trident::model_arguments for it with options() and make(arguments)");
  static std::vector<generator_option> options() { return {}; }
  static M make(generator_arguments const&) { return {}; }
};

template <class M>
struct default_arguments : no_arguments<M> {};
template <TabulatedModel M>
struct default_arguments<M> : arguments_of_table<M> {};

} // namespace detail

/// The numbers of a model on the command line: `options()` lists them, `make` reads them. They follow from the table of its
/// parameters; a model without one is default-constructed, or specialises this.
template <class M>
struct model_arguments : detail::default_arguments<M> {};

} // namespace trident
