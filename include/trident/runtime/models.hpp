// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <trident/base/axis.hpp>
#include <trident/base/error.hpp>
#include <trident/model/arguments.hpp>
#include <trident/model/model.hpp>
#include <trident/model/resolved_model.hpp>

namespace trident::registry {

inline constexpr auto model_axis =
    axis<standard_model, four_fermion, mu_minus_tau, z_prime, e_minus_mu, e_minus_tau, baryon_minus_lepton,
         nonstandard_interactions, four_lepton_operators, standard_model_with_z, one_loop_standard_model>;

/// A model chosen at run time, with its parameters.
using model_choice = std::variant<standard_model, four_fermion, mu_minus_tau, z_prime, e_minus_mu,
                                  e_minus_tau, baryon_minus_lepton, nonstandard_interactions,
                                  four_lepton_operators, standard_model_with_z, one_loop_standard_model>;

/// The models with a Z', which have a coupling and a mass.
inline constexpr auto z_prime_axis =
    axis<mu_minus_tau, e_minus_mu, e_minus_tau, baryon_minus_lepton, z_prime>;

namespace detail {

/// Of type M, with parameters given as on a command line.
template <class M>
M make_model(std::vector<std::string> const& parameters) {
  try {
    return model_arguments<M>::make(generator_arguments(parameters, model_arguments<M>::options()));
  } catch (input_error const& error) {
    throw input_error("model " + std::string(M::name) + ": " + error.what());
  }
}

} // namespace detail

/// The model called `name` with parameters given as on a command line ("--coupling", "0.1", ...). Throws input_error for
/// an unknown name, a parameter that the model does not have or lacks, and a value that it cannot take.
inline model_choice find_model(std::string_view name, std::vector<std::string> const& parameters) {
  return visit_named(model_axis, "model", name, [&](auto type) -> model_choice {
    return detail::make_model<detail::type_of<decltype(type)>>(parameters);
  });
}

/// The parameters that a model has, as options of a command line. Throws input_error for an unknown name.
inline std::vector<generator_option> options_of_model(std::string_view name) {
  return visit_named(model_axis, "model", name,
                     [](auto type) { return model_arguments<detail::type_of<decltype(type)>>::options(); });
}

/// The model called `name` if it has a coupling and a mass, as a Z' with its charges.
inline z_prime find_z_prime(std::string_view name, std::vector<std::string> const& parameters) {
  return visit_named(z_prime_axis, "model with a Z'", name, [&](auto type) -> z_prime {
    return detail::make_model<detail::type_of<decltype(type)>>(parameters);
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
