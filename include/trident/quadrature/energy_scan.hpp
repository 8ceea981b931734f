// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <trident/quadrature/cumulative_structure.hpp>
#include <trident/quadrature/spectrum_panels.hpp>
#include <trident/quadrature/tabulated_cross_section.hpp>

namespace trident {

/// Cross sections of one channel at many energies, on many targets, in many fluxes: microseconds each, after milliseconds
/// of preparation.
///
/// The integrals over k.q are prepared as functions of their upper end on a fixed grid in Q2, on which the trapezoidal
/// rule converges faster than any power: the integrand starts with a power 11/2 and ends with the form factor. `error`
/// is the difference from half of the points and grows where oscillations of a form factor are not resolved.
class energy_scan {
public:
  /// For the couplings of `sigma` (a Trident, contact interactions) and energies up to `maximum_energy` [GeV]; throws
  /// input_error as inclusive_cross_section with a table does.
  template <class S>
  energy_scan(S const& sigma, structure_table const& table, double maximum_energy)
      : threshold_(sigma.masses().threshold_squared()), maximum_energy_(maximum_energy) {
    auto const structure = detail::structure_of(sigma, table);
    prepare(structure, table.domain, cumulative_structure::longest_step);
  }

  /// For any surface of structure functions, as far as `domain` says. `step_in_s` in ln(s - threshold) must resolve what changes
  /// in s.
  template <class Surface>
  energy_scan(Surface const& surface, structure_domain const& domain, double maximum_energy, double step_in_s)
      : threshold_(surface.scaling().threshold()), maximum_energy_(maximum_energy) {
    prepare(surface, domain, step_in_s);
  }

  /// At one energy [GeV].
  template <Target N, Constants C = pdg>
  inclusive_estimate operator()(N const& target, double energy, C = {}) const {
    static_assert(kind_of<N> == response_kind::elastic,
                  "trident: an energy scan takes elastic targets; a continuum has its own, continuum_scan");
    if (!(energy <= maximum_energy_))
      throw input_error("neutrino energy " + detail::number_text(energy) +
                        " GeV: the scan was prepared up to " + detail::number_text(maximum_energy_) + " GeV");
    double const mass = target.mass(C{}), largest_q2 = target.maximum_q2();
    std::array<double, 2> sums{};
    inclusive_estimate result;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      double const q2 = points_[i].q2();
      double const half = 1 / (2 * mass);
      double const x = energy / (half + std::sqrt(half * half + 1 / q2)); // largest k.q
      double const room = 2 * x - q2 - threshold_;
      if (!(room > 0)) continue;
      if (q2 > largest_q2) break;
      sums[i % 2] += measures_[i] * kernel(points_[i](room), q2, energy, 1 / mass, target.structure(q2, C{}));
      ++result.evaluations;
    }
    constexpr double factor = detail::front_factor<C>();
    result.value = factor * (sums[0] + sums[1]);
    result.error = factor * std::abs(sums[0] - sums[1]) + accuracy * result.value;
    result.below_threshold = !(energy > threshold_energy(std::sqrt(threshold_), mass));
    return result;
  }

