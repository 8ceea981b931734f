// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/numerics/lanes.hpp>

namespace trident {

/// Averages over the polar angle of what a W decays into, exactly for W exchange alone.
///
/// In the rest frame of the W's momentum w2, with q along z, D+ is linear in the cosine, and all else that the amplitude of
/// W exchange depends on is polynomial there: its propagators are those of w1 and w2, which do not change. Averaged over the
/// azimuth, the squared amplitude is a polynomial of degree 4 over D+^2: Gauss's rule with three points for the weight
/// 1/D+^2 is exact (Golub, Welsch, Math. Comp. 23 (1969) 221, for the connection of moments, nodes and weights). Where the
/// Z interferes, whose propagator varies with the angle, more points converge geometrically. `Real` may be a pack.
template <class Real>
class w_angle_rule {
public:
  static constexpr std::size_t exact = 3, most = 8;

  /// For D+ from `lowest` = D+min to D+min + `width`, with 3 to 8 points, at least.
  w_angle_rule(Real const& lowest, Real const& width, std::size_t points = exact) : size_(points) {
    using detail::select;
    Real const start = lowest / width;
    auto const isotropic = start > Real(nearly_isotropic);
    by_moments(select(isotropic, Real(1), start));
    for (std::size_t i = 0; i < size_; ++i) denominators_[i] = width * (start + denominators_[i]);
    if (detail::lanes<Real>::sum(select(isotropic, Real(1), Real(0))) > 0)
      add_legendre(isotropic, start, width);
  }

  std::size_t size() const { return size_; }
  std::array<Real, most> const& denominators() const { return denominators_; } ///< D+ [GeV^2]
  std::array<Real, most> const& weights() const { return weights_; } ///< those of a constant: they sum to 1

private:
  /// Above, D+ changes so little that five points of Gauss-Legendre are exact to 1e-9.
  static constexpr double nearly_isotropic = 2;

  template <class Mask>
  void add_legendre(Mask const& isotropic, Real const& start, Real const& width) {
    using detail::select;
    auto const& rule = gauss_legendre(std::max<std::size_t>(size_, 5));
    for (std::size_t i = 0; i < rule.size(); ++i) {
      bool const more = i >= size_; // where the moments have no point
      denominators_[i] =
          select(isotropic, width * (start + Real(rule.nodes[i])), more ? width * start : denominators_[i]);
      weights_[i] = select(isotropic, Real(rule.weights[i]), more ? Real(0) : weights_[i]);
    }
    size_ = rule.size();
  }

  /// Monic orthogonal polynomials, p_(j+1) = (u - centre_j) p_j - ratio_j p_(j-1), and one over the integrals of their
  /// squares.
  struct recurrence {
    std::array<Real, most> centre, ratio, over_norm;
  };

  /// Chebyshev's algorithm on the integrals of u^k/(start + u)^2 over 0 < u < 1, which satisfy I_k = J_(k-1) - start I_(k-1)
  /// with J_k, the same of u^k/(start + u), = 1/k - start J_(k-1).
  recurrence polynomials(Real const& start) const {
    using std::log;
    // [PHYS:electroweak_quadrature.decay_angle]
    std::array<Real, 2 * most> last, before, next;
    Real first_power = log((1 + start) / start);
    last[0] = 1 / (start * (1 + start));
    for (std::size_t k = 1; k < 2 * size_; ++k) {
      last[k] = first_power - start * last[k - 1];
      first_power = 1 / static_cast<double>(k) - start * first_power;
    }
    recurrence result;
    Real slope_before(0);
    for (std::size_t j = 0; j < size_; ++j) { // last[k] is the integral of p_j u^k
      result.over_norm[j] = 1 / last[j];
      result.ratio[j] = j > 0 ? last[j] * result.over_norm[j - 1] : Real(0);
      Real const slope = last[j + 1] * result.over_norm[j];
      result.centre[j] = slope - slope_before;
      slope_before = slope;
      for (std::size_t k = j + 1; k + j + 1 < 2 * size_; ++k) {
        next[k] = last[k + 1] - result.centre[j] * last[k];
        if (j > 0) next[k] -= result.ratio[j] * before[k];
      }
      before = last;
      last = next;
    }
    return result;
  }

  /// Newton's steps from below all roots do not pass the lowest, also where those known are divided out.
  Real root_above(Real u, std::size_t known, recurrence const& p) const {
    using detail::select;
    using std::abs;
    for (int step = 0; step < 60; ++step) {
      Real value(1), before(0), slope(0), slope_before(0);
      for (std::size_t j = 0; j < size_; ++j) {
        Real const next = (u - p.centre[j]) * value - p.ratio[j] * before;
        Real const next_slope = value + (u - p.centre[j]) * slope - p.ratio[j] * slope_before;
        before = value;
        value = next;
        slope_before = slope;
        slope = next_slope;
      }
      for (std::size_t i = 0; i < known; ++i) slope -= value / (u - denominators_[i]);
      Real const change = value / slope;
      u -= change;
      if (detail::lanes<Real>::sum(select(abs(change) > Real(1e-12) * abs(u), Real(1), Real(0))) == 0) break;
    }
    return u;
  }

  /// Roots and weights of the rule in u; the weights already times (start + u)^2.
  void by_moments(Real const& start) {
    recurrence const p = polynomials(start);
    Real root(0);
    for (std::size_t i = 0; i < size_; ++i) {
      root = root_above(i > 0 ? root * Real(1 + 1e-3) + Real(1e-13) : root, i, p);
      denominators_[i] = root;
      Real value(1), before(0), sum(0);
      for (std::size_t j = 0; j < size_; ++j) {
        sum += value * value * p.over_norm[j];
        Real const next = (root - p.centre[j]) * value - p.ratio[j] * before;
        before = value;
        value = next;
      }
      weights_[i] = (start + root) * (start + root) / sum;
    }
  }

  std::size_t size_;
  std::array<Real, most> denominators_, weights_;
};

} // namespace trident
