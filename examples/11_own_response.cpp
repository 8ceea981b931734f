// SPDX-License-Identifier: BSL-1.0
// A hadronic response of your own: a target that takes up any energy above a threshold. Here a free proton that becomes a
// Delta(1232) by a toy form factor: W2 and W1 as functions of nu and Q2, their integrals, and how nu is drawn.
#include <cmath>
#include <iostream>

#include <trident/trident.hpp>

using namespace trident;

/// A narrow line at M_X = 1.232 GeV, spread evenly over M_X^2 +- 0.1 GeV^2; W2 = 2 g(Q2)^2 tau/(1 + tau), W1 = W2 (1 + tau)/2.
struct toy_delta {
  static constexpr auto kind = response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr auto regime = scattering_regime::inelastic;
  static constexpr double lower = 1.232 * 1.232 - 0.1, upper = lower + 0.2; // M_X^2 [GeV^2]

  static double mass(pdg = {}) { return pdg::proton_mass; }
  static double nu_at(double mass_squared, double q2) { // M_X^2 = M^2 + 2 M nu - Q2
    return (mass_squared - mass() * mass() + q2) / (2 * mass());
  }
  static hadron_structure<double> strength(double q2) { // integrals of W2 and W1 over nu
    double const g = std::pow(1 + q2 / 0.71, -2), tau = q2 / (4 * mass() * mass()),
                 w2 = 2 * g * g * tau / (1 + tau);
    return {w2, w2 * (1 + tau) / 2};
  }
  hadron_structure<double> structure(double nu, double q2, pdg) const { // [1/GeV]
    double const low = nu_at(lower, q2), width = nu_at(upper, q2) - low;
    if (nu < low || nu > low + width) return {0, 0};
    return {strength(q2).electric / width, strength(q2).magnetic / width};
  }
  energy_transfer_line lowest_energy_transfer(pdg) const { return {nu_at(lower, 0), mass()}; }
  energy_transfer_draw<double> draw(double u, double q2, double largest, pdg) const { // evenly
    double const low = nu_at(lower, q2), high = std::fmin(nu_at(upper, q2), largest);
    return {low + u * (high - low), std::fmax(high - low, 0)};
  }
  response_moments moments(double q2, double nu, pdg) const { // of W2 (nu - nu')^n, and of W1
    double const low = nu_at(lower, q2), width = nu_at(upper, q2) - low;
    double const a = std::fmax(nu - low, 0), b = std::fmax(nu - low - width, 0);
    double const w2 = strength(q2).electric / width, w1 = strength(q2).magnetic / width;
    return {w2 * (a - b), w2 * (a * a - b * b) / 2, w2 * (a * a * a - b * b * b) / 3, w1 * (a - b)};
  }
  static double maximum_q2() { return 20; } ///< [GeV^2]
  static std::string_view name() { return "p -> Delta"; }
  static int pdg_code() { return 2212; }
};

int main() {
  Trident const sigma{numu_to_numu_mumu{}, toy_delta{}, monoenergetic{20.0 * GeV}, standard_model{}};
  auto const exact = inclusive_cross_section(sigma, {.relative_error = 1e-4});
  auto const estimate = integrate(sigma, {.relative_error = 3e-3, .seed = 1});
  std::cout << "quadrature   " << exact << "\nMonte Carlo  " << estimate << '\n';
  return exact.value > 0 && std::abs(estimate.value - exact.value) < 5 * estimate.error ? 0 : 1;
}
