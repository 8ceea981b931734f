// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <numbers>
#include <tuple>
#include <utility>
#include <vector>

#include <trident/numerics/chebyshev.hpp>
#include <trident/physics/boson_masses.hpp>
#include <trident/quadrature/electroweak_table.hpp>
#include <trident/quadrature/structure_surface.hpp>
#include <trident/quadrature/w_stretch.hpp>

namespace trident {

/// structure_scaling, and the variable that resolves the threshold of real W bosons.
class electroweak_scaling : public structure_scaling {
public:
  /// Without a W.
  electroweak_scaling(pair_masses<double> const& masses, double transfer_scale)
      : structure_scaling(masses, transfer_scale), variable_(room_scale()) {}

  /// `masses`: `minus` of the lepton made with the W.
  electroweak_scaling(pair_masses<double> const& masses, double transfer_scale, boson_masses const& bosons)
      : structure_scaling(masses, transfer_scale),
        variable_(room_scale(), (bosons.w + masses.minus) * (bosons.w + masses.minus) - threshold(),
                  bosons.w * bosons.w_width),
        w_threshold_((bosons.w + masses.minus) * (bosons.w + masses.minus)),
        w_width_(bosons.w * bosons.w_width) {}

  w_stretch const& stretch() const { return variable_; }
  /// Within 8 widths and 2 widths of the threshold of real W bosons, if there are any [GeV^2].
  std::vector<double> s_breaks() const {
    std::vector<double> result;
    if (variable_.is_stretched())
      for (double const widths : {-8.0, -2.0, 2.0, 8.0}) result.push_back(w_threshold_ + widths * w_width_);
    return result;
  }

private:
  w_stretch variable_;
  double w_threshold_ = 0, w_width_ = 0;
};

/// L_T(s, Q2) and L_S(s, Q2) of the full amplitude, interpolated by Chebyshev polynomials on panels in s and Q2, of which
/// only those are computed that are asked for. What is interpolated is that of structure_surface.
class electroweak_surface {
public:
  /// evaluate(room, q2, tolerance) at room = s - threshold and Q2 [GeV^2].
  using function = std::function<photon_pair(double, double, double)>;
  /// A part of what is wanted, of 1 in all, that comes from around this room and Q2.
  struct contribution {
    double room, q2, share;
  };

  electroweak_surface(electroweak_scaling const& scaling, function evaluate, double tolerance,
                      std::vector<contribution> const& contributions = {},
                      electroweak_table const* table = nullptr)
      : scaling_(scaling), evaluate_(std::move(evaluate)), tolerance_(tolerance),
        all_alike_(contributions.empty()), shares_(shares_by_panel(scaling, contributions)), table_(table),
        in_table_(panels_of(table)) {}

  electroweak_scaling const& scaling() const { return scaling_; }
  std::uint64_t evaluations() const { return evaluations_; }

  /// Of what is wanted, by all panels that were computed: at least the sum of what the contributions make of theirs.
  double relative_error() const {
    double sum = 0, largest = 0;
    for (auto const& [where, one] : panels_) {
      sum += one.error * one.share;
      largest = std::max(largest, one.error);
    }
    return all_alike_ ? largest : std::min(sum, largest); // shares are rough, and add up to one
  }

  using place = std::pair<int, int>; ///< of a panel, in s and Q2

  /// Of a panel: the logarithms that structure_surface interpolates.
  struct panel {
    chebyshev_surface sum, reduced;
    double error, share;
  };

private:
  static constexpr double s_length = 2.2, q2_length = 3.5;

  static int place_in_s(double x) { return static_cast<int>(x / s_length); }
  static int place_in_q2(double y) { return static_cast<int>(y / q2_length); }

  static std::map<place, double> shares_by_panel(electroweak_scaling const& scaling,
                                                 std::vector<contribution> const& contributions) {
    std::map<place, double> shares;
    for (auto const& one : contributions)
      shares[{place_in_s(scaling.stretch()(one.room)), place_in_q2(scaling.q2_variable(one.q2))}] +=
          one.share;
    return shares;
  }

public:
  /// The panel at a place, for tables: the two functions and the error.
  panel const& at_place(int in_s, int in_q2) const { return panel_at({in_s, in_q2}); }
  static double s_start(int in_s) { return in_s * s_length; }     ///< in the variable of s
  static double q2_start(int in_q2) { return in_q2 * q2_length; } ///< in that of Q2
  place place_of(double room, double q2) const {
    return {place_in_s(scaling_.stretch()(room)), place_in_q2(scaling_.q2_variable(q2))};
  }

