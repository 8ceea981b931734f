// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>

namespace trident {

/// A point charge, F = 1: for tests and for limits.
struct point_charge {
  template <class Real>
  constexpr Real operator()(Real) const {
    return Real(1);
  }

  static constexpr double rms_radius() { return 0; }                                      ///< [fm]
  static constexpr double maximum_q() { return std::numeric_limits<double>::infinity(); } ///< [GeV]
};

} // namespace trident
