// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <trident/kinematics/energy_transfer_table.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/physics/concepts.hpp>

namespace trident {

/// Bins of the energy transfer at one Q2 and what the response has in them, from its panels.
class energy_transfer_row {
public:
  /// Bins of panels with these numbers of bins each; one more on either side is a margin without a response. `panels` gives
  /// those of the response, the last of them `room` wide where it is endless; edges are kept less `base` [GeV].
  template <class Panel>
  energy_transfer_row(std::vector<Panel> panels, std::vector<std::size_t> const& bins, double room,
                      double base) {
    close(panels, room);
    edges_.push_back(panels.front().low - base);
    centres_.push_back(panels.front().low);
    for (std::size_t p = 0; p < panels.size(); ++p)
      for (std::size_t k = 0; k < bins[p]; ++k) {
        auto const at = [&](double t) { return panels[p].at(t / static_cast<double>(bins[p])); };
        edges_.push_back(std::max(at(static_cast<double>(k)) - base, edges_.back()));
        centres_.push_back(at(static_cast<double>(k) + 0.5));
      }
    for (int i = 0; i < 2; ++i) edges_.push_back(std::max(panels.back().high - base, edges_.back()));
    centres_.push_back(panels.back().high);
  }

  /// An endless last panel becomes `room` wide.
  template <class Panel>
  static void close(std::vector<Panel>& panels, double room) {
    auto& last = panels.back();
    last.high = std::min(last.high, last.low + room);
  }

  std::vector<double> const& edges() const { return edges_; }
  std::vector<double> const& centres() const { return centres_; }

  /// Makes room for responses whose ends are not straight lines between rows.
  void widen(double below, double above) {
    edges_.front() -= below;
    edges_.back() += above;
  }

  /// Integrals over each bin, with a floor from the neighbourhood so that zeros of a response stay reachable.
  static std::vector<double> integrals(std::vector<double> const& densities,
                                       std::vector<double> const& edges) {
    std::vector<std::size_t> wide; // what has no width is no neighbour
    for (std::size_t i = 0; i < densities.size(); ++i)
      if (edges[i + 1] > edges[i]) wide.push_back(i);
    std::vector<double> result(densities.size());
    for (std::size_t k = 0; k < wide.size(); ++k) {
      auto const largest_around = [&](std::size_t reach) {
        double largest = 0;
        for (std::size_t other = k < reach ? 0 : k - reach; other < std::min(k + reach + 1, wide.size());
             ++other)
          largest = std::max(largest, densities[wide[other]]);
        return largest;
      };
      std::size_t const i = wide[k];
      double const least = std::max(0.05 * largest_around(1), 0.01 * largest_around(6));
      result[i] = std::max(densities[i], least) * (edges[i + 1] - edges[i]);
    }
    return result;
  }

private:
  std::vector<double> edges_, centres_; ///< [GeV]
};

/// Draws the energy transfer of a continuum at any Q2 and x = k.q/E with a density close to the integrand's over leptons:
/// see energy_transfer_table. Copies share the table, which nothing changes.
class energy_transfer_map {
public:
  /// For Q2 from lowest_q2 to highest_q2 [GeV^2] and nu up to largest_nu [GeV]; nu is about Q2/2M at a `mass` [GeV].
  /// panels(q2) gives the ranges of nu between which the response is smooth, alike at all Q2, structure(nu, q2) W2 and W1;
  /// these only ever serve as an importance function, but nu outside of the panels is never drawn.
  template <class Panels, class Structure>
  energy_transfer_map(double lowest_q2, double highest_q2, double largest_nu, double mass,
                      Panels const& panels, Structure const& structure)
      : slope_(1 / (2 * mass)),
        first_(table_type::key(lowest_q2)), pairs_{static_cast<std::size_t>(table_type::key(highest_q2) -
                                                                            first_ + 1)} {
    std::vector<energy_transfer_row> rows = make_rows(largest_nu, panels);
    columns_ = rows.front().edges().size();
    std::vector<row_integrals> of_rows;
    for (std::size_t i = 0; i <= pairs_; ++i) of_rows.push_back(integrate(rows[i], row_q2(i), structure));
    std::vector<double> nodes;
    nodes.reserve(pairs_ * columns_ * table_type::record);
    for (std::size_t i = 0; i < pairs_; ++i)
      add_pair(of_rows[i], of_rows[i + 1], rows[i], rows[i + 1], nodes);
    nodes_ = std::make_shared<std::vector<double> const>(std::move(nodes));
  }

  /// What draws: valid as long as this map.
  energy_transfer_table view() const {
    return {nodes_->data(), first_, static_cast<std::int64_t>(pairs_),
            static_cast<std::int64_t>(columns_ - 1), slope_};
  }

  /// See energy_transfer_table.
  template <class Real>
  energy_transfer_draw<Real> operator()(Real u, Real q2, Real largest, Real x) const {
    return view()(u, q2, largest, x);
  }

  /// Nearly the integral over nu of W2 (2/x)(nu_max - nu) + 2 W1 at given Q2 and x [1].
  double integral(double q2, double x) const {
    auto const row = static_cast<std::size_t>(
        std::clamp(table_type::key(q2) - first_, std::int64_t{0}, static_cast<std::int64_t>(pairs_) - 1));
    double const t = std::log(q2 / row_q2(row)) / std::log(row_q2(row + 1) / row_q2(row));
    double const logarithm = log_norms_[row] + t * (log_norms_[row + 1] - log_norms_[row]);
    return view().total(q2, x) * std::exp(logarithm);
  }

