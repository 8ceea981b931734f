// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string_view>

#include <trident/physics/regime.hpp>

namespace trident {

/// Theory errors of an event rate by their causes, in events; independent of one another.
struct error_budget {
  static constexpr std::array<std::string_view, 5> names = {
      "higher-order QED", "form factor", "higher-order weak", "nuclear model", "structure functions"};
  std::array<double, names.size()> components{};

  /// Quadratic sum.
  double total() const {
    double sum = 0;
    // [PHYS:rates.error_sum]
    for (double const one : components) sum += one * one;
    return std::sqrt(sum);
  }

  /// What targets have in common adds up linearly, cause by cause.
  friend error_budget operator+(error_budget a, error_budget const& b) {
    for (std::size_t i = 0; i < a.components.size(); ++i) a.components[i] += b.components[i];
    return a;
  }
};

/// Of the cross section on a bound nucleon where no band of its model is known [arXiv:1902.06765].
inline constexpr double unknown_nuclear_error = 0.30;

/// Of inelastic nucleons in a nucleus, which stands for shadowing, the EMC effect and Fermi motion.
inline constexpr double inelastic_nuclear_error = 0.10;

/// Between closure and half-way to one Fermi gas: where the cross section in a local Fermi gas is thought to lie. Near the
/// threshold of heavy pairs closure is the lower end: nucleons that move towards the neutrino make them at less energy.
struct nuclear_band {
  double low = 0, high = 0;

  static constexpr nuclear_band between(double local, double closure, double fermi_gas) {
    // [PHYS:rates.nuclear_band]
    auto const [low, high] = std::minmax({local, closure, (local + fermi_gas) / 2});
    return {low, high};
  }

  constexpr double half_width() const { return (high - low) / 2; }
};

/// Errors of `events` on a target of charge Z [arXiv:1902.06765]: higher-order QED Z alpha/(4 pi) + 2 %, form factor 1 %
/// coherent and 3 % on nucleons, higher-order weak 5 %; structure functions 8 % of inelastic ones. `nuclear_error` is the
/// relative one of the nuclear model, of bound nucleons alone.
inline error_budget theory_errors(double events, scattering_regime kind, int charge, double fine_structure,
                                  double nuclear_error) {
  using enum scattering_regime;
  // [PHYS:rates.error_budget]
  double const qed = charge * fine_structure / (4 * std::numbers::pi) + 0.02;
  double const form = kind == coherent ? 0.01 : kind == inelastic ? 0 : 0.03;
  double const nuclear = kind == quasi_elastic || kind == inelastic ? nuclear_error : 0;
  double const structure = kind == inelastic ? 0.08 : 0;
  return {{events * qed, events * form, events * 0.05, events * nuclear, events * structure}};
}

} // namespace trident
