// SPDX-License-Identifier: BSL-1.0

// Tables of structure functions against the quadrature that they were made with.

#include "catch.hpp"

#include <array>
#include <cmath>
#include <random>

#include <trident/fluxes.hpp>
#include <trident/quadrature/data/structure_ee.hpp>
#include <trident/quadrature/data/structure_emu.hpp>
#include <trident/quadrature/data/structure_etau.hpp>
#include <trident/quadrature/data/structure_mumu.hpp>
#include <trident/quadrature/data/structure_mutau.hpp>
#include <trident/quadrature/data/structure_tautau.hpp>
#include <trident/quadrature/energy_scan.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/target.hpp>

#include "containing.hpp"

using namespace trident;

namespace {

template <class P, class N>
void compare_with_quadrature(P channel, N target, double energy, structure_table const& table) {
  Trident const sigma{channel, target, monoenergetic{energy}, standard_model{}};
  auto const exact = inclusive_cross_section(sigma, {.relative_error = 1e-6});
  auto const tabulated = inclusive_cross_section(sigma, table, {.relative_error = 1e-6});
  INFO(sigma.process().text() << " on " << target.name() << " at " << energy << " GeV: " << tabulated.value
                              << ", by quadrature " << exact.value);
  CHECK(std::abs(tabulated.value - exact.value) < tabulated.error + exact.error);
  CHECK(tabulated.error < 1e-5 * tabulated.value);
}

template <class P, class N>
void compare_with_scan(energy_scan const& scan, P channel, N target, double energy,
                       structure_table const& table) {
  Trident const sigma{channel, target, monoenergetic{energy}, standard_model{}};
  auto const exact = inclusive_cross_section(sigma, table, {.relative_error = 1e-6});
  auto const fast = scan(target, energy);
  INFO(sigma.process().text() << " on " << target.name() << " at " << energy << " GeV: " << fast.value
                              << " +- " << fast.error << ", exactly " << exact.value);
  CHECK(std::abs(fast.value - exact.value) <= fast.error + exact.error);
}

} // namespace

TEST_CASE("a table strays from the quadrature by no more than it says") {
  structure_table const& table = GENERATE(structure_ee, structure_mumu, structure_tautau, structure_emu,
                                          structure_etau, structure_mutau);
  structure_scaling const scaling(table.masses);
  structure_function_quadrature<> const quadrature(table.masses, 1e-9);
  constexpr std::array<std::array<double, 2>, 3> couplings = {{{1, 0}, {0, 1}, {0.7, -0.7}}};
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> unit(0, 1);
  for (int n = 0; n < 10; ++n) {
    double const room =
        scaling.room_at(unit(random) * scaling.s_variable(table.domain.maximum_s - scaling.threshold()));
    double const q2 = scaling.q2_at(unit(random) * scaling.q2_variable(table.domain.maximum_q2));
    auto const exact = quadrature.components(room, q2);
    // over both chiralities
    double const sum =
        (exact.transverse.vector + exact.transverse.axial + exact.scalar.vector + exact.scalar.axial) / 2;
    for (auto const& [left, right] : couplings) {
      auto const here = tabulated_structure(table, table.masses, {left, right})(room, q2);
      INFO("room " << room << " GeV^2, Q2 " << q2 << " GeV^2");
      CHECK(std::abs(here.transverse - exact.transverse(left, right)) < table.error * sum);
      CHECK(std::abs(here.scalar - exact.scalar(left, right)) < table.error * sum);
    }
  }
}

TEST_CASE("exchanging the leptons exchanges the chiralities") {
  double const electron = pdg::electron_mass, muon = pdg::muon_mass, room = 0.3, q2 = 0.02;
  auto const swapped = structure_function_quadrature<>({muon, electron}, 1e-9).components(room, q2);
  auto const table = tabulated_structure(structure_emu, {muon, electron}, {1.0, 0.3})(room, q2);
  CHECK(table.transverse == Approx(swapped.transverse(1.0, 0.3)).epsilon(1e-6));
  CHECK(table.scalar == Approx(swapped.scalar(1.0, 0.3)).epsilon(1e-6));
}

