// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

namespace trident {

/// The variable t in (0, 1) in which structure functions are smooth between two energy transfers.
enum class panel_shape {
  even,        ///< nu = low + (high - low) t
  root,        ///< nu = low + (high - low) t^2: opens as a square root
  logarithmic, ///< nu - origin = (low - origin) ((high - origin)/(low - origin))^t
};

/// A range of the energy transfer nu [GeV] within which W1 and W2 are smooth in t at one Q2.
struct energy_panel {
  double low, high; ///< `high` may be infinite in the last panel of a response asked without an end
  panel_shape shape = panel_shape::even;
  double origin = 0; ///< of a logarithmic one, below `low`

  /// nu at t.
  double at(double t) const {
    if (shape == panel_shape::even) return low + (high - low) * t;
    if (shape == panel_shape::root) return low + (high - low) * t * t;
    return origin + (low - origin) * std::exp(t * logarithm());
  }

  /// d nu/dt at t.
  double measure(double t) const {
    if (shape == panel_shape::even) return high - low;
    if (shape == panel_shape::root) return 2 * (high - low) * t;
    return (at(t) - origin) * logarithm();
  }

  /// t at nu.
  double position(double nu) const {
    if (shape == panel_shape::even) return (nu - low) / (high - low);
    if (shape == panel_shape::root) return std::sqrt((nu - low) / (high - low));
    return std::log((nu - origin) / (low - origin)) / logarithm();
  }

  /// Of the ratio of both ends of a logarithmic one.
  double logarithm() const { return std::log((high - origin) / (low - origin)); }

  /// The part below `end`, which lies above `low`.
  energy_panel below(double end) const { return {low, end < high ? end : high, shape, origin}; }
};

} // namespace trident
