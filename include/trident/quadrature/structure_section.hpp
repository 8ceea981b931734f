// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include <trident/quadrature/structure_functions.hpp>

namespace trident {

/// What is held fixed inside the structure functions.
struct section_values {
  std::optional<double> pair_mass; ///< m_ll [GeV]
  std::optional<double> transfer;  ///< T [GeV^2]
};

/// Structure functions at fixed m_ll, fixed T, both or neither: d L/d m_ll, d L/dT, d^2 L/(d m_ll dT) or L.
///
/// The smallest s at Q2 depends on what is fixed; `opening` is what phase space has above it, namely
/// s - s T/(s + Q2) - m_ll^2 (T = 0 if it is free, m_ll^2 = (m- + m+)^2 if it is free).
template <class Real, class S>
class structure_section {
public:
  structure_section(S const& sigma, section_values const& fixed, double mediator_mass_squared,
                    double tolerance)
      : sigma_(sigma), fixed_(fixed), masses_(sigma.masses()), mediator_(mediator_mass_squared),
        tolerance_(tolerance),
        functions_(masses_, (fixed.pair_mass || fixed.transfer ? 0.1 : 1.0) * tolerance),
        base_(fixed.pair_mass ? *fixed.pair_mass * *fixed.pair_mass : masses_.threshold_squared()) {}

  /// s where phase space opens at this Q2 [GeV^2].
  double threshold(double q2) const { return s_at(0, q2); }

  /// s at an opening: the positive root of s^2 + s (Q2 - T - b) - b Q2, b = m_ll^2 + opening.
  double s_at(double opening, double q2) const {
    // [PHYS:distribution.opening]
    double const b = base_ + opening, sum = transfer() + b - q2;
    double const root = std::sqrt(sum * sum + 4 * b * q2);
    return sum > 0 ? (sum + root) / 2 : 2 * b * q2 / (root - sum);
  }

  double opening_at(double above_threshold, double q2) const {
    double const start = threshold(q2), s = start + above_threshold;
    return above_threshold * (s + base_ * q2 / start) / (s + q2);
  }

  photon_pair operator()(double opening, double q2) const {
    double const s = s_at(opening, q2), excess = base_ - masses_.threshold_squared();
    double const room = opening + s * transfer() / (s + q2) + excess;
    auto const couplings = [this](double t) { return sigma_.chiral_couplings(t); };
    if (fixed_.transfer) {
      photon_structure const l = fixed_.pair_mass
                                     ? functions_.at_mass_and_transfer(room, q2, excess, transfer())
                                     : integrated_over_masses(opening, room, q2);
      auto const [left, right] = couplings(transfer());
      double const measure = mass_measure();
      return {measure * l.transverse(left, right), measure * l.scalar(left, right)};
    }
    if (!fixed_.pair_mass) return functions_(room, q2, couplings, mediator_);
    photon_pair const l = functions_.at_mass(room, q2, excess, couplings, mediator_);
    return {mass_measure() * l.transverse, mass_measure() * l.scalar};
  }

  /// The power of the opening with which the functions start.
  double opening_power() const {
    if (fixed_.transfer) return fixed_.pair_mass ? 0 : 1.5;
    return fixed_.pair_mass ? 2 : 3.5;
  }

  /// The opening beyond which they are smooth in its logarithm [GeV^2].
  double opening_scale() const {
    double const scale = fixed_.pair_mass ? base_ : gap();
    return 1 / (1 / scale + 1 / mediator_);
  }

  double lighter_mass() const { return std::min(masses_.minus, masses_.plus); }

  /// Evaluates as it is asked, with the interface of structure_surface.
  class slice {
  public:
    slice(structure_section const& section, double q2) : section_(section), q2_(q2) {}
    double threshold() const { return section_.threshold(q2_); }
    photon_pair operator()(double above_threshold) const {
      return section_(section_.opening_at(above_threshold, q2_), q2_);
    }

  private:
    structure_section const& section_;
    double q2_;
  };

  slice at_q2(double q2) const { return slice(*this, q2); }

private:
  double transfer() const { return fixed_.transfer.value_or(0.0); }
  double gap() const { return 4 * masses_.minus * masses_.plus; }
  double mass_measure() const { return fixed_.pair_mass ? 2 * *fixed_.pair_mass : 1; } ///< d m_ll^2/d m_ll

  /// Over m_ll^2 up to the opening, in the variable of structure_function_quadrature; at fixed T it takes more points.
  photon_structure integrated_over_masses(double opening, double room, double q2) const {
    double const length = std::log1p(opening / gap());
    auto const& rule = gauss_legendre(detail::points_in_mass(length, 1e-2 * tolerance_));
    photon_structure sum{};
    auto const add = [](vector_axial_form<double>& to, vector_axial_form<double> const& from, double weight) {
      to.vector += weight * from.vector;
      to.axial += weight * from.axial;
      to.mixed += weight * from.mixed;
    };
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const v = rule.nodes[i];
      double const excess = gap() * std::expm1(v * v * (3 - 2 * v) * length);
      double const weight = rule.weights[i] * 6 * v * (1 - v) * length * (gap() + excess);
      photon_structure const here = functions_.at_mass_and_transfer(room, q2, excess, transfer());
      add(sum.transverse, here.transverse, weight);
      add(sum.scalar, here.scalar, weight);
    }
    return sum;
  }

  S const& sigma_;
  section_values fixed_;
  pair_masses<double> masses_;
  double mediator_;
  double tolerance_;
  structure_function_quadrature<Real> functions_;
  double base_;
};

} // namespace trident
