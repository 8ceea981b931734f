// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/numerics/complex.hpp>

namespace trident {

/// The four spin states of the charged leptons, quantised along k and counted against the left-handed current: none
/// flipped, that of l-, that of l+, both. `number` of each may be real or complex.
template <class Number>
struct spin_states {
  Number none, minus_flipped, plus_flipped, both;
};

/// The current's components in the gauge h.k = 0: h.L = lowering eta* + raising eta + along h+ with h = (h+, eta), h+ = 2 h.q
/// along k and eta, a complex number, orthogonal to k and q.
template <class Real>
struct current_components {
  spin_states<detail::complex<Real>> lowering, raising, along;
};

/// The four amplitudes for one h. `plus_flipped` lacks a factor whose square is `plus_flipped_scale`.
template <class Real>
struct spin_amplitudes {
  spin_states<detail::complex<Real>> amplitude;
  Real plus_flipped_scale;
};

} // namespace trident
