// SPDX-License-Identifier: BSL-1.0
// A spectrum of your own: any type with edges(), density(E) and integral(); here a power law.
#include <array>
#include <cmath>
#include <iostream>
#include <span>

#include <trident/trident.hpp>

using namespace trident;

/// dN/dE ~ E^-2 between 1 and 100 GeV.
struct power_law {
  static constexpr std::array<double, 3> limits = {1.0, 10.0, 100.0};
  std::span<double const> edges() const { return limits; } // the density is smooth between neighbours
  double density(double energy) const { return energy < 1 || energy > 100 ? 0 : 1 / (energy * energy); }
  double integral() const { return 1 - 1 / 100.0; }
};
static_assert(Spectrum<power_law>);

int main() {
  Trident const sigma{numu_to_nue_emu{}, iron56{}, power_law{}, standard_model{}};
  auto const estimate = integrate(sigma, {.relative_error = 2e-3, .seed = 1});
  auto const exact = inclusive_cross_section(sigma);
  std::cout << "per neutrino of the power law\nMonte Carlo  " << estimate << "\nquadrature   " << exact
            << '\n';
  return std::abs(estimate.value - exact.value) < 5 * estimate.error ? 0 : 1;
}
