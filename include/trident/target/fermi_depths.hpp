// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <numbers>
#include <vector>

#include <trident/numerics/quintic_table.hpp>
#include <trident/target/form_factor/charge_density.hpp>
#include <trident/target/off_shell_nucleon.hpp>
#include <trident/target/struck_nucleon.hpp>

namespace trident::detail {

/// Averages over the nucleons of a nucleus, each in a Fermi gas of the density where it is, of d^n/k_F^3 with d the depth
/// of a kinetic energy below that of k_F, and zero where k_F lies below it: all that the response of a local Fermi gas
/// depends on. Tables in the square root of the kinetic energy; immutable, copies share them.
class fermi_depths {
public:
  /// `nucleons` of the kind in question with the shape of the density.
  fermi_depths(charge_density const& density, double nucleons, double mass, double hbar_c) : mass_(mass) {
    auto const shells = shells_of(density, nucleons, hbar_c);
    densest_ = std::sqrt(shells.back().energy * (shells.back().energy + 2 * mass));
    for (auto const& one : shells) { // the weight is a share over k_F^3
      double const square = one.energy * (one.energy + 2 * mass);
      mean_ += one.weight * square * square;
    }
    fill(shells);
  }

  double largest_momentum() const { return densest_; } ///< k_F where the density is largest [GeV]
  double mean_momentum() const { return mean_; }       ///< k_F averaged over nucleons [GeV]

  /// n = 1, 2, 3 at a root of a kinetic energy [GeV^(1/2)].
  template <class Real>
  Real first(Real root) const {
    return table(0)(root);
  }
  template <class Real>
  Real second(Real root) const {
    return table(1)(root);
  }
  template <class Real>
  Real third(Real root) const {
    return table(2)(root);
  }

  /// Number and transverse momenta of the struck nucleons: those above the lowest energy, less those that would end in an
  /// occupied state.
  template <class Real>
  struck_motion<Real> motion(nucleon_transfer<Real> const& q, double mass) const {
    using std::max;
    using std::sqrt;
    Real const middle = q.lowest_middle_energy(mass);
    Real const lowest = max(middle - Real(0.5) * q.gained - Real(mass), Real(0));
    Real const from = sqrt(lowest), to = sqrt(lowest + max(q.gained, Real(0)));
    // [PHYS:local_fermi_gas.motion]
    Real const number = first(from) - first(to);
    Real const transverse = Real(1.0 / 3) * (third(from) - third(to)) + middle * (second(from) - second(to));
    Real const scale = Real(1.5 * mass * mass) / q.momentum;
    return {scale * number, scale * transverse * q.off_shell_q2 / (q.momentum_squared * Real(mass * mass))};
  }

  /// The energy below which `share` of the nucleons lie that take part: the inverse of the number of motion().
  double struck_energy(struck_nucleons const& all, double share) const {
    double const gained = all.transfer.gained;
    auto const above = [&](double energy) {
      double const kinetic = std::max(0.0, energy - all.mass);
      return first(std::sqrt(kinetic)) - first(std::sqrt(kinetic + gained));
    };
    double const wanted = (1 - share) * above(all.lowest);
    double low = all.lowest, high = all.highest;
    double at_low = share * above(all.lowest), at_high = above(all.highest) - wanted;
    // false position, with half of the value at an end that stays (the Illinois rule): about eight steps
    int kept = 0; // the end that stayed: 1 the low one
    while (high - low > 1e-15 * high) {
      double const meeting = low + (high - low) * at_low / (at_low - at_high);
      double const middle = meeting > low && meeting < high ? meeting : (low + high) / 2;
      double const value = above(middle) - wanted;
      bool const is_near = std::min(middle - low, high - middle) < 1e-14 * high;
      if (middle <= low || middle >= high || value == 0) return middle;
      if (value > 0) {
        if (is_near && kept == -1) return middle;
        low = middle;
        at_low = value;
        at_high *= kept == -1 ? 0.5 : 1;
        kept = -1;
      } else {
        if (is_near && kept == 1) return middle;
        high = middle;
        at_high = value;
        at_low *= kept == 1 ? 0.5 : 1;
        kept = 1;
      }
    }
    return (low + high) / 2;
  }

private:
  static constexpr std::size_t cells = 512, fine = 16384;

