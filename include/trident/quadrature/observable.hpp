// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident {

/// What a cross section can be differential in.
enum class observable {
  log_q2,    ///< ln(Q2/GeV^2), given by Q2 [GeV^2]
  s,         ///< s = (k + q)^2, the mass squared of nu' l- l+ [GeV^2]
  pair_mass, ///< m_ll [GeV]
  transfer,  ///< T, the weak four-momentum transfer squared [GeV^2]
};

/// A value of an observable, in the unit given above.
struct observed {
  observable what;
  double value;
};

} // namespace trident
