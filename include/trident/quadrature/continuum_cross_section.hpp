// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include <trident/quadrature/inclusive_cross_section.hpp>

// The quadrature for a target that takes up any energy above a threshold. At given E, Q2 and k.q the integral over nu is
// done by the response, in its moments.

namespace trident {

namespace detail {

/// Nested adaptive rules over ln Q2 and the room of s above threshold, and over E for a spectrum; L_T and L_S from a
/// surface, as for an elastic target.
template <class Real, class S>
class continuum_integral {
public:
  using constants = typename S::constants_type;

  continuum_integral(S const& sigma, inclusive_options const& options)
      : sigma_(sigma), options_(options), threshold_(sigma.masses().threshold_squared()),
        limits_(sigma.space().limits()), functions_(sigma, options.relative_error / 10),
        scaling_(sigma.masses(), functions_.transfer_scale()),
        widest_(limits_.k_dot_q(static_cast<double>(sigma.energies().maximum_energy()), threshold_,
                                sigma.target().maximum_q2())) {}

  bool empty() const { return current_structure<Real, S>::vanishes(sigma_) || !(widest_.low < widest_.high); }

  inclusive_estimate operator()() {
    inclusive_estimate result;
    double const highest_q2 = std::min(2 * widest_.high - threshold_, sigma_.target().maximum_q2());
    structure_domain const domain{std::max(2 * widest_.high, 1.0001 * threshold_), highest_q2};
    double const tolerance = options_.relative_error;
    structure_surface const surface(scaling_, domain,
                                    structure_surface::resolution_for(scaling_, domain, tolerance / 4),
                                    [this](double room, double q2) {
                                      ++evaluations_;
                                      ask_to_go_on(options_.go_on);
                                      return functions_(room, q2);
                                    });
    auto const all = average(surface);
    constexpr double factor = front_factor<constants>();
    result.value = factor * all.value;
    result.error = factor * all.error + tolerance * result.value;
    result.evaluations = evaluations_;
    return result;
  }

private:
  /// Over the neutrinos.
  quadrature_estimate average(structure_surface const& surface) {
    if constexpr (FixedEnergy<typename S::flux_type>) {
      return at_energy(surface, sigma_.flux().energy());
    } else {
      std::vector<double> edges;
      for (double const edge : std::span<double const>(sigma_.flux().edges()))
        edges.push_back(std::max(edge, sigma_.threshold()));
      double inner_error = 0;
      auto result = adaptive_quadrature(
          [&](double energy) {
            auto const one = at_energy(surface, energy);
            inner_error = std::max(inner_error, one.value > 0 ? one.error / one.value : 0);
            return one.value * sigma_.flux().density(energy) / sigma_.flux().integral();
          },
          edges, options_.relative_error / 4);
      result.error += inner_error * result.value;
      return result;
    }
  }

  /// Over Q2 at one neutrino energy.
  quadrature_estimate at_energy(structure_surface const& surface, double energy) {
    auto const range = limits_.k_dot_q(energy, threshold_, sigma_.target().maximum_q2());
    if (!(range.low < range.high)) return {};
    double const low = limits_.lowest_q2(energy, range.low).value;
    double const high = std::min(2 * range.high - threshold_, sigma_.target().maximum_q2());
    if (!(low < high)) return {};
    double inner_error = 0;
    auto result = adaptive_quadrature(
        [&](double log_q2) {
          double const q2 = std::exp(log_q2);
          auto const one = at_q2(surface, energy, q2);
          inner_error = std::max(inner_error, one.error / q2);
          return one.value / q2;
        },
        q2_panels(low, high), options_.relative_error / 8);
    result.value /= energy * energy;
    result.error = (result.error + inner_error * std::log(high / low)) / (energy * energy);
    return result;
  }

  /// Over k.q, in a variable that is a square root of the room at threshold and logarithmic above.
  quadrature_estimate at_q2(structure_surface const& surface, double energy, double q2) {
    auto const slice = surface.at_q2(q2);
    double const nu = limits_.offset + q2 / (2 * limits_.mass);
    double const largest =
        2 * energy * q2 / (nu + std::sqrt(nu * nu + q2)) - q2; // s where R = 1 at the lowest nu
    double const length = std::log(largest / threshold_);
    if (!(length > 0)) return {};
    auto const f = [&](double v) {
      double const room = threshold_ * std::expm1(v * v * length);
      double const s = room + threshold_, k_dot_q = (s + q2) / 2;
      return length * v * s * integrand(energy, k_dot_q, q2, slice(room));
    };
    // the panels get narrow towards the largest s, where little of nu is left: there a response may begin within a small
    // part of its range, and no rule on a wide panel would see it
    std::vector<double> panels{0, 0.5};
    for (double rest = 0.5 / 16; rest > 1e-7; rest /= 16) panels.push_back(1 - rest);
    panels.push_back(1);
    return adaptive_quadrature(f, panels, options_.relative_error / 16);
  }

  /// With x = k.q/E, nu_max = (Q2/x - x)/2, b = 2/x and c = (Q2/x + x)/2:
  /// L_T b K_1 + L_S (c^2 K_0 + 2 c K_1 + K_2)/Q2 + (2 L_T - L_S) J, where K_n are the moments of what is left of nu_max.
  double integrand(double energy, double k_dot_q, double q2, photon_pair const& l) const {
    double const x = k_dot_q / energy, nu = largest_energy_transfer(q2, x), c = (q2 / x + x) / 2;
    auto const k = sigma_.target().moments(q2, nu, constants{});
    // [PHYS:kernel.continuum]
    return l.transverse * 2 / x * k.w2_left +
           l.scalar * (c * c * k.w2 + 2 * c * k.w2_left + k.w2_left2) / q2 +
           (2 * l.transverse - l.scalar) * k.w1;
  }

  S const& sigma_;
  inclusive_options options_;
  double threshold_; ///< (m- + m+)^2 [GeV^2]
  continuum_limits limits_;
  current_structure<Real, S> functions_;
  structure_scaling scaling_;
  interval<double> widest_; ///< of k.q, at the largest energy [GeV^2]
  std::uint64_t evaluations_ = 0;
};

} // namespace detail

/// The same for a continuum response. Slower than for an elastic target: the beam is not in moments here.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
  requires(ContinuumResponse<N, C> && (FixedEnergy<F> || Spectrum<F>))
inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const& sigma,
                                           inclusive_options const& options = {}) {
  return detail::quadrature_of<detail::continuum_integral<Real, Trident<P, N, F, M, C>>>(sigma, options);
}

} // namespace trident
