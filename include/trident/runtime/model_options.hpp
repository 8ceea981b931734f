// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <boost/hana/for_each.hpp>

#include <trident/model/parameters.hpp>
#include <trident/runtime/models.hpp>

namespace trident::registry {

/// An option of a command line that takes any model: a parameter of one model or of several.
struct model_option {
  std::string name; ///< with its dashes
  bool is_list;
  std::string help; ///< with the models that have it, its range and its default
};

namespace detail {

/// "epsilon of the left-handed pair, from -1e6 to 1e6 (0)"
template <class M, class Row>
std::string help_of_parameter(Row const& row) {
  std::string text = std::string(row.meaning) + ", " + (Row::is_list ? "each " : "") + row.range.text();
  if (row.given == needed::always) return text;
  typename M::parameters const defaults{};
  if constexpr (Row::is_list) {
    auto const& list = defaults.*row.value;
    return text + " (" + trident::detail::numbers_text({list.begin(), list.end()}) + ")";
  } else {
    return text + " (" + trident::detail::number_text(defaults.*row.value) + ")";
  }
}

/// What an option means, and to which models.
struct model_option_meaning {
  std::string name;
  bool is_list;
  std::string help;
  std::vector<std::string> models;
};

/// Of all models, each once, in their order.
inline std::vector<model_option_meaning> meanings_of_model_options() {
  std::vector<model_option_meaning> all;
  boost::hana::for_each(model_axis, [&](auto type) {
    using model = type_of<decltype(type)>;
    if constexpr (TabulatedModel<model>)
      trident::detail::for_each_row(model::parameter_table, [&](auto const& row) {
        auto const help = help_of_parameter<model>(row);
        auto const same = std::find_if(all.begin(), all.end(), [&](auto const& one) {
          return one.name == row.option() && one.help == help;
        });
        if (same != all.end())
          same->models.emplace_back(model::name);
        else
          all.push_back({row.option(), row.is_list, help, {std::string(model::name)}});
      });
  });
  return all;
}

} // namespace detail

/// The options of all models, each once: in the order in which heads of files list them, those that several models share
/// last.
inline std::vector<model_option> const& model_options() {
  static std::vector<model_option> const all = [] {
    std::vector<model_option> list;
    auto meanings = detail::meanings_of_model_options();
    std::stable_partition(meanings.begin(), meanings.end(),
                          [](auto const& one) { return one.models.size() == 1; });
    for (auto const& one : meanings) {
      auto const help = "of " + joined(one.models, ", ", " and ") + ": " + one.help;
      auto const found =
          std::find_if(list.begin(), list.end(), [&](auto const& other) { return other.name == one.name; });
      if (found != list.end())
        found->help += "; " + help; // the same name with another meaning
      else
        list.push_back({one.name, one.is_list, help});
    }
    return list;
  }();
  return all;
}

} // namespace trident::registry
