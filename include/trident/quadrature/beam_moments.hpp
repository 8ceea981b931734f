// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/quadrature/spectrum_panels.hpp>

namespace trident {

/// Averages over the neutrinos of a flux whose energy E [GeV] exceeds some value: of 1, 1/E and 1/E^2, each zero for a
/// neutrino below. At fixed k.q and Q2 the cross section depends on the flux through these alone.
struct inverse_moments {
  double zeroth = 0, first = 0, second = 0;

  friend inverse_moments operator+(inverse_moments const& a, inverse_moments const& b) {
    return {a.zeroth + b.zeroth, a.first + b.first, a.second + b.second};
  }
};

/// Moments of a spectrum above any energy: in closed form for histograms, otherwise by sixteen Gauss-Legendre points in
/// ln E between two edges.
template <class F>
class beam_moments {
public:
  explicit beam_moments(F const& flux) : flux_(flux), over_integral_(1 / flux.integral()) {
    auto const edges = flux.edges();
    edges_.push_back(0); // below the spectrum the moments are those of all neutrinos
    if (!(edges.front() > 0)) edges_.clear();
    bins_below_ = edges_.size();
    edges_.insert(edges_.end(), edges.begin(), edges.end());
    above_.resize(edges_.size());
    for (std::size_t bin = edges_.size() - 1; bin-- > 0;)
      above_[bin] = above_[bin + 1] + partial(bin, edges_[bin]);
    if (edges_.size() > spectrum_panels::many_edges) panels_.emplace(flux);
  }

  /// Of a spectrum with so many bins that an integral over each would take long.
  std::optional<spectrum_panels> const& panels() const { return panels_; }

  /// Energies between which the moments are analytic functions [GeV].
  std::vector<double> const& edges() const { return edges_; }

  /// Above `lowest`, which lies between the edges `bin` and `bin` + 1.
  inverse_moments operator()(double lowest, std::size_t bin) const {
    return above_[bin + 1] + partial(bin, lowest);
  }

private:
  inverse_moments partial(std::size_t bin, double low) const {
    if (bin < bins_below_) return {};
    double const high = edges_[bin + 1], width = high - low;
    if constexpr (requires { flux_.densities(); }) {
      double const density = flux_.densities()[bin - bins_below_] * over_integral_;
      if (!(density > 0) || !(low > 0)) return {density * width, 0, 0};
      // [PHYS:kernel.moments]
      return {density * width, density * std::log1p(width / low), density * width / (low * high)};
    } else {
      inverse_moments sum;
      if (!(low > 0)) return sum; // no pair is made at zero energy
      double const length = std::log(high / low);
      auto const& rule = gauss_legendre(16);
      for (std::size_t i = 0; i < rule.size(); ++i) {
        double const energy = low * std::exp(length * rule.nodes[i]);
        double const share = rule.weights[i] * length * energy * flux_.density(energy) * over_integral_;
        sum = sum + inverse_moments{share, share / energy, share / (energy * energy)};
      }
      return sum;
    }
  }

  F flux_;
  std::optional<spectrum_panels> panels_;
  std::vector<double> edges_;
  std::vector<inverse_moments> above_; ///< above each edge
  double over_integral_;
  std::size_t bins_below_ = 0; ///< 1 if the spectrum starts above zero energy
};

/// Of neutrinos of one energy.
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
