// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/cross_section/front_factor.hpp>
#include <trident/mc/scrambled_sobol.hpp>
#include <trident/physics/boson_masses.hpp>
#include <trident/physics/w_production_channel.hpp>
#include <trident/quadrature/continuum_source.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/lepton_energy_options.hpp>
#include <trident/quadrature/w_production_structure.hpp>

// The energy of the charged lepton that is made with a real W, in the target's rest frame.

namespace trident {

namespace detail {

/// A + B cos phi + C cos^2 phi over the azimuth phi of the target's momentum, in which the lepton's energy is centre +
/// width cos phi, width >= 0.
struct azimuthal_energies {
  double a, b, c;
  double centre, width; ///< [GeV]

  /// Mean over the circle of the part with an energy below `energy`.
  double below(double energy) const {
    if (!(energy > centre - width)) return 0;
    double const cosine = energy < centre + width ? (energy - centre) / width : 1;
    double const phi = std::acos(std::clamp(cosine, -1.0, 1.0));
    // [PHYS:w_production.azimuth]
    auto const sum = [&](double x) { return a * x + b * std::sin(x) + c * (x / 2 + std::sin(2 * x) / 4); };
    return (sum(std::numbers::pi) - sum(phi)) / std::numbers::pi;
  }
};

/// Histograms of the lepton's energy on one target by quasi-random points in k.q, Q2, the energy transfer, the lepton's
/// direction and the neutrino's energy; the azimuth is integrated.
template <Constants C, class F, class N>
class lepton_energy_histogram {
public:
  lepton_energy_histogram(w_production_channel const& process, N const& target, F const& flux,
                          std::span<double const> edges, boson_masses const& bosons)
      : leptons_(lepton_mass<C>(process.family), bosons.w, C::fermi_constant), target_(target),
        source_(target, C{}), flux_(flux), edges_(edges.begin(), edges.end()) {
    if constexpr (Spectrum<F>) {
      double const lowest = source_.limits().threshold(bosons.w + lepton_mass<C>(process.family));
      energies_ = {std::max(flux.edges().front(), lowest), flux.edges().back()};
    }
  }

  /// Adds what the point `u` says, times `share`.
  void add(std::array<double, 5> const& u, double share, std::vector<double>& bins) const {
    auto const [energy, of_neutrino] = neutrino(u[4]);
    double const threshold = leptons_.scaling().threshold();
    auto const range = source_.limits().k_dot_q(energy, threshold, source_.maximum_q2());
    if (!(range.low < range.high) || !(of_neutrino > 0)) return;
    double const k_dot_q = range.low * std::pow(range.high / range.low, u[0]);
    double const low = source_.limits().lowest_q2(energy, k_dot_q).value;
    double const high = std::min(2 * k_dot_q - threshold, source_.maximum_q2());
    if (!(low < high)) return;
    double const q2 = low * std::pow(high / low, u[1]);
    double const measure = std::log(range.high / range.low) * k_dot_q * std::log(high / low) / q2 /
                           (energy * energy) * of_neutrino * front_factor<C>();
    auto const [nu, w] = response(q2, largest_energy_transfer(q2, k_dot_q / energy), u[2]);
    double const momentum = std::sqrt(nu * nu + q2), over = 1 / (k_dot_q * k_dot_q);
    // [PHYS:w_production.recoil]
    double const transverse = // R - 1
        (energy * q2 / (momentum + nu) - k_dot_q) * (k_dot_q + energy * (momentum + nu)) * over;
    double const room = 2 * k_dot_q - q2 - threshold;
    if (!(transverse > 0 && room > 0)) return;
    auto const lepton = leptons_.at(room, q2, leptons_.y_range(room, q2), u[3]);
    fill(shape(lepton, {energy, k_dot_q, q2, nu, std::sqrt(transverse)}, w), share * measure * lepton.measure,
         bins);
  }

private:
  struct energy_and_measure {
    double energy, measure;
  };

  /// Of a spectrum, even in ln E.
  energy_and_measure neutrino(double u) const {
    if constexpr (FixedEnergy<F>) {
      return {flux_.energy(), 1};
    } else {
      if (!(energies_.low < energies_.high)) return {energies_.high, 0};
      double const length = std::log(energies_.high / energies_.low);
      double const energy = energies_.low * std::exp(length * u);
      return {energy, length * energy * flux_.density(energy) / flux_.integral()};
    }
  }

  struct transfer {
    double nu;
    hadron_structure<double> w; ///< times the measure of nu over u
  };

