// SPDX-License-Identifier: BSL-1.0
// What calls of the library give, in hexadecimal floating point: golden.py compares the bits before and after a change.
#include <cstdio>
#include <string>

#include <trident/fluxes.hpp>
#include <trident/quasi_random.hpp>
#include <trident/simd.hpp>
#include <trident/trident.hpp>

using namespace trident;

namespace {

void print(std::string const& what, double value, double error, unsigned long long evaluations) {
  std::printf("%s %a %a %llu\n", what.c_str(), value, error, evaluations);
}

template <class S>
void print_points(std::string const& what, S const& sigma) {
  // a lattice that no coordinate's structure can meet
  constexpr double steps[] = {0.754877666, 0.569840296, 0.430159709, 0.324717957,
                              0.245122333, 0.185037371, 0.13968,     0.10544};
  for (int i = 1; i <= 20; ++i) {
    typename S::point_type u{};
    for (std::size_t axis = 0; axis < u.size(); ++axis) {
      double const along = i * steps[axis];
      u[axis] = along - static_cast<double>(static_cast<int>(along));
    }
    std::printf("%s point %d %a\n", what.c_str(), i, sigma(u));
  }
}

/// Monte Carlo, quasi-random points and quadrature of one combination, in numbers and in packs.
template <class S>
void print_all(std::string const& what, S const& sigma) {
  print_points(what, sigma);
  for (unsigned const threads : {1u, 2u}) {
    vegas_options const options{.relative_error = 1e-2, .seed = 7, .threads = threads};
    auto const vegas = integrate(sigma, options), packed = integrate(vectorised{sigma}, options);
    print(what + " vegas", vegas.value, vegas.error, vegas.evaluations);
    print(what + " vegas of packs", packed.value, packed.error, packed.evaluations);
    auto const quasi = integrate_quasi_random(vectorised{sigma}, options);
    print(what + " quasi-random", quasi.value, quasi.error, quasi.evaluations);
  }
  auto const exact = inclusive_cross_section(sigma), packed = inclusive_cross_section<pack>(sigma);
  print(what + " quadrature", exact.value, exact.error, exact.evaluations);
  print(what + " quadrature of packs", packed.value, packed.error, packed.evaluations);
}

} // namespace

int main() {
  monoenergetic const beam{5.0 * GeV};
  print_all("argon", Trident{numu_to_numu_mumu{}, argon40{}, beam, standard_model{}});
  print_all("argon, spectrum", Trident{numu_to_nue_emu{}, argon40{}, dune_tdr_numu{}, standard_model{}});
  print_all("proton",
            Trident{antinumu_to_antinumu_ee{}, proton{}, beam, four_fermion({.g_v = 0.5, .g_a = -1})});
  print_all("neutron",
            Trident{numu_to_numu_mumu{}, neutron{}, beam, mu_minus_tau({.coupling = 1e-3, .mass = 0.05})});
  print_all("free proton", Trident{numu_to_nutau_taumu{}, free_proton<>{}, monoenergetic{60.0},
                                   standard_model{}, teg2019{}});
  regimes<argon40, regime_choice{true, true, false}, by_closure<>> const version_0_1; // its only sum
  Trident const sum{numu_to_numu_ee{}, version_0_1, beam, standard_model{}};
  auto const vegas = integrate(sum, {.relative_error = 1e-2, .seed = 3});
  auto const exact = inclusive_cross_section(sum);
  print("total", vegas.value, vegas.error, vegas.evaluations);
  print("total quadrature", exact.value, exact.error, exact.evaluations);
}
