// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <trident/numerics/gauss_legendre.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/quadrature/spectrum_panels.hpp>
#include <trident/quadrature/structure_integral.hpp>
#include <trident/quadrature/structure_surface.hpp>

namespace trident {

/// L_T/E and L_S/E averaged over the neutrinos: all that a cross section depends on besides the target, at given Q2 and
/// x = k.q/E. A `Surface` gives at_q2(q2), which has a threshold() in s and, called with s - threshold, the photon_pair.
template <class F, class Surface>
class averaged_structure;

/// Of neutrinos of one energy.
template <FixedEnergy F, class Surface>
class averaged_structure<F, Surface> {
public:
  averaged_structure(F const& flux, Surface const& surface, double)
      : energy_(flux.energy()), surface_(surface) {}

  double largest_energy() const { return energy_; } ///< [GeV]

  /// At one Q2, for x up to `largest_x`.
  auto at_q2(double q2, double) const {
    return [slice = surface_.at_q2(q2), q2, energy = energy_](double x) -> photon_pair {
      double const room = 2 * x * energy - q2 - slice.threshold();
      if (!(room > 0)) return {};
      auto const l = slice(room);
      // [PHYS:kernel.averages]
      return {l.transverse / energy, l.scalar / energy};
    };
  }

private:
  double energy_;
  Surface const& surface_;
};

/// Of a spectrum: of a histogram in closed form with the integrals of structure functions over s, of one of very many bins
/// by panels, else by Gauss-Legendre points between two edges.
template <Spectrum F, class Surface>
class averaged_structure<F, Surface> {
public:
  averaged_structure(F const& flux, Surface const& surface, double tolerance)
      : flux_(flux), surface_(surface), tolerance_(tolerance) {
    auto const edges = flux.edges();
    edges_.assign(edges.begin(), edges.end());
    while (edges_.size() > 1 && !(density_between(edges_.size() - 2) > 0)) edges_.pop_back();
    if (edges_.size() > spectrum_panels::many_edges) panels_.emplace(flux);
    if constexpr (is_histogram)
      for (std::size_t i = 0; i < edges_.size(); ++i) {
        double const below = i > 0 ? density_between(i - 1) : 0;
        double const above = i + 1 < edges_.size() ? density_between(i) : 0;
        drops_.push_back((below - above) / flux.integral());
      }
  }

  double largest_energy() const { return edges_.back(); } ///< [GeV]

  auto at_q2(double q2, double largest_x) const {
    auto const slice = surface_.at_q2(q2);
    double const room = std::max(2 * largest_x * largest_energy() - q2 - slice.threshold(), 0.0);
    structure_integral const sums(slice, surface_.scaling(), q2, integrated() ? room : 0, tolerance_);
    return [this, slice, sums, q2](double x) -> photon_pair {
      if (integrated()) return of_histogram(sums, q2 + slice.threshold(), x);
      auto const at = [&](double energy) -> photon_pair {
        double const above = 2 * x * energy - q2 - slice.threshold();
        if (!(above > 0)) return {};
        auto const l = slice(above);
        return {l.transverse / energy, l.scalar / energy};
      };
      if (panels_)
        return {panels_->average(tolerance_, [&](double energy) { return at(energy).transverse; }),
                panels_->average(tolerance_, [&](double energy) { return at(energy).scalar; })};
      return by_points((q2 + slice.threshold()) / (2 * x), at);
    };
  }

private:
  static constexpr bool is_histogram = requires(F const& flux) { flux.densities(); };

  bool integrated() const { return is_histogram && !panels_; }

  double density_between(std::size_t bin) const {
    if constexpr (is_histogram)
      return flux_.densities()[bin];
    else
      return 1;
  }

  /// With Lambda(s) = integral of L/(s + Q2), a sum of density (Lambda at the upper edge - Lambda at the lower edge).
  photon_pair of_histogram(structure_integral const& sums, double start, double x) const {
    photon_pair sum{};
    for (std::size_t i = edges_.size(); i-- > 0;) {
      double const room = 2 * x * edges_[i] - start;
      if (!(room > 0)) break;
      if (drops_[i] == 0) continue;
      auto const all = sums(room);
      // [PHYS:kernel.averages]
      sum.transverse += drops_[i] * all.transverse;
      sum.scalar += drops_[i] * all.scalar;
    }
    return sum;
  }

  /// From the energy where the pair opens at this x; `at` gives L/E.
  template <class At>
  photon_pair by_points(double lowest, At const& at) const {
    photon_pair sum{};
    auto const& rule = gauss_legendre(24);
    for (std::size_t bin = edges_.size() - 1; bin-- > 0;) {
      if (!(edges_[bin + 1] > lowest)) break;
      double const low = std::max(edges_[bin], lowest), length = std::log(edges_[bin + 1] / low);
      for (std::size_t i = 0; i < rule.size(); ++i) {
        double const energy = low * std::exp(length * rule.nodes[i] * rule.nodes[i]);
        double const share =
            2 * rule.nodes[i] * rule.weights[i] * length * energy * flux_.density(energy) / flux_.integral();
        auto const l = at(energy);
        sum.transverse += share * l.transverse;
        sum.scalar += share * l.scalar;
      }
    }
    return sum;
  }

  F const& flux_;
  Surface const& surface_;
  double tolerance_;
  std::vector<double> edges_; ///< up to the last neutrino [GeV]
  std::vector<double>
      drops_; ///< by how much the density of a histogram falls at each edge, over its integral
  std::optional<spectrum_panels> panels_;
};

} // namespace trident
