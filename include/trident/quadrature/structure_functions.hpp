// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <utility>

#include <trident/kinematics/pair_frame.hpp>
#include <trident/numerics/gauss_legendre.hpp>
#include <trident/numerics/lanes.hpp>
#include <trident/quadrature/pair_angle_rule.hpp>
#include <trident/quadrature/summed_current.hpp>

namespace trident {

namespace detail {

/// Points of Gauss-Legendre rules for a relative `tolerance` over an interval of a logarithmic variable of this `length`.
/// Where the integrand is analytic in a strip the error falls geometrically, the slower the longer the interval; offsets
/// and rates were measured on all pairs of masses, from threshold to s = 1e6 GeV^2 and from Q2 = 1e-10 to 1 GeV^2, for
/// L_T as well as L_S.
struct points_needed {
  double offset, rate, rate_per_length;

  std::size_t operator()(double length, double tolerance) const {
    double const points = offset + (rate + rate_per_length * length) * std::log(1 / tolerance);
    return static_cast<std::size_t>(std::min(points, 250.0));
  }
};

inline constexpr points_needed points_in_mass{4, 0.80, 0.04};
inline constexpr points_needed points_in_smaller_mass{4, 0.60, 0.10};
inline constexpr points_needed points_near_largest_mass{4, 0.30, 0.05};
inline constexpr points_needed points_in_transfer{3, 0.40, 0.045};
inline constexpr points_needed points_in_contact_transfer{3, 0.50, 0.005};
inline constexpr points_needed points_in_mediated_transfer{6, 0.80, 0.06};
inline constexpr points_needed points_in_angle{2, 0.35, 0.055};

} // namespace detail

/// Computes structure functions by Gauss-Legendre rules in ln(T + T_0), ln m_ll^2 and ln(D-/D+), where the integrand is
/// analytic in a strip, and the three-point rule in the azimuth, which is exact; for equal masses the polar angle is exact
/// too. `Real` may be a pack, `Summed` is open_contact_current or whole_current.
template <class Real = double, class Summed = open_contact_current<Real>>
class structure_function_quadrature {
public:
  using total_type = typename Summed::total;

  /// `tolerance` is the relative error aimed at, per dimension.
  structure_function_quadrature(pair_masses<double> const& masses, double tolerance)
      : structure_function_quadrature(Summed(masses), tolerance) {}

  structure_function_quadrature(Summed summed, double tolerance)
      : summed_(std::move(summed)), masses_(summed_.masses()), tolerance_(tolerance) {}

  pair_masses<double> const& masses() const { return masses_; }

  /// Per combination of couplings, for contact interactions. `room` = s - (m- + m+)^2 > 0 and Q2 > 0 [GeV^2].
  photon_structure components(double room, double q2) const {
    photon_structure sum{};
    visit_transfers(room, q2, no_mediator, [&sum](double, double measure, photon_structure const& here) {
      add(sum.transverse, here.transverse, measure);
      add(sum.scalar, here.scalar, measure);
    });
    return sum;
  }

  /// Of a whole current, whose propagators vary fastest in T at `transfer_scale` [GeV^2].
  photon_pair of_current(double room, double q2, double transfer_scale) const {
    photon_pair sum;
    visit_transfers(room, q2, transfer_scale, [&](double, double measure, photon_pair const& here) {
      sum.transverse += measure * here.transverse;
      sum.scalar += measure * here.scalar;
    });
    return sum;
  }

  /// For couplings (c_L, c_R) = couplings(T), T in GeV^2; `mediator_mass_squared` [GeV^2] says where they vary fastest,
  /// infinity if they do not.
  template <class Couplings>
  photon_pair operator()(double room, double q2, Couplings const& couplings,
                         double mediator_mass_squared = no_mediator) const {
    photon_pair sum;
    visit_transfers(room, q2, mediator_mass_squared,
                    [&](double transfer, double measure, photon_structure const& here) {
                      auto const [left, right] = couplings(transfer);
                      sum.transverse += measure * here.transverse(left, right);
                      sum.scalar += measure * here.scalar(left, right);
                    });
    return sum;
  }

