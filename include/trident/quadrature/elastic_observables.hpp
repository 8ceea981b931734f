// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/base/error.hpp>
#include <trident/quadrature/observable.hpp>

namespace trident {

/// What the hadrons take up at a value of ln Q2, where it is Q2 alone that decides.
struct elastic_value {
  observed at;
  double jacobian; ///< d ln Q2 over that of the observable that was asked for
};

/// The Q2 of an elastic target at which nu or |q| have this value; others stay as they are. Throws input_error for W and x,
/// which have one value each.
inline elastic_value elastic_value_of(observed const& asked, double target_mass) {
  double const value = asked.value;
  switch (asked.what) {
  case observable::energy_transfer:
    // [PHYS:distribution.elastic]
    return {{observable::log_q2, 2 * target_mass * value}, 1 / value};
  case observable::momentum_transfer: {
    // [PHYS:distribution.elastic]
    double const nu = value * value / (std::sqrt(value * value + target_mass * target_mass) + target_mass);
    return {{observable::log_q2, 2 * target_mass * nu}, value / (nu * (nu + target_mass))};
  }
  case observable::hadronic_mass:
  case observable::bjorken_x:
    throw input_error("a distribution in W or x: a target that stays as it is has one value of each; take "
                      "the regime inelastic, or incoherent with a nuclear model in which nucleons move");
  default:
    return {asked, 1};
  }
}

} // namespace trident
