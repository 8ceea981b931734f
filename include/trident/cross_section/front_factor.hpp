// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/physics/constants.hpp>

namespace trident::detail {

/// (alpha G_F)^2/2 [fb GeV^2]: what multiplies an integral over phase space, or of the photon kernel.
template <Constants C>
constexpr double front_factor() {
  // [PHYS:cross_section.front_factor]
  return C::fine_structure * C::fine_structure * C::fermi_constant * C::fermi_constant / 2 *
         C::inverse_GeV2_in_fb;
}

} // namespace trident::detail
