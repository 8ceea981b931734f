// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/numerics/chebyshev.hpp>
#include <trident/numerics/gauss_legendre.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/process.hpp>

namespace trident {

/// sigma = g_V^2 vector + g_A^2 axial + g_V g_A interference [fb], for contact interactions.
struct sigma_coefficients {
  double vector = 0, axial = 0, interference = 0;

  constexpr double operator()(double g_v, double g_a) const {
    // [PHYS:kernel.coefficients]
    return g_v * g_v * vector + g_a * g_a * axial + g_v * g_a * interference;
  }
  constexpr double operator()(vector_axial<double> const& g) const { return (*this)(g.vector, g.axial); }

  friend constexpr sigma_coefficients operator+(sigma_coefficients const& a, sigma_coefficients const& b) {
    return {a.vector + b.vector, a.axial + b.axial, a.interference + b.interference};
  }
  friend constexpr sigma_coefficients operator*(double factor, sigma_coefficients const& c) {
    return {factor * c.vector, factor * c.axial, factor * c.interference};
  }
};

/// Cross sections of one target as functions of the neutrino energy for all channels and contact couplings, with the
/// constants pdg: what the headers tables/sigma_*.hpp hold.
struct sigma_table {
  /// Chebyshev coefficients in ln E from `start` to the largest energy: of the logarithms of the vector and the axial
  /// coefficient over (1 - threshold/E)^5, and of the interference over the root of their product (none for equal
  /// leptons). Below `start` vector and axial are together less than 1e-15 fb, and taken as zero.
  struct pair_entry {
    double threshold, start; ///< [GeV]
    std::span<double const> vector, axial, interference;
  };

  std::string_view target;
  double maximum_energy;           ///< [GeV]
  double error;                    ///< relative, of the vector and the axial coefficient
  std::array<pair_entry, 6> pairs; ///< ee, mu mu, tau tau, e mu, e tau, mu tau

  /// At a neutrino energy [GeV]; throws input_error above the largest.
  template <Process P>
  sigma_coefficients operator()(P const& channel, double energy) const {
    if (!(energy <= maximum_energy))
      throw input_error("neutrino energy " + detail::number_text(energy) +
                        " GeV: the table of cross sections on " + std::string(target) + " ends at " +
                        detail::number_text(maximum_energy) + " GeV");
    pair_entry const& pair = pairs[index_of(channel)];
    if (!(energy > pair.start)) return {};
    chebyshev_surface::range const range{std::log(pair.start), std::log(maximum_energy)};
    double const x = range.to_unit(std::log(energy));
    // [PHYS:kernel.sigma_table]
    double const open = std::pow(1 - pair.threshold / energy, 5);
    sigma_coefficients result{open * std::exp(chebyshev_sum(pair.vector, x)),
                              open * std::exp(chebyshev_sum(pair.axial, x)), 0};
    // antineutrinos exchange the chiralities, and so does exchanging the leptons
    bool const exchanged = channel.minus_family > channel.plus_family;
    if (!pair.interference.empty())
      result.interference = (exchanged != channel.is_antineutrino ? -1 : 1) *
                            std::sqrt(result.vector * result.axial) * chebyshev_sum(pair.interference, x);
    return result;
  }

  /// Averaged over the neutrinos of a spectrum.
  template <Process P, Spectrum F>
  sigma_coefficients operator()(P const& channel, F const& flux) const {
    auto const edges = flux.edges();
    double const start = pairs[index_of(channel)].start;
    sigma_coefficients sum;
    for (std::size_t bin = 0; bin + 1 < edges.size(); ++bin) {
      double const low = std::max(edges[bin], start), width = edges[bin + 1] - low;
      if (!(width > 0)) continue;
      auto const& rule = gauss_legendre(4 + static_cast<std::size_t>(4 * std::log(edges[bin + 1] / low)));
      for (std::size_t n = 0; n < rule.size(); ++n) {
        double const energy = low + width * rule.nodes[n];
        double const share = rule.weights[n] * width * flux.density(energy) / flux.integral();
        if (share > 0) sum = sum + share * (*this)(channel, energy);
      }
    }
    return sum;
  }

private:
  template <Process P>
  static constexpr std::size_t index_of(P const& channel) {
    auto const minus = static_cast<std::size_t>(channel.minus_family);
    auto const plus = static_cast<std::size_t>(channel.plus_family);
    return minus == plus ? minus : minus + plus + 2;
  }
};

} // namespace trident
