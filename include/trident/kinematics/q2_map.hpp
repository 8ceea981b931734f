// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include <trident/numerics/lanes.hpp>

namespace trident {

/// The table of a q2_map as numbers and places in memory, and what is drawn from it: valid as long as they are, copied
/// freely, device code too (the arrays then lie in the device's memory).
struct q2_table {
  /// A value that was drawn, and its measure.
  template <class Real>
  struct draw {
    Real q2;      ///< [GeV^2]
    Real measure; ///< d Q2 / d u [GeV^2]; 0 if the limits leave no room
  };

  double highest;             ///< Q2 that can be drawn [GeV^2]
  std::int64_t first;         ///< key of the lowest edge
  std::int64_t bins;          ///< so many
  double const* density;      ///< per GeV^2, of each bin
  double const* over_density; ///< 1/density
  double const* above;        ///< integral of the density above the lower edge of each bin, and 0 at the end
  std::int64_t first_guide;
  std::int64_t guides;
  std::int32_t const* guide; ///< a bin not after the one sought, by the leading bits of the tail

  static constexpr int subdivisions_log2 = 4;
  static constexpr int guide_log2 = 9;
  static constexpr int key_shift = 52 - subdivisions_log2, guide_shift = 52 - guide_log2;

  template <class Real>
  static constexpr typename detail::lanes<Real>::integer key(Real q2) {
    return detail::lanes<Real>::bits(q2) >> key_shift;
  }

  template <class Real>
  static constexpr typename detail::lanes<Real>::integer guide_key(Real target) {
    return detail::lanes<Real>::bits(target) >> guide_shift;
  }

  constexpr double maximum() const { return highest; }
  constexpr double highest_lower_limit() const { return highest; }
  constexpr q2_table const& table() const { return *this; }

  /// Q2 between `low` and the smaller of `high` and maximum().
  template <class Real>
  constexpr draw<Real> operator()(Real u, Real low, Real high) const {
    using detail::select;
    high = select(high < Real(highest), high, Real(highest));
    Real const at_low = tail(low), at_high = tail(high);
    Real const drawn = at_low + u * (at_high - at_low);
    Real const target =
        select(drawn > Real(0), drawn, Real(0)); // rounding may leave it below the end of the tail
    auto const bin = find(target);
    // [PHYS:phase_space.q2]
    Real const width = detail::lanes<Real>::look_up(over_density, bin); // per unit of the integral
    Real const end = detail::lanes<Real>::look_up(above, bin);
    Real const q2 = edge<Real>(bin) + (end - target) * width;
    Real const not_below = select(q2 > low, q2, low);
    auto const open = low < high;
    return {select(open, select(not_below < high, not_below, high), low),
            select(open, (at_low - at_high) * width, Real(0))};
  }

  /// u that gives q2 between the same limits.
  constexpr double inverse(double q2, double low, double high) const {
    double const at_low = tail(low);
    return (at_low - tail(q2)) / (at_low - tail(high));
  }

private:
  template <class Real>
  constexpr Real edge(typename detail::lanes<Real>::integer const& bin) const {
    return detail::lanes<Real>::from_bits((bin + first) << key_shift);
  }

  template <class Real>
  constexpr Real tail(Real q2) const {
    using lanes = detail::lanes<Real>;
    auto const bin = lanes::clamp(key(q2) - first, 0, bins - 1);
    return lanes::look_up(above, bin) - lanes::look_up(density, bin) * (q2 - edge<Real>(bin));
  }

