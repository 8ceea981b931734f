// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/numerics/legendre_transform.hpp>
#include <trident/quadrature/structure_surface.hpp>

namespace trident {

/// Structure functions at one Q2 as polynomials in panels of y = ln(1 + room/r), in the first of its root, where they open:
/// either L_T and L_S, or their integrals over s from threshold with 1/(s + Q2) as functions of the upper end.
template <bool Integrated>
class structure_pieces {
public:
  /// `slice` gives threshold() and the photon_pair at room = s - threshold, used up to `largest_room` [GeV^2].
  template <class Slice>
  structure_pieces(Slice const& slice, structure_scaling const& scaling, double q2, double largest_room,
                   double tolerance)
      : over_scale_(1 / scaling.room_scale()),
        degree_(static_cast<std::size_t>(std::clamp(3 - 1.1 * std::log10(tolerance), 5.0, 14.0))) {
    double const end = std::log1p(largest_room * over_scale_);
    auto const steps = static_cast<std::size_t>(std::max(std::ceil((end - first) / largest_step), 0.0));
    step_ = steps > 0 ? (end - first) / static_cast<double>(steps) : 1;
    coefficients_.resize((steps + 1) * (degree_ + 1));
    photon_pair sum{};
    for (std::size_t p = 0; p <= steps; ++p) {
      auto const at = [&](double t) -> photon_pair {
        double const v = root_of_first * t;
        double const y = p == 0 ? v * v : first + (static_cast<double>(p - 1) + t) * step_;
        double const dy = p == 0 ? 2 * v * root_of_first : step_;
        double const room = std::expm1(y) / over_scale_;
        auto const l = slice(room);
        if constexpr (!Integrated) return l;
        double const measure = dy * (room + 1 / over_scale_) / (room + slice.threshold() + q2);
        return {measure * l.transverse, measure * l.scalar};
      };
      sum = set(p, at, sum);
    }
  }

  /// At room = s - threshold > 0, or with this as the upper end.
  photon_pair operator()(double room) const {
    double const y = std::log(1 + room * over_scale_);
    if (y < first) return evaluated(0, std::sqrt(y) * (2 / root_of_first) - 1);
    double const position = (y - first) / step_;
    auto const steps = coefficients_.size() / (degree_ + 1) - 1;
    auto const i = std::min(static_cast<std::size_t>(position), std::max<std::size_t>(steps, 1) - 1);
    return evaluated(i + 1, 2 * (position - static_cast<double>(i)) - 1);
  }

private:
  static constexpr double first = 0.49, root_of_first = 0.7, largest_step = 1.5; ///< in y

  /// Coefficients of powers of 2 t - 1; returns the integrals up to the panel's end.
  template <class At>
  photon_pair set(std::size_t p, At const& at, photon_pair const& below) {
    auto const& rule = gauss_legendre(degree_);
    std::vector<double> transverse(degree_), scalar(degree_), a(degree_), b(degree_);
    for (std::size_t i = 0; i < degree_; ++i) {
      auto const l = at(rule.nodes[i]);
      transverse[i] = l.transverse;
      scalar[i] = l.scalar;
    }
    legendre_transform_of(degree_)(transverse, a);
    legendre_transform_of(degree_)(scalar, b);
    auto const& integrals = legendre_integrals_of(degree_);
    photon_pair* const to = coefficients_.data() + p * (degree_ + 1);
    for (std::size_t j = 0; j <= degree_; ++j)
      for (std::size_t k = 0; k < degree_; ++k) {
        to[j].transverse += integrals(j, k) * a[k];
        to[j].scalar += integrals(j, k) * b[k];
      }
    if constexpr (Integrated) {
      to[0].transverse += below.transverse;
      to[0].scalar += below.scalar;
      return evaluated(p, 1);
    } else {
      // the derivative of the integral over t
      for (std::size_t j = 0; j < degree_; ++j) {
        double const factor = 2 * static_cast<double>(j + 1);
        to[j] = {factor * to[j + 1].transverse, factor * to[j + 1].scalar};
      }
      to[degree_] = {};
      return {};
    }
  }

  photon_pair evaluated(std::size_t p, double x) const {
    photon_pair const* const c = coefficients_.data() + p * (degree_ + 1);
    photon_pair sum = c[degree_];
    for (std::size_t j = degree_; j-- > 0;) {
      sum.transverse = sum.transverse * x + c[j].transverse;
      sum.scalar = sum.scalar * x + c[j].scalar;
    }
    return sum;
  }

  double over_scale_, step_ = 1;
  std::size_t degree_;
  std::vector<photon_pair> coefficients_; ///< of powers of 2 t - 1, panel by panel
};

using structure_integral = structure_pieces<true>;
using structure_values = structure_pieces<false>;

} // namespace trident
