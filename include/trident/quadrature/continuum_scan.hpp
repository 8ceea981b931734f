// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/quadrature/continuum_integral.hpp>
#include <trident/quadrature/structure_integral.hpp>
#include <trident/quadrature/tabulated_cross_section.hpp>

namespace trident {

/// A response on a fixed grid in ln Q2, prepared once for all channels and energies up to a largest one. On it the
/// trapezoidal rule converges fast at any energy: integrands begin and end with powers 11/2.
class scanned_response {
public:
  static constexpr double step = 0.3; ///< in ln Q2

  /// For neutrinos up to `energy` [GeV].
  scanned_response(continuum_source const& source, double energy)
      : maximum_energy_(energy), limits_(source.limits()), points_(prepared(source, energy)) {}

  /// At one Q2.
  struct point {
    double q2;
    double largest_x;
    moments_at_q2 moments;
    std::vector<double> log_x; ///< where something begins, from the largest x on
  };

  std::vector<point> const& points() const { return points_; }
  double maximum_energy() const { return maximum_energy_; } ///< [GeV]
  continuum_limits const& limits() const { return limits_; }

private:
  static constexpr double accuracy = 1e-5;

  static std::vector<point> prepared(continuum_source const& source, double maximum_energy) {
    std::vector<point> points;
    // of the lightest pair, below whose threshold others begin
    constexpr double pair = 2 * pdg::electron_mass, threshold = pair * pair;
    auto const range = continuum_integral::q2_range(source, maximum_energy, threshold);
    if (!(range.low < range.high)) return points;
    double const end = std::log(range.high);
    for (double u = std::ceil(std::log(range.low) / step); u * step < end; ++u) {
      double const q2 = std::exp(u * step), low = (q2 + threshold) / (2 * maximum_energy);
      double const high = source.largest_x(q2);
      if (!(low < high)) continue;
      auto one = source.at_q2(q2, largest_energy_transfer(q2, low), accuracy);
      std::vector<double> log_x;
      for (double const nu : one.edges) log_x.push_back(std::log(continuum_source::x_at(nu, q2)));
      points.push_back({q2, high, std::move(one.moments), std::move(log_x)});
    }
    return points;
  }

  double maximum_energy_;
  continuum_limits limits_;
  std::vector<point> points_;
};

/// Cross sections of one channel on one continuum response at any energy, in a fraction of a millisecond: averages over
/// spectra are good to 1e-4, single energies to 2e-4 from twice the threshold on.
class continuum_scan {
public:
  /// For the couplings of `sigma` (a Trident or a leptonic_part, contact interactions); throws input_error as
  /// inclusive_cross_section with a table does. `response` must outlive this.
  template <class S>
  continuum_scan(S const& sigma, structure_table const& table, scanned_response const& response)
      : response_(response), threshold_(sigma.masses().threshold_squared()) {
    tabulated_structure const structure = detail::structure_of(sigma, table);
    double const energy = response.maximum_energy();
    for (auto const& point : response.points()) {
      double const room = 2 * energy * point.largest_x - point.q2 - threshold_;
      if (room > 0) detail::require_within(table.domain, room + threshold_, energy);
      auto const slice = structure.at_q2(std::min(point.q2, structure.largest_q2()));
      leptons_.emplace_back(slice, structure.scaling(), point.q2, std::max(room, 0.0), 1e-5);
    }
  }

  /// For any surface of structure functions, such as electroweak_surface.
  template <class Surface>
  continuum_scan(Surface const& surface, scanned_response const& response)
      : response_(response), threshold_(surface.scaling().threshold()) {
    for (auto const& point : response.points()) {
      double const room = 2 * response.maximum_energy() * point.largest_x - point.q2 - threshold_;
      leptons_.emplace_back(surface.at_q2(point.q2), surface.scaling(), point.q2, std::max(room, 0.0), 1e-5);
    }
  }

  /// At one energy [GeV]; constants pdg.
  inclusive_estimate operator()(double energy) const {
    if (!(energy <= response_.maximum_energy()))
      throw input_error("neutrino energy " + detail::number_text(energy) +
                        " GeV: the scan was prepared up to " +
                        detail::number_text(response_.maximum_energy()) + " GeV");
    inclusive_estimate result;
    std::array<double, 2> sums{};
    auto const& points = response_.points();
    for (std::size_t i = 0; i < points.size(); ++i)
      sums[i % 2] += scanned_response::step * at(i, energy, result.evaluations);
    constexpr double factor = detail::front_factor<pdg>();
    result.value = factor * (sums[0] + sums[1]);
    result.error = factor * std::abs(sums[0] - sums[1]) + accuracy * result.value;
    result.below_threshold = !(energy > response_.limits().threshold(std::sqrt(threshold_)));
    return result;
  }

private:
  static constexpr double accuracy = 2e-4; ///< of what is prepared, and of the rule in x

  /// Q2 times the integrand over Q2.
  double at(std::size_t i, double energy, std::uint64_t& evaluations) const {
    auto const& point = response_.points()[i];
    double const q2 = point.q2, low = (q2 + threshold_) / (2 * energy),
                 length = std::log(point.largest_x / low);
    if (!(length > 0)) return 0;
    auto const& rule = gauss_legendre(nodes);
    double sum = 0, high = 1;
    for (double const edge : breaks(point, low, length)) {
      for (std::size_t n = 0; n < rule.size(); ++n) {
        double const v = edge + (high - edge) * rule.nodes[n];
        // [PHYS:kernel.x_variable]
        double const x = low * std::exp(v * v * (3 - 2 * v) * length),
                     room = 2 * energy * x - q2 - threshold_;
        if (!(room > 0)) continue;
        double const measure = (high - edge) * rule.weights[n] * 6 * v * (1 - v) * length * x;
        sum += measure * continuum_integral::integrand(q2, x, leptons_[i](room), point.moments);
      }
      evaluations += rule.size();
      high = edge;
    }
    return sum / (q2 * energy);
  }

  /// Lower ends of panels in the variable of x, from the largest x on: where something begins, all of few or some of many.
  static std::vector<double> breaks(scanned_response::point const& point, double low, double length) {
    constexpr std::size_t few = 6;
    double const gap = point.log_x.size() > few ? 0.22 : 0.01, start = std::log(low);
    std::vector<double> result;
    double last = 1;
    auto const add = [&](double edge) {
      if (last - edge > gap) result.push_back(last = edge);
    };
    for (double const log_x : point.log_x) {
      double const part = (log_x - start) / length;
      if (part > 0 && part < 1) add(0.5 - std::sin(std::asin(1 - 2 * part) / 3));
    }
    for (double const middle : {0.7, 0.4})
      if (last > middle + 0.2) add(middle);
    result.push_back(0);
    return result;
  }

  static constexpr std::size_t nodes = 9; ///< of a panel in x

  scanned_response const& response_;
  double threshold_;
  std::vector<structure_values> leptons_; ///< at each Q2
};

} // namespace trident
