// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <trident/error.hpp>
#include <trident/generator/model_arguments.hpp>
#include <trident/model.hpp>
#include <trident/registry/axis.hpp>
#include <trident/resolved_model.hpp>

namespace trident::registry {

inline constexpr auto model_axis = axis<standard_model, four_fermion, mu_minus_tau, z_prime>;

/// A model chosen at run time, with its parameters.
using model_choice = std::variant<standard_model, four_fermion, mu_minus_tau, z_prime>;

/// The model called `name` with parameters given as on a command line ("--coupling", "0.1", ...). Throws input_error for
/// an unknown name, a parameter that the model does not have or lacks, and a value that it cannot take.
inline model_choice find_model(std::string_view name, std::vector<std::string> const& parameters) {
  return visit_named(model_axis, "model", name, [&](auto type) -> model_choice {
    using model = typename decltype(type)::type;
    try {
      generator_arguments const given(parameters, model_arguments<model>::options());
      return model_arguments<model>::make(given);
    } catch (input_error const& error) {
      throw input_error("model " + std::string(name) + ": " + error.what());
    }
  });
}

inline std::string_view name_of(model_choice const& model) {
  return std::visit([](auto const& one) { return one.name; }, model);
}

using trident::resolved_model;

template <Constants C>
resolved_model resolve(model_choice const& model, channel const& process, C constants) {
  return std::visit([&](auto const& one) { return trident::resolve(one, process, constants); }, model);
}

} // namespace trident::registry