TEST_CASE("cross sections from tables equal those by quadrature") {
  compare_with_quadrature(numu_to_numu_mumu{}, argon40{}, 5.0, structure_mumu);
  compare_with_quadrature(numu_to_numu_mumu{}, proton{}, 0.4, structure_mumu);
  compare_with_quadrature(numu_to_nue_emu{}, lead208{}, 20.0, structure_emu);
  compare_with_quadrature(antinumu_to_antinue_mue{}, neutron{}, 3.0, structure_emu);
  compare_with_quadrature(nue_to_numu_mue{}, argon40{}, 3.0, structure_emu);
  compare_with_quadrature(numu_to_nutau_taumu{}, iron56{}, 300.0, structure_mutau);
  compare_with_quadrature(nutau_to_nutau_tautau{}, proton{}, 1e4, structure_tautau);
}

TEST_CASE("a scan equals the cross sections one by one") {
  monoenergetic const beam{5.0};
  energy_scan const muons(Trident{numu_to_numu_mumu{}, argon40{}, beam, standard_model{}}, structure_mumu,
                          1e5);
  energy_scan const mixed(Trident{numu_to_nue_emu{}, argon40{}, beam, standard_model{}}, structure_emu, 1e5);
  for (double const energy : {0.23, 0.3, 0.6, 2.0, 10.0, 1e3, 1e5}) {
    compare_with_scan(muons, numu_to_numu_mumu{}, argon40{}, energy, structure_mumu);
    compare_with_scan(muons, numu_to_numu_mumu{}, lead208{}, energy, structure_mumu);
    compare_with_scan(mixed, numu_to_nue_emu{}, neutron{}, energy, structure_emu);
  }
  CHECK(muons(argon40{}, 5.0).error < 1e-4 * muons(argon40{}, 5.0).value);
  CHECK(muons(argon40{}, 0.2).value == 0);
  CHECK(muons(argon40{}, 0.2).below_threshold);
}

TEST_CASE("a scan averages over a spectrum") {
  dune_cdr_reference_numu const flux;
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, flux, standard_model{}};
  auto const exact = inclusive_cross_section(sigma, structure_mumu, {.relative_error = 1e-6});
  auto const fast = energy_scan(sigma, structure_mumu, flux.edges().back())(argon40{}, flux);
  CHECK(std::abs(fast.value - exact.value) < fast.error);
  CHECK(fast.error < 1e-4 * exact.value);
}

TEST_CASE("a table is refused where it does not hold") {
  monoenergetic const beam{5.0};
  Trident const other_masses{numu_to_numu_mumu{}, argon40{}, beam, standard_model{}, teg2019{}};
  CHECK_THROWS_WITH(inclusive_cross_section(other_masses, structure_mumu), containing("constants pdg"));
  Trident const other_pair{numu_to_numu_ee{}, argon40{}, beam, standard_model{}};
  CHECK_THROWS_WITH(inclusive_cross_section(other_pair, structure_mumu), containing("0.1056583755 GeV"));
  Trident const mediator{numu_to_numu_mumu{}, argon40{}, beam, mu_minus_tau({.coupling = 1e-3, .mass = 0.1})};
  CHECK_THROWS_WITH(inclusive_cross_section(mediator, structure_mumu),
                    containing("contact interactions only"));
  Trident const fast{numu_to_numu_mumu{}, proton{}, monoenergetic{1e8}, standard_model{}};
  CHECK_THROWS_WITH(inclusive_cross_section(fast, structure_mumu), containing("ends at 1e+06 GeV^2"));
  Trident const sigma{numu_to_numu_mumu{}, argon40{}, beam, standard_model{}};
  CHECK_THROWS_WITH(energy_scan(sigma, structure_mumu, 10)(argon40{}, 20.0),
                    containing("prepared up to 10 GeV"));
}
