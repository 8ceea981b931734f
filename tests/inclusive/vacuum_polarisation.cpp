// SPDX-License-Identifier: BSL-1.0

// Vacuum polarisation of the exchanged photon: the coupling, targets and cross sections.

#include "catch.hpp"

#include <array>
#include <cmath>
#include <numbers>

#include <trident/flux/flux.hpp>
#include <trident/model/model.hpp>
#include <trident/numerics/gauss_legendre.hpp>
#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/w_production.hpp>
#include <trident/target/composition.hpp>
#include <trident/target/standard_nucleus.hpp>
#include <trident/target/vacuum_polarised.hpp>

using namespace trident;

namespace {

/// The Feynman integral, by decades of x.
double lepton_loop_by_integral(double z) {
  auto const& rule = gauss_legendre(30);
  double sum = 0;
  for (double high = 0.5; high > 1e-14; high /= 10)
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const x = high * (0.1 + 0.9 * rule.nodes[i]), w = x * (1 - x);
      sum += 0.9 * high * rule.weights[i] * w * std::log1p(w * z);
    }
  return 4 * sum; // both halves of x
}

/// From the dispersion relation, with narrow resonances and a continuum of quarks: an estimate.
double hadrons_by_dispersion(double q2) {
  struct resonance {
    double mass, electron_width; // [GeV], Review of Particle Physics
  };
  constexpr std::array<resonance, 6> resonances = {{{0.7753, 7.04e-6},
                                                    {0.7827, 0.60e-6},
                                                    {1.0195, 1.27e-6},
                                                    {3.0969, 5.53e-6},
                                                    {3.6861, 2.33e-6},
                                                    {9.4603, 1.34e-6}}};
  double sum = 0;
  for (auto const& [mass, width] : resonances)
    sum += 3 * width / (pdg::fine_structure * mass) * q2 / (mass * mass + q2);
  struct range {
    double low, high, r; // sqrt(s) [GeV]
  };
  constexpr std::array<range, 3> quarks = {{{1.4, 3.73, 2.2}, {3.73, 10.5, 3.6}, {10.5, 1e5, 3.85}}};
  for (auto const& [low, high, r] : quarks)
    sum += pdg::fine_structure * r / (3 * std::numbers::pi) *
           std::log((high * high) / (low * low) * (low * low + q2) / (high * high + q2));
  return sum;
}

template <class Sigma>
double percent_of_polarisation(Sigma const& sigma_on, any_target const& bare) {
  return 100 * (sigma_on(vacuum_polarised(bare)) / sigma_on(bare) - 1);
}

/// Change of a trident's cross section [%].
template <Process P>
double trident_change(P process, double energy, any_target const& bare) {
  return percent_of_polarisation(
      [&](any_target const& target) {
        return inclusive_cross_section(Trident{process, target, monoenergetic(energy), standard_model{}},
                                       {.relative_error = 1e-5})
            .value;
      },
      bare);
}

} // namespace

TEST_CASE("Vacuum polarisation: closed form and series of the lepton loop are the Feynman integral") {
  for (double const z : {1e-8, 1e-4, 0.01, 0.3, 0.4999, 0.5001, 0.7, 1.0, 4.0, 30.0, 1e3, 1e6, 1e10}) {
    CAPTURE(z);
    CHECK(detail::lepton_loop(z) == Approx(lepton_loop_by_integral(z)).epsilon(1e-10));
  }
  CHECK(detail::lepton_loop(1e-6) == Approx(1e-6 / 15).epsilon(1e-6)); // Uehling
  CHECK(detail::lepton_loop(1e12) == Approx((std::log(1e12) - 5.0 / 3) / 3).epsilon(1e-10));
}

