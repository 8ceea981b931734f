// SPDX-License-Identifier: BSL-1.0

// Real W bosons: the amplitude, the structure functions and cross sections.

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/quadrature/w_production.hpp>
#include <trident/quadrature/w_production_spectrum.hpp>
#include <trident/target/composition.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/standard_nucleus.hpp>

#include "../data/w_production.hpp"

using namespace trident;
using namespace trident_test;

namespace {

constexpr boson_masses w_bosons{};

w_production_structure w_leptons(double mass, w_production_structure::resolution nodes) {
  return {mass, w_bosons.w, pdg::fermi_constant, nodes};
}

photon_pair w_at(double mass, double s, double q2,
                 w_production_structure::resolution nodes = w_production_structure::resolution::fine) {
  auto const leptons = w_leptons(mass, nodes);
  return leptons(s - leptons.scaling().threshold(), q2);
}

continuum_source w_source(w_target target) {
  switch (target) {
  case w_target::oxygen:
    return continuum_source(
        make_nuclear_target(isotopes::oxygen_16, form_factor_kind::three_parameter_fermi));
  case w_target::argon:
    return continuum_source(standard_nucleus<isotopes::argon_40>{});
  case w_target::iron:
    return continuum_source(standard_nucleus<isotopes::iron_56, form_factor_kind::fourier_bessel>{});
  case w_target::proton:
    return continuum_source(proton{});
  case w_target::neutron:
    return continuum_source(neutron{});
  default:
    return continuum_source(free_proton<>{});
  }
}

/// Of real photons and light leptons, s and y = s/M_W^2.
double real_photon_cross_section(double mass, double s) {
  double const m2 = w_bosons.w * w_bosons.w, y = s / m2;
  double const log = std::log(m2 * (y - 1) * (y - 1) / (mass * mass * y));
  return std::numbers::sqrt2 * pdg::fine_structure * pdg::fermi_constant *
         (2 * (1 - 1 / y) * (1 + 2 / (y * y) - std::log(y) / (y * y)) + (1 - 2 / y + 2 / (y * y)) * log / y);
}

} // namespace

TEST_CASE("W production: structure functions of an independent calculation") {
  for (auto const& row : w_structure_rows) {
    CAPTURE(row.s, row.q2, static_cast<int>(row.lepton));
    auto const ours = w_at(lepton_mass<pdg>(row.lepton), row.s, row.q2);
    CHECK(ours.transverse == Approx(row.transverse).epsilon(1e-10));
    CHECK(ours.scalar == Approx(row.scalar).epsilon(1e-10));
  }
}

TEST_CASE("W production: usual nodes are enough for the error they state") {
  using enum w_production_structure::resolution;
  for (double const mass : {pdg::electron_mass, pdg::muon_mass, pdg::tau_mass})
    for (double const room : {1e-3, 1.0, 1e2, 1e4, 1e6, 1e9, 1e12})
      for (double const q2 : {1e-14, 1e-3, 1.0, 1e4}) {
        CAPTURE(mass, room, q2);
        auto const rough = w_leptons(mass, usual)(room, q2), good = w_leptons(mass, fine)(room, q2);
        double const all = good.transverse + good.scalar;
        CHECK(std::abs(rough.transverse - good.transverse) < 5e-7 * all);
        CHECK(std::abs(rough.scalar - good.scalar) < 5e-7 * all);
      }
}

TEST_CASE("W production: the current is conserved") {
  double largest = 0;
  for (double const mass : {pdg::electron_mass, pdg::muon_mass, pdg::tau_mass})
    for (double const s : {6700.0, 7e3, 2e4, 1e6, 1e9})
      for (double const q2 : {1e-6, 1e-2, 1.0, 100.0}) {
        auto const leptons = w_leptons(mass, w_production_structure::resolution::usual);
        leptons.for_each_lepton(s - leptons.scaling().threshold(), q2, [&](double, auto const& current) {
          largest = std::max(largest, current.largest_divergence());
        });
      }
  CHECK(largest < 1e-10);
}

TEST_CASE("W production: closed form for real photons") {
  // Seckel, hep-ph/9709290; leptons so light that their mass is in the logarithm alone
  constexpr double alpha = pdg::fine_structure, fermi = pdg::fermi_constant;
  for (double const mass : {1e-5, 5e-4})
    for (double const s : {7e3, 1e4, 1e5, 1e7, 1e10}) {
      CAPTURE(mass, s);
      double const ours = std::numbers::pi * alpha * fermi * fermi * w_at(mass, s, 1e-22).transverse / s;
      CHECK(ours == Approx(real_photon_cross_section(mass, s)).epsilon(1e-8));
    }
  double const limit = 2 * std::numbers::sqrt2 * alpha * fermi * pdg::inverse_GeV2_in_fb * 1e-39; // [cm^2]
  CHECK(limit == Approx(9.37e-35).epsilon(1e-3));
}

