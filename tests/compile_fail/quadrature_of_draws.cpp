// SPDX-License-Identifier: BSL-1.0
// expect: a quadrature needs a flux with energy\(\), or with edges
#include <array>

#include <trident/trident.hpp>

using namespace trident;

/// Says how neutrinos are drawn, and nothing else.
struct own_beam {
  static constexpr std::size_t dimension = 1;
  template <class Real>
  incoming_neutrino<Real> draw(std::array<Real, 1> const& u) const {
    return {Real(5) + u[0], Real(1)};
  }
  static double maximum_energy() { return 6; }
  static bool empty() { return false; }
};

int main() {
  Trident const sigma{numu_to_numu_mumu{}, proton{}, own_beam{}, standard_model{}};
#ifdef TRIDENT_CONTROL
  return integrate(sigma).value > 0 ? 0 : 1;
#else
  return inclusive_cross_section(sigma).value > 0 ? 0 : 1;
#endif
}
