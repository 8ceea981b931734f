// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/q2_map.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/numerics/rows_of_sums.hpp>

namespace trident {

/// The table of a continuum_q2_map, and what is drawn from it: valid as long as the map, copied freely, device code too.
///
/// In xi = ln(Q2/Q2_0), Q2_0 being where the response begins, the density is constant in bins; it depends on x = k.q/E too,
/// which is known by the lower limit of Q2. Between rows of that limit the sums below the edges are linear in its logarithm.
struct continuum_q2_table {
  template <class Real>
  using draw = q2_table::draw<Real>;

  double highest;            ///< Q2 that can be drawn [GeV^2]
  double highest_low;        ///< lower limit of Q2 at which there is a response above [GeV^2]
  double log_lowest;         ///< of the lower limit in the first row
  double over_step;          ///< rows in a unit of the logarithm
  double span;               ///< xi where the last bin ends
  double const* beginnings;  ///< ln Q2_0 in each row
  detail::rows_of_sums rows; ///< of xi

  constexpr double maximum() const { return highest; }
  constexpr double highest_lower_limit() const { return highest_low; }
  constexpr continuum_q2_table const& table() const { return *this; }

  /// Q2 between `low` and the smaller of `high` and maximum().
  template <class Real>
  constexpr draw<Real> operator()(Real u, Real low, Real high) const {
    using detail::select;
    using std::min;
    using lanes = detail::lanes<Real>;
    high = select(high < Real(highest), high, Real(highest));
    Real const row = row_of(low), beginning = beginning_in(row);
    detail::rows_of_sums::slice<Real> const at(rows, row);
    auto const open = low < high;
    Real const end =
        min(place_of(lanes::log(select(open, high, low)) - beginning), Real(static_cast<double>(rows.bins)));
    Real const all = at(end);
    Real const goal = u * all, bin = at.bin_of(goal, rows.bin_at(end));
    Real const below = at.at_edge(bin), from = xi(bin);
    // [PHYS:phase_space.continuum_q2]
    Real const over_density = (xi(bin + Real(1)) - from) / (at.at_edge(bin + Real(1)) - below);
    Real const q2 = lanes::exp(beginning + from + (goal - below) * over_density);
    auto const inside = open && all > Real(0);
    Real const not_below = select(q2 > low, q2, low);
    return {select(inside, select(not_below < high, not_below, high), low),
            select(inside, q2 * all * over_density, Real(0))};
  }

  /// u that gives q2 between the same limits.
  double inverse(double q2, double low, double high) const {
    return sum_below(q2, low) / sum_below(std::min(high, highest), low);
  }

  /// The sum below q2 where the lower limit is `low`.
  double sum_below(double q2, double low) const {
    double const row = row_of(low);
    double const place = std::min(place_of(std::log(q2) - beginning_in(row)), static_cast<double>(rows.bins));
    return detail::rows_of_sums::slice<double>(rows, row)(place);
  }

  /// The place of a lower limit among the rows.
  template <class Real>
  constexpr Real row_of(Real low) const {
    using std::min;
    Real const place = (detail::lanes<Real>::log(low) - Real(log_lowest)) * Real(over_step);
    return min(detail::not_negative(place), Real(static_cast<double>(rows.pairs)));
  }

  /// Where a bin begins: they get wider from the edge of phase space on.
  template <class Real>
  constexpr Real xi(Real bin) const {
    Real const part = bin * Real(1 / static_cast<double>(rows.bins));
    return Real(span) * part * (Real(first_width) + Real(1 - first_width) * part);
  }

  /// ln Q2_0.
  template <class Real>
  constexpr Real beginning_in(Real row) const {
    using std::floor;
    using std::min;
    using lanes = detail::lanes<Real>;
    Real const pair = min(floor(row), Real(static_cast<double>(rows.pairs - 1)));
    auto const number = detail::whole_part(pair);
    Real const a = lanes::look_up(beginnings, number), b = lanes::look_up(beginnings + 1, number);
    return a + (row - pair) * (b - a);
  }

private:
  static constexpr double first_width = 0.3; ///< of the first bin, over the mean

  /// Number of the bin in which xi lies, and the part of it that lies below.
  template <class Real>
  constexpr Real place_of(Real any_xi) const {
    using std::sqrt;
    Real const x = detail::not_negative(any_xi), part = x * Real(1 / span);
    // of first_width v + (1 - first_width) v^2 = part, without cancellation
    Real const v =
        2 * part /
        (Real(first_width) + sqrt(Real(first_width * first_width) + Real(4 * (1 - first_width)) * part));
    Real const bin = rows.bin_at(v * Real(static_cast<double>(rows.bins))), from = xi(bin);
    return bin + (x - from) / (xi(bin + Real(1)) - from);
  }
};

/// Draws Q2 of a continuum at any x = k.q/E between any two limits, with a density in proportion to its weight. Owns the
/// table.
class continuum_q2_map {
public:
  /// For lower limits from lowest_q2 to highest_q2 [GeV^2], which `limits` gives for an x. weight(q2, x) is that of dQ2/Q2^2;
  /// first_q2(x, low, high) is a lower bound of where it begins. Both are only ever used as importance functions, but that
  /// nothing is drawn below first_q2.
  template <class Weight, class FirstQ2>
  continuum_q2_map(continuum_limits const& limits, double lowest_q2, double highest_q2, Weight const& weight,
                   FirstQ2 const& first_q2)
      : maximum_(highest_q2), log_lowest_{std::log(lowest_q2)} {
    highest_low_ = last_open_limit(limits, lowest_q2, first_q2);
    double const length = std::max(std::log(highest_low_ / lowest_q2), 1e-3);
    constexpr double largest_row_step = 0.7, largest_bin = 0.3;
    pairs_ = static_cast<std::size_t>(length / largest_row_step) + 4;
    step_ = length / static_cast<double>(pairs_);
    set_beginnings(limits, first_q2);
    span_ = 1e-3;
    for (std::size_t i = 0; i <= pairs_; ++i) span_ = std::max(span_, std::log(highest_q2) - beginnings_[i]);
    bins_ = std::max(static_cast<std::size_t>(span_ / largest_bin), std::size_t{64});
    std::vector<std::vector<double>> contents;
    for (std::size_t i = 0; i <= pairs_; ++i) contents.push_back(row_contents(limits, i, weight));
    sums_ = detail::sums_of_rows(contents);
  }

