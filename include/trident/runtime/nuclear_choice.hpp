// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/storage/input_file.hpp>
#include <trident/target/inelastic/options.hpp>
#include <trident/target/nuclear_model.hpp>

// What a user says about the nucleons of nuclei, understood.

namespace trident::runtime {

/// The file of a spectral function, if the request names one.
inline std::optional<std::string> spectral_function_file(nuclear_request const& asked) {
  constexpr std::string_view prefix = "sf:";
  if (!asked.model || !asked.model->starts_with(prefix)) return std::nullopt;
  return asked.model->substr(prefix.size());
}

namespace detail {

inline nuclear_model spectral_function_model(std::string file) {
  if (file.empty())
    throw input_error(
        "nuclear model \"sf:\" names no file: sf:FILE needs a table of momentum and removal energy");
  input_file stream(file);
  auto table = read_spectral_function(stream, file);
  return {nuclear_model_kind::spectral_function,
          {},
          {},
          std::move(file),
          std::make_shared<spectral_function_table const>(std::move(table))};
}

inline nuclear_model named_nuclear_model(nuclear_request const& asked) {
  if (auto file = spectral_function_file(asked)) return spectral_function_model(std::move(*file));
  return {nuclear_model_kind_of(*asked.model)};
}

} // namespace detail

/// The model that was asked for, if one was. Throws input_error.
inline std::optional<nuclear_model> nuclear_model_of(nuclear_request const& asked) {
  std::optional<nuclear_model> model;
  if (asked.model) model = detail::named_nuclear_model(asked);
  for (auto const& [option, value] :
       {std::pair{"--k-fermi", asked.fermi_momentum}, std::pair{"--removal-energy", asked.removal_energy}})
    if (value && (!model || model->kind != nuclear_model_kind::fermi_gas))
      throw input_error(std::string(option) + " is " + trident::detail::number_text(*value) +
                        ": it belongs to --nuclear-model rfg");
  if (asked.fermi_momentum) checked(*asked.fermi_momentum, ranges::fermi_momentum, "--k-fermi");
  if (asked.removal_energy) checked(*asked.removal_energy, ranges::removal_energy, "--removal-energy");
  if (model) {
    model->fermi_momentum = asked.fermi_momentum;
    model->removal_energy = asked.removal_energy;
  }
  return model;
}

namespace detail {

/// Sets what `word` is a name of; false if it is none of this list.
template <class Choices, class Value>
bool set_if_named(Choices const& choices, std::string_view word, Value& value) {
  for (auto const& one : choices)
    if (one.name == word) {
      value = one.value;
      return true;
    }
  return false;
}

inline std::string allowed_structure_functions() {
  std::vector<std::string> lists;
  auto const add = [&](auto const& choices) {
    lists.push_back(trident::detail::joined(
        choices, [](auto const& one) { return one.name; }, "|"));
  };
  add(high_mass_fits);
  add(longitudinal_ratios);
  add(fit_matchings);
  add(neutron_ratios);
  add(nuclear_factors);
  return trident::detail::joined(lists, ", ");
}

} // namespace detail

/// The fits that were asked for, else the defaults. Throws input_error.
inline inelastic_options inelastic_options_of(nuclear_request const& asked) {
  inelastic_options options;
  if (!asked.structure_functions) return options;
  for (auto const word : trident::detail::split<std::string_view>(*asked.structure_functions)) {
    bool const known = detail::set_if_named(high_mass_fits, word, options.high_mass) ||
                       detail::set_if_named(longitudinal_ratios, word, options.longitudinal) ||
                       detail::set_if_named(fit_matchings, word, options.matching) ||
                       detail::set_if_named(neutron_ratios, word, options.neutron) ||
                       detail::set_if_named(nuclear_factors, word, options.nuclear);
    if (!known)
      throw input_error("structure functions \"" + std::string(word) +
                        "\" are not known: allowed are, with commas "
                        "between, " +
                        detail::allowed_structure_functions());
  }
  return options;
}

} // namespace trident::runtime
