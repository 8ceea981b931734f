// SPDX-License-Identifier: BSL-1.0
#include <cstdio>

#include <trident/trident.hpp>

int main() {
  using namespace trident;
  Trident sigma{numu_to_numu_mumu{}, argon40{}, monoenergetic{5.0 * GeV}, standard_model{}};
  auto const estimate = integrate(sigma, {.relative_error = 2e-2, .seed = 1});
  std::printf("%g +- %g fb\n", estimate.value, estimate.error);
  return estimate.value > 0 ? 0 : 1;
}
