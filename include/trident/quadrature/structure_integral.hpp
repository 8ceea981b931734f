// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/numerics/legendre_transform.hpp>
#include <trident/quadrature/structure_surface.hpp>
#include <trident/quadrature/w_stretch.hpp>

namespace trident {

/// Structure functions at one Q2 as polynomials in panels of y = ln(1 + room/r): either L_T and L_S, or their integrals over
/// s from threshold with 1/(s + Q2) as functions of the upper end. In the first panel the variable is the root of y, of which
/// they are a power times a polynomial, so that the relative error is small down to threshold.
template <bool Integrated>
class structure_pieces {
public:
  /// `slice` gives threshold() and the photon_pair at room = s - threshold, used up to `largest_room` [GeV^2].
  template <class Slice, class Scaling>
  structure_pieces(Slice const& slice, Scaling const& scaling, double q2, double largest_room,
                   double tolerance)
      : over_scale_(1 / scaling.room_scale()), stretch_(stretch_of(scaling)),
        stretch_of_first_(stretch_.stretch(std::expm1(first) / over_scale_)),
        power_(power_at_threshold(slice)),
        degree_(static_cast<std::size_t>(std::clamp(3 - 1.1 * std::log10(tolerance), 5.0, 14.0))) {
    double const end =
        std::log1p(largest_room * over_scale_) + stretch_.stretch(largest_room) - stretch_of_first_;
    auto const steps = static_cast<std::size_t>(std::max(std::ceil((end - first) / largest_step), 0.0));
    step_ = steps > 0 ? (end - first) / static_cast<double>(steps) : 1;
    coefficients_.resize((steps + 1) * (degree_ + 1));
    photon_pair sum{};
    for (std::size_t p = 0; p <= steps; ++p) {
      auto const at = [&](double t) -> photon_pair {
        double const v = root_of_first * t;
        double const y = p == 0 ? v * v : first + (static_cast<double>(p - 1) + t) * step_;
        double const dy = p == 0 ? 2 * v * root_of_first : step_;
        bool const stretched = p > 0 && stretch_.is_stretched();
        double const room = stretched ? stretch_.room_at(y + stretch_of_first_) : std::expm1(y) / over_scale_;
        auto const l = slice(room);
        if constexpr (!Integrated) return l;
        double const slope = stretched ? 1 / stretch_.slope(room) : room + 1 / over_scale_; // d room/dy
        double const measure = dy * slope / (room + slice.threshold() + q2);
        return {measure * l.transverse, measure * l.scalar};
      };
      sum = set(p, at, sum);
    }
  }

  /// At room = s - threshold > 0, or with this as the upper end.
  photon_pair operator()(double room) const {
    double const y = std::log(1 + room * over_scale_);
    if (y < first) {
      double const t = std::sqrt(y) * (1 / root_of_first);
      auto const l = evaluated(0, 2 * t - 1);
      double const opening = power_of(t);
      return {opening * l.transverse, opening * l.scalar};
    }
    double const stretched = stretch_.is_stretched() ? y + stretch_.stretch(room) - stretch_of_first_ : y;
    double const position = (stretched - first) / step_;
    auto const steps = coefficients_.size() / (degree_ + 1) - 1;
    auto const i = std::min(static_cast<std::size_t>(position), std::max<std::size_t>(steps, 1) - 1);
    return evaluated(i + 1, 2 * (position - static_cast<double>(i)) - 1);
  }

private:
  static constexpr double first = 0.49, root_of_first = 0.7, largest_step = 1.5; ///< in y

  /// The threshold of real W bosons, where the surface has one.
  template <class Scaling>
  static w_stretch stretch_of(Scaling const& scaling) {
    if constexpr (requires { scaling.stretch(); })
      return scaling.stretch();
    else
      return w_stretch(scaling.room_scale());
  }

