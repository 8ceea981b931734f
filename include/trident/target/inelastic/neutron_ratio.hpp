// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/numerics/lanes.hpp>
#include <trident/target/inelastic/allm.hpp>
#include <trident/target/inelastic/options.hpp>
#include <trident/target/inelastic/real_functions.hpp>

namespace trident::detail {

/// x above which the fits are constant in x.
inline constexpr double nmc_highest_x = 0.95, slac_highest_x = 0.9375;

/// F2 of the neutron over that of the proton at one Q2.
template <class Real>
class neutron_ratio_at {
public:
  neutron_ratio_at() = default;

  neutron_ratio_at(neutron_ratio fit, Real q2) : fit_(fit), q2_(q2) {
    log_q2_ = logarithm(q2 * Real(1. / 20));
    highest_over_q2_ = Real(nmc_highest_x) / at_least(q2, least_positive);
  }

  Real operator()(Real w2) const {
    Real const x_over_q2 = Real(1) / (q2_ + w2 - Real(fit_proton_mass_squared));
    Real const x = q2_ * x_over_q2;
    // [PHYS:inelastic.neutron_slac]
    if (fit_ == neutron_ratio::slac) return Real(1) - Real(0.8) * at_most(x, slac_highest_x);
    Real const y = at_most(x, nmc_highest_x);
    Real const y_over_q2 = select(x_over_q2 < highest_over_q2_, x_over_q2, highest_over_q2_);
    // [PHYS:inelastic.neutron_nmc]
    Real const a =
        Real(0.979) + y * (Real(-1.692) + y * (Real(2.797) + y * (Real(-4.313) + y * Real(3.075))));
    Real const b = y * (Real(-0.171) + y * Real(0.244));
    return a * lanes<Real>::exp(b * log_q2_) * (Real(1) + y * y_over_q2);
  }

private:
  neutron_ratio fit_{};
  Real q2_{}, log_q2_{}, highest_over_q2_{};
};

} // namespace trident::detail
