// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <trident/numerics/lanes.hpp>
#include <trident/target/energy_panel.hpp>
#include <trident/target/off_shell_nucleon.hpp>

namespace trident::detail {

/// Where a Fermi gas takes up energy at given Q2 [GeV]: from `low` to `high`, and Pauli blocking matters below `blocked`,
/// which is `low` where nothing is blocked.
template <class Real>
struct fermi_edges {
  Real low, blocked, high;
};

/// Nucleons of momenta up to a Fermi momentum, whose states are all occupied.
struct fermi_sphere {
  double momentum; ///< k_F [GeV]
  double energy;   ///< sqrt(k_F^2 + M^2) [GeV]

  fermi_sphere(double fermi_momentum, double mass)
      : momentum(fermi_momentum), energy(std::sqrt(fermi_momentum * fermi_momentum + mass * mass)) {}

  /// Range of the energy of a struck nucleon: those of less gain too little for the mass shell, or end inside of the
  /// sphere. Zero where the sphere takes up nothing.
  template <class Real>
  constexpr Real energy_range(nucleon_transfer<Real> const& q, Real lowest_energy) const {
    using std::max;
    using std::min;
    // [PHYS:fermi_gas.lowest_energy]
    Real const range = min(Real(energy) - lowest_energy, q.gained);
    return max(range, Real(0));
  }

  /// Number and transverse momenta of the struck nucleons: 3 M^2/(2 k_F^3 |q|) times integrals over their energy of
  /// polynomials.
  template <class Real>
  struck_motion<Real> motion(nucleon_transfer<Real> const& q, double mass) const {
    Real const middle = q.lowest_middle_energy(mass), lowest = middle - Real(0.5) * q.gained;
    Real const range = energy_range(q, lowest);
    Real const mean = Real(energy) - Real(0.5) * range - lowest; // above the lowest
    // [PHYS:fermi_gas.motion]
    Real const number = Real(1.5 * mass * mass / (momentum * momentum * momentum)) * range / q.momentum;
    Real const transverse = mean * mean + range * range * Real(1.0 / 12) + 2 * middle * mean;
    return {number, number * transverse * q.off_shell_q2 / (q.momentum_squared * Real(mass * mass))};
  }

  /// The ends in closed form.
  template <class Real>
  constexpr fermi_edges<Real> edges(Real q2, double removal_energy) const {
    using std::max;
    using std::min;
    using std::sqrt;
    double const top = energy, k = momentum, eps = removal_energy;
    // [PHYS:fermi_gas.support]
    double const a = 2 * (top - eps), square = a * a - 4 * k * k;
    Real const b = q2 + Real(eps * (2 * top - eps));
    Real const root = Real(2 * k) * sqrt(b * b + Real(square) * q2);
    Real const high = (Real(a) * b + root) * Real(1 / square);
    Real const low = (b * b - Real(4 * k * k) * q2) / (Real(a) * b + root);
    // [PHYS:fermi_gas.blocked]
    double const c = 2 * (top + eps), blocked_square = c * c - 4 * k * k;
    Real const d = q2 - Real(eps * (2 * top + eps));
    Real const blocked_root = Real(2 * k) * sqrt(d * d + Real(blocked_square) * q2);
    Real const blocked = (blocked_root - Real(c) * d) * Real(1 / blocked_square);
    Real const begin = max(low, Real(eps));
    auto const is_blocked = q2 < Real(4 * k * k - eps * eps); // a sphere overlaps with itself shifted by q
    return {begin, select(is_blocked, min(max(blocked, begin), high), begin), high};
  }
};

/// Panels between increasing edges, up to `largest` [GeV]; none where all lie above.
inline std::vector<energy_panel> even_panels(std::vector<double> const& edges, double largest) {
  std::vector<energy_panel> panels;
  for (std::size_t i = 0; i + 1 < edges.size() && edges[i] < largest; ++i)
    panels.push_back({edges[i], std::min(edges[i + 1], largest)});
  return panels;
}

} // namespace trident::detail
