// SPDX-License-Identifier: BSL-1.0
// A limit: which couplings of a Z' of L_mu - L_tau CCFR excludes, with the exact propagator and the true spectrum.
#include <cmath>
#include <iostream>

#include <trident/fluxes.hpp>
#include <trident/limits/excluded_couplings.hpp>
#include <trident/trident.hpp>

using namespace trident;

int main() {
  ratio_measurement const ccfr{.ratio = 0.82, .error_up = 0.28, .error_down = 0.28}; // PRL 66 (1991) 3117
  auto const allowed = allowed_ratios(ccfr, 0.95);
  std::cout << "sigma/sigma_SM up to " << allowed.high << " is allowed at 95 % C.L.\n";
  double mass_over_coupling = 0;
  for (double const mass : {1e-3, 1e-2, 0.1, 1.0, 10.0, 100.0}) {
    Trident const sigma{numu_to_numu_mumu{}, iron56{}, ccfr_numu{},
                        mu_minus_tau({.coupling = 1, .mass = mass})};
    auto const ratio =
        inclusive_ratio_polynomial(sigma, {.relative_error = 1e-4}); // in g'^2, for all couplings
    double const limit = excluded_couplings(ratio, allowed).front().low;
    mass_over_coupling = mass / limit;
    std::cout << "  M = " << mass << " GeV: g' > " << limit << " is excluded\n";
  }
  std::cout << "heavy Z': M/g' > " << mass_over_coupling << " GeV\n"; // 538 GeV in arXiv:1902.06765
  return std::abs(mass_over_coupling - 538) < 5 ? 0 : 1;
}
