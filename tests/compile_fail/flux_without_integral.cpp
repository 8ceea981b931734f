// SPDX-License-Identifier: BSL-1.0
// expect: the third part must be a flux
#include <array>
#include <span>

#include <trident/trident.hpp>

using namespace trident;

struct spectrum {
  static constexpr std::array<double, 2> limits = {1, 10};
  static std::span<double const> edges() { return limits; }
  static double density(double) { return 1; }
#ifdef TRIDENT_CONTROL
  static double integral() { return 9; }
#endif
};

int main() {
  return static_cast<int>(Trident<numu_to_numu_mumu, proton, spectrum, standard_model>::dimension);
}
