// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include <trident/amplitude/contraction.hpp>
#include <trident/amplitude/electroweak_current.hpp>
#include <trident/kinematics/w_decay.hpp>
#include <trident/numerics/gauss_legendre.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/quadrature/summed_current.hpp>
#include <trident/quadrature/w_angle_rule.hpp>

namespace trident {

/// Points of w_structure in each variable.
struct w_structure_points {
  std::size_t below, peak, above; ///< of w2^2, in its three panels
  std::size_t d_minus;
  std::size_t polar;    ///< of the decay; more than w_angle_rule has: in ln D+
  std::size_t azimuths; ///< of the decay
};

/// Integrates what depends on W exchange over phase space in the W's variables: w2^2, the momentum that decays into nu' and
/// l+, D- of the lepton made with it, and the decay in the rest frame of w2 with q along z.
///
/// w2^2 has three panels, cut eight widths around the peak. With t = Q2 + s - w2^2 - D- = -w1^2 at given w2^2 the variable
/// ln((t + t0)/D-) spreads the pole of l- and, through t0, all scales of t: that of the W in the t channel and of the
/// decay. W exchange is a rational function of the decay's angles, which w_angle_rule and five azimuths integrate exactly.
template <class Real>
class w_structure {
public:
  /// `masses`: `minus` of the lepton made with the W, `plus` of the one of its decay.
  w_structure(pair_masses<double> const& masses, boson_masses const& bosons, w_structure_points const& points)
      : masses_(masses), square_(bosons.w * bosons.w), width_(bosons.w * bosons.w_width), points_(points),
        cosines_(circle(points.azimuths, 0)), sines_(circle(points.azimuths, 1)) {}

