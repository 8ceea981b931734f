// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/physics/concepts.hpp>
#include <trident/quadrature/summed_current.hpp>

namespace trident::detail {

/// Transverse and scalar photons on a response, integrated over the energy that it takes up: at x = k.q/E and Q2, with its
/// moments below the largest energy transfer there.
inline double contracted_moments(double q2, double x, photon_pair const& l, response_moments const& k) {
  double const c = (q2 / x + x) / 2;
  // [PHYS:kernel.continuum]
  return l.transverse * (2 / x * k.w2_left + 2 * k.w1) +
         l.scalar * ((k.w2_left2 + c * (2 * k.w2_left + c * k.w2)) / q2 - k.w1);
}

} // namespace trident::detail