  /// At one Q2, as a function of room = s - threshold.
  class slice {
  public:
    double threshold() const { return surface_->scaling_.threshold(); } ///< in s [GeV^2]

    photon_pair operator()(double room) const {
      double const x = surface_->scaling_.stretch()(room);
      auto const i = static_cast<std::size_t>(place_in_s(x));
      if (rows_.size() <= i) rows_.resize(i + 1);
      if (rows_[i].sum.empty()) {
        auto const& on = surface_->panel_at({static_cast<int>(i), column_});
        rows_[i] = {on.sum.slice_at(y_), on.reduced.slice_at(y_)};
      }
      double const unit = 2 * (x / s_length - static_cast<double>(i)) - 1;
      double const leading = surface_->scaling_.leading(room);
      double const sum = leading * std::exp(chebyshev_sum(rows_[i].sum, unit));
      double const transverse =
          (sum - leading * std::exp(chebyshev_sum(rows_[i].reduced, unit))) / (1 - reduction);
      return {transverse, scalar_factor_ * (sum - transverse)};
    }

  private:
    friend class electroweak_surface;
    slice(electroweak_surface const& surface, double q2)
        : surface_(&surface), y_(surface.scaling_.q2_variable(q2)),
          scalar_factor_(surface.scaling_.scalar_factor(q2)), column_(place_in_q2(y_)) {}

    struct row {
      std::vector<double> sum, reduced;
    };

    electroweak_surface const* surface_;
    double y_, scalar_factor_;
    int column_;
    mutable std::vector<row> rows_; ///< those that were asked for
  };

  slice at_q2(double q2) const { return slice(*this, q2); }
  photon_pair operator()(double room, double q2) const { return at_q2(q2)(room); }

private:
  static constexpr double reduction = 0.3;

  panel const& panel_at(place const& where) const {
    auto const found = panels_.find(where);
    if (found != panels_.end()) return found->second;
    auto const tabulated = in_table_.find(where);
    return panels_.emplace(where, tabulated != in_table_.end() ? read(where, tabulated->second) : made(where))
        .first->second;
  }

  /// Where a panel of a table begins.
  struct position {
    std::size_t rows, column, coefficient;
  };

  static std::map<place, position> panels_of(electroweak_table const* table) {
    std::map<place, position> result;
    if (table == nullptr) return result;
    position next{};
    for (std::size_t i = 0; i < table->panels.size(); i += electroweak_table::numbers_per_panel) {
      next.rows = table->panels[i + 2];
      result[{table->panels[i], table->panels[i + 1]}] = next;
      for (std::size_t row = 0; row < 2 * next.rows; ++row)
        next.coefficient += table->columns[next.column + row];
      next.column += 2 * next.rows;
    }
    return result;
  }

  panel read(place const& where, position at) const {
    auto const [x, y] = ranges(where);
    auto const columns = table_->columns.subspan(at.column, 2 * at.rows);
    std::size_t const most = std::max<std::size_t>(*std::max_element(columns.begin(), columns.end()), 1);
    std::array<std::vector<double>, 2> both;
    for (std::size_t which = 0; which < 2; ++which) {
      both[which].assign(at.rows * most, 0.0);
      for (std::size_t row = 0; row < at.rows; ++row)
        for (std::size_t j = 0; j < columns[which * at.rows + row]; ++j)
          both[which][row * most + j] = table_->unit * table_->coefficients[at.coefficient++];
    }
    return {chebyshev_surface(x, y, std::move(both[0]), at.rows),
            chebyshev_surface(x, y, std::move(both[1]), at.rows), table_->error, share_of(where)};
  }

  using ranges_of_panel = std::pair<chebyshev_surface::range, chebyshev_surface::range>;
  static ranges_of_panel ranges(place const& where) {
    return {{where.first * s_length, (where.first + 1) * s_length},
            {where.second * q2_length, (where.second + 1) * q2_length}};
  }

