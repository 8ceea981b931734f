// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace trident {

/// What a generation spent and got, and how honest the maximum was.
struct generation_statistics {
  double envelope = 0; ///< [fb]
  std::uint64_t events = 0;
  std::uint64_t attempts = 0;
  std::uint64_t overweight = 0;                        ///< events above the maximum
  double sum_of_ratios = 0, sum_of_squared_ratios = 0; ///< value over maximum of all attempts
  double sum_of_weights = 0, sum_of_squared_weights = 0;
  double overweight_sum = 0; ///< weights of the events above the maximum
  double excess = 0;         ///< weight minus 1, of those
  double largest_weight = 0;

  void try_one(double ratio) {
    ++attempts;
    sum_of_ratios += ratio;
    sum_of_squared_ratios += ratio * ratio;
  }

  void accept_one(double weight) {
    ++events;
    sum_of_weights += weight;
    sum_of_squared_weights += weight * weight;
    largest_weight = std::max(largest_weight, weight);
    if (!(weight > 1)) return;
    ++overweight;
    overweight_sum += weight;
    excess += weight - 1;
  }

  generation_statistics& operator+=(generation_statistics const& other) {
    envelope = other.envelope;
    events += other.events;
    attempts += other.attempts;
    overweight += other.overweight;
    sum_of_ratios += other.sum_of_ratios;
    sum_of_squared_ratios += other.sum_of_squared_ratios;
    sum_of_weights += other.sum_of_weights;
    sum_of_squared_weights += other.sum_of_squared_weights;
    overweight_sum += other.overweight_sum;
    excess += other.excess;
    largest_weight = std::max(largest_weight, other.largest_weight);
    return *this;
  }

  /// Accepted over tried.
  double efficiency() const { return per(static_cast<double>(events), static_cast<double>(attempts)); }
  /// Share of the events that are above the maximum.
  double overweight_events() const {
    return per(static_cast<double>(overweight), static_cast<double>(events));
  }
  /// Share of the cross section that those events carry.
  double overweight_cross_section() const { return per(overweight_sum, sum_of_weights); }
  /// Share of the cross section above the maximum: what clipping would lose.
  double excess_cross_section() const { return per(excess, sum_of_weights); }
  /// (sum of weights)^2 / sum of squared weights.
  double effective_sample_size() const {
    return per(sum_of_weights * sum_of_weights, sum_of_squared_weights);
  }
  /// Cross section that the attempts give by themselves [fb].
  double cross_section() const { return envelope * per(sum_of_ratios, static_cast<double>(attempts)); }
  double cross_section_error() const {
    double const n = static_cast<double>(attempts), mean = per(sum_of_ratios, n);
    return envelope *
           std::sqrt(std::max(per(sum_of_squared_ratios, n) - mean * mean, 0.0) / std::max(n, 1.0));
  }

private:
  static double per(double part, double whole) { return whole > 0 ? part / whole : 0; }
};

} // namespace trident
