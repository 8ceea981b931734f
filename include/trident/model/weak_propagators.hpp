// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <trident/model/resolved_model.hpp>
#include <trident/physics/boson_masses.hpp>

namespace trident {

/// The Standard Model with the propagator of the Z, which connects the neutrino with the pair, so that it is 1/(1 + T/M_Z^2)
/// without approximation; W exchange stays a contact interaction. For both as particles see full_electroweak.
class standard_model_with_z {
public:
  static constexpr std::string_view name = "SMprop";

  static constexpr double mediator_mass_squared() { return boson_masses{}.z * boson_masses{}.z; }

  template <Process P, Constants C, class Real>
  vector_axial<Real> couplings(P const& p, C constants, Real transfer) const {
    return resolved(p, constants).couplings(p, constants, transfer);
  }

  /// Contact and exchange part.
  template <Process P, Constants C>
  resolved_model resolved(P const& p, C constants) const {
    auto const all = standard_model{}.couplings(p, constants, 0.0);
    double const charged = p.has_charged_current ? 2 : 0, square = mediator_mass_squared();
    // [PHYS:model.z_propagator]
    return {{charged, -charged}, {square * (all.vector - charged), square * (all.axial + charged)}, square};
  }
};

} // namespace trident
