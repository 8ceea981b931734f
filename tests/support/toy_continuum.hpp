// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include <trident/physics/particle.hpp>
#include <trident/target/energy_panel.hpp>
#include <trident/target/nucleon.hpp>

/// A free proton that takes up more energy than an elastic one by an amount with the density exp(-x/width)/width: a
/// continuum response in one header. As the width vanishes it is the elastic proton.
struct toy_continuum {
  static constexpr auto kind = trident::response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr auto regime = trident::scattering_regime::inelastic;
  double width; ///< [GeV]

  template <class C>
  static double mass(C) {
    return C::proton_mass;
  }

  template <class C>
  trident::hadron_structure<double> structure(double nu, double q2, C constants) const {
    double const x = nu - q2 / (2 * mass(constants));
    if (!(x >= 0)) return {0, 0};
    auto const w = trident::free_proton<>::structure(q2, constants);
    double const density = std::exp(-x / width) / width;
    return {w.electric * density, w.magnetic * density};
  }

  template <class C>
  static trident::energy_transfer_line lowest_energy_transfer(C constants) {
    return {0, mass(constants)};
  }

  /// x = -width ln(1 - u p) with p the probability below `largest`: flat in u.
  template <class C>
  trident::energy_transfer_draw<double> draw(double u, double q2, double largest, C constants) const {
    double const lowest = q2 / (2 * mass(constants)), room = largest - lowest;
    if (!(room > 0)) return {lowest, 0};
    double const part = -std::expm1(-room / width), x = -width * std::log1p(-u * part);
    return {lowest + x, part * width / (1 - u * part)};
  }

  template <class C>
  trident::response_moments moments(double q2, double nu, C constants) const {
    double const room = nu - q2 / (2 * mass(constants));
    if (!(room > 0)) return {};
    auto const w = trident::free_proton<>::structure(q2, constants);
    // of exp(-x/width)/width times (room - x)^n, n = 0, 1, 2
    double const zeroth = -std::expm1(-room / width), first = room - width * zeroth;
    double const second = room * room - 2 * width * first;
    return {w.electric * zeroth, w.electric * first, w.electric * second, w.magnetic * zeroth};
  }

  static double maximum_q2() { return 100; } ///< [GeV^2]
  static std::string_view name() { return "toy"; }
  static int pdg_code() { return 2212; }

  /// One system of hadrons with all the momentum; code 91 is a cluster.
  static std::array<trident::particle, 1> products(trident::hadronic_vertex const& vertex) {
    auto const& p = vertex.momentum;
    return {trident::particle{91, std::sqrt(dot(p, p)), p}};
  }
};

/// The same without a draw() of its own: it says where it is smooth.
struct toy_with_panels {
  static constexpr auto kind = trident::response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr auto regime = trident::scattering_regime::inelastic;
  double width; ///< [GeV]

  template <class C>
  static double mass(C) {
    return C::proton_mass;
  }

  template <class C>
  trident::hadron_structure<double> structure(double nu, double q2, C constants) const {
    return toy_continuum{width}.structure(nu, q2, constants);
  }

  template <class C>
  static trident::energy_transfer_line lowest_energy_transfer(C constants) {
    return {0, mass(constants)};
  }

  template <class C>
  std::vector<trident::energy_panel> panels(double q2, double largest, C constants) const {
    double const low = q2 / (2 * mass(constants));
    std::vector<trident::energy_panel> all{
        {low, low + width},
        {low + width, low + 5 * width},
        {low + 5 * width, std::numeric_limits<double>::infinity(), trident::panel_shape::logarithmic, low}};
    while (!all.empty() && !(all.back().low < largest)) all.pop_back();
    if (!all.empty()) all.back() = all.back().below(largest);
    return all;
  }

  template <class C>
  trident::response_moments moments(double q2, double nu, C constants) const {
    return toy_continuum{width}.moments(q2, nu, constants);
  }

  static double maximum_q2() { return toy_continuum::maximum_q2(); } ///< [GeV^2]
  static std::string_view name() { return "toy"; }
  static int pdg_code() { return 2212; }
};