  /// A lower bound of the Q2 at which the response begins at given x, between low and high [GeV^2].
  double first_q2(double x, double low, double high) const {
    auto const closed = [&](double q2) { return !(view().lowest(q2) < (q2 / x - x) / 2); };
    if (!closed(low * (1 + 1e-9))) return low;
    if (closed(high)) return high;
    for (int i = 0; i < 60 && high > low * (1 + 1e-12); ++i) {
      double const middle = std::sqrt(low * high);
      (closed(middle) ? low : high) = middle;
    }
    return low;
  }

private:
  using table_type = energy_transfer_table;

  struct row_integrals {
    std::vector<double> w2, w1; ///< of each bin
  };

  double row_q2(std::size_t row) const { return table_type::row_q2(first_ + static_cast<std::int64_t>(row)); }

  template <class Panels>
  std::vector<energy_transfer_row> make_rows(double largest_nu, Panels const& panels) const {
    auto const bins = bins_of(largest_nu, panels);
    auto const at = [&](double q2) { return energy_transfer_row(panels(q2), bins, largest_nu, q2 * slope_); };
    auto const ends = [&](double q2) {
      auto here = panels(q2);
      energy_transfer_row::close(here, largest_nu);
      return interval<double>{here.front().low - q2 * slope_, here.back().high - q2 * slope_};
    };
    std::vector<energy_transfer_row> rows;
    for (std::size_t i = 0; i <= pairs_; ++i) rows.push_back(at(row_q2(i)));
    // twice what straight lines between rows miss
    std::vector<double> below(pairs_ + 1), above(pairs_ + 1);
    for (std::size_t i = 0; i < pairs_; ++i)
      for (double const t : {0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875}) {
        auto const &a = rows[i].edges(), &b = rows[i + 1].edges();
        double const q = std::sqrt(row_q2(i)) * (1 - t) + std::sqrt(row_q2(i + 1)) * t;
        auto const here = ends(q * q);
        double const low = 2 * (a.front() + t * (b.front() - a.front()) - here.low);
        double const high = 2 * (here.high - a.back() - t * (b.back() - a.back()));
        double const rounding = 1e-12 * (q + q * q);
        for (std::size_t row : {i, i + 1}) {
          if (low > rounding) below[row] = std::max(below[row], low);
          if (high > rounding) above[row] = std::max(above[row], high);
        }
      }
    for (std::size_t i = 0; i <= pairs_; ++i) rows[i].widen(below[i], above[i]);
    return rows;
  }

  /// Bins of each panel.
  template <class Panels>
  std::vector<std::size_t> bins_of(double largest_nu, Panels const& panels) const {
    constexpr std::size_t usual = 96;
    constexpr double largest_step = 0.25; // of a logarithm
    std::vector<std::size_t> bins;
    for (std::size_t row : {std::size_t{0}, pairs_ / 2, pairs_}) {
      auto here = panels(row_q2(row));
      energy_transfer_row::close(here, largest_nu);
      bins.resize(here.size(), std::max(usual / here.size(), std::size_t{2}));
      for (std::size_t p = 0; p < here.size(); ++p)
        if (here[p].origin < here[p].low && is_logarithmic(here[p]))
          bins[p] = std::max(bins[p], static_cast<std::size_t>(here[p].logarithm() / largest_step) + 1);
    }
    return bins;
  }

  template <class Panel>
  static bool is_logarithmic(Panel const& panel) {
    return panel.shape == decltype(panel.shape)::logarithmic;
  }

  template <class Structure>
  row_integrals integrate(energy_transfer_row const& row, double q2, Structure const& structure) {
    std::size_t const bins = columns_ - 1;
    std::vector<double> w2(bins), w1(bins);
    for (std::size_t j = 1; j + 1 < bins; ++j) {
      hadron_structure<double> const w = structure(row.centres()[j], q2);
      w2[j] = std::max(w.electric, 0.0) / table_type::usual_ratio(q2);
      w1[j] = std::max(w.magnetic, 0.0);
    }
    row_integrals result{energy_transfer_row::integrals(w2, row.edges()),
                         energy_transfer_row::integrals(w1, row.edges())};
    double sum = 0;
    for (std::size_t j = 0; j < bins; ++j) sum += result.w2[j] + result.w1[j];
    log_norms_.push_back(sum > 0 ? std::log(sum) : -700);
    for (std::size_t j = 0; j < bins; ++j) {
      result.w2[j] = sum > 0 ? result.w2[j] / sum : 0;
      result.w1[j] = sum > 0 ? result.w1[j] / sum : 0;
    }
    return result;
  }

  void add_pair(row_integrals const& a, row_integrals const& b, energy_transfer_row const& at_a,
                energy_transfer_row const& at_b, std::vector<double>& nodes) const {
    std::array<double, 6> sums{}; // of W2, of W2 times the distance from the lowest edge, of W1; in both rows
    double const lowest = (at_a.edges()[0] + at_b.edges()[0]) / 2;
    for (std::size_t j = 0; j < columns_; ++j) {
      nodes.insert(nodes.end(), sums.begin(), sums.end());
      nodes.insert(nodes.end(), {at_a.edges()[j], at_b.edges()[j]});
      if (j + 1 == columns_) return;
      double const distance =
          (at_a.edges()[j] + at_b.edges()[j] + at_a.edges()[j + 1] + at_b.edges()[j + 1]) / 4 - lowest;
      sums[0] += a.w2[j];
      sums[1] += b.w2[j];
      sums[2] += a.w2[j] * distance;
      sums[3] += b.w2[j] * distance;
      sums[4] += a.w1[j];
      sums[5] += b.w1[j];
    }
  }

  double slope_;       ///< 1/2M [1/GeV]
  std::int64_t first_; ///< key of the lowest row
  std::size_t pairs_;  ///< of neighbouring rows
  std::size_t columns_ = 0;
  std::shared_ptr<std::vector<double> const> nodes_;
  std::vector<double> log_norms_; ///< of each row
};

} // namespace trident
