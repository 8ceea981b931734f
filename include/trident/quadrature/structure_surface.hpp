// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <vector>

#include <trident/numerics/chebyshev.hpp>
#include <trident/quadrature/structure_functions.hpp>

namespace trident {

/// Where structure functions are wanted: s up to `maximum_s`, Q2 up to `maximum_q2` [GeV^2].
struct structure_domain {
  double maximum_s;
  double maximum_q2;
  double minimum_q2 = 0; ///< of tables for large Q2 [GeV^2]
};

/// The variables in which structure functions are smooth, and their leading behaviour.
///
/// What is interpolated are the logarithms of L_T + L_S/f and 0.3 L_T + L_S/f over room^(7/2) s^(-3/2), where
/// room = s - (m- + m+)^2 and f falls as Q2, in the variables ln(1 + room/r) and ln(1 + Q2/m^2), m the lighter lepton's
/// mass: errors are relative ones. r is 4 m- m+, where the lighter lepton becomes relativistic, or the mass squared of a
/// mediator lighter than that. Each of L_T and L_S alone has zeros near the real axis: L_T where the electron mass is
/// small, L_S at threshold where the couplings are those of a vector.
class structure_scaling {
public:
  explicit structure_scaling(pair_masses<double> const& masses,
                             double mediator_mass_squared = std::numeric_limits<double>::infinity())
      : threshold_(masses.threshold_squared()), lepton_(std::min(masses.minus, masses.plus)),
        room_scale_(1 / (1 / (4 * masses.minus * masses.plus) + 1 / mediator_mass_squared)) {}

  double threshold() const { return threshold_; }   ///< (m- + m+)^2 [GeV^2]
  double room_scale() const { return room_scale_; } ///< r [GeV^2]

  double s_variable(double room) const { return std::log1p(room / room_scale_); }
  double room_at(double s_variable) const { return room_scale_ * std::expm1(s_variable); }
  double q2_variable(double q2) const { return std::log1p(q2 / (lepton_ * lepton_)); }
  double q2_at(double q2_variable) const { return lepton_ * lepton_ * std::expm1(q2_variable); }

  double leading(double room) const {
    double const s = room + threshold_;
    // [PHYS:structure.threshold_power]
    return room * room * room / s * std::sqrt(room / s);
  }
  double scalar_factor(double q2) const { return q2 / (q2 + lepton_ * lepton_); }

private:
  double threshold_;
  double lepton_;
  double room_scale_;
};

/// L_T(s, Q2) and L_S(s, Q2) for one pair and one set of couplings, interpolated by Chebyshev polynomials in both.
class structure_surface {
public:
  /// Number of nodes in s and in Q2.
  struct resolution {
    std::size_t rows, columns;
  };

  /// A first guess, enough for most channels and energies: the functions are analytic in strips of half width pi or
  /// more. Offsets and rates were measured.
  static resolution resolution_for(structure_scaling const& scaling, structure_domain const& domain,
                                   double tolerance) {
    auto const nodes = [tolerance](double offset, double rate, double length) {
      double const decay = std::asinh(2 * std::numbers::pi / std::max(length, 1e-3));
      return static_cast<std::size_t>(offset + rate * std::log(1 / tolerance) / decay);
    };
    return {nodes(7.5, 0.6, scaling.s_variable(domain.maximum_s - scaling.threshold())),
            nodes(5, 0.62, scaling.q2_variable(domain.maximum_q2))};
  }

  /// `evaluate(room, q2)` gives the photon_pair at room = s - threshold and Q2 [GeV^2].
  template <class Evaluate>
  structure_surface(structure_scaling const& scaling, structure_domain const& domain, resolution const& size,
                    Evaluate const& evaluate)
      : structure_surface(scaling, domain, size, sampled(scaling, domain, size, evaluate)) {}

  /// At one Q2, as a function of room = s - threshold.
  class slice {
  public:
    double threshold() const { return scaling_.threshold(); } ///< in s [GeV^2]

    photon_pair operator()(double room) const {
      double const unit = x_.to_unit(scaling_.s_variable(room));
      double const leading = scaling_.leading(room);
      double const sum = leading * std::exp(chebyshev_sum(sum_, unit));
      double const transverse = (sum - leading * std::exp(chebyshev_sum(reduced_, unit))) / (1 - reduction);
      return {transverse, scalar_factor_ * (sum - transverse)};
    }

  private:
    friend class structure_surface;
    slice(structure_surface const& surface, double q2)
        : scaling_(surface.scaling_), x_(surface.sum_.x_range()), scalar_factor_(scaling_.scalar_factor(q2)),
          sum_(surface.sum_.slice_at(scaling_.q2_variable(q2))),
          reduced_(surface.reduced_.slice_at(scaling_.q2_variable(q2))) {}

    structure_scaling scaling_;
    chebyshev_surface::range x_;
    double scalar_factor_;
    std::vector<double> sum_, reduced_;
  };

  slice at_q2(double q2) const { return slice(*this, q2); }

  photon_pair operator()(double room, double q2) const { return at_q2(q2)(room); }

  structure_scaling const& scaling() const { return scaling_; }

  /// Without the last coefficients: what changes by it estimates, from above, what was cut off.
  structure_surface truncated(std::size_t rows, std::size_t columns) const {
    structure_surface copy = *this;
    copy.sum_.truncate(rows, columns);
    copy.reduced_.truncate(rows, columns);
    return copy;
  }

private:
  static constexpr double reduction = 0.3;

  struct samples {
    std::vector<double> sum, reduced;
  };

  static chebyshev_surface::range s_range(structure_scaling const& scaling, structure_domain const& domain) {
    return {0, scaling.s_variable(domain.maximum_s - scaling.threshold())};
  }
  static chebyshev_surface::range q2_range(structure_scaling const& scaling, structure_domain const& domain) {
    return {0, scaling.q2_variable(domain.maximum_q2)};
  }

  structure_surface(structure_scaling const& scaling, structure_domain const& domain, resolution const& size,
                    samples const& values)
      : scaling_(scaling),
        sum_(s_range(scaling, domain), q2_range(scaling, domain), size.rows, size.columns, values.sum),
        reduced_(s_range(scaling, domain), q2_range(scaling, domain), size.rows, size.columns,
                 values.reduced) {}

  template <class Evaluate>
  static samples sampled(structure_scaling const& scaling, structure_domain const& domain,
                         resolution const& size, Evaluate const& evaluate) {
    auto const x = s_range(scaling, domain), y = q2_range(scaling, domain);
    samples values;
    for (std::size_t i = 0; i < size.rows; ++i)
      for (std::size_t j = 0; j < size.columns; ++j) {
        double const room = scaling.room_at(x.from_unit(chebyshev_node(i, size.rows)));
        double const q2 = scaling.q2_at(y.from_unit(chebyshev_node(j, size.columns)));
        photon_pair const here = evaluate(room, q2);
        double const scalar = here.scalar / scaling.scalar_factor(q2), leading = scaling.leading(room);
        // [PHYS:structure.interpolation]
        values.sum.push_back(std::log((here.transverse + scalar) / leading));
        values.reduced.push_back(std::log((reduction * here.transverse + scalar) / leading));
      }
    return values;
  }

  structure_scaling scaling_;
  chebyshev_surface sum_, reduced_;
};

} // namespace trident