  /// Bin whose tail brackets the target; `above` falls with the index. The guide leaves a few steps to go.
  template <class Real>
  constexpr typename detail::lanes<Real>::integer find(Real target) const {
    using detail::any;
    using lanes = detail::lanes<Real>;
    auto const place = lanes::clamp(guide_key(target) - first_guide, 0, guides - 1);
    typename lanes::integer bin = lanes::look_up(guide, place);
    bin = lanes::next_if(lanes::look_up(above + 1, bin) > target, bin);
    for (;;) {
      auto const beyond = lanes::look_up(above + 1, bin) > target;
      if (!any(beyond)) return bin;
      bin = lanes::next_if(beyond, bin);
    }
  }
};

/// Draws Q2 between any two limits with a density close to W(Q2)/Q2, W being the target's structure function.
///
/// The density is constant in bins that are linear within an octave and doubled from one to the next, so that a bin is
/// found from the bits of Q2. Map, inverse and Jacobian are exact for this density: the true W is evaluated in the
/// integrand, so the bins cost a percent of variance and no bias. Sums run from the top, so that the deep tail of a form
/// factor keeps its relative precision.
class q2_map {
public:
  /// `weight(q2)` is W; it is only ever used as an importance function.
  template <class Weight>
  q2_map(double lowest_q2, double highest_q2, Weight const& weight)
      : maximum_(highest_q2), first_(q2_table::key(lowest_q2)),
        density_(static_cast<std::size_t>(q2_table::key(highest_q2) - first_ + 1)),
        above_(density_.size() + 1, 0.0) {
    std::vector<double> mean(density_.size());
    for (std::size_t i = 0; i < mean.size(); ++i) {
      double sum = 0;
      for (double x : {0.1, 0.5, 0.9})
        sum += weight(std::min(edge(i) + x * (edge(i + 1) - edge(i)), highest_q2));
      mean[i] = sum / 3;
    }
    for (std::size_t i = 0; i < mean.size(); ++i) {
      // a floor from the neighbourhood keeps the zeros of a form factor reachable
      std::size_t const from = i < reach ? 0 : i - reach, to = std::min(i + reach + 1, mean.size());
      double const around = *std::max_element(mean.begin() + static_cast<std::ptrdiff_t>(from),
                                              mean.begin() + static_cast<std::ptrdiff_t>(to));
      // [PHYS:phase_space.q2_density]
      density_[i] = std::max(std::max(mean[i], 0.02 * around), smallest) / (0.5 * (edge(i) + edge(i + 1)));
    }
    for (std::size_t i = density_.size(); i-- > 0;)
      above_[i] = above_[i + 1] + density_[i] * (edge(i + 1) - edge(i));
    for (double const density : density_) over_density_.push_back(1 / density);
    first_guide_ = q2_table::guide_key(above_[density_.size() - 1]);
    guide_.resize(static_cast<std::size_t>(q2_table::guide_key(above_.front()) - first_guide_ + 1));
    for (std::size_t i = 0; i < guide_.size(); ++i) {
      double const largest =
          std::bit_cast<double>((first_guide_ + static_cast<std::int64_t>(i) + 1) << q2_table::guide_shift);
      guide_[i] = static_cast<std::int32_t>(bisect(largest));
    }
  }

  /// Largest Q2 that can be drawn.
  double maximum() const { return maximum_; }
  /// The same: an elastic target takes up energy at any Q2.
  double highest_lower_limit() const { return maximum_; }

  /// What draws: valid as long as this map.
  q2_table table() const {
    return {maximum_,
            first_,
            static_cast<std::int64_t>(density_.size()),
            density_.data(),
            over_density_.data(),
            above_.data(),
            first_guide_,
            static_cast<std::int64_t>(guide_.size()),
            guide_.data()};
  }

  /// Q2 between `low` and the smaller of `high` and maximum().
  template <class Real>
  q2_table::draw<Real> operator()(Real u, Real low, Real high) const {
    return table()(u, low, high);
  }

  /// u that gives q2 between the same limits.
  double inverse(double q2, double low, double high) const { return table().inverse(q2, low, high); }

private:
  static constexpr std::size_t reach = 6;
  static constexpr double smallest = 1e-290;

  double edge(std::size_t bin) const {
    return std::bit_cast<double>((static_cast<std::int64_t>(bin) + first_) << q2_table::key_shift);
  }

  std::size_t bisect(double target) const {
    auto const after = std::lower_bound(above_.begin() + 1, above_.end() - 1, target, std::greater<>());
    return static_cast<std::size_t>(after - above_.begin()) - 1;
  }

  double maximum_;
  std::int64_t first_;          ///< key of the lowest edge
  std::vector<double> density_; ///< per GeV^2
  std::vector<double> over_density_;
  std::vector<double> above_; ///< integral of the density above the lower edge of a bin
  std::int64_t first_guide_ = 0;
  std::vector<std::int32_t> guide_; ///< a bin not after the one sought, by the leading bits of the tail
};

} // namespace trident
