// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include <trident/numerics/lanes.hpp>
#include <trident/target/inelastic/real_functions.hpp>

// Cross sections of virtual photons on nucleons in the region of the resonances: fits to the proton [Christy, Bosted,
// arXiv:0712.3731] and to the mean of proton and neutron [Bosted, Christy, arXiv:0711.0159], with the figures of the
// authors' program of 2009 (F1F209). W < 3.1 GeV, Q2 < 8 GeV^2; beyond Q2 of about 16 GeV^2 the formula explodes.

namespace trident::detail {

/// Of one resonance in one fit: masses [GeV], heights [microbarn^(1/2)].
struct resonance_parameters {
  double mass, width;
  std::size_t angular_momentum;
  double damping;         ///< X_0 [GeV]
  double one_pion, eta;   ///< shares of the width; the rest is that of two pions
  double height, a, b, n; ///< transverse
};

/// Longitudinal heights of the proton's.
struct longitudinal_parameters {
  double height, a, b;
};

/// A term of the transverse background.
struct background_parameters {
  double height, scale, power, power_q2, power_q4;
};

struct resonance_fit {
  std::array<resonance_parameters, 7> resonances;
  std::array<background_parameters, 2> background;
};

inline constexpr resonance_fit proton_resonances{
    {{{1.2298, 0.13573, 1, 0.14462, 1, 0, 7.7805, 4.2291, 1.2598, 2.1242},
      {1.5304, 0.22, 0, 0.215, 0.45, 0.45, 6.3351, 6823.2, 33521, 2.5686},
      {1.5057, 0.082956, 2, 0.215, 0.65, 0, 0.60347, 21.240, 0.055746, 2.4886},
      {1.6980, 0.095782, 3, 0.215, 0.65, 0, 2.3305, -0.28789, 0.18607, 0.063534},
      {1.6650, 0.10936, 0, 0.215, 0.4, 0.1, 1.9790, -0.56175, 0.38964, 0.54883},
      {1.4333, 0.37944, 1, 0.215, 0.65, 0, 0.022506, 462.13, 0.19221, 1.9141},
      {1.9341, 0.38, 3, 0.215, 0.5, 0, 3.4187, 0, 0, 1}}},
    {{{246.06, 0.067469, 1.3501, 0.12054, -0.0038495}, {-89.360, 0.20977, 1.5715, 0.090736, 0.010362}}}};

inline constexpr resonance_fit mean_resonances{
    {{{1.2298, 0.13573, 1, 0.1446, 1, 0, 8.122, 5.189, 3.290, 1.870},
      {1.5304, 0.22, 0, 0.215, 0.5, 0.5, 6.110, -34.64, 900.0, 1.717},
      {1.5057, 0.082956, 2, 0.215, 0.65, 0, 0.04335, 191.5, 0.2232, 2.119},
      {1.6980, 0.095782, 3, 0.215, 0.65, 0, 2.088, -0.3029, 0.2012, 0.001104},
      {1.6650, 0.10936, 0, 0.215, 0.4, 0, 0.02276, -0.4562, 0.2397, 1.204},
      {1.4333, 0.37944, 1, 0.215, 0.65, 0, 0.02321, 541.9, 0.2247, 2.168},
      {1.9341, 0.38, 3, 0.215, 0.6, 0, 3.319, 0, 0, 2}}},
    {{{226.6, 0.07649, 1.457, 0.1318, -0.005596}, {-75.34, 0.1776, 1.636, 0.1350, 0.005883}}}};

inline constexpr std::array<longitudinal_parameters, 7> longitudinal_resonances = {
    {{29.414, 19.910, 0.22587},
     {0, 3856.5, 0.65717},
     {157.92, 97.046, 0.31042},
     {4.2160, 0.038200, 1.2182},
     {13.764, 0.31393, 2.9997},
     {5.5124, 0.053743, 1.3091},
     {11.0, 1.8951, 0.51376}}};

/// Masses of the fits [GeV].
inline constexpr double resonance_nucleon = 0.9382727, resonance_pion = 0.135, resonance_eta = 0.547;
inline constexpr double resonance_nucleon_squared = resonance_nucleon * resonance_nucleon;

/// W from which a nucleon makes a pion, two pions, an eta in the fits [GeV].
inline constexpr double pion_threshold = resonance_nucleon + resonance_pion;
inline constexpr double two_pion_threshold = resonance_nucleon + 2 * resonance_pion;
inline constexpr double eta_threshold = resonance_nucleon + resonance_eta;

/// Square of the momentum of a nucleon and a meson with the mass `mu` in the frame of W, 0 below threshold.
template <class Real>
constexpr Real meson_momentum_squared(Real w2, double mu) {
  constexpr double m = resonance_nucleon;
  // [PHYS:inelastic.meson_momentum]
  Real const momentum = (w2 - Real((m + mu) * (m + mu))) * (w2 - Real((m - mu) * (m - mu))) / (Real(4) * w2);
  return at_least(momentum, 0);
}

/// What of the resonances depends on W alone: partial widths G, and the factors of W B_i.
class resonance_shape {
public:
  constexpr explicit resonance_shape(resonance_parameters const& r)
      : mass_squared(r.mass * r.mass), damping_squared(r.damping * r.damping) {
    std::size_t const l = r.angular_momentum;
    auto const times = [](double factor, double x, std::size_t n) {
      for (std::size_t i = 0; i < n; ++i) factor *= x;
      return factor;
    };
    double const p1 = meson_momentum_squared(mass_squared, resonance_pion);
    double const p2 = meson_momentum_squared(mass_squared, 2 * resonance_pion);
    double const p3 = meson_momentum_squared(mass_squared, resonance_eta);
    one_pion = times(r.width * r.one_pion / constant_root(p1), (p1 + damping_squared) / p1, l);
    two_pions = times(r.width * (1 - r.one_pion - r.eta) / r.mass, (p2 + damping_squared) / p2, l + 2);
    // a resonance below the threshold of the eta has no share of it, and no momentum there to divide by
    if (r.eta > 0) eta = times(r.width * r.eta / constant_root(p3), (p3 + damping_squared) / p3, l);
    double const photon = (mass_squared - resonance_nucleon_squared) / (2 * r.mass);
    flux = r.mass * (photon * photon + damping_squared);
  }

