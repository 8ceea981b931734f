// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>

#include <trident/numerics/lanes.hpp>
#include <trident/target/inelastic/options.hpp>
#include <trident/target/inelastic/real_functions.hpp>

namespace trident::detail {

/// F2 of a nucleon in a nucleus of mass number A over that of a free one, as a function of x alone.
struct nuclear_factor_of {
  nuclear_factor fit;
  double mass_number;

  template <class Real>
  Real operator()(Real x) const {
    double const log_a = std::log(mass_number);
    if (fit == nuclear_factor::e665) return shadowing(x, log_a);
    if (fit == nuclear_factor::e139) return emc_effect(x, log_a);
    return Real(1);
  }

  /// Where its slope jumps, in x.
  static constexpr std::array<double, 2> kinks(nuclear_factor fit) {
    return fit == nuclear_factor::e665 ? std::array{shadowed, unshadowed} : std::array{e139_low, e139_high};
  }

private:
  // of E665's ratios of 1992 to 1995, as used for the losses of muons [Iyer Dutta et al., hep-ph/0012350]
  static constexpr double shadowed = 0.0014, unshadowed = 0.04;
  // the range of the fit
  static constexpr double e139_low = 0.01, e139_high = 0.88;

  /// A^p with p = -0.1 at small x, and 0 at large; the numbers of the paper join to 6e-4 in the power.
  template <class Real>
  static Real shadowing(Real x, double log_a) {
    constexpr double per_log10 = 0.4342944819032518;
    // [PHYS:inelastic.shadowing]
    Real const middle = Real(0.069 * per_log10) * logarithm(x) + Real(0.097);
    Real const power = select(x < Real(shadowed), Real(-0.1), select(x < Real(unshadowed), middle, Real(0)));
    return lanes<Real>::exp(power * Real(log_a));
  }

  /// [Gomez et al., Phys. Rev. D 49 (1994) 4348]; of isoscalar nuclei, over deuterium.
  template <class Real>
  static Real emc_effect(Real any_x, double log_a) {
    constexpr std::array<double, 9> alpha = {-0.070,   2.189,     -24.667, 145.291, -497.237,
                                             1013.129, -1208.393, 775.767, -205.872};
    Real const x = at_most(at_least(any_x, e139_low), e139_high), log_x = lanes<Real>::log(x);
    Real power = Real(alpha[8]);
    for (std::size_t i = 8; i-- > 0;) power = Real(alpha[i]) + x * power;
    // [PHYS:inelastic.emc_effect]
    return lanes<Real>::exp(Real(0.017) + log_x * (Real(0.018) + log_x * Real(0.005)) + power * Real(log_a));
  }
};

} // namespace trident::detail
