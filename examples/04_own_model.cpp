// SPDX-License-Identifier: BSL-1.0
// A model of your own: couplings (g_V, g_A) as a function of channel and T; here a Z' beside a scan over its coupling.
#include <cmath>
#include <iostream>
#include <limits>

#include <trident/trident.hpp>

using namespace trident;

/// The Standard Model with g_V scaled by a form factor in T of scale `lambda` [GeV].
struct damped_vector {
  double lambda;

  template <Process P, Constants C, class Real>
  vector_axial<Real> couplings(P const& process, C constants, Real transfer) const {
    auto g = standard_model{}.couplings(process, constants, transfer);
    g.vector = g.vector / (1 + transfer / (lambda * lambda));
    return g;
  }
  double mediator_mass_squared() const { return lambda * lambda; } // where the couplings vary fastest [GeV^2]
};

int main() {
  monoenergetic const beam{20.0 * GeV};
  auto const cross_section = [&](auto const& model) {
    return inclusive_cross_section(Trident{numu_to_numu_mumu{}, argon40{}, beam, model}).value;
  };
  double const standard = cross_section(standard_model{});
  std::cout << "sigma / sigma_SM\n";
  for (double const lambda : {0.1, 1.0, 1000.0})
    std::cout << "  damped vector, lambda = " << lambda
              << " GeV: " << cross_section(damped_vector{lambda}) / standard << '\n';
  for (double const coupling : {1e-4, 1e-3, 1e-2})
    std::cout << "  L_mu - L_tau, M = 0.1 GeV, g' = " << coupling << ": "
              << cross_section(mu_minus_tau({.coupling = coupling, .mass = 0.1})) / standard << '\n';
  return std::abs(cross_section(damped_vector{1e6}) / standard - 1) < 1e-4 ? 0 : 1;
}
