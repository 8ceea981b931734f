// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <numbers>

#include <trident/physics/constants.hpp>

// The photon that is exchanged with the target carries Q2, where the electric charge is larger than at Q2 = 0: vacuum
// polarisation by leptons and hadrons.

namespace trident {

namespace detail {

/// One loop of a lepton over alpha/pi, at z = Q2/m^2: 2 int_0^1 dx x (1 - x) ln(1 + x (1 - x) z).
inline double lepton_loop(double z) {
  if (z < 0.5) { // where the closed form cancels: sum of -(-z)^n/n ((n + 1)!)^2/(2 n + 3)!
    double sum = 0, beta = 1.0 / 30, power = z;
    for (int n = 1; n < 24; ++n) {
      // [PHYS:photon.lepton_series]
      sum += (n % 2 == 1 ? power : -power) * beta / n;
      power *= z;
      beta *= (n + 2.0) / (2 * (2 * n + 5.0));
    }
    return 2 * sum;
  }
  double const r = 4 / z, root = std::sqrt(1 + r);
  // [PHYS:photon.lepton_loop]
  return (-5.0 / 3 + r + (1 - r / 2) * root * std::log((root + 1) * (root + 1) / r)) / 3;
}

/// Delta alpha of hadrons for spacelike photons, A + B ln(1 + C Q2), by Burkhardt and Pietrzyk, Phys. Lett. B 513 (2001) 46,
/// table 3.
inline double hadron_loop(double q2) {
  struct piece {
    double up_to, a, b, c; ///< Q [GeV]
  };
  constexpr std::array<piece, 7> pieces = {{{0.7, 0, 0.0023092, 3.9925370},
                                            {2, 0, 0.0022333, 4.2191779},
                                            {4, 0, 0.0024402, 3.2496684},
                                            {10, 0, 0.0027340, 2.0995092},
                                            {91.1876, 0.0010485, 0.0029431, 1},
                                            {1e4, 0.0012234, 0.0029237, 1},
                                            {1e5, 0.0016894, 0.0028984, 1}}};
  piece const* one = pieces.data();
  while (one + 1 < pieces.data() + pieces.size() && q2 > one->up_to * one->up_to) ++one;
  // [PHYS:photon.hadron_loop]
  return one->a + one->b * std::log1p(one->c * q2);
}

} // namespace detail

/// Delta alpha(Q2) = 1 - alpha/alpha(Q2): leptons at one loop, hadrons from e+e- data.
template <Constants C = pdg>
double running_of_alpha(double q2) {
  constexpr double over_pi = C::fine_structure / std::numbers::pi;
  double leptons = 0;
  for (double const mass : {C::electron_mass, C::muon_mass, C::tau_mass})
    leptons += detail::lepton_loop(q2 / (mass * mass));
  // [PHYS:photon.running]
  return over_pi * leptons + detail::hadron_loop(q2);
}

/// (alpha(Q2)/alpha)^2, by which vacuum polarisation multiplies a cross section at Q2 [GeV^2].
template <Constants C = pdg>
double vacuum_polarisation_factor(double q2) {
  double const left = 1 - running_of_alpha<C>(q2);
  // [PHYS:photon.factor]
  return 1 / (left * left);
}

} // namespace trident
