// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <mutex>
#include <span>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>

namespace trident {

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

} // namespace trident
