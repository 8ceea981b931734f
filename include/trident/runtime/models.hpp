// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <boost/hana/append.hpp>
#include <boost/hana/bool.hpp>
#include <boost/hana/filter.hpp>

#include <trident/base/axis.hpp>
#include <trident/base/error.hpp>
#include <trident/model/arguments.hpp>
#include <trident/model/list.hpp>
#include <trident/model/resolved_model.hpp>

namespace trident::registry {

namespace detail {

template <class... T>
using axis_of = std::remove_const_t<decltype(axis<T...>)>;

} // namespace detail

inline constexpr known_models::as<detail::axis_of> model_axis;

/// A model chosen at run time, with its parameters.
using model_choice = known_models::as<std::variant>;

/// The models with a Z' of fixed charges, which have a coupling and a mass.
inline constexpr auto fixed_z_prime_axis = boost::hana::filter(model_axis, [](auto type) {
  using model = detail::type_of<decltype(type)>;
  constexpr bool is_fixed = std::derived_from<model, z_prime> && !std::same_as<model, z_prime>;
  return boost::hana::bool_c<is_fixed>;
});

/// All models with a Z'.
inline constexpr auto z_prime_axis = boost::hana::append(fixed_z_prime_axis, boost::hana::type_c<z_prime>);

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
