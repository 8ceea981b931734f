// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string_view>

#include <trident/physics/regime.hpp>

namespace trident {

/// Theory errors of an event rate by their causes, in events; independent of one another.
struct error_budget {
  static constexpr std::array<std::string_view, 4> names = {"higher-order QED", "form factor",
                                                            "higher-order weak", "nuclear model"};
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

/// Errors of `events` on a target of charge Z [arXiv:1902.06765]: higher-order QED Z alpha/(4 pi) + 2 %, form factor 1 %
/// coherent and 3 % on nucleons, higher-order weak 5 %, nuclear model 30 % where the nucleon is bound.
inline error_budget theory_errors(double events, scattering_regime kind, int charge, double fine_structure) {
  bool const coherent = kind == scattering_regime::coherent;
  // [PHYS:rates.error_budget]
  double const qed = charge * fine_structure / (4 * std::numbers::pi) + 0.02;
  double const nuclear = kind == scattering_regime::quasi_elastic ? 0.30 : 0;
  return {{events * qed, events * (coherent ? 0.01 : 0.03), events * 0.05, events * nuclear}};
}

} // namespace trident
