// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <trident/amplitude/electroweak_current.hpp>

namespace trident {

/// A model on top of the full Standard Model, in place of its contact interactions: with W and Z as particles, right at any
/// energy. `full_electroweak{standard_model{}}`, `full_electroweak{mu_minus_tau({.coupling = 1e-3, .mass = 0.1})}`.
template <class M>
struct full_electroweak {
  M model;
  boson_masses bosons = {};

  double mediator_mass_squared() const { return model.mediator_mass_squared(); } ///< of the model [GeV^2]

  template <Process P, Constants C>
    requires ModelFor<M, P, C> electroweak_current<P, M, C> current(P const& process, C)
  const { return {process, model, bosons}; }
};

template <class M>
full_electroweak(M) -> full_electroweak<M>;
template <class M>
full_electroweak(M, boson_masses) -> full_electroweak<M>;

} // namespace trident
