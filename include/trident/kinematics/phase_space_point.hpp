// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/kinematics/lepton_state.hpp>

namespace trident {

/// A point of the 2 -> 4 phase space at one neutrino energy, up to a rotation around the beam.
template <class Real = double>
struct phase_space_point {
  Real energy; ///< of the neutrino [GeV]
  Real nu;     ///< energy that the target takes up [GeV]
  Real recoil; ///< R - 1 = (Q2 - Q2_min)/Q2_min
  detail::complex<Real>
      target_direction; ///< unit vector of the target's momentum in the plane orthogonal to k and q
  lepton_state<Real> leptons;
  Real pair_mass_squared; ///< m_ll^2 [GeV^2]
  Real
      jacobian; ///< dQ2 d(k.q) dPhi_3 dphi_P/(2 pi) per unit volume of the cube [GeV^6]; 0 outside of phase space

  constexpr auto inside() const { return jacobian > Real(0); }
};

} // namespace trident
