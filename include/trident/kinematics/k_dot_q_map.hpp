// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <trident/kinematics/limits.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/numerics/rows_of_sums.hpp>

namespace trident {

/// ln k.q is flat between its limits.
struct flat_k_dot_q {
  constexpr flat_k_dot_q table() const { return *this; }
};

/// The table of a k_dot_q_map, and what is drawn from it: valid as long as the map, copied freely, device code too.
struct k_dot_q_table {
  detail::rows_of_sums rows;
  double log_lowest; ///< of the energy in the first row [GeV]
  double over_step;  ///< rows in a unit of the logarithm

  /// ln(k.q/low)/ln(high/low), and its derivative.
  template <class Real>
  struct draw {
    Real part, measure;
  };

  constexpr k_dot_q_table const& table() const { return *this; }

  template <class Real>
  constexpr draw<Real> operator()(Real u, Real energy) const {
    detail::rows_of_sums::slice<Real> const at(rows, row_of(energy));
    Real const bin = at.bin_of(u, Real(static_cast<double>(rows.bins - 1)));
    Real const below = at.at_edge(bin);
    // [PHYS:phase_space.continuum_k_dot_q]
    Real const slope = 1 / (at.at_edge(bin + Real(1)) - below), over_bins(1 / static_cast<double>(rows.bins));
    return {(bin + (u - below) * slope) * over_bins, slope * over_bins};
  }

  /// u that gives the part.
  double inverse(double part, double energy) const {
    return detail::rows_of_sums::slice<double>(rows, row_of(energy))(part * static_cast<double>(rows.bins));
  }

private:
  template <class Real>
  constexpr Real row_of(Real energy) const {
    using std::min;
    Real const place = (detail::lanes<Real>::log(energy) - Real(log_lowest)) * Real(over_step);
    return min(detail::not_negative(place), Real(static_cast<double>(rows.pairs)));
  }
};

/// Draws k.q at any energy of a spectrum with a density in proportion to its weight. Copies share the table, which nothing
/// changes.
class k_dot_q_map {
public:
  /// From lowest to highest energy [GeV]. range(energy) gives the limits of k.q, weight(k.q, energy) that of d ln k.q, up to a
  /// factor that depends on the energy; it is only ever used as an importance function.
  template <class Range, class Weight>
  k_dot_q_map(double lowest, double highest, Range const& range, Weight const& weight)
      : log_lowest_(std::log(lowest)) {
    constexpr double largest_step = 0.25;
    constexpr std::size_t bins = 128;
    double const length = std::max(std::log(highest / lowest), 1e-3);
    std::size_t const pairs = static_cast<std::size_t>(length / largest_step) + 4;
    over_step_ = static_cast<double>(pairs) / length;
    std::vector<std::vector<double>> contents;
    for (std::size_t i = 0; i <= pairs; ++i) {
      double const energy = std::exp(log_lowest_ + static_cast<double>(i) / over_step_);
      interval<double> const between = range(energy);
      std::vector<double> density(bins);
      if (between.low < between.high)
        for (std::size_t j = 0; j < bins; ++j) {
          double const part = (static_cast<double>(j) + 0.5) / static_cast<double>(bins);
          density[j] = weight(between.low * std::pow(between.high / between.low, part), energy);
        }
      contents.push_back(detail::normalised_contents(density, [](std::size_t) { return 1.0; }));
    }
    sums_ = std::make_shared<std::vector<double> const>(detail::sums_of_rows(contents));
    pairs_ = static_cast<std::int64_t>(pairs);
    bins_ = static_cast<std::int64_t>(bins);
  }

  /// What draws: valid as long as this map.
  k_dot_q_table table() const { return {{sums_->data(), pairs_, bins_}, log_lowest_, over_step_}; }

  template <class Real>
  k_dot_q_table::draw<Real> operator()(Real u, Real energy) const {
    return table()(u, energy);
  }

  double inverse(double part, double energy) const { return table().inverse(part, energy); }

private:
  double log_lowest_, over_step_;
  std::int64_t pairs_ = 0, bins_ = 0;
  std::shared_ptr<std::vector<double> const> sums_;
};

} // namespace trident
