// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <utility>
#include <vector>

namespace trident {

/// Chebyshev nodes of the first kind on [-1, 1], in the order of cos((i + 1/2) pi/n).
inline double chebyshev_node(std::size_t i, std::size_t n) {
  return std::cos(std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(n));
}

/// sum_k c_k T_k(x) by Clenshaw's recurrence.
inline double chebyshev_sum(std::span<double const> coefficients, double x) {
  double b1 = 0, b2 = 0;
  for (std::size_t k = coefficients.size(); k-- > 1;) {
    double const b = coefficients[k] + 2 * x * b1 - b2;
    b2 = b1;
    b1 = b;
  }
  return coefficients[0] + x * b1 - b2;
}

/// A function of two variables on a rectangle as sum_ij c_ij T_i(x) T_j(y), x and y scaled to [-1, 1].
class chebyshev_surface {
public:
  /// An interval and its map onto [-1, 1].
  struct range {
    double low, high;
    double to_unit(double value) const { return (2 * value - low - high) / (high - low); }
    double from_unit(double unit) const { return (low + high + (high - low) * unit) / 2; }
  };

  /// `values[i * columns + j]` at node i of x and node j of y.
  chebyshev_surface(range x, range y, std::size_t rows, std::size_t columns, std::span<double const> values)
      : x_(x), y_(y), rows_(rows), columns_(columns), coefficients_(rows * columns) {
    std::vector<double> const by_column = transform_rows(values, rows, columns);
    std::vector<double> const cosines = table(columns);
    for (std::size_t i = 0; i < rows; ++i)
      for (std::size_t k = 0; k < columns; ++k) {
        double sum = 0;
        for (std::size_t j = 0; j < columns; ++j)
          sum += by_column[i * columns + j] * cosines[k * columns + j];
        coefficients_[i * columns + k] = sum * (k == 0 ? 1.0 : 2.0) / static_cast<double>(columns);
      }
  }

  /// From coefficients, those of one row after the other.
  chebyshev_surface(range x, range y, std::vector<double> coefficients, std::size_t rows)
      : x_(x), y_(y), rows_(rows), columns_(coefficients.size() / rows),
        coefficients_(std::move(coefficients)) {}

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::span<double const> coefficients() const { return coefficients_; } ///< row by row
  range const& x_range() const { return x_; }

  /// Coefficients in x at fixed y.
  std::vector<double> slice_at(double y) const {
    double const unit = y_.to_unit(y);
    std::vector<double> slice(rows_);
    for (std::size_t i = 0; i < rows_; ++i)
      slice[i] = chebyshev_sum(std::span(coefficients_).subspan(i * columns_, columns_), unit);
    return slice;
  }

  double operator()(double x, double y) const { return chebyshev_sum(slice_at(y), x_.to_unit(x)); }

  /// Removes the last coefficients in each direction.
  void truncate(std::size_t last_rows, std::size_t last_columns) {
    for (std::size_t i = 0; i < rows_; ++i)
      for (std::size_t j = 0; j < columns_; ++j)
        if (i + last_rows >= rows_ || j + last_columns >= columns_) coefficients_[i * columns_ + j] = 0;
  }

private:
  /// cos(k (j + 1/2) pi/n)
  static std::vector<double> table(std::size_t n) {
    std::vector<double> cosines(n * n);
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t j = 0; j < n; ++j)
        cosines[k * n + j] = std::cos(std::numbers::pi * static_cast<double>(k) *
                                      (static_cast<double>(j) + 0.5) / static_cast<double>(n));
    return cosines;
  }

  /// Coefficients over the first index.
  static std::vector<double> transform_rows(std::span<double const> values, std::size_t rows,
                                            std::size_t columns) {
    std::vector<double> const cosines = table(rows);
    std::vector<double> result(rows * columns, 0.0);
    for (std::size_t k = 0; k < rows; ++k)
      for (std::size_t i = 0; i < rows; ++i) {
        double const factor = cosines[k * rows + i] * (k == 0 ? 1.0 : 2.0) / static_cast<double>(rows);
        for (std::size_t j = 0; j < columns; ++j) result[k * columns + j] += factor * values[i * columns + j];
      }
    return result;
  }

  range x_, y_;
  std::size_t rows_, columns_;
  std::vector<double> coefficients_;
};

} // namespace trident
