// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/electroweak_structure.hpp>
#include <trident/quadrature/electroweak_surface.hpp>
#include <trident/quadrature/leptonic_part.hpp>

// Cross sections of the full electroweak amplitude without Monte Carlo: elastic and continuum responses alike, for
// neutrinos of one energy or a spectrum. Structure functions are interpolated where they are asked for, the more coarsely
// the less a range of s contributes.

namespace trident {

namespace detail {

/// An energy and the share of the neutrinos around it.
struct energy_and_share {
  double energy, share;
};

/// A few energies that stand for a spectrum, the highest first.
template <class F>
std::vector<energy_and_share> typical_energies(F const& flux) {
  if constexpr (FixedEnergy<F>) {
    return {{flux.energy(), 1}};
  } else {
    auto const edges = flux.edges();
    double const high = edges.back(), low = std::max(edges.front(), 1e-4 * high);
    constexpr int count = 24;
    std::vector<energy_and_share> result;
    for (int i = 0; i < count; ++i) {
      double const energy = high * std::pow(low / high, (i + 0.5) / count);
      double const share = flux.density(energy) * energy * std::log(high / low) / count / flux.integral();
      if (share > 0) result.push_back({energy, share});
    }
    return result;
  }
}

/// Where in s and Q2 the sum of several responses comes from, roughly: what electroweak_surface asks for.
class rough_contributions {
public:
  /// For s up to `largest_room`; `rough(room, q2)` gives the structure functions to a few percent.
  template <class Rough>
  rough_contributions(std::vector<energy_and_share> const& energies,
                      std::span<continuum_source const> sources, std::vector<double> const& weights,
                      electroweak_scaling const& scaling, double largest_room, Rough const& rough)
      : energies_(energies), threshold_(scaling.threshold()) {
    w_stretch const& stretch = scaling.stretch();
    double const length = stretch(largest_room), highest = energies.front().energy;
    constexpr std::size_t points = 64;
    for (std::size_t n = 0; n < points; ++n) {
      double const room = stretch.room_at((static_cast<double>(n) + 0.5) / points * length),
                   s = room + threshold_;
      auto const l = rough(room, std::max(1e-2, s * s / (4 * highest * highest)));
      rooms_.push_back({room, (l.transverse + l.scalar) / s / stretch.slope(room)});
    }
    for (std::size_t r = 0; r < sources.size(); ++r)
      if (double const weight = weights.empty() ? 1 : weights[r]; weight > 0) add(sources[r], weight);
    double sum = 0;
    for (auto const& one : all_) sum += one.share;
    for (auto& one : all_) one.share = sum > 0 ? one.share / sum : 1;
  }

  std::vector<electroweak_surface::contribution> const& operator()() const { return all_; }

private:
  void add(continuum_source const& source, double weight) {
    double const highest = energies_.front().energy;
    auto const range = continuum_integral::q2_range(source, highest, threshold_);
    if (!(range.low < range.high)) return;
    constexpr int steps = 40;
    double const step = std::log(range.high / range.low) / steps;
    for (int i = 0; i < steps; ++i) {
      double const q2 = range.low * std::exp((i + 0.5) * step);
      double const least = (q2 + threshold_) / (2 * highest);
      auto const response = source.at_q2(q2, largest_energy_transfer(q2, least), 0.1);
      for (auto const& [room, l] : rooms_) {
        double photons = 0;
        for (auto const& [energy, share] : energies_)
          if (double const x = (room + threshold_ + q2) / (2 * energy); x < source.largest_x(q2))
            photons += share * x / energy * continuum_integral::integrand(q2, x, {1, 0}, response.moments);
        if (photons > 0) all_.push_back({room, q2, weight * l * photons * step / q2});
      }
    }
  }

  struct leptons_at {
    double room, structure; ///< over s, in the variable of s
  };

