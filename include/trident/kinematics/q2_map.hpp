// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include <trident/detail/lanes.hpp>

namespace trident {

/// Draws Q2 between any two limits with a density close to W(Q2)/Q2, W being the target's structure function.
///
/// The density is constant in bins that are linear within an octave and doubled from one to the next, so that a bin is
/// found from the bits of Q2. Map, inverse and Jacobian are exact for this density: the true W is evaluated in the
/// integrand, so the bins cost a percent of variance and no bias. Sums run from the top, so that the deep tail of a form
/// factor keeps its relative precision.
class q2_map {
public:
  template <class Real>
  struct draw {
    Real q2;      ///< [GeV^2]
    Real measure; ///< d Q2 / d u [GeV^2]; 0 if the limits leave no room
  };

  /// `weight(q2)` is W; it is only ever used as an importance function.
  template <class Weight>
  q2_map(double lowest_q2, double highest_q2, Weight const& weight)
      : maximum_(highest_q2), first_(key(lowest_q2)), density_(key(highest_q2) - first_ + 1),
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
      density_[i] = std::max(std::max(mean[i], 0.02 * around), smallest) / (0.5 * (edge(i) + edge(i + 1)));
    }
    for (std::size_t i = density_.size(); i-- > 0;)
      above_[i] = above_[i + 1] + density_[i] * (edge(i + 1) - edge(i));
    first_guide_ = guide_key(above_[density_.size() - 1]);
    guide_.resize(guide_key(above_.front()) - first_guide_ + 1);
    for (std::size_t i = 0; i < guide_.size(); ++i) {
      double const largest = std::bit_cast<double>((first_guide_ + i + 1) << (52 - guide_log2));
      guide_[i] = static_cast<std::uint32_t>(bisect(largest));
    }
  }

  /// Largest Q2 that can be drawn.
  double maximum() const { return maximum_; }

  /// Q2 between `low` and the smaller of `high` and maximum().
  template <class Real>
  draw<Real> operator()(Real u, Real low, Real high) const {
    auto const [q2, measure] = detail::lanes<Real>::map(
        [this](double v, double from, double to) { return draw_one(v, from, std::min(to, maximum())); }, u,
        low, high);
    return {q2, measure};
  }

  /// u that gives q2 between the same limits.
  double inverse(double q2, double low, double high) const {
    double const at_low = tail(low);
    return (at_low - tail(q2)) / (at_low - tail(high));
  }

private:
  std::array<double, 2> draw_one(double u, double low, double high) const {
    if (!(low < high)) return {low, 0.0};
    double const at_low = tail(low), at_high = tail(high);
    double const target = at_low + u * (at_high - at_low);
    std::size_t const bin = find(target);
    double const q2 = std::clamp(edge(bin) + (above_[bin] - target) / density_[bin], low, high);
    return {q2, (at_low - at_high) / density_[bin]};
  }

  static constexpr int subdivisions_log2 = 4;
  static constexpr int guide_log2 = 6;
  static constexpr std::size_t reach = 6;
  static constexpr double smallest = 1e-290;

  static std::uint64_t key(double q2) { return std::bit_cast<std::uint64_t>(q2) >> (52 - subdivisions_log2); }
  double edge(std::size_t i) const { return std::bit_cast<double>((first_ + i) << (52 - subdivisions_log2)); }

  double tail(double q2) const {
    std::uint64_t const k = std::clamp<std::uint64_t>(key(q2), first_, first_ + density_.size() - 1);
    std::size_t const bin = static_cast<std::size_t>(k - first_);
    return above_[bin] - density_[bin] * (q2 - edge(bin));
  }

  static std::uint64_t guide_key(double target) {
    return std::bit_cast<std::uint64_t>(target) >> (52 - guide_log2);
  }

  /// Bin whose tail brackets the target; above_ falls with the index. The guide leaves a few steps to go.
  std::size_t find(double target) const {
    std::uint64_t const key = std::clamp(guide_key(target), first_guide_, first_guide_ + guide_.size() - 1);
    std::size_t bin = guide_[key - first_guide_];
    while (bin + 1 < density_.size() && above_[bin + 1] > target) ++bin;
    return bin;
  }

  std::size_t bisect(double target) const {
    auto const after = std::lower_bound(above_.begin() + 1, above_.end() - 1, target, std::greater<>());
    return static_cast<std::size_t>(after - above_.begin()) - 1;
  }

  double maximum_;
  std::uint64_t first_;
  std::vector<double> density_; ///< per GeV^2
  std::vector<double> above_;   ///< integral of the density above the lower edge of a bin
  std::uint64_t first_guide_ = 0;
  std::vector<std::uint32_t> guide_; ///< a bin not after the one sought, by the leading bits of the tail
};

} // namespace trident
