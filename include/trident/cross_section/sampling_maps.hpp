// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include <trident/cross_section/product.hpp>
#include <trident/kinematics/continuum_q2_map.hpp>
#include <trident/kinematics/energy_transfer_map.hpp>
#include <trident/kinematics/k_dot_q_map.hpp>
#include <trident/kinematics/limits.hpp>
#include <trident/kinematics/pair_map.hpp>
#include <trident/kinematics/q2_map.hpp>
#include <trident/physics/concepts.hpp>

// What the Monte Carlo draws Q2 and nu with, made of a response.

namespace trident::detail {

/// Where a continuum lies, from its lowest energy transfer.
template <class N, class C>
constexpr auto limits_of(N const& target, C constants) {
  if constexpr (kind_of<N> == response_kind::continuum) {
    auto const line = target.lowest_energy_transfer(constants);
    return continuum_limits{line.offset, line.mass};
  } else {
    return elastic_limits{target.mass(constants)};
  }
}

/// Of a continuum without a draw() of its own the library makes tables.
template <class N, class C>
inline constexpr bool needs_energy_transfer_map = false;
template <class N, class C>
  requires(kind_of<N> == response_kind::continuum && HasEnergyPanels<N, C> && !DrawsEnergyTransfer<N, C>)
inline constexpr bool needs_energy_transfer_map<N, C> = true;

template <class N, class C>
using energy_transfer_of =
    std::conditional_t<needs_energy_transfer_map<N, C>, energy_transfer_map, own_energy_transfer>;
template <class N, class C>
using q2_map_of = std::conditional_t<needs_energy_transfer_map<N, C>, continuum_q2_map, q2_map>;
/// Over a spectrum k.q has a table too; at one energy the Monte Carlo learns its density by itself.
template <class N, class C, class Initial>
using k_dot_q_of =
    std::conditional_t<needs_energy_transfer_map<N, C> && Initial::dimension != 0, k_dot_q_map, flat_k_dot_q>;

/// What the leptons are drawn with: what the current says, or a pair_map.
template <class Current>
constexpr auto lepton_map_of(Current const& current) {
  if constexpr (requires { current.lepton_map(); })
    return current.lepton_map();
  else
    return pair_map(current.masses(), current.transfer_scale());
}

/// s from which on its squared amplitude no longer grows as for contact interactions [GeV^2].
template <class Current>
double largest_scale_of(Current const& current) {
  if constexpr (requires { current.bosons(); })
    return current.bosons().w * current.bosons().w;
  else
    return std::numeric_limits<double>::infinity();
}

/// Q2 from `lowest` to `highest` [GeV^2] where neutrinos have up to `energy` [GeV] and the pair a threshold.
struct sampling_range {
  double energy, threshold_squared;
  double lowest, highest;
};

template <class N, class C>
energy_transfer_of<N, C> make_energy_transfer(N const& target, sampling_range const& range, C constants) {
  if constexpr (needs_energy_transfer_map<N, C>) {
    auto const line = target.lowest_energy_transfer(constants);
    double const mass = std::isinf(line.mass) ? target.mass(constants) : line.mass;
    return energy_transfer_map(
        range.lowest / 2, range.highest, range.energy, mass,
        [&](double q2) { return target.panels(q2, std::numeric_limits<double>::infinity(), constants); },
        [&](double nu, double q2) { return target.structure(nu, q2, constants); });
  } else {
    return {};
  }
}

/// What Q2 is drawn by, up to 1/Q2.
template <class N, class C>
double q2_weight(N const& target, double q2, sampling_range const& range, C constants) {
  if constexpr (kind_of<N> == response_kind::continuum) {
    double const x = (q2 + range.threshold_squared) / (2 * range.energy); // smallest k.q/E
    auto const all = target.moments(q2, largest_energy_transfer(q2, x), constants);
    return all.w2 + all.w1;
  } else {
    auto const w = target.structure(q2, constants);
    return w.electric + w.magnetic;
  }
}

template <class N, class C, class Limits>
q2_map_of<N, C> make_q2_map(N const& target, sampling_range const& range, Limits const& limits,
                            energy_transfer_of<N, C> const& transfer, C constants) {
  if constexpr (needs_energy_transfer_map<N, C>)
    return continuum_q2_map(
        limits, range.lowest, range.highest, [&](double q2, double x) { return transfer.integral(q2, x); },
        [&](double x, double low, double high) { return transfer.first_q2(x, low, high); });
  else
    return q2_map(range.lowest / 2, range.highest,
                  [&](double q2) { return q2_weight(target, q2, range, constants); });
}

/// What leptons do to the density of k.q at Q2, roughly: like the cross section of a photon times the square of its energy,
/// s^2 ln s, from `largest_scale` [GeV^2] on s ln s, and the phase space of the pair and a neutrino at threshold.
inline double lepton_weight(double s, double threshold_squared, double largest_scale) {
  double const room = 1 - threshold_squared / s;
  // [PHYS:phase_space.lepton_weight]
  return room > 0
             ? s * s * std::pow(room, 3.5) * (1 + std::log(s / threshold_squared)) / (1 + s / largest_scale)
             : 0;
}

template <class N, class C, class Initial, class Limits>
k_dot_q_of<N, C, Initial> make_k_dot_q(sampling_range const& range, Limits const& limits,
                                       q2_map_of<N, C> const& q2, double lowest_energy,
                                       double largest_scale) {
  if constexpr (std::is_same_v<k_dot_q_of<N, C, Initial>, k_dot_q_map>) {
    double const threshold = range.threshold_squared;
    return k_dot_q_map(
        lowest_energy, range.energy,
        [&](double energy) { return limits.k_dot_q(energy, threshold, q2.highest_lower_limit()); },
        [&](double k_dot_q, double energy) {
          double const low = limits.lowest_q2(energy, k_dot_q).value, high = 2 * k_dot_q - threshold;
          double sum = 0, before = 0;
          constexpr int steps = 6;
          for (int i = 1; i <= steps; ++i) {
            double const q2_here = low * std::pow(high / low, static_cast<double>(i) / steps);
            double const middle = low * std::pow(high / low, (i - 0.5) / steps);
            double const below = q2.integral(q2_here, low);
            sum += (below - before) * lepton_weight(2 * k_dot_q - middle, threshold, largest_scale);
            before = below;
          }
          return sum * k_dot_q;
        });
  } else {
    return {};
  }
}

} // namespace trident::detail
