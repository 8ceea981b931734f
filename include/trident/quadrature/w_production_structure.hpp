// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>

#include <trident/amplitude/w_production_current.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/numerics/gauss_legendre.hpp>
#include <trident/quadrature/structure_functions.hpp>
#include <trident/quadrature/structure_surface.hpp>

namespace trident {

/// L_T and L_S of nu gamma* -> l W, all decays of the W, in the normalisation of the trident's: by Gauss-Legendre points in
/// y = ln[(2 k.p + M_W^2)/D], which flattens the lepton's collinear pole and the W in the t channel. It is the surface of
/// quadratures: no interpolation.
class w_production_structure {
public:
  /// To a relative error of 1e-7, or 1e-10 with the nodes of `fine`, for s up to 1e12 GeV^2.
  enum class resolution { usual, fine };

  w_production_structure(double lepton_mass, double w_mass, double fermi_constant,
                         resolution nodes = resolution::usual)
      : m_(lepton_mass), w_(w_mass), nodes_(nodes),
        // [PHYS:w_production.normalisation]
        norm_(4 * std::numbers::sqrt2 * w_mass * w_mass / fermi_constant), scaling_({lepton_mass, w_mass}) {}

  structure_scaling const& scaling() const { return scaling_; }
  double relative_error() const { return nodes_ == resolution::fine ? 1e-10 : 1e-7; }

  /// At one Q2 [GeV^2], as a function of room = s - threshold.
  class slice {
  public:
    double threshold() const { return surface_->scaling().threshold(); }
    static constexpr int power_at_threshold() { return 1; } ///< of the root of the room
    photon_pair operator()(double room) const { return (*surface_)(room, q2_); }

  private:
    friend class w_production_structure;
    slice(w_production_structure const& surface, double q2) : surface_(&surface), q2_(q2) {}
    w_production_structure const* surface_;
    double q2_;
  };

  slice at_q2(double q2) const { return {*this, q2}; }

  photon_pair operator()(double room, double q2) const {
    if (!(room > 0)) return {};
    double const s = room + scaling_.threshold();
    photon_pair sum{};
    double const along = (s + q2) * (s + q2) / 4; // (k.q)^2
    for_each_lepton(room, q2, [&](double measure, w_production_current<double> const& current) {
      for (auto const& one : current.amplitudes()) {
        // [PHYS:w_production.structure]
        sum.transverse += measure * (one.x * one.x + one.y * one.y) / 2;
        sum.scalar += measure * one.along * one.along * q2 / along;
      }
    });
    return sum;
  }

  /// The current at a direction of the lepton, and the measure of phase space over u, which goes from 0 to 1.
  struct direction {
    double measure;
    w_production_current<double> current;
    double k_dot_p, q_dot_p; ///< [GeV^2]
  };

  direction at(double room, double q2, interval<double> const& y_range, double u) const {
    double const s = room + scaling_.threshold(), all = q2 + s + m_ * m_, length = y_range.high - y_range.low;
    double const y = y_range.low + length * u;
    double const d = all / (1 + std::exp(y)), with_w = all / (1 + std::exp(-y));
    return {norm_ * length * density(s, q2, d, with_w),
            {m_, w_, s, q2, d, with_w},
            (with_w - w_ * w_) / 2,
            (d - q2) / 2};
  }

  /// visit(measure, current) at each point of the quadrature over the lepton's direction.
  template <class Visit>
  void for_each_lepton(double room, double q2, Visit const& visit) const {
    auto const range = y_range(room, q2);
    auto const& rule = gauss_legendre(number_of_nodes(range.high - range.low));
    for (std::size_t i = 0; i < rule.size(); ++i) {
      auto const one = at(room, q2, range, rule.nodes[i]);
      visit(rule.weights[i] * one.measure, one.current);
    }
  }

  /// Of y at room = s - threshold and Q2.
  interval<double> y_range(double room, double q2) const {
    double const s = room + scaling_.threshold(), energy = std::sqrt(s), w2 = w_ * w_, m2 = m_ * m_;
    double const omega = (s + q2) / (2 * energy), all = q2 + s + m2;
    double const momentum = std::sqrt(room * (room + 4 * m_ * w_)) / (2 * energy);
    double const lepton = (s + m2 - w2) / (2 * energy), photon = (s - q2) / (2 * energy);
    // [PHYS:w_production.limits]
    double const largest = q2 + 2 * photon * lepton + 2 * omega * momentum;
    double const smallest = (q2 * (w2 - m2) * (s + q2 + m2 - w2) / s + 4 * m2 * omega * omega) / largest;
    return {std::log((all - largest) / largest), std::log((all - smallest) / smallest)};
  }

  /// Of phase space in y: |p| dcos/(8 pi sqrt(s)) = density dy.
  static double density(double s, double q2, double d, double with_w) {
    // [PHYS:w_production.measure]
    return d * with_w / (8 * std::numbers::pi * (d + with_w) * (s + q2));
  }

private:
  /// For a range of y of this length: measured.
  std::size_t number_of_nodes(double length) const {
    return static_cast<std::size_t>(nodes_ == resolution::fine ? 12 + 1.2 * length : 8.5 + length / 2);
  }

  double m_, w_;
  resolution nodes_;
  double norm_;
  structure_scaling scaling_;
};

} // namespace trident
