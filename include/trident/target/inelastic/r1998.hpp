// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>

#include <trident/numerics/lanes.hpp>
#include <trident/target/inelastic/allm.hpp>
#include <trident/target/inelastic/real_functions.hpp>

namespace trident::detail {

/// R = sigma_L/sigma_T of the proton at one Q2 [E143, hep-ex/9808028: the mean of three fits, 0.005 < x < 0.86, 0.5 < Q2 <
/// 130 GeV^2]. Below Q2 = 0.5 GeV^2 it falls in proportion to Q2 at the same W2; not negative.
template <class Real>
class r1998_at {
public:
  r1998_at() = default;

  explicit r1998_at(Real q2)
      : q2_(at_least(q2, least_q2)), below_(at_most(q2, least_q2) * Real(1 / least_q2)) {
    using std::sqrt;
    Real const square = q2_ * q2_;
    // [PHYS:inelastic.r1998]
    inverse_log_ = Real(1) / lanes<Real>::log(q2_ * Real(1 / 0.04));
    theta_ = Real(12) * q2_ / (q2_ + Real(1)) * Real(0.125 * 0.125);
    power_ = Real(a[1]) / sqrt(sqrt(square * square + Real(power<4>(a[2]))));
    poles_ = Real(b[1]) / q2_ + Real(b[2]) / (square + Real(0.3 * 0.3));
  }

  Real operator()(Real w2) const {
    using std::sqrt;
    using lane = lanes<Real>;
    // [PHYS:inelastic.r1998]
    Real const x = q2_ / (q2_ + w2 - Real(fit_proton_mass_squared)), log_x = lane::log(x);
    Real const logarithmic = (Real(1) + theta_ / (Real(0.125 * 0.125) + x * x)) * inverse_log_;
    Real const first = power_ * (Real(1) + x * (Real(a[3]) + x * Real(a[4]))) * lane::exp(Real(a[5]) * log_x);
    Real const second =
        poles_ * (Real(1) + x * (Real(b[3]) + x * Real(b[4]))) * lane::exp(Real(b[5]) * log_x);
    Real const distance = q2_ - x * (Real(c[3]) + x * (Real(c[4]) + x * Real(c[5])));
    Real const third = Real(c[1]) / sqrt(distance * distance + Real(c[2] * c[2]));
    Real const sum = Real(a[0] + b[0] + c[0]) * logarithmic + first + second + third;
    return below_ * at_least(sum * Real(1. / 3), 0);
  }

private:
  static constexpr double least_q2 = 0.5; ///< [GeV^2]
  static constexpr std::array<double, 6> a = {0.0485, 0.5470, 2.0621, -0.3804, 0.5090, -0.0285};
  static constexpr std::array<double, 6> b = {0.0481, 0.6114, -0.3509, -0.4611, 0.7172, -0.0317};
  static constexpr std::array<double, 6> c = {0.0577, 0.4644, 1.8288, 12.3708, -43.1043, 41.7415};

  Real q2_{}, below_{};
  Real inverse_log_{}, theta_{}, power_{}, poles_{};
};

} // namespace trident::detail
