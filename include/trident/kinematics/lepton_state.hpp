// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/numerics/complex.hpp>

namespace trident {

/// The three final leptons of nu(k) + photon*(q) -> nu'(k') l-(p-) l+(p+) on the light cone of k and q.
///
/// A momentum p is held as its fraction x = p.k/q.k (the fractions of the three sum to 1) and its transverse momentum
/// kappa [GeV] orthogonal to k and q (the three sum to 0), a complex number whose real axis lies along kappa of nu'.
/// Its remaining component follows from the mass shell, p^+ = (m^2 + kappa^2)/x, in which nothing cancels: that is why
/// squared amplitudes and four-momenta keep their digits for e+e- at any energy.
template <class Real>
struct lepton_state {
  Real k_dot_q;  ///< [GeV^2]
  Real q2;       ///< Q2 = -q^2 [GeV^2]
  Real transfer; ///< T = -(k - k')^2 [GeV^2]
  // [PHYS:leptons.light_cone]
  Real x_nu, x_minus, x_plus;        ///< light-cone fractions of nu', l-, l+
  Real kappa_nu;                     ///< [GeV], real and not negative
  detail::complex<Real> kappa_minus; ///< [GeV]
  detail::complex<Real> kappa_plus;  ///< [GeV]
  // [PHYS:leptons.denominators]
  Real d_minus, d_plus; ///< D = Q2 + 2 q.p, the lepton propagators' denominators [GeV^2]
};

} // namespace trident
