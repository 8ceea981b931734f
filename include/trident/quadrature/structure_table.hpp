// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/quadrature/structure_surface.hpp>

namespace trident {

/// sum_ij c_ij T_i(x) T_j(y): row i holds its first columns[i] coefficients, one row after the other.
struct chebyshev_series {
  std::span<std::uint8_t const> columns;
  std::span<double const> coefficients;
};

/// Structure functions of one pair for all contact couplings: what the headers tables/structure_*.hpp hold.
///
/// N, the sum of L_T and L_S over both chiralities, carries the growth: its logarithm over the leading behaviour of
/// structure_scaling is interpolated, and the share of N that each part has. N has no zeros near the domain, which the
/// parts have just above threshold, so that `error` is relative to N.
struct structure_table {
  /// One series for each combination of the chiral couplings.
  struct chiral_series {
    chebyshev_series left, right, mixed;
  };

  pair_masses<double> masses; ///< [GeV]
  structure_domain domain;
  double error;                           ///< largest deviation from the quadrature over N
  double unit;                            ///< of all coefficients
  chebyshev_series logarithm;             ///< ln(N/leading)
  chiral_series transverse;               ///< L_T/N
  chiral_series scalar;                   ///< L_S/(N scalar_factor)
  structure_table const* above = nullptr; ///< of the same pair, from the largest Q2 on; continua reach there

  /// Made for this pair, in this order or the other.
  constexpr bool serves(pair_masses<double> const& pair) const {
    return (pair.minus == masses.minus && pair.plus == masses.plus) || is_exchanged(pair);
  }

  /// Exchanging the leptons exchanges the chiralities.
  constexpr bool is_exchanged(pair_masses<double> const& pair) const {
    return masses.minus != masses.plus && pair.minus == masses.plus && pair.plus == masses.minus;
  }
};

/// L_T and L_S for given couplings from a table. Has the interface of structure_surface.
class tabulated_structure {
public:
  /// Couplings (c_L, c_R) of the pair with these masses. Throws input_error if the table is another pair's.
  tabulated_structure(structure_table const& table, pair_masses<double> const& masses,
                      std::array<double, 2> const& couplings)
      : scaling_(table.masses), s_range_{0,
                                         scaling_.s_variable(table.domain.maximum_s - scaling_.threshold())},
        q2_range_{scaling_.q2_variable(table.domain.minimum_q2),
                  scaling_.q2_variable(table.domain.maximum_q2)},
        domain_(table.domain), error_(table.error) {
    require_served(table, masses);
    bool const exchanged = table.is_exchanged(masses);
    double const left = couplings[exchanged ? 1 : 0], right = couplings[exchanged ? 0 : 1];
    logarithm_ = scaled(table.logarithm, table.unit);
    auto const combined = [&](structure_table::chiral_series const& parts) {
      series sum = scaled(parts.left, left * left * table.unit);
      sum.add(parts.right, right * right * table.unit);
      sum.add(parts.mixed, left * right * table.unit);
      return sum;
    };
    transverse_ = combined(table.transverse);
    scalar_ = combined(table.scalar);
    if (table.above) above_ = std::make_shared<tabulated_structure>(*table.above, masses, couplings);
  }

  structure_scaling const& scaling() const { return scaling_; }
  structure_domain const& domain() const { return domain_; }
  double relative_error() const { return error_; } ///< of the structure functions, about

  /// With the table of larger Q2, if there is one; only this takes it into account.
  double largest_q2() const { return above_ ? above_->domain_.maximum_q2 : domain_.maximum_q2; } ///< [GeV^2]
  double largest_error() const { return above_ ? std::max(error_, above_->error_) : error_; }

  /// At one Q2, as a function of room = s - threshold.
  class slice {
  public:
    double threshold() const { return scaling_.threshold(); } ///< in s [GeV^2]

