// SPDX-License-Identifier: BSL-1.0

// Tables of cross sections against the quadrature, and against published ratios.

#include "catch.hpp"

#include <cmath>

#include <trident/fluxes.hpp>
#include <trident/quadrature/data/sigma_argon40.hpp>
#include <trident/quadrature/data/sigma_iron56.hpp>
#include <trident/quadrature/data/sigma_lead208.hpp>
#include <trident/quadrature/data/sigma_neutron.hpp>
#include <trident/quadrature/data/sigma_proton.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/target.hpp>

#include "containing.hpp"

using namespace trident;

namespace {

template <class P, class N>
void compare(sigma_table const& table, P channel, N target, double energy) {
  for (auto const& [g_v, g_a] : {vector_axial<double>{1.0, 0.0}, {0.3, -1.0}, {1.0, 0.8}}) {
    Trident const sigma{channel, target, monoenergetic{energy}, four_fermion({.g_v = g_v, .g_a = g_a})};
    double const exact = inclusive_cross_section(sigma, {.relative_error = 1e-6}).value;
    auto const c = table(channel, energy);
    INFO(sigma.process().text() << " on " << target.name() << " at " << energy << " GeV with g_V = " << g_v
                                << ", g_A = " << g_a);
    // the error of the table is one of the sum of both coefficients where they interfere
    CHECK(std::abs(c(g_v, g_a) - exact) <
          (table.error + 2e-6) * 2 * (g_v * g_v * c.vector + g_a * g_a * c.axial));
  }
}

} // namespace

TEST_CASE("tables of cross sections equal the quadrature") {
  compare(sigma_argon40, numu_to_numu_mumu{}, argon40{}, 0.3);
  compare(sigma_argon40, numu_to_numu_mumu{}, argon40{}, 5.0);
  compare(sigma_argon40, numu_to_nue_emu{}, argon40{}, 2.0);
  compare(sigma_argon40, nue_to_numu_mue{}, argon40{}, 2.0);
  compare(sigma_argon40, antinumu_to_antinue_mue{}, argon40{}, 2.0);
  compare(sigma_lead208, numu_to_nutau_taumu{}, lead208{}, 200.0);
  compare(sigma_lead208, nutau_to_nutau_tautau{}, lead208{}, 1e3);
  compare(sigma_proton, numu_to_numu_mumu{}, proton{}, 1.0);
  compare(sigma_neutron, numu_to_nue_emu{}, neutron{}, 30.0);
}

TEST_CASE("a flux average of a table equals the quadrature") {
  dune_cdr_reference_numu const flux;
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, flux, standard_model{}};
  auto const exact = inclusive_cross_section(sigma, {.relative_error = 1e-6});
  auto const couplings = standard_model{}.couplings(numu_to_numu_mumu{}, pdg{}, 0.0);
  CHECK(std::abs(sigma_argon40(numu_to_numu_mumu{}, flux)(couplings) / exact.value - 1) < 2e-5);
}

TEST_CASE("axial over vector contributions in experiments") {
  // arXiv:1902.06765, section VI: 1.13 for CCFR, 1.54 for DUNE
  auto const ccfr = sigma_iron56(numu_to_numu_mumu{}, ccfr_numu{});
  CHECK(ccfr.axial / ccfr.vector == Approx(1.13).margin(0.01));
  auto const dune = sigma_argon40(numu_to_numu_mumu{}, dune_tdr_numu{});
  CHECK(dune.axial / dune.vector == Approx(1.54).margin(0.01));
}

TEST_CASE("the interference changes sign with the leptons' order and with the neutrino's") {
  double const energy = 3;
  double const e_mu = sigma_argon40(nue_to_numu_mue{}, energy).interference;
  CHECK(e_mu != 0);
  CHECK(sigma_argon40(numu_to_nue_emu{}, energy).interference == -e_mu);
  CHECK(sigma_argon40(antinumu_to_antinue_mue{}, energy).interference == -e_mu);
  CHECK(sigma_argon40(antinue_to_antinumu_emu{}, energy).interference == e_mu);
  CHECK(sigma_argon40(numu_to_numu_mumu{}, energy).interference == 0);
}

TEST_CASE("tables of cross sections end") {
  CHECK(sigma_argon40(numu_to_numu_mumu{}, 0.2)(1, 1) == 0);
  CHECK_THROWS_WITH(sigma_argon40(numu_to_numu_mumu{}, 2e5), containing("ends at 1e+05 GeV"));
}