TEST_CASE("W production: cross sections of an independent calculation") {
  std::vector<continuum_source> sources;
  for (auto const target : {w_target::oxygen, w_target::argon, w_target::iron, w_target::proton,
                            w_target::neutron, w_target::free_proton})
    sources.push_back(w_source(target));
  for (auto const& row : w_production_rows) {
    CAPTURE(static_cast<int>(row.lepton), static_cast<int>(row.target), row.energy);
    auto const& source = sources[static_cast<std::size_t>(row.target)];
    auto const ours = w_production_cross_sections({row.lepton, false}, monoenergetic(row.energy),
                                                  std::span(&source, 1), {.relative_error = 1e-4})
                          .front();
    // below 6 TeV a nucleus is where its form factor has fallen to 1e-4 and less
    CHECK(ours.value == Approx(row.value).epsilon((row.energy < 6e3 ? 5e-4 : 1e-4) + 3 * row.error));
    CHECK(ours.error < 2e-4 * ours.value);
  }
}

TEST_CASE("W production: the error bounds the deviation, and nothing is made below threshold") {
  continuum_source const argon = w_source(w_target::argon);
  for (double const energy : {6e3, 1e5, 1e8}) {
    auto const at = [&](double precision) {
      return w_production_cross_sections({flavour::muon, true}, monoenergetic(energy), std::span(&argon, 1),
                                         {.relative_error = precision})
          .front();
    };
    auto const rough = at(1e-4), good = at(1e-7);
    CHECK(std::abs(rough.value - good.value) < rough.error + good.error);
  }
  double const lowest = w_production_threshold({flavour::electron, false}, argon);
  CHECK(w_production_cross_section({flavour::electron, false}, standard_nucleus<isotopes::argon_40>{},
                                   monoenergetic(0.99 * lowest))
            .below_threshold);
  CHECK(w_production_threshold({flavour::electron, false}, w_source(w_target::proton)) ==
        Approx(3523).epsilon(1e-3));
}

TEST_CASE("W production: a spectrum is the sum of its energies") {
  std::vector<double> const edges{2e4, 5e4, 1e5, 1e6}, densities{3, 1, 0.1};
  histogram_flux const flux(edges, densities, bin_value::density);
  double sum = 0, all = 0;
  auto const& rule = gauss_legendre(16);
  continuum_source const proton = w_source(w_target::proton);
  for (std::size_t bin = 0; bin < densities.size(); ++bin) {
    double const length = std::log(edges[bin + 1] / edges[bin]);
    all += densities[bin] * (edges[bin + 1] - edges[bin]);
    for (std::size_t i = 0; i < rule.size(); ++i) {
      double const energy = edges[bin] * std::exp(length * rule.nodes[i]);
      sum += rule.weights[i] * length * energy * densities[bin] *
             w_production_cross_sections({flavour::tau, false}, monoenergetic(energy), std::span(&proton, 1),
                                         {.relative_error = 1e-5})
                 .front()
                 .value;
    }
  }
  auto const ours = w_production_cross_sections({flavour::tau, false}, flux, std::span(&proton, 1),
                                                {.relative_error = 1e-4})
                        .front();
  CHECK(ours.value == Approx(sum / all).epsilon(2e-4));
}

TEST_CASE("W production: inelastic nucleons, and an on-shell photon") {
  // The photon's true virtuality matters: at Q2 >> m^2 electron and muon agree, on the mass shell they do not.
  continuum_source const inelastic(inelastic_proton{});
  auto const sigma = [&](flavour lepton, photon_treatment treatment) {
    return w_production_cross_sections({lepton, false}, monoenergetic(1e5), std::span(&inelastic, 1),
                                       {.relative_error = 1e-3, .treatment = treatment})
        .front()
        .value;
  };
  double const e = sigma(flavour::electron, photon_treatment::full);
  double const mu = sigma(flavour::muon, photon_treatment::full);
  CHECK(e > 0);
  CHECK(mu / e == Approx(1).margin(0.03));
  CHECK(sigma(flavour::electron, photon_treatment::epa_kinematic) > 1.5 * e);
}

