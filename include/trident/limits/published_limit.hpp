// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string_view>

namespace trident {

/// What a published curve is.
enum class limit_kind {
  exclusion, ///< couplings above it are excluded
  contour,   ///< of a quantity: it excludes as much as one makes of it
  projection ///< of an experiment that is still to come
};

/// An upper limit on g' of L_mu - L_tau, or the range of one, taken from a publication; nothing of it is computed here.
/// What a publication is not quoted for is 0.
struct published_limit {
  std::string_view id; ///< one word; empty without a curve
  std::string_view name;
  std::string_view source;
  std::string_view process;
  std::string_view precision; ///< how precisely it is taken over
  std::string_view trust;     ///< high, medium-high, medium, medium-low; "stated" of a range in words
  limit_kind kind;
  double confidence;
  double mass_low, mass_high;         ///< [GeV]
  double coupling_low, coupling_high; ///< the strongest and the weakest limit within the masses
  std::span<double const> masses;     ///< of the curve [GeV], empty without one
  std::span<double const> couplings;  ///< that are excluded above, one a mass
};

} // namespace trident
