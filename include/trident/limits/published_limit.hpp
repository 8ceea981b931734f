// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string_view>

namespace trident {

/// An upper limit on g' of L_mu - L_tau, or the range of one, taken from a publication; nothing of it is computed here.
/// What a publication is not quoted for is 0.
struct published_limit {
  std::string_view name;
  std::string_view source;
  std::string_view process;
  std::string_view precision; ///< how precisely it is taken over
  double confidence;
  double mass_low, mass_high;         ///< [GeV]
  double coupling_low, coupling_high; ///< the strongest and the weakest limit within the masses
  std::span<double const> masses;     ///< of the curve [GeV], empty without one
  std::span<double const> couplings;  ///< that are excluded above, one a mass
};

} // namespace trident