TEST_CASE("Vacuum polarisation: hadrons are continuous, and near a dispersion integral") {
  for (double const q : {0.7, 2.0, 4.0, 10.0, 91.1876, 1e4})
    CHECK(detail::hadron_loop(q * q * (1 + 1e-12)) == Approx(detail::hadron_loop(q * q)).epsilon(1e-3));
  // Burkhardt and Pietrzyk, Phys. Lett. B 513 (2001) 46: 0.02761 +- 0.00036
  CHECK(detail::hadron_loop(91.1876 * 91.1876) == Approx(0.02761).margin(5e-5));
  for (double const q2 : {1e-3, 0.1, 1.0, 10.0, 100.0, 8315.0}) {
    CAPTURE(q2);
    CHECK(detail::hadron_loop(q2) == Approx(hadrons_by_dispersion(q2)).epsilon(0.15));
  }
}

TEST_CASE("Vacuum polarisation: the coupling") {
  CHECK(vacuum_polarisation_factor(0) == 1);
  CHECK(vacuum_polarisation_factor(1e-3) == Approx(1.010).margin(5e-4));
  CHECK(vacuum_polarisation_factor(1e-2) == Approx(1.014).margin(5e-4));
  CHECK(vacuum_polarisation_factor(0.1) == Approx(1.021).margin(5e-4));
  CHECK(vacuum_polarisation_factor(1) == Approx(1.034).margin(5e-4));
  // of leptons at M_Z^2: 0.0315 with higher loops
  double const leptons = running_of_alpha(8315.178) - detail::hadron_loop(8315.178);
  CHECK(leptons == Approx(0.0314).margin(5e-5));
}

TEST_CASE("Vacuum polarisation: structure functions and moments of any target") {
  any_target const proton_at_rest(proton{});
  auto const polarised = vacuum_polarised(proton_at_rest);
  any_continuum const bare(inelastic_proton{});
  auto const continuum = vacuum_polarised(bare);
  for (double const q2 : {1e-4, 0.1, 2.0}) {
    double const factor = vacuum_polarisation_factor(q2);
    CHECK(polarised.structure(q2).electric == factor * proton_at_rest.structure(q2).electric);
    CHECK(polarised.structure(q2).magnetic == factor * proton_at_rest.structure(q2).magnetic);
    CHECK(continuum.structure(3.0, q2).electric == Approx(factor * bare.structure(3.0, q2).electric));
    CHECK(continuum.at_q2(q2, 5, 1e-6)(4).w2_left ==
          Approx(factor * bare.at_q2(q2, 5, 1e-6)(4).w2_left).epsilon(1e-12));
    CHECK(continuum.moments(q2, 4).w1 == Approx(factor * bare.moments(q2, 4).w1).epsilon(1e-6));
  }
  CHECK(continuum.regime() == scattering_regime::inelastic);
  CHECK(continuum.at_q2(0.1, 5, 1e-4).panels().size() == bare.at_q2(0.1, 5, 1e-4).panels().size());
  any_continuum const moving{local_fermi_gas_nucleon<true>(isotopes::argon_40)};
  CHECK(vacuum_polarised(moving).tells_struck_nucleons());
  CHECK(vacuum_polarised(moving).regime() == scattering_regime::quasi_elastic);
}

TEST_CASE("Vacuum polarisation: what it changes") {
  any_target const argon(standard_nucleus<isotopes::argon_40>{}), bound(proton{});
  CHECK(trident_change(numu_to_numu_mumu{}, 5, argon) == Approx(1.3).margin(0.05));
  CHECK(trident_change(numu_to_numu_mumu{}, 5, bound) == Approx(2.2).margin(0.05));
  CHECK(trident_change(numu_to_numu_ee{}, 5, argon) == Approx(1.0).margin(0.05));
  CHECK(trident_change(numu_to_numu_mumu{}, 1000, argon) == Approx(1.2).margin(0.05));
  auto const w_production = [&](double energy) {
    return percent_of_polarisation(
        [&](any_target const& target) {
          return w_production_cross_section({flavour::muon, false}, target, monoenergetic(energy)).value;
        },
        argon);
  };
  CHECK(w_production(5e4) == Approx(1.6).margin(0.1));
  CHECK(w_production(2e7) == Approx(0.7).margin(0.1));
}
