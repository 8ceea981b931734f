// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident {

/// Which leptons an electroweak_map draws, and how much of the integrand counts there.
enum class lepton_channel {
  z_alone, ///< as a pair_map does, all of it
  z_share, ///< likewise, the share of the Z map: that of the W map is another integrand
  w_share, ///< around the resonance of the W, the share of the W map
};

} // namespace trident
