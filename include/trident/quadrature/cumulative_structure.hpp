// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/quadrature/structure_surface.hpp>

namespace trident {

/// The six integrals over k.q at fixed Q2, from threshold up to x = k.q, that the photon kernel consists of at one neutrino
/// energy. Those of L_T vanish at their upper end like the flux of equivalent photons does, so nothing cancels later.
struct cumulative_moments {
  double transverse_second; ///< of L_T (1/k.q^2 - 1/x^2)
  double transverse_first;  ///< of L_T (1/k.q - 1/x)
  double transverse;        ///< of L_T
  double scalar_second;     ///< of L_S/k.q^2
  double scalar_first;      ///< of L_S/k.q
  double scalar;            ///< of L_S

  static constexpr std::size_t count = 6;
};

/// The moments at one Q2 as functions of their upper end: cubic Hermite polynomials of the logarithms in ln(room), which
/// are straight lines at threshold.
class cumulative_structure {
public:
  static constexpr double longest_step = 0.2; ///< in ln(room), where structure functions are smooth in it

  /// `slice` gives threshold() and L_T and L_S at room = s - threshold; used up to s = `maximum_s` [GeV^2].
  template <class Slice>
  cumulative_structure(Slice const& slice, double q2, double room_scale, double maximum_s,
                       double largest_step = longest_step)
      : start_(std::log(1e-3 * room_scale)), threshold_(slice.threshold()), q2_(q2) {
    double const end = std::log(std::max(maximum_s - threshold_, 2e-3 * room_scale));
    auto const steps = static_cast<std::size_t>(std::ceil((end - start_) / largest_step));
    step_ = (end - start_) / static_cast<double>(steps);
    nodes_.reserve(steps + 1);
    moments sums = first_moments(slice, std::exp(start_));
    nodes_.push_back(node_at(slice, start_, sums));
    for (std::size_t i = 0; i < steps; ++i) {
      double const low = start_ + static_cast<double>(i) * step_;
      advance(slice, low, low + step_, sums);
      nodes_.push_back(node_at(slice, low + step_, sums));
    }
  }

  double q2() const { return q2_; } ///< [GeV^2]

  /// With the upper end at room = s - threshold > 0.
  cumulative_moments operator()(double room) const {
    double const position = (std::log(room) - start_) / step_;
    if (position < 0) return below(position);
    std::size_t const i = std::min(static_cast<std::size_t>(position), nodes_.size() - 2);
    double const v = position - static_cast<double>(i), w = 1 - v;
    node const &a = nodes_[i], &b = nodes_[i + 1];
    double const from_a = w * w * (1 + 2 * v), from_b = v * v * (1 + 2 * w), slope_a = v * w * w,
                 slope_b = -v * v * w;
    moments result;
    for (std::size_t k = 0; k < result.size(); ++k)
      result[k] = std::exp(from_a * a.logarithms[k] + from_b * b.logarithms[k] + slope_a * a.slopes[k] +
                           slope_b * b.slopes[k]);
    return {result[0], result[1], result[2], result[3], result[4], result[5]};
  }

private:
  using moments = std::array<double, cumulative_moments::count>;

  struct node {
    moments logarithms, slopes; ///< slopes per step
  };

  double k_dot_q(double room) const { return (room + threshold_ + q2_) / 2; }

  /// L_T and L_S grow as room^(7/2) at threshold.
  template <class Slice>
  moments first_moments(Slice const& slice, double room) const {
    double const x = k_dot_q(room);
    photon_pair const l = slice(room);
    double const transverse = l.transverse * room / 9, scalar = l.scalar * room / 9;
    // [PHYS:kernel.cumulative_threshold]
    return {2 * transverse / (x * x * x) * room / 11,
            transverse / (x * x) * room / 11,
            transverse,
            scalar / (x * x),
            scalar / x,
            scalar};
  }

  template <class Slice>
  void advance(Slice const& slice, double low, double high, moments& sums) const {
    double const from = k_dot_q(std::exp(low)), to = k_dot_q(std::exp(high)), width = to - from;
    sums[0] += sums[2] * width * (to + from) / (from * from * to * to);
    sums[1] += sums[2] * width / (from * to);
    auto const& rule = gauss_legendre(3);
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const room = std::exp(low + (high - low) * rule.nodes[i]);
      double const x = k_dot_q(room), left = to - x;
      photon_pair const l = slice(room);
      double const measure = rule.weights[i] * (high - low) * room / 2;
      double const transverse = measure * l.transverse, scalar = measure * l.scalar;
      // [PHYS:kernel.cumulative]
      sums[0] += transverse * left * (to + x) / (x * x * to * to);
      sums[1] += transverse * left / (x * to);
      sums[2] += transverse;
      sums[3] += scalar / (x * x);
      sums[4] += scalar / x;
      sums[5] += scalar;
    }
  }

  template <class Slice>
  node node_at(Slice const& slice, double log_room, moments const& sums) const {
    double const room = std::exp(log_room), x = k_dot_q(room);
    photon_pair const l = slice(room);
    moments const derivatives = {2 * sums[2] / (x * x * x), sums[2] / (x * x), l.transverse,
                                 l.scalar / (x * x),        l.scalar / x,      l.scalar};
    node result;
    for (std::size_t k = 0; k < sums.size(); ++k) {
      result.logarithms[k] = std::log(sums[k]);
      result.slopes[k] = derivatives[k] * room / 2 / sums[k] * step_;
    }
    return result;
  }

  cumulative_moments below(double position) const {
    moments result;
    for (std::size_t k = 0; k < result.size(); ++k)
      result[k] = std::exp(nodes_[0].logarithms[k] + position * nodes_[0].slopes[k]);
    return {result[0], result[1], result[2], result[3], result[4], result[5]};
  }

  double start_, step_ = 0;
  double threshold_, q2_;
  std::vector<node> nodes_;
};

} // namespace trident