  /// Of contract(state), the photon_parts, at room = s - (m- + m+)^2 > 0 and Q2 > 0 [GeV^2]. In the state `minus` is the
  /// lepton made with the W.
  template <class Contract>
  photon_pair operator()(double room, double q2, Contract const& contract) const {
    double const s = room + masses_.threshold_squared(), root = std::sqrt(s);
    // (W - m-)^2 - m+^2, the range of w2^2
    double const range = room / (root + masses_.threshold()) * (root - masses_.minus + masses_.plus);
    double const lowest = masses_.plus * masses_.plus;
    photon_pair sum;
    visit_w2({lowest, lowest + range}, [&](double w2, double left, double measure) {
      add_at_w2({s, root, q2, w2, left}, measure, contract, sum);
    });
    return sum;
  }

private:
  /// Of cosine and sine at equidistant azimuths.
  static std::vector<double> circle(std::size_t count, int which) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
      double const angle = 2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / static_cast<double>(count);
      values.push_back(which == 0 ? std::cos(angle) : std::sin(angle));
    }
    return values;
  }

  static constexpr double widths = 8; ///< of the peak's panel, to either side

  /// Calls visit(w2^2, what is left of its range, measure). Where phase space closes the root of what is left is smooth; no
  /// panel ends closely below that.
  template <class Visit>
  void visit_w2(interval<double> const& range, Visit const& visit) const {
    double const from = square_ - widths * width_, to = square_ + widths * width_;
    bool const reaches_peak = range.high > from + 5 * width_, passes_peak = range.high > to + widths * width_;
    visit_below(range, reaches_peak ? from : range.high, visit);
    if (reaches_peak) visit_peak(range.high, passes_peak ? to : range.high, visit);
    if (passes_peak) visit_above(range.high, visit);
  }

  /// In ln(w2^2/(M^2 - w2^2)), `end` being the upper end.
  template <class Visit>
  void visit_below(interval<double> const& range, double end, Visit const& visit) const {
    bool const closes = end == range.high;
    double const odds_end = end / (square_ - end);
    double const length = std::log(odds_end * (square_ - range.low) / range.low);
    auto const& rule = gauss_legendre(points_.below);
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const part = rule.nodes[i], t = length * (closes ? part * part : part);
      // [PHYS:electroweak_quadrature.below_peak]
      double const odds = odds_end * std::exp(-t), w2 = square_ * odds / (1 + odds);
      double const left = -end * std::expm1(-t) / (1 + odds);
      visit(w2, range.high - end + left,
            rule.weights[i] * (closes ? 2 * part : 1) * length * w2 / (1 + odds));
    }
  }

  /// In atan((w2^2 - M^2)/(M Gamma)).
  template <class Visit>
  void visit_peak(double highest, double end, Visit const& visit) const {
    bool const closes = end == highest;
    double const top = std::atan((end - square_) / width_), length = top + std::atan(widths);
    auto const& rule = gauss_legendre(points_.peak);
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const part = rule.nodes[i], down = length * (closes ? part * part : part);
      // [PHYS:electroweak_quadrature.peak]
      double const tangent = std::tan(top - down), w2 = square_ + width_ * tangent;
      double const distance = 1 + tangent * tangent;
      // tan(top) - tan(top - down) without cancellation
      double const tan_down = std::tan(down);
      double const left = width_ * tan_down * (1 + std::tan(top) * tangent);
      visit(w2, highest - end + left, rule.weights[i] * length * (closes ? 2 * part : 1) * width_ * distance);
    }
  }

  /// In ln((w2^2 - M^2)/(w2^2_max + M^2 - w2^2)): M^2 below the end W exchange in the t channel is open.
  template <class Visit>
  void visit_above(double highest, Visit const& visit) const {
    double const all = highest, span = highest - square_, first = widths * width_;
    double const odds_end = span / square_, length = std::log(odds_end * (all - first) / first);
    auto const& rule = gauss_legendre(points_.above);
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const part = rule.nodes[i], t = length * part * part;
      // [PHYS:electroweak_quadrature.above_peak]
      double const odds = odds_end * std::exp(-t), above = all * odds / (1 + odds);
      visit(square_ + above, -span * std::expm1(-t) / (1 + odds),
            rule.weights[i] * 2 * part * length * above / (1 + odds));
    }
  }

  struct outer {
    double s, root, q2, w2, left; ///< left = (W - m-)^2 - w2^2
  };

  /// Over D-, as many as a pack has lanes at once.
  template <class Contract>
  void add_at_w2(outer const& at, double measure, Contract const& contract, photon_pair& sum) const {
    using lanes = detail::lanes<Real>;
    using std::exp;
    using std::expm1;
    double const m = masses_.minus, mm = m * m, k = at.s + at.q2, omega = k / (2 * at.root);
    // [PHYS:electroweak_quadrature.production]
    double const p = std::sqrt(at.left * ((at.root + m) * (at.root + m) - at.w2)) / (2 * at.root);
    double const energy = (at.s + mm - at.w2) / (2 * at.root), other = std::sqrt(at.w2 + p * p);
    double const highest =
        (at.q2 * (at.s - mm + at.w2) + at.s * (at.s + mm - at.w2)) / (2 * at.s) + 2 * omega * p;
    double const lowest =
        (at.q2 * at.w2 * (k + mm - at.w2) + mm * (k * at.s + at.q2 * (at.w2 - mm))) / (at.s * highest);
    double const least = mm * (at.q2 + at.root * at.w2 / (other + p)) / (at.root * (energy + p)); // of t
    double const t0 = 1 / (1 / (at.w2 + at.q2) + 1 / square_), all = k - at.w2 + t0;
    double const start = std::log((all - highest) / highest),
                 length = std::log((all - lowest) / lowest) - start;
    double const plus = masses_.plus * masses_.plus, excess = at.w2 - plus;
    // [PHYS:electroweak_quadrature.phase_space]
    double const outer_measure =
        measure * length * excess / at.w2 /
        (2 * std::numbers::pi * 8 * std::numbers::pi * 8 * std::numbers::pi * k * all);
    auto const& rule = gauss_legendre((points_.d_minus + lanes::count - 1) / lanes::count * lanes::count);
    photon_parts<Real> parts;
    for (std::size_t i = 0; i < rule.size(); i += lanes::count) {
      Real const v = lanes::generate([&](std::size_t lane) { return rule.nodes[i + lane]; });
      Real const weight = lanes::generate([&](std::size_t lane) { return rule.weights[i + lane]; });
      Real const u = v * v, rest = (1 - v) * (1 + v);
      // [PHYS:electroweak_quadrature.d_minus]
      Real const d = all / (1 + exp(start + u * length)), share = d * (1 / all);
      Real const below = -(all - lowest) * expm1(-rest * length) * share; // D- - D-min
      Real const above = (all - highest) * expm1(u * length) * share;     // D-max - D-
      Real const t = above + least, kappa_squared = below * above * (1 / (4 * omega * omega));
      pair_frame<Real> const decay(pair_masses<Real>{Real(masses_.plus), Real(0)}, Real(excess), Real(at.q2),
                                   t);
      w_production<Real> const made(decay, Real(k / 2), Real(at.q2), d, (t + mm) * (1 / k),
                                    (d + (at.w2 - mm)) * (1 / k), kappa_squared);
      add_decays(made, decay, 2 * v * weight * d * (all - d), contract, parts);
    }
    double const factor = outer_measure / static_cast<double>(points_.azimuths);
    sum.transverse += factor * lanes::sum(parts.transverse);
    sum.scalar += factor * lanes::sum(parts.scalar);
  }

  template <class Contract>
  void add_decays(w_production<Real> const& made, pair_frame<Real> const& decay, Real const& measure,
                  Contract const& contract, photon_parts<Real>& sum) const {
    using std::exp;
    using std::log;
    Real const lowest = decay.minimum_minus, width = 2 * decay.slope;
    auto const add_at = [&](Real const& d_plus, Real const& weight) {
      photon_parts<Real> around;
      for (std::size_t i = 0; i < points_.azimuths; ++i) {
        auto const state =
            make_lepton_state(made, decay, Real(masses_.plus), d_plus, Real(cosines_[i]), Real(sines_[i]));
        auto const here = contract(state);
        around.transverse += here.transverse;
        around.scalar += here.scalar;
      }
      sum.transverse += measure * weight * around.transverse;
      sum.scalar += measure * weight * around.scalar;
    };
    if (points_.polar <= w_angle_rule<Real>::most) {
      w_angle_rule<Real> const rule(lowest, width, points_.polar);
      for (std::size_t i = 0; i < rule.size(); ++i) add_at(rule.denominators()[i], rule.weights()[i]);
      return;
    }
    auto const& rule = gauss_legendre(points_.polar);
    Real const length = log((lowest + width) / lowest);
    for (std::size_t i = 0; i < rule.size(); ++i) {
      Real const d_plus = lowest * exp(length * rule.nodes[i]);
      // [PHYS:electroweak_quadrature.decay_logarithm]
      add_at(d_plus, rule.weights[i] * length * d_plus / width);
    }
  }

  pair_masses<double> masses_;
  double square_, width_; ///< M^2 and M Gamma [GeV^2]
  w_structure_points points_;
  std::vector<double> cosines_, sines_;
};

} // namespace trident
