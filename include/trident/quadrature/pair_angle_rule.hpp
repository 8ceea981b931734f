// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <trident/kinematics/pair_frame.hpp>

namespace trident {

/// Averages the lepton tensor over the polar angle of a pair of equal leptons, exactly, with two points.
///
/// The tensor has two propagators and a numerator of degree 4 in the direction of l-. Averaged over the azimuth, its part
/// that is even in c = cos(theta) is therefore P(x)/x^2 with P a cubic and x = 4 D- D+/S^2 = 1 - b^2 c^2,
/// b = 2 slope/S: Gauss's rule with two points for the weight 1/x^2 on 0 < c < 1 integrates it (Golub, Welsch, Math. Comp.
/// 23 (1969) 221, for the connection of moments, nodes and weights).
class pair_angle_rule {
public:
  static constexpr std::size_t size = 2;

  explicit pair_angle_rule(pair_frame<double> const& pair) {
    double const b = 2 * pair.slope / pair.sum;
    if (b * b < nearly_isotropic)
      from_moments_of_cosine(b * b);
    else
      from_moments_of_x(b, pair);
  }

  std::array<double, size> const& ratios() const { return ratios_; }   ///< D-/D+ > 1
  std::array<double, size> const& weights() const { return weights_; } ///< those of a constant: they sum to 1

private:
  using moments = std::array<double, 4>;
  struct point {
    double at, weight;
  };

  /// Below, moments of x differ too little to tell the nodes apart, and a short series gives those of c^2.
  static constexpr double nearly_isotropic = 0.3;

  /// The rule that integrates 1, t, t^2 and t^3 to these moments; the larger node first.
  static std::array<point, size> gauss_rule(moments const& m) {
    double const over = 1 / (m[0] * m[2] - m[1] * m[1]);
    double const half_sum = (m[0] * m[3] - m[1] * m[2]) * over / 2,
                 product = (m[1] * m[3] - m[2] * m[2]) * over;
    double const larger = half_sum + std::sqrt(half_sum * half_sum - product), smaller = product / larger;
    double const share = (m[1] - smaller * m[0]) / (larger - smaller);
    return {{{larger, share}, {smaller, m[0] - share}}};
  }

  /// Integrals over 0 < c < 1 of x^(k - 2).
  void from_moments_of_x(double b, pair_frame<double> const& pair) {
    double const smallest = 4 * (pair.maximum_minus / pair.sum) * (pair.minimum_plus / pair.sum); // 1 - b^2
    double const logarithm = std::log(pair.maximum_minus / pair.minimum_plus) / (2 * b);
    // [PHYS:structure.pair_angle]
    auto const rule = gauss_rule({(1 / smallest + logarithm) / 2, logarithm, 1, 1 - b * b / 3});
    for (std::size_t i = 0; i < size; ++i) {
      auto const [x, weight] = rule[i];
      double const larger = 1 + std::sqrt(1 - x); // D-/(S/2)
      ratios_[i] = larger * larger / x;
      weights_[i] = weight * x * x;
    }
  }

  /// Integrals N_k over 0 < c < 1 of c^(2 k)/(1 - b^2 c^2)^2 = sum over j of (j + 1) b^(2 j)/(2 k + 2 j + 1), the first
  /// two by N_k - 2 b^2 N_(k+1) + b^4 N_(k+2) = 1/(2 k + 1).
  void from_moments_of_cosine(double b_squared) {
    double second = 0, third = 0;
    for (double j = 32; j >= 0; --j) { // 33 * 0.3^32 < 1e-15
      second = second * b_squared + (j + 1) / (2 * j + 5);
      third = third * b_squared + (j + 1) / (2 * j + 7);
    }
    // [PHYS:structure.pair_angle_isotropic]
    double const first = 1. / 3 + 2 * b_squared * second - b_squared * b_squared * third;
    double const zeroth = 1 + 2 * b_squared * first - b_squared * b_squared * second;
    auto const rule = gauss_rule({zeroth, first, second, third});
    for (std::size_t i = 0; i < size; ++i) {
      auto const [cosine_squared, weight] = rule[i];
      double const x = 1 - b_squared * cosine_squared, larger = 1 + std::sqrt(b_squared * cosine_squared);
      ratios_[i] = larger * larger / x;
      weights_[i] = weight * x * x;
    }
  }

  std::array<double, size> ratios_{}, weights_{};
};

} // namespace trident
