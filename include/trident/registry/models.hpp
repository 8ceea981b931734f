// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <trident/error.hpp>
#include <trident/generator/model_arguments.hpp>
#include <trident/model.hpp>
#include <trident/registry/axis.hpp>

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

/// Any model, its couplings worked out for one channel and one set of constants: (g_V, g_A) = contact + exchange/(M^2 + T).
/// One type for all models, so that a program that reads the model from a user compiles one integrand for them.
class resolved_model {
public:
  /// A model with contact couplings only.
  explicit resolved_model(vector_axial<double> contact) : contact_(contact) {}

  resolved_model(vector_axial<double> contact, vector_axial<double> exchange, double mediator_mass_squared)
      : contact_(contact), exchange_(exchange), mediator_mass_squared_(mediator_mass_squared) {}

  double mediator_mass_squared() const {
    return mediator_mass_squared_;
  } ///< [GeV^2], infinite without exchange

  template <Process P, Constants C, class Real>
  vector_axial<Real> couplings(P const&, C, Real transfer) const {
    Real const propagator = 1 / (mediator_mass_squared_ + transfer);
    return {contact_.vector + exchange_.vector * propagator, contact_.axial + exchange_.axial * propagator};
  }

private:
  vector_axial<double> contact_;
  vector_axial<double> exchange_ = {0, 0}; // [GeV^2]
  double mediator_mass_squared_ = std::numeric_limits<double>::infinity();
};

static_assert(ModelFor<resolved_model, channel>);

template <Constants C>
resolved_model resolve(model_choice const& model, channel const& process, C constants) {
  return std::visit(
      [&]<class M>(M const& one) {
        if constexpr (std::derived_from<M, z_prime>)
          return resolved_model(standard_model{}.couplings(process, constants, 0.0),
                                one.exchange_strengths(process, constants), one.mediator_mass_squared());
        else
          return resolved_model(one.couplings(process, constants, 0.0));
      },
      model);
}

} // namespace trident::registry