  struct shell {
    double energy; ///< kinetic energy of k_F [GeV]
    double weight; ///< share of the nucleons over k_F^3 [1/GeV^3]
  };

  /// In the order of increasing energy; the rule is the midpoint one, whose ends do not count.
  std::vector<shell> shells_of(charge_density const& density, double nucleons, double hbar_c) const {
    double const step = density.end / fine;
    std::vector<std::array<double, 2>> rows;
    double sum = 0;
    for (std::size_t i = 0; i < fine; ++i) {
      double const r = (static_cast<double>(i) + 0.5) * step, rho = density(r);
      rows.push_back({r, rho});
      sum += r * r * rho;
    }
    std::vector<shell> shells;
    for (auto const& [r, rho] : rows) {
      if (!(rho > 0)) continue;
      double const number_density = nucleons * rho / (4 * std::numbers::pi * step * sum); // [1/fm^3]
      // [PHYS:local_fermi_gas.momentum]
      double const cube = 3 * std::numbers::pi * std::numbers::pi * number_density * hbar_c * hbar_c * hbar_c;
      double const square = std::cbrt(cube * cube); // k_F^2
      shells.push_back({square / (mass_ + std::sqrt(square + mass_ * mass_)), r * r * rho / (sum * cube)});
    }
    std::sort(shells.begin(), shells.end(), [](auto const& a, auto const& b) { return a.energy < b.energy; });
    return shells;
  }

  /// From the deepest down: sums over shells when the energy falls from one node to the next.
  void fill(std::vector<shell> const& shells) {
    double const root = std::sqrt(shells.back().energy);
    step_ = root / cells;
    std::array<std::vector<hermite_node>, 3> nodes;
    for (auto& one : nodes) one.resize(cells + 1);
    std::array<double, 4> sums{};
    std::vector<double> counts(cells + 1);
    double energy = shells.back().energy;
    auto next = shells.rbegin();
    for (std::size_t i = cells; i-- > 0;) {
      double const y = static_cast<double>(i) * step_, fall = energy - y * y;
      energy = y * y;
      sums = {sums[0], sums[1] + fall * sums[0], sums[2] + fall * (2 * sums[1] + fall * sums[0]),
              sums[3] + fall * (3 * sums[2] + fall * (3 * sums[1] + fall * sums[0]))};
      for (; next != shells.rend() && next->energy > energy; ++next) {
        double const depth = next->energy - energy;
        double power = next->weight;
        for (double& one : sums) {
          one += power;
          power *= depth;
        }
      }
      counts[i] = sums[0];
      // derivatives in y, of which the energy is the square
      for (std::size_t n = 1; n <= 3; ++n) {
        auto const order = static_cast<double>(n);
        double const below = n > 1 ? order * (order - 1) * sums[n - 2] * 4 * y * y : 0;
        nodes[n - 1][i] = {sums[n], -2 * y * order * sums[n - 1] * step_,
                           (below - 2 * order * sums[n - 1]) * step_ * step_};
      }
    }
    for (std::size_t i = 1; i + 1 <= cells; ++i) { // of the first sum the shells give no second derivative
      double const y = static_cast<double>(i) * step_;
      double const slope =
          (counts[i + 1] - counts[i - 1]) / (2 * step_); // d count/d y = -2 y shells per energy
      nodes[0][i].curvature += -2 * y * slope * step_ * step_;
    }
    auto all = std::make_shared<std::vector<quintic_table::coefficients>>();
    for (auto const& one : nodes)
      for (std::size_t i = 0; i < cells; ++i) all->push_back(quintic(one[i], one[i + 1]));
    tables_ = std::move(all);
  }

  quintic_table table(std::size_t which) const {
    return {tables_->data() + which * cells, static_cast<double>(cells), 1 / step_};
  }

  double mass_, densest_ = 0, mean_ = 0, step_ = 0;
  std::shared_ptr<std::vector<quintic_table::coefficients> const> tables_;
};

} // namespace trident::detail
