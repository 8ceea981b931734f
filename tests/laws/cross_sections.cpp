// SPDX-License-Identifier: BSL-1.0

// Symmetries of cross sections.

#include "catch.hpp"

#include <cmath>

#include <trident/cross_section/integrate.hpp>
#include <trident/flux/flux.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "channels.hpp"
#include "cube_points.hpp"

using namespace trident;
using namespace trident_test;

namespace {

template <class N>
void check_conjugates(N const& target, double energy, double energy_of_taus) {
  for (auto const& process : all_channels()) {
    if (process.is_antineutrino) continue;
    channel const other = conjugate(process);
    bool const taus = process.minus_family == flavour::tau || process.plus_family == flavour::tau;
    monoenergetic const beam{taus ? energy_of_taus : energy};
    auto const run = [&](channel const& p, std::uint64_t seed) {
      return integrate(Trident{p, target, beam, standard_model{}, pdg{}},
                       {.relative_error = 2e-3, .seed = seed});
    };
    auto const a = run(process, 1), b = run(other, 2);
    CAPTURE(process.text(), other.text(), a.value, a.error, b.value, b.error);
    CHECK(a.value > 0);
    CHECK(std::abs(a.value - b.value) <
          4 * std::hypot(a.error, b.error)); // one of 30 pulls beyond 4: once in 500 tables
    CHECK(a.non_finite_evaluations + b.non_finite_evaluations == 0);
  }
}

} // namespace

// CP: the total cross section has no term in which it could be seen, so that it must be equal for every pair of
// conjugate channels; the reference generator fails this for its channels 6 and 12 on nucleons (a known defect).
TEST_CASE("Neutrinos and antineutrinos: argon", "[cross-section]") { check_conjugates(argon40{}, 5, 100); }

TEST_CASE("Neutrinos and antineutrinos: proton", "[cross-section]") { check_conjugates(proton{}, 5, 50); }

TEST_CASE("The cross section is a quadratic form in g_V and g_A, point by point", "[cross-section]") {
  constexpr double vector = 1.7, axial = -0.6, energy = 20;
  for (auto const& process : all_channels()) {
    auto const with = [&](double g_v, double g_a) {
      return Trident{process, proton{}, monoenergetic{energy}, four_fermion({.g_v = g_v, .g_a = g_a}), pdg{}};
    };
    auto const a = with(1, 0), b = with(0, 1), both = with(1, 1), sigma = with(vector, axial);
    cube_points draw(7);
    for (int i = 0; i < 50; ++i) {
      auto const u = draw.next<7>();
      double const mixed = both(u) - a(u) - b(u);
      double const parts = vector * vector * a(u) + axial * axial * b(u);
      // rounding of the subtraction that gives the mixed term
      CHECK(sigma(u) == Approx(parts + vector * axial * mixed).epsilon(1e-10).margin(1e-12 * parts));
    }
  }
}

TEST_CASE("The Standard Model is four-fermion with its couplings", "[cross-section]") {
  for (auto const& process : all_channels()) {
    auto const g = standard_model{}.couplings(process, pdg{}, 0.0);
    four_fermion const contact({.g_v = g.vector, .g_a = g.axial});
    Trident const standard{process, argon40{}, monoenergetic{20}, standard_model{}, pdg{}};
    Trident const free{process, argon40{}, monoenergetic{20}, contact, pdg{}};
    Trident const decoupled{process, argon40{}, monoenergetic{20}, mu_minus_tau({.coupling = 0, .mass = 1e4}),
                            pdg{}};
    cube_points draw(8);
    for (int i = 0; i < 50; ++i) {
      auto const u = draw.next<7>();
      double const value = standard(u);
      CHECK(free(u) == Approx(value).epsilon(1e-13).margin(0)); // rounding: a compiler may fuse operations
      auto const point = standard.space()(20.0, u);
      if (point.inside())
        CHECK(decoupled.density(point) == Approx(standard.density(point)).epsilon(1e-13).margin(0));
    }
  }
}