  transfer response(double q2, double largest, double u) const {
    if constexpr (kind_of<N> == response_kind::elastic) {
      return {q2 / (2 * target_.mass(C{})), target_.structure(q2, C{})};
    } else {
      auto const panels = target_.panels(q2, largest, C{});
      if (panels.empty()) return {largest, {0, 0}};
      double const low = panels.front().low, high = std::min(panels.back().high, largest);
      if (!(low < high)) return {largest, {0, 0}};
      double const offset = (high - low) / 300, length = std::log1p((high - low) / offset);
      double const above = offset * std::exp(length * u), nu = low + above - offset;
      auto const w = target_.structure(nu, q2, C{});
      return {nu, {length * above * w.electric, length * above * w.magnetic}};
    }
  }

  /// Where in phase space: rho is the root of R - 1.
  struct place {
    double energy, k_dot_q, q2, nu, rho;
  };

  static azimuthal_energies shape(w_production_structure::direction const& lepton, place const& at,
                                  hadron_structure<double> const& w) {
    double xx = 0, yy = 0, zz = 0, xz = 0;
    for (auto const& one : lepton.current.amplitudes()) {
      xx += one.x * one.x;
      yy += one.y * one.y;
      zz += one.along * one.along;
      xz += one.x * one.along;
    }
    // [PHYS:w_production.lepton_energy]
    double const along = (at.q2 * at.energy / at.k_dot_q - at.nu) / at.k_dot_q; // P = M (along k + ...)
    double const magnetic = w.magnetic * (xx + yy - zz * at.q2 / (at.k_dot_q * at.k_dot_q));
    double const side = -at.rho * lepton.current.transverse_momentum();
    double const sign = side < 0 ? -1 : 1;
    return {w.electric * (along * along * zz + at.rho * at.rho * yy) + magnetic,
            sign * 2 * w.electric * along * at.rho * xz, w.electric * at.rho * at.rho * (xx - yy),
            along * lepton.k_dot_p + at.energy / at.k_dot_q * lepton.q_dot_p, std::abs(side)};
  }

  void fill(azimuthal_energies const& one, double weight, std::vector<double>& bins) const {
    auto const first = std::upper_bound(edges_.begin(), edges_.end(), one.centre - one.width);
    double below = first == edges_.begin() ? 0.0 : one.below(*(first - 1));
    for (auto edge = first; edge != edges_.end(); ++edge) {
      double const up_to = one.below(*edge);
      if (edge != edges_.begin())
        bins[static_cast<std::size_t>(edge - edges_.begin()) - 1] += weight * (up_to - below);
      below = up_to;
      if (*edge > one.centre + one.width) break;
    }
  }

  w_production_structure leptons_;
  N target_;
  continuum_source source_;
  F flux_;
  std::vector<double> edges_;
  interval<double> energies_{1, 0};
};

} // namespace detail

/// Cross sections on one target with the lepton's energy between neighbours of `edges` [GeV], increasing: [fb], with
/// statistical errors. Together they are w_production_cross_section within those edges.
template <Constants C = pdg, Flux F, HadronicResponse<C> N>
  requires(FixedEnergy<F> || Spectrum<F>)
std::vector<inclusive_estimate> w_production_lepton_energies(w_production_channel const& process,
                                                             N const& target, F const& flux,
                                                             std::span<double const> edges,
                                                             lepton_energy_options const& options = {},
                                                             boson_masses const& bosons = {}) {
  constexpr std::size_t scrambles = 8;
  detail::lepton_energy_histogram<C, F, N> const histogram(process, target, flux, edges, bosons);
  std::size_t const count = edges.size() - 1;
  std::vector<double> sums(count), squares(count);
  for (std::size_t scramble = 0; scramble < scrambles; ++scramble) {
    scrambled_sobol<5> const sequence(options.seed, 0, scramble);
    std::vector<double> bins(count);
    block_coordinates<5> block;
    for (std::uint64_t first = 0; first < options.points; first += block_size) {
      detail::ask_to_go_on(options.go_on);
      sequence.fill(first, block);
      for (std::size_t i = 0; i < block_size; ++i)
        histogram.add({block[0][i], block[1][i], block[2][i], block[3][i], block[4][i]},
                      1 / static_cast<double>(options.points), bins);
    }
    for (std::size_t b = 0; b < count; ++b) {
      sums[b] += bins[b] / scrambles;
      squares[b] += bins[b] * bins[b] / scrambles;
    }
  }
  std::vector<inclusive_estimate> result(count);
  for (std::size_t b = 0; b < count; ++b) {
    result[b].value = sums[b];
    result[b].error = std::sqrt(std::max(squares[b] - sums[b] * sums[b], 0.0) / (scrambles - 1));
    result[b].evaluations = b == 0 ? scrambles * options.points : 0;
  }
  return result;
}

} // namespace trident