TEST_CASE("W production: electrons screen nuclei at the highest energies") {
  auto const change = [](flavour lepton, nuclear_target const& nucleus, double energy) {
    auto const sigma = [&](nuclear_target const& target) {
      return w_production_cross_section({lepton, false}, target, monoenergetic(energy)).value;
    };
    return 100 * (sigma(nucleus.screened()) / sigma(nucleus) - 1);
  };
  auto const oxygen = make_nuclear_target(isotopes::oxygen_16, form_factor_kind::three_parameter_fermi);
  auto const iron = make_nuclear_target(isotopes::iron_56, form_factor_kind::fourier_bessel);
  CHECK(change(flavour::electron, oxygen, 1e8) == Approx(-0.14).margin(0.01));
  CHECK(change(flavour::electron, iron, 1e8) == Approx(-0.31).margin(0.01));
  CHECK(change(flavour::electron, oxygen, 1e9) == Approx(-3.9).margin(0.1));
  CHECK(change(flavour::electron, iron, 1e9) == Approx(-6.1).margin(0.1));
  CHECK(change(flavour::muon, oxygen, 1e9) == Approx(-2.8).margin(0.1));
  CHECK(change(flavour::muon, iron, 1e9) == Approx(-4.5).margin(0.1));
  CHECK(std::abs(change(flavour::electron, oxygen, 1e6)) < 1e-4);
}

TEST_CASE("W production: names") {
  CHECK(w_production_channels[1].text() == "nu_mu -> mu- W+");
  CHECK(w_production_channels[5].text() == "anti-nu_tau -> tau+ W-");
  CHECK(w_production_channels[4].number() == 35);
  for (auto const& one : w_production_channels) {
    auto const by_text = find_w_production(one.text());
    auto const by_number = find_w_production(std::to_string(one.number()));
    REQUIRE(by_text);
    REQUIRE(by_number);
    CHECK(by_text->number() == one.number());
    CHECK(by_number->number() == one.number());
  }
  CHECK(find_w_production("nu_mu->W+mu-")->number() == 32);
  CHECK_FALSE(find_w_production("nu_mu -> mu- W-"));
  CHECK_FALSE(find_w_production("nu_mu -> e- W+"));
  CHECK_FALSE(find_w_production("37"));
  CHECK_FALSE(find_w_production("nu_mu -> nu_mu mu+ mu-"));
}

TEST_CASE("W production: energies of the lepton add up to the cross section") {
  auto const compare = [](auto const& target, auto const& flux, double highest) {
    std::vector<double> edges{0};
    for (double const part : {1e-4, 1e-3, 1e-2, 0.1, 0.3, 0.6, 1.0}) edges.push_back(part * highest);
    w_production_channel const process{flavour::muon, false};
    auto const bins = w_production_lepton_energies(process, target, flux, edges, {.points = 1 << 12});
    double sum = 0, variance = 0;
    for (auto const& one : bins) {
      CHECK(one.value >= 0);
      sum += one.value;
      variance += one.error * one.error;
    }
    double const all = w_production_cross_section(process, target, flux, {.relative_error = 1e-3}).value;
    CHECK(std::abs(sum - all) < 4 * std::sqrt(variance) + 1e-3 * all);
    CHECK(std::sqrt(variance) < 0.05 * all);
  };
  compare(standard_nucleus<isotopes::argon_40>{}, monoenergetic(1e5), 1e5);
  compare(free_proton<>{}, monoenergetic(1e4), 1e4);
  compare(any_continuum(inelastic_proton{}), monoenergetic(1e6), 1e6);
  compare(free_proton<>{}, histogram_flux({1e4, 1e5, 1e6}, {10, 1}, bin_value::density), 1e6);
}

TEST_CASE("W production: azimuths of one lepton energy") {
  detail::azimuthal_energies const one{2, 0.7, 0.3, 10, 4};
  CHECK(one.below(6) == 0);
  CHECK(one.below(14) == Approx(2 + 0.3 / 2));
  double sum = 0; // below the energy 11, by sampling phi
  constexpr int points = 20000;
  for (int i = 0; i < points; ++i) {
    double const cosine = std::cos(2 * std::numbers::pi * (i + 0.5) / points);
    if (10 + 4 * cosine < 11) sum += 2 + 0.7 * cosine + 0.3 * cosine * cosine;
  }
  CHECK(one.below(11) == Approx(sum / points).epsilon(1e-3));
}