    photon_pair operator()(double room) const {
      double const x = range_.to_unit(scaling_.s_variable(room));
      // Clenshaw's recurrence for all three at once
      std::array<double, 3> before{}, last{};
      for (std::size_t i = rows_.size(); i-- > 1;)
        for (std::size_t part = 0; part < 3; ++part) {
          double const next = rows_[i][part] - before[part] + 2 * x * last[part];
          before[part] = last[part];
          last[part] = next;
        }
      auto const value = [&](std::size_t part) { return rows_[0][part] - before[part] + x * last[part]; };
      // [PHYS:structure.table]
      double const sum = scaling_.leading(room) * std::exp(value(0));
      return {sum * value(1), sum * scalar_factor_ * value(2)};
    }

  private:
    friend class tabulated_structure;
    slice(tabulated_structure const& table, double q2)
        : scaling_(table.scaling_), range_(table.s_range_), scalar_factor_(scaling_.scalar_factor(q2)) {
      std::vector<double> const polynomials =
          chebyshev_polynomials(table.columns(), table.q2_range_.to_unit(scaling_.q2_variable(q2)));
      std::array const parts = {&table.logarithm_, &table.transverse_, &table.scalar_};
      rows_.resize(table.rows());
      for (std::size_t part = 0; part < 3; ++part)
        for (std::size_t i = 0; i < parts[part]->rows.size(); ++i)
          rows_[i][part] = product(parts[part]->rows[i], polynomials);
    }

    static double product(std::vector<double> const& row, std::vector<double> const& polynomials) {
      double sum = 0;
      for (std::size_t j = 0; j < row.size(); ++j) sum += row[j] * polynomials[j];
      return sum;
    }

    structure_scaling scaling_;
    chebyshev_surface::range range_;
    double scalar_factor_;
    std::vector<std::array<double, 3>> rows_; ///< coefficients in x of logarithm, transverse, scalar
  };

  slice at_q2(double q2) const { return slice(above_ && q2 > domain_.maximum_q2 ? *above_ : *this, q2); }
  photon_pair operator()(double room, double q2) const { return at_q2(q2)(room); }

private:
  struct series {
    std::vector<std::vector<double>> rows;

    void add(chebyshev_series const& from, double factor) {
      if (rows.size() < from.columns.size()) rows.resize(from.columns.size());
      std::size_t next = 0;
      for (std::size_t i = 0; i < from.columns.size(); ++i) {
        if (rows[i].size() < from.columns[i]) rows[i].resize(from.columns[i]);
        for (std::size_t j = 0; j < from.columns[i]; ++j) rows[i][j] += factor * from.coefficients[next++];
      }
    }
  };

  static series scaled(chebyshev_series const& from, double factor) {
    series result;
    result.add(from, factor);
    return result;
  }

  static std::vector<double> chebyshev_polynomials(std::size_t n, double y) {
    std::vector<double> values(n, 1.0);
    if (n > 1) values[1] = y;
    for (std::size_t j = 2; j < n; ++j) values[j] = 2 * y * values[j - 1] - values[j - 2];
    return values;
  }

  std::size_t rows() const {
    return std::max({logarithm_.rows.size(), transverse_.rows.size(), scalar_.rows.size()});
  }

  std::size_t columns() const {
    std::size_t most = 0;
    for (series const* part : {&logarithm_, &transverse_, &scalar_})
      for (auto const& row : part->rows) most = std::max(most, row.size());
    return most;
  }

  static void require_served(structure_table const& table, pair_masses<double> const& masses) {
    if (table.serves(masses)) return;
    auto const text = [](pair_masses<double> const& pair) {
      return detail::number_text(pair.minus) + " GeV and " + detail::number_text(pair.plus) + " GeV";
    };
    throw input_error("leptons of " + text(masses) + ": this table of structure functions is for " +
                      text(table.masses) + " (constants pdg)");
  }

  structure_scaling scaling_;
  chebyshev_surface::range s_range_, q2_range_;
  structure_domain domain_;
  double error_;
  series logarithm_, transverse_, scalar_;
  std::shared_ptr<tabulated_structure const> above_;
};

} // namespace trident