  /// Largest Q2 that can be drawn.
  double maximum() const { return maximum_; }
  /// Largest lower limit of Q2 above which there is a response.
  double highest_lower_limit() const { return highest_low_; }

  /// What draws: valid as long as this map.
  continuum_q2_table table() const {
    return {maximum_,
            highest_low_,
            log_lowest_,
            1 / step_,
            span_,
            beginnings_.data(),
            {sums_.data(), static_cast<std::int64_t>(pairs_), static_cast<std::int64_t>(bins_)}};
  }

  template <class Real>
  q2_table::draw<Real> operator()(Real u, Real low, Real high) const {
    return table()(u, low, high);
  }

  /// u that gives q2 between the same limits.
  double inverse(double q2, double low, double high) const { return table().inverse(q2, low, high); }

  /// Nearly the integral of weight(q2, x) dQ2/Q2^2 from the lower limit `low` to q2.
  double integral(double q2, double low) const {
    double const row = table().row_of(low);
    std::size_t const pair = std::min(static_cast<std::size_t>(row), pairs_ - 1);
    double const t = row - static_cast<double>(pair);
    return table().sum_below(std::min(q2, maximum_), low) *
           std::exp(log_norms_[pair] + t * (log_norms_[pair + 1] - log_norms_[pair]));
  }

private:
  double lower_limit(double row) const { return std::exp(log_lowest_ + row * step_); }

  template <class FirstQ2>
  double last_open_limit(continuum_limits const& limits, double lowest, FirstQ2 const& first_q2) const {
    auto const open = [&](double low) {
      return first_q2(limits.x_of_lowest_q2(low), low, maximum_) < maximum_;
    };
    double below = lowest, above = std::max(maximum_, lowest);
    for (int i = 0; i < 50; ++i) {
      double const middle = std::sqrt(below * above);
      (open(middle) ? below : above) = middle;
    }
    return above;
  }

  template <class FirstQ2>
  void set_beginnings(continuum_limits const& limits, FirstQ2 const& first_q2) {
    auto const at = [&](double row) {
      double const low = lower_limit(row);
      return std::log(first_q2(limits.x_of_lowest_q2(low), low, std::max(low, maximum_)));
    };
    for (std::size_t i = 0; i <= pairs_; ++i) beginnings_.push_back(at(static_cast<double>(i)));
    // what a straight line between rows misses half-way, doubled
    std::vector<double> lower(pairs_ + 1);
    for (std::size_t i = 0; i < pairs_; ++i) {
      double const missed = beginnings_[i] + beginnings_[i + 1] - 2 * at(static_cast<double>(i) + 0.5);
      for (std::size_t row : {i, i + 1}) lower[row] = std::max(lower[row], missed);
    }
    constexpr double rounding = 1e-12;
    for (std::size_t i = 0; i <= pairs_; ++i)
      if (lower[i] > rounding) beginnings_[i] -= lower[i];
  }

  /// The weight of each bin of a row; all together are 1.
  template <class Weight>
  std::vector<double> row_contents(continuum_limits const& limits, std::size_t row, Weight const& weight) {
    double const x = limits.x_of_lowest_q2(lower_limit(static_cast<double>(row)));
    auto const bins = table();
    std::vector<double> density(bins_);
    for (std::size_t j = 0; j < bins_; ++j)
      for (double const part : {0.1, 0.5, 0.9}) {
        double const q2 = std::exp(beginnings_[row] + bins.xi(static_cast<double>(j) + part));
        if (q2 < maximum_) density[j] += weight(q2, x) / q2 / 3;
      }
    double norm = 0;
    auto const width = [&](std::size_t j) {
      return bins.xi(static_cast<double>(j + 1)) - bins.xi(static_cast<double>(j));
    };
    for (std::size_t j = 0; j < bins_; ++j) norm += density[j] * width(j);
    log_norms_.push_back(norm > 0 ? std::log(norm) : -700);
    return detail::normalised_contents(density, width);
  }

  double maximum_, log_lowest_, highest_low_ = 0, step_ = 1, span_ = 1;
  std::size_t pairs_ = 0, bins_ = 0;
  std::vector<double> beginnings_; ///< ln Q2_0 of each row
  std::vector<double> sums_, log_norms_;
};

} // namespace trident
