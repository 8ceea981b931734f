// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>

namespace trident {

/// The variable in which structure functions are smooth in s: ln(1 + room/r), r being the scale of the pair, and, where a
/// W can be made, asinh((room - c)/w) besides, which stretches the threshold at room = c over its width w.
class w_stretch {
public:
  explicit w_stretch(double scale) : scale_(scale) {}
  w_stretch(double scale, double centre, double width)
      : scale_(scale), centre_(centre), over_width_(1 / width), offset_(std::asinh(centre / width)) {}

  bool is_stretched() const { return over_width_ > 0; }

  double operator()(double room) const { return std::log1p(room / scale_) + stretch(room); }

  /// Of the part that is due to the W; 0 at threshold.
  double stretch(double room) const {
    // [PHYS:electroweak_quadrature.s_variable]
    return is_stretched() ? std::asinh((room - centre_) * over_width_) + offset_ : 0;
  }

  double slope(double room) const {
    double const distance = (room - centre_) * over_width_;
    return 1 / (scale_ + room) + over_width_ / std::sqrt(1 + distance * distance);
  }

  /// The inverse, by Newton's steps that are kept within an interval.
  double room_at(double value) const {
    double low = 0, high = scale_ * std::expm1(value);
    if (!is_stretched()) return high;
    double room = std::min(high, std::max(centre_, high / 2));
    for (int i = 0; i < 200; ++i) {
      double const excess = (*this)(room)-value;
      (excess > 0 ? high : low) = room;
      if (!(std::abs(excess) > 1e-14 * (1 + value))) break;
      double const next = room - excess / slope(room);
      // far below, where orders of magnitude remain, halves of the logarithm
      room = next > low && next < high ? next : low > 0 ? std::sqrt(low * high) : high / 16;
    }
    return room;
  }

private:
  double scale_, centre_ = 0, over_width_ = 0, offset_ = 0;
};

} // namespace trident
