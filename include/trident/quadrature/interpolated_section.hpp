// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <trident/numerics/chebyshev.hpp>
#include <trident/quadrature/structure_section.hpp>

namespace trident {

/// A section interpolated by Chebyshev polynomials in ln(1 + opening/r) and ln(1 + Q2/m^2): the logarithm of
/// L_T + L_S over its power at threshold, and the shares of both. At one s it is interpolated in Q2 alone.
template <class Section>
class interpolated_section {
public:
  /// Where the surface is wanted.
  struct domain {
    double maximum_opening, low_q2, high_q2; ///< [GeV^2]
    std::optional<double> s;                 ///< the only one [GeV^2]
  };
  /// Number of nodes in the opening and in Q2.
  struct resolution {
    std::size_t rows, columns;
  };

  interpolated_section(Section const& section, domain const& where, resolution const& size)
      : section_(section), x_{0, x_of(section, where.maximum_opening)}, y_{y_of(section, where.low_q2),
                                                                           y_of(section, where.high_q2)} {
    std::vector<double> logarithm, transverse, scalar;
    for (std::size_t i = 0; i < size.rows; ++i)
      for (std::size_t j = 0; j < size.columns; ++j) {
        double const m = section.lighter_mass();
        double const q2 = m * m * std::expm1(y_.from_unit(chebyshev_node(j, size.columns)));
        double const opening =
            where.s ? section.opening_at(*where.s - section.threshold(q2), q2)
                    : section.opening_scale() * std::expm1(x_.from_unit(chebyshev_node(i, size.rows)));
        photon_pair const l = section(opening, q2);
        double const sum = l.transverse + l.scalar;
        logarithm.push_back(std::log(sum / leading(opening)));
        transverse.push_back(l.transverse / sum);
        scalar.push_back(l.scalar / (sum * scalar_factor(q2)));
      }
    surfaces_ = {{x_, y_, size.rows, size.columns, logarithm},
                 {x_, y_, size.rows, size.columns, transverse},
                 {x_, y_, size.rows, size.columns, scalar}};
  }

  /// At one Q2, as a function of the opening.
  class slice {
  public:
    slice(interpolated_section const& surface, double q2)
        : surface_(surface), q2_(q2), logarithm_(surface.surfaces_[0].slice_at(surface.y(q2))),
          transverse_(surface.surfaces_[1].slice_at(surface.y(q2))),
          scalar_(surface.surfaces_[2].slice_at(surface.y(q2))) {}

    double threshold() const { return surface_.section_.threshold(q2_); }

    photon_pair operator()(double above_threshold) const {
      double const opening = surface_.section_.opening_at(above_threshold, q2_);
      double const x = surface_.x_.to_unit(x_of(surface_.section_, opening));
      double const sum = surface_.leading(opening) * std::exp(chebyshev_sum(logarithm_, x));
      return {sum * chebyshev_sum(transverse_, x),
              sum * surface_.scalar_factor(q2_) * chebyshev_sum(scalar_, x)};
    }

  private:
    interpolated_section const& surface_;
    double q2_;
    std::vector<double> logarithm_, transverse_, scalar_;
  };

  slice at_q2(double q2) const { return slice(*this, q2); }

  /// Without the last coefficients: what changes by it bounds what was cut off.
  interpolated_section truncated(std::size_t rows, std::size_t columns) const {
    interpolated_section copy = *this;
    for (auto& surface : copy.surfaces_) surface.truncate(rows, columns);
    return copy;
  }

private:
  static double x_of(Section const& section, double opening) {
    return std::log1p(opening / section.opening_scale());
  }
  static double y_of(Section const& section, double q2) {
    return std::log1p(q2 / (section.lighter_mass() * section.lighter_mass()));
  }
  double y(double q2) const { return y_of(section_, q2); }
  double leading(double opening) const {
    // [PHYS:distribution.interpolation]
    return std::pow(opening / (opening + section_.opening_scale()), section_.opening_power());
  }
  double scalar_factor(double q2) const {
    return q2 / (q2 + section_.lighter_mass() * section_.lighter_mass());
  }

  Section const& section_;
  chebyshev_surface::range x_, y_;
  std::vector<chebyshev_surface> surfaces_;
};

} // namespace trident
