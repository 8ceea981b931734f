// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string_view>

#include <trident/physics/boson_masses.hpp>
#include <trident/physics/constants.hpp>
#include <trident/physics/regime.hpp>

namespace trident {

/// Theory errors of an event rate by their causes, in events; independent of one another.
struct error_budget {
  static constexpr std::array<std::string_view, 8> names = {
      "higher-order QED",    "form factor",         "higher-order weak",      "nuclear model",
      "structure functions", "vacuum polarisation", "electroweak logarithms", "weak exchange"};
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

/// Relative error of the nuclear model of a nucleon where no band is known.
constexpr double usual_nuclear_error(scattering_regime kind, bool is_hydrogen) {
  if (is_hydrogen) return 0;
  return kind == scattering_regime::inelastic ? inelastic_nuclear_error : unknown_nuclear_error;
}

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

/// Corrections that are known and may not be in a cross section.
struct missing_corrections {
  bool vacuum_polarisation = true; ///< of the exchanged photon
  double neutrino_energy = 0;      ///< of most events [GeV]
  bool real_w = false;             ///< W bosons are made, which inelastic photons of Q2 up to M_W^2 do
};

/// By how much vacuum polarisation of the exchanged photon raises a cross section, which has a typical Q2 in each regime: muon
/// pairs between 5 GeV and 1 TeV, and W bosons, which inelastic nucleons make at larger Q2.
constexpr double vacuum_polarisation_size(scattering_regime kind, bool real_w) {
  using enum scattering_regime;
  // [PHYS:rates.vacuum_polarisation]
  return kind == coherent ? 0.013 : kind != inelastic ? 0.022 : real_w ? 0.055 : 0.035;
}

/// Order of magnitude of electroweak double logarithms, above 1e7 GeV: (alpha/(pi sin^2 theta_W)) ln^2(s/M_W^2), a third of it at
/// the largest s, as s is even in the logarithm up to 2 E x 0.1 GeV.
inline double electroweak_logarithms(double neutrino_energy) {
  constexpr double from = 1e7, momentum = 0.1; // [GeV]
  if (!(neutrino_energy > from)) return 0;
  double const w = boson_masses{}.w, logarithm = std::log(2 * neutrino_energy * momentum / (w * w));
  // [PHYS:rates.logarithms]
  return pdg::fine_structure / (std::numbers::pi * pdg::sin2_theta_w) * logarithm * logarithm / 3;
}

/// Errors of `events` on a target of charge Z [arXiv:1902.06765]: higher-order QED Z alpha/(4 pi) + 2 %, form factor 1 %
/// coherent and 3 % on nucleons, higher-order weak 5 %; structure functions 8 % of inelastic ones. `nuclear_error` is the
/// relative one of the nuclear model, of bound nucleons alone. What is `missing` is an error of its size.
inline error_budget theory_errors(double events, scattering_regime kind, int charge, double fine_structure,
                                  double nuclear_error, missing_corrections const& missing = {}) {
  using enum scattering_regime;
  // [PHYS:rates.error_budget]
  double const qed = charge * fine_structure / (4 * std::numbers::pi) + 0.02;
  double const form = kind == coherent ? 0.01 : kind == inelastic ? 0 : 0.03;
  double const nuclear = kind == quasi_elastic || kind == inelastic ? nuclear_error : 0;
  double const structure = kind == inelastic ? 0.08 : 0;
  double const vacuum = missing.vacuum_polarisation ? vacuum_polarisation_size(kind, missing.real_w) : 0;
  double const logarithms = electroweak_logarithms(missing.neutrino_energy);
  double const exchange = missing.real_w && kind == inelastic ? 0.075 : 0; // 5 to 10 %
  return {{events * qed, events * form, events * 0.05, events * nuclear, events * structure, events * vacuum,
           events * logarithms, events * exchange}};
}

} // namespace trident
