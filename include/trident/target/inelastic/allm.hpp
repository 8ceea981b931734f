// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include <trident/numerics/lanes.hpp>
#include <trident/target/inelastic/options.hpp>
#include <trident/target/inelastic/real_functions.hpp>

// F2 of the proton by Regge-motivated fits in the form of ALLM [Abramowicz, Levin, Levy, Maor, Phys. Lett. B 269 (1991)
// 465], for any Q2 with the photoproduction at Q2 = 0, for W2 > 3 GeV^2.

namespace trident::detail {

/// M of the proton in all fits above the resonances [GeV]; CODATA 2018.
inline constexpr double fit_proton_mass = 0.93827208816;
inline constexpr double fit_proton_mass_squared = fit_proton_mass * fit_proton_mass;

/// A parameter that depends on Q2 through t: first + (first - second) (1/(1 + t^third) - 1) where it falls,
/// first + second t^third where it rises.
struct allm_slope {
  double first, second, third;
};

/// One fit; masses squared and scales [GeV^2].
struct allm_parameters {
  allm_slope c_pomeron, a_pomeron, b_pomeron;
  allm_slope c_reggeon, a_reggeon, b_reggeon;
  double photon, pomeron, reggeon; ///< m_0^2, m_P^2, m_R^2
  double q2_scale, lambda2;        ///< Q_0^2, Lambda^2
};

/// [hep-ph/9712415, table 2]; b_1 and b_2 of both terms stand there as square roots.
inline constexpr allm_parameters allm97{{0.28067, 0.22291, 2.1979},
                                        {-0.0808, -0.44812, 1.1709},
                                        {0.60243 * 0.60243, 1.3754 * 1.3754, 1.8439},
                                        {0.80107, 0.97307, 3.4942},
                                        {0.58400, 0.37888, 2.6063},
                                        {0.10711 * 0.10711, 1.9386 * 1.9386, 0.49338},
                                        0.31985,
                                        49.457,
                                        0.15052,
                                        0.52544,
                                        0.06527};

/// [arXiv:1103.5704, table 2]. Of b_P1 public programs have both signs: with + the fit follows SLAC and BCDMS within 2 %,
/// with - it is off by up to a factor of 2.
inline constexpr allm_parameters gd11p{{0.3638, 0.1211, 1.166},
                                       {-0.11895, -0.4783, 1.353},
                                       {1.0833, 2.656, 1.771},
                                       {1.3633, 2.256, 2.209},
                                       {0.3425, 1.0603, 0.5164},
                                       {-10.408, 14.857, 0.07739},
                                       0.5063,
                                       34.75,
                                       0.03190,
                                       1.374,
                                       0.06527};

constexpr allm_parameters const& parameters_of(high_mass_fit fit) {
  return fit == high_mass_fit::gd11p ? gd11p : allm97;
}

/// F2 at one Q2 [GeV^2] for any W2.
template <class Real>
class allm_at {
public:
  allm_at() = default;

  allm_at(allm_parameters const& fit, Real q2)
      : q2_(q2), pomeron_scale_(q2 + Real(fit.pomeron)), reggeon_scale_(q2 + Real(fit.reggeon)) {
    // [PHYS:inelastic.allm_slopes]
    Real const t = logarithm_of_one_plus(logarithm_of_one_plus(q2 * Real(1 / fit.q2_scale)) *
                                         Real(1 / std::log(fit.q2_scale / fit.lambda2)));
    Real const log_t = logarithm(t);
    c_pomeron_ = falling(fit.c_pomeron, log_t);
    a_pomeron_ = falling(fit.a_pomeron, log_t);
    b_pomeron_ = rising(fit.b_pomeron, log_t);
    c_reggeon_ = rising(fit.c_reggeon, log_t);
    a_reggeon_ = rising(fit.a_reggeon, log_t);
    b_reggeon_ = rising(fit.b_reggeon, log_t);
    inverse_scale_ = Real(1) / (q2 + Real(fit.photon));
  }

  /// F2/Q2 [1/GeV^2], finite at Q2 = 0; W2 > M^2.
  Real f2_over_q2(Real w2) const {
    using lane = lanes<Real>;
    Real const d = w2 - Real(fit_proton_mass_squared);
    // [PHYS:inelastic.allm]
    Real const log_z = lane::log(d / (q2_ + d));
    Real const log_pomeron = lane::log(pomeron_scale_ / (pomeron_scale_ + d));
    Real const log_reggeon = lane::log(reggeon_scale_ / (reggeon_scale_ + d));
    return inverse_scale_ * (c_pomeron_ * lane::exp(a_pomeron_ * log_pomeron + b_pomeron_ * log_z) +
                             c_reggeon_ * lane::exp(a_reggeon_ * log_reggeon + b_reggeon_ * log_z));
  }

private:
  static Real rising(allm_slope const& f, Real log_t) {
    return Real(f.first) + Real(f.second) * lanes<Real>::exp(Real(f.third) * log_t);
  }

  static Real falling(allm_slope const& f, Real log_t) {
    Real const power = lanes<Real>::exp(Real(f.third) * log_t);
    return Real(f.first) - Real(f.first - f.second) * (power / (Real(1) + power));
  }

  Real q2_{}, pomeron_scale_{}, reggeon_scale_{}, inverse_scale_{};
  Real c_pomeron_{}, a_pomeron_{}, b_pomeron_{};
  Real c_reggeon_{}, a_reggeon_{}, b_reggeon_{};
};

} // namespace trident::detail
