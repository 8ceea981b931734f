// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <trident/kinematics/limits.hpp>
#include <trident/numerics/chebyshev.hpp>
#include <trident/numerics/gauss_legendre.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/quadrature/energy_scan.hpp>

namespace trident {

/// sigma(E) of one channel on one target between threshold and a largest energy, interpolated, so that averages over many
/// spectra cost microseconds.
///
/// The logarithm of sigma over (1 - threshold/E)^5 is a sum of Chebyshev polynomials in ln E. It starts where sigma is
/// 1e-7 of its largest value, and is zero below: less than 1e-5 of any average over the spectra of accelerators.
class cross_section_curve {
public:
  /// From `scan`, which was prepared for the channel; `threshold` [GeV].
  template <Target N>
  cross_section_curve(energy_scan const& scan, N const& target, double threshold, double maximum_energy)
      : cross_section_curve([&](double energy) { return scan(target, energy).value; }, threshold,
                            maximum_energy) {}

  /// From sigma(E) [fb] at `nodes` energies; where it starts is found by so many halvings, not below `lowest` nor where
  /// sigma is less than `smallest` of its largest value.
  template <class Sigma>
  cross_section_curve(Sigma const& sigma, double threshold, double maximum_energy, std::size_t nodes = 40,
                      int halvings = 16, double lowest = 0, double smallest = 1e-7)
      : threshold_(threshold), maximum_energy_(maximum_energy) {
    if (!(maximum_energy > threshold)) return;
    double const largest = sigma(maximum_energy);
    if (!(largest > 0)) return;
    start_ = std::max(lowest, start_of(sigma, smallest * largest, halvings));
    range_ = {std::log(start_), std::log(maximum_energy)};
    std::vector<double> logarithms;
    for (std::size_t i = 0; i < nodes; ++i) {
      double const energy = std::exp(range_.from_unit(chebyshev_node(i, nodes)));
      // [PHYS:kernel.sigma_table]
      logarithms.push_back(std::log(sigma(energy) / open(energy)));
    }
    coefficients_ = coefficients_of(logarithms);
  }

  /// At one energy [GeV] not above the largest: [fb].
  double operator()(double energy) const {
    if (coefficients_.empty() || !(energy > start_)) return 0;
    return open(energy) * std::exp(chebyshev_sum(coefficients_, range_.to_unit(std::log(energy))));
  }

  /// Largest deviation from sigma(E), relative to it, at energies between the nodes.
  template <class Sigma>
  double deviation(Sigma const& sigma) const {
    constexpr std::size_t points = 61; // beside those of the nodes
    double largest = 0;
    for (std::size_t i = 0; i < points && !coefficients_.empty(); ++i) {
      double const energy = std::exp(range_.from_unit(chebyshev_node(i, points)));
      largest = std::max(largest, std::abs((*this)(energy) / sigma(energy) - 1));
    }
    return largest;
  }

  /// Averaged over the neutrinos of a spectrum [fb].
  template <Spectrum F>
  double average(F const& flux) const {
    auto const edges = flux.edges();
    double sum = 0;
    for (std::size_t bin = 0; bin + 1 < edges.size() && !coefficients_.empty(); ++bin) {
      double const low = std::max(edges[bin], start_), high = std::min(edges[bin + 1], maximum_energy_);
      if (!(high > low) || !(flux.density((low + high) / 2) > 0)) continue;
      auto const& rule = gauss_legendre(4 + static_cast<std::size_t>(4 * std::log(high / low)));
      for (std::size_t n = 0; n < rule.size(); ++n) {
        double const energy = low + (high - low) * rule.nodes[n];
        sum += rule.weights[n] * (high - low) * flux.density(energy) * (*this)(energy);
      }
    }
    return sum / flux.integral();
  }

private:
  /// Of the Chebyshev polynomials through values at the nodes.
  static std::vector<double> coefficients_of(std::vector<double> const& values) {
    std::size_t const nodes = values.size();
    std::vector<double> coefficients(nodes);
    for (std::size_t k = 0; k < nodes; ++k) {
      for (std::size_t i = 0; i < nodes; ++i)
        coefficients[k] += values[i] * std::cos(static_cast<double>(k) * std::acos(chebyshev_node(i, nodes)));
      coefficients[k] *= (k == 0 ? 1.0 : 2.0) / static_cast<double>(nodes);
    }
    return coefficients;
  }

  double open(double energy) const { return std::pow(1 - threshold_ / energy, 5); }

  /// Where sigma, which grows, is `smallest`.
  template <class Sigma>
  double start_of(Sigma const& sigma, double smallest, int halvings) const {
    double low = std::log(threshold_), high = std::log(maximum_energy_);
    for (int i = 0; i < halvings; ++i) {
      double const middle = (low + high) / 2;
      (sigma(std::exp(middle)) < smallest ? low : high) = middle;
    }
    return std::exp(high);
  }

  double threshold_, maximum_energy_;
  double start_ = 0;
  chebyshev_surface::range range_{0, 1};
  std::vector<double> coefficients_;
};

} // namespace trident