  double mass_squared, damping_squared;
  double one_pion = 0, two_pions = 0, eta = 0, flux = 0;
};

/// Momenta and damping factors at one W, which resonances share.
template <class Real>
struct resonance_momenta {
  Real w2, w;
  Real one_pion, eta;                         ///< p
  Real one_squared, two_squared, eta_squared; ///< p^2
  Real photon_squared;

  explicit resonance_momenta(Real any_w2) : w2(any_w2) {
    using std::sqrt;
    w = sqrt(w2);
    one_squared = meson_momentum_squared(w2, resonance_pion);
    two_squared = meson_momentum_squared(w2, 2 * resonance_pion);
    eta_squared = meson_momentum_squared(w2, resonance_eta);
    one_pion = sqrt(one_squared);
    eta = sqrt(eta_squared);
    Real const k = w2 - Real(resonance_nucleon_squared);
    photon_squared = k * k / (Real(4) * w2);
  }
};

/// p^2/(p^2 + X_0^2) of the three channels, and 1/(k^2 + X_0^2).
template <class Real>
struct resonance_damping {
  Real one_pion, two_pions, eta, photon;

  resonance_damping(resonance_momenta<Real> const& p, double x0_squared)
      : one_pion(p.one_squared / (p.one_squared + Real(x0_squared))),
        two_pions(p.two_squared / (p.two_squared + Real(x0_squared))),
        eta(p.eta_squared / (p.eta_squared + Real(x0_squared))),
        photon(Real(1) / (p.photon_squared + Real(x0_squared))) {}
};

/// W B of a resonance at one W.
template <resonance_fit const& Fit, std::size_t I, class Real>
Real resonance_profile(resonance_momenta<Real> const& p, resonance_damping<Real> const& damping) {
  constexpr resonance_shape shape(Fit.resonances[I]);
  constexpr std::size_t l = Fit.resonances[I].angular_momentum;
  // [PHYS:inelastic.resonance_width]
  Real width = Real(shape.one_pion) * p.one_pion * power<l>(damping.one_pion);
  if constexpr (shape.two_pions != 0) width += Real(shape.two_pions) * p.w * power<l + 2>(damping.two_pions);
  if constexpr (shape.eta != 0) width += Real(shape.eta) * p.eta * power<l>(damping.eta);
  Real const distance = p.w2 - Real(shape.mass_squared);
  // [PHYS:inelastic.resonance]
  return Real(shape.flux) * damping.photon * width /
         (distance * distance + Real(shape.mass_squared) * width * width);
}

} // namespace trident::detail
