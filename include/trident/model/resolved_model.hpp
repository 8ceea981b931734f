// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <limits>

#include <trident/model/model.hpp>
#include <trident/physics/concepts.hpp>

namespace trident {

/// Any of the library's models, its couplings worked out for one channel and one set of constants:
/// (g_V, g_A) = contact + exchange/(M^2 + T). One type for all models, so that a program that reads the model from a user
/// compiles one integrand for them.
class resolved_model {
public:
  /// A model with contact couplings only.
  explicit resolved_model(vector_axial<double> contact) : contact_(contact) {}

  resolved_model(vector_axial<double> contact, vector_axial<double> exchange, double mediator_mass_squared)
      : contact_(contact), exchange_(exchange), mediator_mass_squared_(mediator_mass_squared) {}

  vector_axial<double> contact() const { return contact_; }
  vector_axial<double> exchange() const { return exchange_; } ///< [GeV^2]
  double mediator_mass_squared() const {
    return mediator_mass_squared_;
  } ///< [GeV^2], infinite without exchange

  template <Process P, Constants C, class Real>
  vector_axial<Real> couplings(P const&, C, Real transfer) const {
    // [PHYS:model.resolved]
    Real const propagator = 1 / (mediator_mass_squared_ + transfer);
    return {contact_.vector + exchange_.vector * propagator, contact_.axial + exchange_.axial * propagator};
  }

private:
  vector_axial<double> contact_;
  vector_axial<double> exchange_ = {0, 0};
  double mediator_mass_squared_ = std::numeric_limits<double>::infinity();
};

static_assert(ModelFor<resolved_model, channel>);

/// A model that takes its couplings apart itself.
template <class M>
concept SelfResolvingModel = requires(M const& m, channel const& p) {
  { m.resolved(p, pdg{}) } -> std::same_as<resolved_model>;
};

/// The models that resolve() takes apart.
template <class M>
concept ResolvableModel = std::derived_from<M, detail::contact> || std::derived_from<M, z_prime> ||
    std::same_as<M, resolved_model> || SelfResolvingModel<M>;

/// The couplings of a model in one channel.
template <ResolvableModel M, Process P, Constants C>
resolved_model resolve(M const& model, P const& process, C constants) {
  if constexpr (std::same_as<M, resolved_model>)
    return model;
  else if constexpr (SelfResolvingModel<M>)
    return model.resolved(process, constants);
  else if constexpr (std::derived_from<M, z_prime>)
    return {standard_model{}.couplings(process, constants, 0.0), model.exchange_strengths(process, constants),
            model.mediator_mass_squared()};
  else
    return resolved_model(model.couplings(process, constants, 0.0));
}

} // namespace trident