  /// Of t with which L opens: that of room^(7/2), unless the slice says another.
  template <class Slice>
  static int power_at_threshold(Slice const& slice) {
    if constexpr (requires { slice.power_at_threshold(); })
      return slice.power_at_threshold();
    else
      // [PHYS:structure.threshold_power]
      return 7;
  }

  /// What is taken out of the first panel: the opening of L, or of the integral, whose measure is one power and whose
  /// integral another.
  double power_of(double t) const {
    int const n = Integrated ? power_ + 2 : power_;
    double result = n % 2 == 1 ? t : 1;
    for (int i = 1; i < n; i += 2) result *= t * t;
    return result;
  }

  /// Sets a panel, of which at(t) are L or the derivative of the integral; returns the integrals up to the panel's end.
  template <class At>
  photon_pair set(std::size_t p, At const& at, photon_pair const& below) {
    auto const& rule = gauss_legendre(degree_);
    std::array<std::vector<double>, 2> values{std::vector<double>(degree_), std::vector<double>(degree_)};
    for (std::size_t i = 0; i < degree_; ++i) {
      double const t = rule.nodes[i], opening = p > 0 ? 1 : Integrated ? power_of(t) / t : power_of(t);
      auto const l = at(t);
      values[0][i] = l.transverse / opening;
      values[1][i] = l.scalar / opening;
    }
    if (p == 0 && Integrated)
      for (auto& one : values) one = integrated_opening(one);
    set_powers(p, values, Integrated && p > 0);
    if constexpr (!Integrated) return {};
    photon_pair* const to = coefficients_.data() + p * (degree_ + 1);
    if (p > 0) {
      to[0].transverse += below.transverse;
      to[0].scalar += below.scalar;
    }
    return evaluated(p, 1);
  }

  /// From h at the nodes to the integral of t^(n + 1) h over (0, t), over t^(n + 2), n being the power of L.
  std::vector<double> integrated_opening(std::vector<double> const& h) const {
    auto const& rule = gauss_legendre(degree_);
    auto const& inner = gauss_legendre(degree_ + 5);
    std::vector<double> series(degree_), result(degree_);
    legendre_transform_of(degree_)(h, series);
    for (std::size_t i = 0; i < degree_; ++i)
      for (std::size_t j = 0; j < inner.size(); ++j) {
        double const part = inner.nodes[j], opening = std::pow(part, power_ + 1);
        result[i] += inner.weights[j] * opening * legendre_sum(series, 2 * rule.nodes[i] * part - 1);
      }
    return result;
  }

  /// Coefficients of powers of 2 t - 1, of the polynomials through values at the nodes or of their integrals over t.
  void set_powers(std::size_t p, std::array<std::vector<double>, 2> const& values, bool integrate) {
    auto const& integrals = legendre_integrals_of(degree_);
    std::array<std::vector<double>, 2> series{std::vector<double>(degree_), std::vector<double>(degree_)};
    for (std::size_t part = 0; part < 2; ++part) legendre_transform_of(degree_)(values[part], series[part]);
    photon_pair* const to = coefficients_.data() + p * (degree_ + 1);
    for (std::size_t j = 0; j <= degree_; ++j) {
      // a polynomial is the derivative over t of its integral
      std::size_t const row = integrate ? j : j + 1;
      double const factor = integrate ? 1 : 2 * static_cast<double>(j + 1);
      if (row > degree_) continue;
      for (std::size_t k = 0; k < degree_; ++k) {
        to[j].transverse += factor * integrals(row, k) * series[0][k];
        to[j].scalar += factor * integrals(row, k) * series[1][k];
      }
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
  w_stretch stretch_;
  double stretch_of_first_;
  int power_; ///< of L at threshold
  std::size_t degree_;
  std::vector<photon_pair> coefficients_; ///< of powers of 2 t - 1, panel by panel
};

using structure_integral = structure_pieces<true>;
using structure_values = structure_pieces<false>;

} // namespace trident
