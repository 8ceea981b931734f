// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident {

/// What a cross section can be differential in.
enum class observable {
  log_q2,    ///< ln(Q2/GeV^2), given by Q2 [GeV^2]
  s,         ///< s = (k + q)^2, the mass squared of nu' l- l+ [GeV^2]
  pair_mass, ///< m_ll [GeV]
  transfer,  ///< T, the weak four-momentum transfer squared [GeV^2]
  // of continua
  energy_transfer,   ///< nu, the energy that the hadrons take up [GeV]
  hadronic_mass,     ///< W, W^2 = M^2 + 2 M nu - Q2 with a nucleon at rest [GeV]
  bjorken_x,         ///< Q2/(2 M nu)
  momentum_transfer, ///< |q|, q^2 = nu^2 + Q2 [GeV]
};

/// A value of an observable, in the unit given above.
struct observed {
  observable what;
  double value;
};

} // namespace trident
