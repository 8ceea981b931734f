// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <mutex>
#include <numbers>
#include <vector>

namespace trident {

/// Nodes in (0, 1) and weights that sum to 1 of the Gauss-Legendre rule with n points: exact for polynomials of degree
/// 2 n - 1.
struct gauss_legendre_rule {
  std::vector<double> nodes;
  std::vector<double> weights;

  /// Newton's iteration on P_n from Tricomi's starting values (Abramowitz, Stegun, 25.4.29 and 22.16.6).
  explicit gauss_legendre_rule(std::size_t n) : nodes(n), weights(n) {
    auto const degree = static_cast<double>(n);
    for (std::size_t i = 0; i < (n + 1) / 2; ++i) {
      double x = std::cos(std::numbers::pi * (static_cast<double>(i) + 0.75) / (degree + 0.5));
      double slope = 1;
      for (int iteration = 0; iteration < 8; ++iteration) {
        double previous = 1, value = x;
        for (std::size_t k = 2; k <= n; ++k) {
          auto const order = static_cast<double>(k);
          double const next = ((2 * order - 1) * x * value - (order - 1) * previous) / order;
          previous = value;
          value = next;
        }
        slope = degree * (x * value - previous) / (x * x - 1);
        double const step = value / slope;
        x -= step;
        if (std::abs(step) < 1e-16) break;
      }
      double const weight = 1 / ((1 - x * x) * slope * slope);
      nodes[i] = (1 - x) / 2;
      nodes[n - 1 - i] = (1 + x) / 2;
      weights[i] = weights[n - 1 - i] = weight;
    }
  }

  std::size_t size() const { return nodes.size(); }
};

/// The rule with n points (1 to 256), computed once.
inline gauss_legendre_rule const& gauss_legendre(std::size_t n) {
  constexpr std::size_t largest = 256;
  static std::array<std::vector<gauss_legendre_rule>, largest + 1> rules;
  static std::array<std::once_flag, largest + 1> made;
  std::size_t const order = n < 1 ? 1 : n > largest ? largest : n;
  std::call_once(made[order], [order] { rules[order].emplace_back(order); });
  return rules[order].front();
}

} // namespace trident
