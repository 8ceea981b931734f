// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace trident {

/// Numerical events of a run. The index is that of the point source, and the largest integer where there is none.
struct evaluation_counts {
  std::uint64_t all = 0;
  std::uint64_t zero = 0;
  std::uint64_t non_finite = 0;
  std::uint64_t first_non_finite_index = std::numeric_limits<std::uint64_t>::max();

  evaluation_counts& operator+=(evaluation_counts const& other) {
    all += other.all;
    zero += other.zero;
    non_finite += other.non_finite;
    first_non_finite_index = std::min(first_non_finite_index, other.first_non_finite_index);
    return *this;
  }
};

/// What a part of an iteration, or all of it, contributes to the integral.
struct stratified_sums {
  double value = 0;           ///< sum of mean times volume over hypercubes
  double variance = 0;        ///< of that sum, from the scatter inside each hypercube
  double squared_weights = 0; ///< sum of (value times volume / calls)^2 over points
  evaluation_counts counts;

  stratified_sums& operator+=(stratified_sums const& other) {
    value += other.value;
    variance += other.variance;
    squared_weights += other.squared_weights;
    counts += other.counts;
    return *this;
  }
};

namespace detail {

/// Sums over the calls of one hypercube, relative to its first value so that nothing cancels.
class hypercube_sums {
public:
  void add(double value) {
    if (calls_++ == 0) { origin_ = value; }
    double const deviation = value - origin_;
    sum_ += deviation;
    sum_of_squares_ += deviation * deviation;
  }

  /// Adds this hypercube to `total` and returns the sum of squared deviations from its mean.
  double finish(double volume, stratified_sums& total) const {
    double const per_call = 1.0 / calls_;
    double const mean = origin_ + sum_ * per_call;
    double const scatter = std::max(sum_of_squares_ - sum_ * sum_ * per_call, 0.0);
    double const weight = volume * per_call;
    total.value += volume * mean;
    total.variance += weight * volume * scatter / (calls_ - 1);
    total.squared_weights += weight * weight * (scatter + calls_ * mean * mean);
    return scatter;
  }

private:
  double origin_ = 0;
  double sum_ = 0;
  double sum_of_squares_ = 0;
  std::uint32_t calls_ = 0;
};

} // namespace detail
} // namespace trident
