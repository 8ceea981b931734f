// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <trident/concepts.hpp>
#include <trident/numerics/gauss_legendre.hpp>

namespace trident {

/// Averages over the neutrinos of a flux whose energy E [GeV] exceeds some value: of 1, 1/E and 1/E^2, each zero for a
/// neutrino below. At fixed k.q and Q2 the cross section depends on the flux through these alone.
struct inverse_moments {
  double zeroth = 0, first = 0, second = 0;

  friend inverse_moments operator+(inverse_moments const& a, inverse_moments const& b) {
    return {a.zeroth + b.zeroth, a.first + b.first, a.second + b.second};
  }
};

/// Moments of a spectrum above any energy: in closed form for histograms, by eight Gauss-Legendre points a bin otherwise.
template <class F>
class beam_moments {
public:
  explicit beam_moments(F const& flux)
      : flux_(flux), edges_(flux.edges().begin(), flux.edges().end()), above_(edges_.size()),
        over_integral_(1 / flux.integral()) {
    for (std::size_t bin = edges_.size() - 1; bin-- > 0;)
      above_[bin] = above_[bin + 1] + partial(bin, edges_[bin]);
  }

  /// Energies between which the moments are analytic functions [GeV].
  std::vector<double> const& edges() const { return edges_; }

  /// Above `lowest`, which lies between the edges `bin` and `bin` + 1.
  inverse_moments operator()(double lowest, std::size_t bin) const {
    return above_[bin + 1] + partial(bin, lowest);
  }

private:
  inverse_moments partial(std::size_t bin, double low) const {
    double const high = edges_[bin + 1], width = high - low;
    if constexpr (requires { flux_.densities(); }) {
      double const density = flux_.densities()[bin] * over_integral_;
      if (!(density > 0) || !(low > 0)) return {density * width, 0, 0};
      return {density * width, density * std::log1p(width / low), density * width / (low * high)};
    } else {
      inverse_moments sum;
      auto const& rule = gauss_legendre(8);
      for (std::size_t i = 0; i < rule.size(); ++i) {
        double const energy = low + width * rule.nodes[i];
        double const share = rule.weights[i] * width * flux_.density(energy) * over_integral_;
        sum = sum + inverse_moments{share, share / energy, share / (energy * energy)};
      }
      return sum;
    }
  }

  F flux_;
  std::vector<double> edges_;
  std::vector<inverse_moments> above_; ///< above each edge
  double over_integral_;
};

template <FixedEnergy F>
class beam_moments<F> {
public:
  explicit beam_moments(F const& flux) : edges_{0, flux.energy()} {}

  std::vector<double> const& edges() const { return edges_; }

  inverse_moments operator()(double, std::size_t) const {
    double const energy = edges_.back();
    return {1, 1 / energy, 1 / (energy * energy)};
  }

private:
  std::vector<double> edges_;
};

} // namespace trident
