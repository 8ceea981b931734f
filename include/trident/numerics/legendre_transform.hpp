// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <mutex>
#include <span>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>

namespace trident {

/// P_(k+1)(x) = rise[k] x P_k(x) - fall[k] P_(k-1)(x), without divisions.
struct legendre_recurrence {
  static constexpr std::size_t largest = 80;
  std::array<double, largest> rise{}, fall{};

  constexpr legendre_recurrence() {
    for (std::size_t k = 0; k < largest; ++k) {
      auto const order = static_cast<double>(k);
      rise[k] = (2 * order + 1) / (order + 1);
      fall[k] = order / (order + 1);
    }
  }
};

inline constexpr legendre_recurrence legendre_factors;

/// sum_k c_k P_k(x).
inline double legendre_sum(std::span<double const> coefficients, double x) {
  double sum = 0, before = 0, here = 1;
  for (std::size_t k = 0; k < coefficients.size(); ++k) {
    sum += coefficients[k] * here;
    double const next = legendre_factors.rise[k] * x * here - legendre_factors.fall[k] * before;
    before = here;
    here = next;
  }
  return sum;
}

/// From values at the nodes of gauss_legendre(n) to the polynomial through them, sum_k c_k P_k(2 t - 1), and to its values
/// at the nodes of gauss_legendre(n + more), on which products with other polynomials are known too.
class legendre_transform {
public:
  static constexpr std::size_t more = 4;

  explicit legendre_transform(std::size_t n) : size_(n), coefficients_(n * n), finer_((n + more) * n) {
    auto const& rule = gauss_legendre(n);
    auto const& fine = gauss_legendre(n + more);
    for (std::size_t i = 0; i < n; ++i) {
      auto const here = polynomials(rule.nodes[i], n);
      for (std::size_t k = 0; k < n; ++k)
        coefficients_[k * n + i] = static_cast<double>(2 * k + 1) * rule.weights[i] * here[k];
    }
    for (std::size_t j = 0; j < n + more; ++j) {
      auto const there = polynomials(fine.nodes[j], n);
      for (std::size_t i = 0; i < n; ++i)
        for (std::size_t k = 0; k < n; ++k) finer_[j * n + i] += there[k] * coefficients_[k * n + i];
    }
  }

  std::size_t size() const { return size_; }

  /// `coefficients` and `values` hold size() numbers each.
  void operator()(std::span<double const> values, std::span<double> coefficients) const {
    multiply(coefficients_, values, coefficients);
  }

  /// `finer` holds size() + more numbers.
  void refine(std::span<double const> values, std::span<double> finer) const {
    multiply(finer_, values, finer);
  }

private:
  /// P_0 to P_(n-1) at 2 t - 1.
  static std::vector<double> polynomials(double t, std::size_t n) {
    double const x = 2 * t - 1;
    std::vector<double> values(n + 1, 1.0);
    values[1] = x;
    for (std::size_t k = 2; k < n; ++k) {
      auto const order = static_cast<double>(k);
      values[k] = ((2 * order - 1) * x * values[k - 1] - (order - 1) * values[k - 2]) / order;
    }
    return values;
  }

  void multiply(std::vector<double> const& matrix, std::span<double const> from, std::span<double> to) const {
    for (std::size_t row = 0; row < to.size(); ++row) {
      double sum = 0;
      for (std::size_t i = 0; i < size_; ++i) sum += matrix[row * size_ + i] * from[i];
      to[row] = sum;
    }
  }

  std::size_t size_;
  std::vector<double> coefficients_, finer_;
};

/// The transform of n values (1 to 64), computed once.
inline legendre_transform const& legendre_transform_of(std::size_t n) {
  constexpr std::size_t largest = 64;
  static std::array<std::vector<legendre_transform>, largest + 1> transforms;
  static std::array<std::once_flag, largest + 1> made;
  std::size_t const size = n < 1 ? 1 : n > largest ? largest : n;
  std::call_once(made[size], [size] { transforms[size].emplace_back(size); });
  return transforms[size].front();
}

/// The integrals of P_0 to P_(n-1) over (0, t) as polynomials of x = 2 t - 1: row j holds the coefficients of x^j, n + 1 rows
/// of n. For n up to 20, beyond which powers lose digits.
class legendre_integrals {
public:
  explicit legendre_integrals(std::size_t n) : size_(n), matrix_((n + 1) * n) {
    // rows of `legendre` are the coefficients of P_0 to P_n
    std::vector<std::vector<double>> legendre(n + 1, std::vector<double>(n + 2));
    legendre[0][0] = 1;
    if (n > 0) legendre[1][1] = 1;
    for (std::size_t k = 2; k <= n; ++k) {
      auto const order = static_cast<double>(k);
      for (std::size_t j = 0; j <= k; ++j)
        legendre[k][j] =
            ((2 * order - 1) * (j > 0 ? legendre[k - 1][j - 1] : 0) - (order - 1) * legendre[k - 2][j]) /
            order;
    }
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t j = 0; j <= n; ++j) {
        double const below = k > 0 ? legendre[k - 1][j] : (j == 0 ? -1.0 : 0.0);
        // [PHYS:target.cumulative_series]
        matrix_[j * n + k] = (legendre[k + 1][j] - below) / (2 * static_cast<double>(2 * k + 1));
      }
  }

  std::size_t size() const { return size_; }
  double operator()(std::size_t power, std::size_t k) const { return matrix_[power * size_ + k]; }

private:
  std::size_t size_;
  std::vector<double> matrix_;
};

/// The integrals for n up to 20, computed once.
inline legendre_integrals const& legendre_integrals_of(std::size_t n) {
  constexpr std::size_t largest = 20;
  static std::array<std::vector<legendre_integrals>, largest + 1> all;
  static std::array<std::once_flag, largest + 1> made;
  std::size_t const size = n < 1 ? 1 : n > largest ? largest : n;
  std::call_once(made[size], [size] { all[size].emplace_back(size); });
  return all[size].front();
}

} // namespace trident