  std::vector<energy_and_share> const& energies_;
  double threshold_;
  std::vector<leptons_at> rooms_;
  std::vector<electroweak_surface::contribution> all_;
};

/// Throws input_error where a light mediator interferes with real W bosons.
inline void require_s_within(double largest, double reached) {
  if (reached > largest)
    throw input_error(
        "a mediator lighter than the W in a channel with W exchange: by quadrature the full amplitude "
        "goes up to s = " +
        number_text(largest) + " GeV^2, and these neutrinos reach " + number_text(reached) +
        " GeV^2; take --method vegas or rqmc");
}

template <class Current>
electroweak_scaling electroweak_scaling_of(Current const& current) {
  auto const masses = current.made_with_w();
  if (current.has_w()) return {masses, current.transfer_scale(), current.bosons()};
  return {masses, current.transfer_scale()};
}

} // namespace detail

/// Cross sections [fb] of several responses in the channel and the flux of `sigma`, a leptonic_part whose model is a
/// full_electroweak. Each to options.relative_error, or, with `weights`, their weighted sum. With a `table` (of
/// electroweak_tables.hpp) structure functions are computed where it does not reach only, and its error counts. Where in s
/// and Q2 precision is needed is found from all sources, or from a few `typical` ones, with zeros for the others.
template <class Real = double, class S>
std::vector<inclusive_estimate>
electroweak_cross_sections(S const& sigma, std::span<continuum_source const> sources,
                           inclusive_options const& options = {}, std::vector<double> const& weights = {},
                           electroweak_table const* table = nullptr,
                           std::vector<double> const& typical = {}) {
  require_valid(options);
  using constants = typename S::constants_type;
  using current_type = typename S::current_type;
  auto const& current = sigma.current();
  auto const scaling = detail::electroweak_scaling_of(current);
  auto const domain = detail::domain_of(sources, detail::largest_energy(sigma.flux()), scaling.threshold());
  if (!(domain.maximum_s > 0)) {
    inclusive_estimate nothing;
    nothing.below_threshold = true;
    return std::vector<inclusive_estimate>(sources.size(), nothing);
  }
  detail::require_s_within(electroweak_structure<Real, current_type>(current, 1e-3).largest_s(),
                           domain.maximum_s);
  auto const evaluate = [&](double room, double q2, double tolerance) {
    detail::ask_to_go_on(options.go_on);
    return electroweak_structure<Real, current_type>(current, tolerance)(room, q2);
  };
  auto const energies = detail::typical_energies(sigma.flux());
  electroweak_surface const rough(scaling, evaluate, 0.1, {}, table);
  detail::rough_contributions const contributions(
      energies, sources, typical.empty() ? weights : typical, scaling, domain.maximum_s - scaling.threshold(),
      [&](double room, double q2) {
        return typical.empty() || table == nullptr ? evaluate(room, q2, 0.1) : rough(room, q2);
      });
  // an on-shell photon has its structure functions where the true one contributes nothing
  bool const on_shell = options.treatment == photon_treatment::epa_kinematic;
  electroweak_surface const surface(
      scaling, evaluate, options.relative_error / 3,
      on_shell ? std::vector<electroweak_surface::contribution>{} : contributions(), table);
  inclusive_options of_integral = options;
  of_integral.relative_error = options.relative_error / 3;
  if (table && options.relative_error > table->error) // what the table leaves
    of_integral.relative_error =
        std::min(of_integral.relative_error, 0.8 * (options.relative_error - table->error));
  auto result =
      detail::continuum_estimates<constants>(sigma.flux(), surface, 0, sources, of_integral, weights);
  for (auto& one : result) one.error += surface.relative_error() * one.value;
  result.front().evaluations += surface.evaluations();
  return result;
}

/// The same for one response of either kind.
template <class Real = double, Process P, class N, Flux F, class M, Constants C>
  requires(HadronicResponse<N, C> && (FixedEnergy<F> || Spectrum<F>))
inclusive_estimate inclusive_cross_section(Trident<P, N, F, full_electroweak<M>, C> const& sigma,
                                           inclusive_options const& options = {}) {
  leptonic_part const leptons(sigma.process(), sigma.flux(), sigma.model(), C{});
  continuum_source const source(sigma.target(), C{}, std::type_identity<Real>{});
  return electroweak_cross_sections<Real>(leptons, std::span(&source, 1), options).front();
}

} // namespace trident