  /// d L/d m_ll^2 at m_ll^2 = (m- + m+)^2 + `excess`, excess < room.
  template <class Couplings>
  photon_pair at_mass(double room, double q2, double excess, Couplings const& couplings,
                      double mediator_mass_squared = no_mediator) const {
    photon_pair sum;
    visit_at_mass(room, q2, mediator_mass_squared, excess, room - excess, 1 / (2 * std::numbers::pi),
                  [&](double transfer, double measure, photon_structure const& here) {
                    auto const [left, right] = couplings(transfer);
                    sum.transverse += measure * here.transverse(left, right);
                    sum.scalar += measure * here.scalar(left, right);
                  });
    return sum;
  }

  /// d^2 L/(d m_ll^2 dT), T below its largest value (s + Q2) (s - m_ll^2)/s.
  photon_structure at_mass_and_transfer(double room, double q2, double excess, double transfer) const {
    double const s = room + masses_.threshold_squared();
    // [PHYS:structure.recursion]
    double const largest = (s + q2) * (room - excess) / s;
    photon_structure sum{};
    double const measure = 1 / (2 * std::numbers::pi * 8 * std::numbers::pi * (s + q2));
    photon_structure const here = angles(room, q2, transfer, largest - transfer, excess);
    add(sum.transverse, here.transverse, measure);
    add(sum.scalar, here.scalar, measure);
    return sum;
  }

  static constexpr double no_mediator = std::numeric_limits<double>::infinity();

private:
  static void add(vector_axial_form<double>& to, vector_axial_form<double> const& from, double weight) {
    to.vector += weight * from.vector;
    to.axial += weight * from.axial;
    to.mixed += weight * from.mixed;
  }

  /// Calls visit(T, measure, structure at T) at all nodes of m_ll^2 and T.
  template <class Visit>
  void visit_transfers(double room, double q2, double mediator_mass_squared, Visit const& visit) const {
    double const s = room + masses_.threshold_squared();
    double const b =
        // [PHYS:structure.mediator]
        mediator_mass_squared * s / (s + q2); // s - m_ll^2 where the largest T is the mediator's mass squared
    auto const at = [&](double excess, double s_excess, double measure) {
      visit_at_mass(room, q2, mediator_mass_squared, excess, s_excess, measure / (2 * std::numbers::pi),
                    visit);
    };
    if (b < room)
      visit_masses_in_two_parts(room, b, at);
    else
      visit_masses(room, at);
  }

  /// The pair's momentum is sqrt(excess (excess + gap)) / (2 m_ll): gap = (m- + m+)^2 - (m- - m+)^2.
  double gap() const { return 4 * masses_.minus * masses_.plus; }

  /// ln(excess + gap) = ln gap + h(v) ln(1 + room/gap) with h = v^2 (3 - 2 v): at the lower end the square root of phase
  /// space becomes analytic, at the upper end the logarithms of T's vanishing range lose their weight.
  template <class At>
  void visit_masses(double room, At const& at) const {
    // [PHYS:structure.pair_mass]
    double const length = std::log1p(room / gap());
    auto const& rule = gauss_legendre(detail::points_in_mass(std::min(length, 11.0), tolerance_));
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const v = rule.nodes[i], rest = rule.nodes[rule.size() - 1 - i]; // rest = 1 - v
      double const excess = gap() * std::expm1(v * v * (3 - 2 * v) * length);
      double const s_excess = -(gap() + room) * std::expm1(-rest * rest * (3 - 2 * rest) * length);
      at(excess, s_excess, rule.weights[i] * 6 * v * rest * length * (gap() + excess));
    }
  }

