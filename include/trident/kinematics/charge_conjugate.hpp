// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/kinematics/lepton_state.hpp>

namespace trident::detail {

/// With l- and l+ exchanged and mirrored in the plane of k and k'.
template <class Real>
constexpr lepton_state<Real> charge_conjugate(lepton_state<Real> const& s) {
  lepton_state<Real> other = s;
  other.x_minus = s.x_plus;
  other.x_plus = s.x_minus;
  other.kappa_minus = conj(s.kappa_plus);
  other.kappa_plus = conj(s.kappa_minus);
  other.d_minus = s.d_plus;
  other.d_plus = s.d_minus;
  return other;
}

} // namespace trident::detail
