// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/limits/excluded_couplings.hpp>
#include <trident/limits/ratio_measurement.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/quadrature/sigma_table.hpp>

namespace trident {

/// R = sigma/sigma_SM as global fits use it, a function of shifts of (g_V, g_A) by contact interactions:
///   R = [A (g_V + dV)^2 + B (g_A + dA)^2 + I (g_V + dV)(g_A + dA)] / [the same without shifts],
/// where A, B and I depend on target and flux alone, and I is 0 for equal lepton masses. For a heavy Z' that is
/// [B/A + (1 + 4 s^2 + 2 v^2 g'^2/M^2)^2]/[B/A + (1 + 4 s^2)^2] (arXiv:1902.06765).
class trident_ratio {
public:
  trident_ratio(sigma_coefficients const& coefficients, vector_axial<double> const& standard)
      : coefficients_(coefficients), standard_(standard) {}

  double operator()(vector_axial<double> const& shift) const {
    // [PHYS:statistic.trident_ratio]
    return coefficients_(standard_.vector + shift.vector, standard_.axial + shift.axial) /
           coefficients_(standard_);
  }

  sigma_coefficients const& coefficients() const { return coefficients_; } ///< A, B, I [fb]
  vector_axial<double> const& standard() const { return standard_; }
  double axial_over_vector() const { return coefficients_.axial / coefficients_.vector; } ///< B/A

  /// Along shifts x `direction`: 1 + linear x + quadratic x^2.
  ratio_polynomial along(vector_axial<double> const& direction) const {
    auto const& [a, b, i] = coefficients_;
    // [PHYS:statistic.ratio_along]
    double const linear = 2 * a * standard_.vector * direction.vector +
                          2 * b * standard_.axial * direction.axial +
                          i * (standard_.vector * direction.axial + standard_.axial * direction.vector);
    return make_ratio_polynomial({coefficients_(standard_), linear, coefficients_(direction)});
  }

private:
  sigma_coefficients coefficients_;
  vector_axial<double> standard_;
};

} // namespace trident