  /// With a light mediator the range of T ends before the propagator has fallen off where s - m_ll^2 < b: there the
  /// integrand is smooth in ln(s - m_ll^2 + b).
  template <class At>
  void visit_masses_in_two_parts(double room, double b, At const& at) const {
    double const lower = std::log1p(room / 2 / gap());
    auto const& low_rule = gauss_legendre(detail::points_in_smaller_mass(lower, tolerance_));
    for (std::size_t i = 0; i < low_rule.size(); ++i) {
      double const v = low_rule.nodes[i], rest = low_rule.nodes[low_rule.size() - 1 - i];
      double const excess = gap() * std::expm1(v * v * (3 - 2 * v) * lower);
      at(excess, room - excess, low_rule.weights[i] * 6 * v * rest * lower * (gap() + excess));
    }
    double const upper = std::log1p(room / 2 / b);
    auto const& high_rule = gauss_legendre(detail::points_near_largest_mass(upper, tolerance_));
    for (std::size_t i = 0; i < high_rule.size(); ++i) {
      double const s_excess = b * std::expm1(high_rule.nodes[i] * upper);
      at(room - s_excess, s_excess, high_rule.weights[i] * upper * (s_excess + b));
    }
  }

  template <class Visit>
  void visit_at_mass(double room, double q2, double mediator_mass_squared, double excess, double s_excess,
                     double outer, Visit const& visit) const {
    double const s = room + masses_.threshold_squared();
    double const largest = (s + q2) * s_excess / s;
    auto const map =
        transfer_map_for(masses_.threshold_squared() + excess, q2, mediator_mass_squared, largest);
    auto const& rule = gauss_legendre(map.points);
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const v = rule.nodes[i], rest = rule.nodes[rule.size() - 1 - i]; // rest = 1 - v
      double const u = map.squared ? v * v : v, u_rest = map.squared ? rest * (1 + v) : rest;
      double const transfer = map.scale * std::expm1(u * map.length);
      double const measure = outer * rule.weights[i] * (map.squared ? 2 * v : 1) * map.length *
                             (map.scale + transfer) / (8 * std::numbers::pi * (s + q2));
      double const left = -(map.scale + largest) * std::expm1(-u_rest * map.length); // T_max - T
      visit(transfer, measure, angles(room, q2, transfer, left, excess));
    }
  }

  /// ln(1 + T/T_0) = u ln(1 + T_max/T_0) with u = v or, to gather points at small T, v^2.
  struct transfer_map {
    double scale, length;
    bool squared;
    std::size_t points;
  };

  /// The integrand is analytic in ln(T + T_0) if T_0 is the least of m_ll^2 + Q2, of the mass of the mediator squared, and
  /// of -T where the poles reach the physical region (where |q| m = 0). Far below the others the poles are faint, and
  /// gathering points at small T does better than resolving them.
  transfer_map transfer_map_for(double mass_squared, double q2, double mediator_mass_squared,
                                double largest) const {
    double const natural = mass_squared + q2;
    double const lepton = std::min(masses_.minus, masses_.plus);
    // [PHYS:structure.transfer]
    double const pole = lepton * lepton * natural * natural / (mass_squared * q2);
    double const smooth = 1 / (1 / natural + 1 / mediator_mass_squared);
    constexpr double faint = 1e-2;
    bool const squared = pole < faint * smooth;
    double const scale = squared ? smooth : 1 / (1 / smooth + 1 / pole);
    double const length = std::log1p(largest / scale);
    auto const& points_of = !squared                               ? detail::points_in_transfer
                            : mediator_mass_squared < 10 * largest ? detail::points_in_mediated_transfer
                                                                   : detail::points_in_contact_transfer;
    return {scale, length, squared, points_of(length, tolerance_)};
  }

  /// Integral over the directions of the pair.
  total_type angles(double room, double q2, double transfer, double transfer_left, double excess) const {
    pair_frame<double> const pair(masses_, excess, q2, transfer);
    invariants const at{(room + masses_.threshold_squared() + q2) / 2, q2, transfer, transfer_left};
    // [PHYS:structure.pair]
    double const of_pair = 2 * pair.momentum / pair.mass / (8 * std::numbers::pi);
    if constexpr (Summed::half_of_equal_leptons)
      if (masses_.minus == masses_.plus) return angles_of_equal_leptons(pair, at, of_pair);
    return angles_of_unequal_leptons(pair, at, of_pair);
  }

  struct invariants {
    double k_dot_q, q2, transfer, transfer_left;
  };

  /// Exchanging the leptons exchanges the chiralities, so that half of the directions are enough.
  photon_structure angles_of_equal_leptons(pair_frame<double> const& pair, invariants const& at,
                                           double of_pair) const {
    pair_angle_rule const rule(pair);
    auto const half = sum_over_directions(pair, at, rule.size, [&](auto const& each) {
      return direction{each(rule.ratios()), each(rule.weights())};
    });
    photon_structure const result = Summed::scaled(half, of_pair / azimuths);
    return {{result.transverse.vector, result.transverse.axial, 0},
            {result.scalar.vector, result.scalar.axial, 0}};
  }

  /// In ln(D-/D+), where the poles at both ends are spread.
  total_type angles_of_unequal_leptons(pair_frame<double> const& pair, invariants const& at,
                                       double of_pair) const {
    double const lowest = pair.minimum_minus / pair.maximum_plus;
    double const length = std::log(pair.maximum_minus / (lowest * pair.minimum_plus));
    auto const& rule = gauss_legendre(filling_packs(detail::points_in_angle(length, tolerance_)));
    auto const sum = sum_over_directions(pair, at, rule.size(), [&](auto const& each) {
      using std::exp;
      Real const ratio = Real(lowest) * exp(Real(length) * each(rule.nodes));
      Real const d_plus = Real(pair.sum) / (1 + ratio);
      return direction{ratio, each(rule.weights) * ratio * d_plus * d_plus};
    });
    // [PHYS:structure.polar_angle]
    return Summed::scaled(sum, of_pair / (pair.slope * pair.sum) / 2 * length / azimuths);
  }

  static constexpr auto azimuths = Summed::azimuths;

  /// As many points as the same number of packs can hold, with all azimuths each.
  static constexpr std::size_t filling_packs(std::size_t points) {
    constexpr std::size_t lanes = detail::lanes<Real>::count;
    return (azimuths * points + lanes - 1) / lanes * lanes / azimuths;
  }

  struct direction {
    Real ratio, weight; ///< D-/D+ and its weight
  };

  /// Sum over the azimuths at each of `size` polar angles. polar(each) gives the directions of a pack, each(numbers)
  /// being those of its lanes.
  template <class Polar>
  typename Summed::point_sum sum_over_directions(pair_frame<double> const& pair, invariants const& at,
                                                 std::size_t size, Polar const& polar) const {
    using lanes = detail::lanes<Real>;
    pair_masses<Real> const masses{Real(masses_.minus), Real(masses_.plus)};
    pair_frame<Real> const frame(pair);
    auto sum = Summed::zero();
    std::size_t const points = azimuths * size;
    for (std::size_t i = 0; i < points; i += lanes::count) {
      // lanes past the last point repeat it with weight zero
      auto const point = [&](std::size_t lane) { return std::min(i + lane, points - 1); };
      auto const each = [&](auto const& numbers) {
        return lanes::generate([&](std::size_t lane) { return numbers[point(lane) / azimuths]; });
      };
      direction const here = polar(each);
      Real const counted = lanes::generate([&](std::size_t lane) { return i + lane < points ? 1. : 0.; });
      Real const cosine =
          lanes::generate([&](std::size_t lane) { return Summed::cosines[point(lane) % azimuths]; });
      Real const sine =
          lanes::generate([&](std::size_t lane) { return Summed::sines[point(lane) % azimuths]; });
      auto const state = make_lepton_state(frame, masses, Real(at.k_dot_q), Real(at.q2), Real(at.transfer),
                                           Real(at.transfer_left), here.ratio, cosine, sine);
      summed_.add(sum, state, masses, counted * here.weight);
    }
    return sum;
  }

  Summed summed_;
  pair_masses<double> masses_;
  double tolerance_;
};

} // namespace trident
