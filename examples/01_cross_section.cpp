// SPDX-License-Identifier: BSL-1.0
// A cross section by Monte Carlo and by quadrature; the two agree within the error of the Monte Carlo.
#include <cmath>
#include <iostream>

#include <trident/trident.hpp>

using namespace trident;

int main() {
  constexpr auto process = numu_to_numu_mumu{};
  Trident sigma{process, argon40{}, monoenergetic{5.0 * GeV}, standard_model{}};
  auto const estimate = integrate(sigma, {.relative_error = 1e-3, .seed = 1});
  auto const exact = inclusive_cross_section(sigma);
  std::cout << process.text() << " on argon at 5 GeV\n"
            << "Monte Carlo  " << estimate << "\nquadrature   " << exact << '\n';
  return std::abs(estimate.value - exact.value) < 5 * estimate.error ? 0 : 1;
}