  /// Averaged over the neutrinos of a spectrum.
  template <Target N, Spectrum F, Constants C = pdg>
  inclusive_estimate operator()(N const& target, F const& flux, C constants = {}) const {
    auto const edges = flux.edges();
    double const start = threshold_energy(std::sqrt(threshold_), target.mass(constants));
    inclusive_estimate result;
    if (edges.size() > spectrum_panels::many_edges)
      return average_over_panels(target, flux, start, constants);
    for (std::size_t bin = 0; bin + 1 < edges.size(); ++bin) {
      double const low = std::max(edges[bin], start), range = edges[bin + 1] - low;
      if (!(range > 0)) continue;
      auto const& rule = gauss_legendre(4 + static_cast<std::size_t>(4 * std::log(edges[bin + 1] / low)));
      for (std::size_t n = 0; n < rule.size(); ++n) {
        double const energy = low + range * rule.nodes[n];
        double const share = rule.weights[n] * range * flux.density(energy) / flux.integral();
        if (share > 0) add((*this)(target, energy, constants), share, result);
      }
    }
    result.below_threshold = !(edges.back() > start);
    return result;
  }

private:
  template <class Surface>
  void prepare(Surface const& surface, structure_domain const& domain, double step_in_s) {
    // the smallest Q2 for the heaviest of targets, and the largest k.q at each Q2
    double const lowest = log_measure(std::log(threshold_ * threshold_ / 4) - 2 * std::log(maximum_energy_));
    double const highest = log_measure(std::log(domain.maximum_q2));
    double const room_scale = surface.scaling().room_at(1);
    for (double u = std::floor(lowest / step) * step; u < highest; u += step) {
      double const q2 = std::exp(log_q2_at(u));
      double const s = std::min(2 * maximum_energy_ * std::sqrt(q2) - q2, domain.maximum_s);
      if (s < threshold_) continue;
      points_.emplace_back(surface.at_q2(q2), q2, room_scale, s, step_in_s);
      measures_.push_back(step / density(q2));
    }
  }

  template <Target N, Spectrum F, Constants C>
  inclusive_estimate average_over_panels(N const& target, F const& flux, double start, C constants) const {
    inclusive_estimate result;
    std::vector<inclusive_estimate> all;
    result.value = spectrum_panels(flux).average(accuracy / 10, [&](double energy) {
      all.push_back((*this)(target, energy, constants));
      return all.back().value;
    });
    double largest = 0, relative = 0;
    for (auto const& one : all) largest = std::max(largest, one.value);
    for (auto const& one : all) {
      result.evaluations += one.evaluations;
      constexpr double share = 1e-3; // those near threshold do not matter to the average
      if (one.value > share * largest) relative = std::max(relative, one.error / one.value);
    }
    result.error = relative * result.value;
    result.below_threshold = !(flux.edges().back() > start);
    return result;
  }

  static constexpr double step = 0.5;      ///< of the trapezoidal rule
  static constexpr double accuracy = 2e-5; ///< of what is prepared

  static void add(inclusive_estimate const& term, double share, inclusive_estimate& sum) {
    sum.value += share * term.value;
    sum.error += share * term.error;
    sum.evaluations += term.evaluations;
  }

  // The variable of the rule is ln Q2 + 2 (v/w) atan(Q/v): denser where form factors of nuclei oscillate.
  static constexpr double width = 0.15, end_of_nuclei = 0.7; // w and v [GeV]

  static double log_measure(double log_q2) {
    // [PHYS:kernel.scan_variable]
    return log_q2 + 2 * end_of_nuclei / width * std::atan(std::exp(log_q2 / 2) / end_of_nuclei);
  }

  /// d log_measure/d ln Q2
  static double density(double q2) {
    return 1 + std::sqrt(q2) / width / (1 + q2 / (end_of_nuclei * end_of_nuclei));
  }

  static double log_q2_at(double measure) {
    double low = measure - 2 * end_of_nuclei / width * 1.6, high = measure;
    for (int i = 0; i < 60; ++i) {
      double const middle = (low + high) / 2;
      (log_measure(middle) < measure ? low : high) = middle;
    }
    return (low + high) / 2;
  }

  static double kernel(cumulative_moments const& m, double q2, double energy, double over_mass,
                       hadron_structure<double> const& w) {
    // [PHYS:kernel.cumulative]
    double const over_square = 1 / (energy * energy), recoil = over_mass / energy;
    double const tau = q2 * over_mass * over_mass / 4;
    double const electric = q2 * (m.transverse_second - recoil * m.transverse_first) +
                            q2 * (m.scalar_second - recoil * m.scalar_first) + tau * over_square * m.scalar;
    double const magnetic = over_square * (2 * m.transverse - m.scalar);
    return (w.electric * electric + w.magnetic * magnetic) / q2;
  }

  double threshold_;
  double maximum_energy_;
  std::vector<cumulative_structure> points_; ///< one at each Q2
  std::vector<double> measures_;             ///< d ln Q2
};

} // namespace trident
