// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident {

/// Masses of W and Z and the width of the W [GeV], Review of Particle Physics 2022. Infinite masses make contact
/// interactions.
struct boson_masses {
  double w = 80.377;
  double w_width = 2.085;
  double z = 91.1876;
};

} // namespace trident