  /// With as many nodes as it takes for the last coefficients to fall below the tolerance: that of the surface where a tenth
  /// or more of all comes from, and larger in proportion elsewhere.
  panel made(place const& where) const {
    double const share = share_of(where);
    constexpr double large = 0.1, coarsest = 0.2, unchecked = 0.1;
    double const tolerance = std::max(tolerance_, std::min(coarsest, tolerance_ * large / share));
    auto const nodes = [&](double offset, double rate) {
      return static_cast<std::size_t>(offset + rate * std::log(1 / tolerance));
    };
    std::size_t rows = nodes(1.6, 0.8), columns = nodes(1.6, 0.65);
    constexpr int attempts = 4;
    for (int attempt = 0;; ++attempt) {
      auto [one, row_error, column_error] = computed(where, rows, columns, tolerance);
      one.share = share;
      one.error = tolerance >= unchecked ? 2 * tolerance : row_error + column_error + tolerance / 2;
      if (tolerance >= unchecked || row_error + column_error < tolerance || attempt == attempts) return one;
      if (row_error > tolerance / 2) rows += rows / 4 + 1;
      if (column_error > tolerance / 2) columns += columns / 4 + 1;
    }
  }

  double share_of(place const& where) const {
    if (all_alike_) return 1;
    // the contributions are rough: a neighbour may have as much
    double share = 0;
    constexpr double of_neighbours = 0.1;
    for (int i = -1; i <= 1; ++i)
      for (int j = -1; j <= 1; ++j) {
        auto const found = shares_.find({where.first + i, where.second + j});
        if (found != shares_.end()) share += found->second * (i == 0 && j == 0 ? 1 : of_neighbours);
      }
    return std::max(share, 1e-9);
  }

  struct computed_panel {
    panel one;
    double row_error, column_error;
  };

  computed_panel computed(place const& where, std::size_t rows, std::size_t columns, double tolerance) const {
    auto const [x, y] = ranges(where);
    std::vector<double> sum, reduced;
    for (std::size_t i = 0; i < rows; ++i)
      for (std::size_t j = 0; j < columns; ++j) {
        double const room = scaling_.stretch().room_at(x.from_unit(chebyshev_node(i, rows)));
        double const q2 = scaling_.q2_at(y.from_unit(chebyshev_node(j, columns)));
        auto const here = evaluate_(room, q2, tolerance);
        double const scalar = here.scalar / scaling_.scalar_factor(q2), leading = scaling_.leading(room);
        // [PHYS:structure.interpolation]
        sum.push_back(std::log((here.transverse + scalar) / leading));
        reduced.push_back(std::log((reduction * here.transverse + scalar) / leading));
      }
    evaluations_ += rows * columns;
    computed_panel result{
        {chebyshev_surface(x, y, rows, columns, sum), chebyshev_surface(x, y, rows, columns, reduced), 0, 1},
        0,
        0};
    std::tie(result.row_error, result.column_error) = tails(sum, rows, columns);
    return result;
  }

  /// The largest of the last two coefficients, in s and in Q2, over all nodes in the other variable.
  static std::pair<double, double> tails(std::vector<double> const& values, std::size_t rows,
                                         std::size_t columns) {
    auto const last = [](std::size_t n, auto const& at) {
      double largest = 0;
      for (std::size_t k = n - 2; k < n; ++k) {
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
          double const angle = std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(n);
          sum += 2 * at(i) * std::cos(static_cast<double>(k) * angle) / static_cast<double>(n);
        }
        largest = std::max(largest, std::abs(sum) * (k + 2 == n ? 0.3 : 1));
      }
      return largest;
    };
    double of_rows = 0, of_columns = 0;
    for (std::size_t j = 0; j < columns; ++j)
      of_rows = std::max(of_rows, last(rows, [&](std::size_t i) { return values[i * columns + j]; }));
    for (std::size_t i = 0; i < rows; ++i)
      of_columns =
          std::max(of_columns, last(columns, [&](std::size_t j) { return values[i * columns + j]; }));
    return {of_rows, of_columns};
  }

  electroweak_scaling scaling_;
  function evaluate_;
  double tolerance_;
  bool all_alike_;
  std::map<place, double> shares_;
  electroweak_table const* table_;
  std::map<place, position> in_table_;
  mutable std::map<place, panel> panels_;
  mutable std::uint64_t evaluations_ = 0;
};

} // namespace trident
