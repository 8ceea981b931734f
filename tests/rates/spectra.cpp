// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <string>

#include "catch.hpp"

#include <tests/data/spectra.hpp>
#include <trident/rates/charged_current.hpp>
#include <trident/rates/detectors.hpp>
#include <trident/rates/published_charged_currents.hpp>

using namespace trident;

TEST_CASE("every built-in spectrum has the integral and the mean energy of its source") {
  for (auto const& entry : flux_catalogue)
    for (auto const flavour : entry.flavours) {
      INFO(entry.name << ' ' << text(flavour));
      auto const* const reference = std::find_if(
          std::begin(trident_test::spectrum_references), std::end(trident_test::spectrum_references),
          [&](auto const& one) { return one.name == entry.name && one.flavour == flavour; });
      REQUIRE(reference != std::end(trident_test::spectrum_references));
      auto const flux = flux_for(entry, flavour).spectrum;
      // between points logarithms are interpolated in place of parabolas, in flat bins; ICARUS: its energies are rounded
      bool const points = entry.name.starts_with("atmospheric");
      double const digits = points ? 1e-3 : entry.name == "icarus_bnb" ? 2e-3 : 2e-5;
      CHECK(flux.integral() == Approx(reference->integral).epsilon(digits));
      CHECK(flux.mean_energy() == Approx(reference->mean).epsilon(points ? 3e-3 : digits));
    }
}

TEST_CASE("mean energies and integrals that are stated elsewhere") {
  auto const mean = [](std::string_view name) {
    return flux_by_name(name, neutrino::nu_mu).spectrum.mean_energy();
  };
  CHECK(mean("t2k_nd280_fhc_2016") == Approx(0.853).epsilon(1e-3));
  CHECK(mean("microboone_bnb") == Approx(0.823).epsilon(1e-3));
  CHECK(flux_by_name("dune_nd_fhc", neutrino::nu_mu).spectrum.integral() ==
        Approx(1.04e-3).epsilon(0.01)); // arXiv:1902.06765
}

TEST_CASE("ICARUS has the beam of MicroBooNE from 600 m, not from 110 m") {
  auto const near = flux_by_name("microboone_bnb", neutrino::nu_mu).spectrum,
             far = flux_by_name("icarus_bnb", neutrino::nu_mu).spectrum;
  for (double const energy : {0.3, 0.5, 0.8, 1.2, 1.8}) {
    INFO(energy);
    CHECK(far.density(energy) / near.density(energy) == Approx(470.0 * 470 / (600 * 600)).epsilon(0.07));
  }
}

TEST_CASE("the charged-current yardstick gives the counts of the far-forward authors") { // arXiv:2105.08270
  for (auto const& one : published_charged_currents) {
    auto const& found = find_detector(one.detector);
    auto target = expose(found, found.modes.front());
    target.mass_tonnes = one.mass_tonnes;
    target.exposure = one.exposure;
    auto const rates = charged_current_rates(target);
    auto const here = std::find_if(rates.begin(), rates.end(),
                                   [&](auto const& rate) { return rate.flavour == one.flavour; });
    REQUIRE(here != rates.end());
    INFO(one.detector << ' ' << text(one.flavour) << ' ' << here->events / one.events);
    bool const tau = one.flavour == neutrino::nu_tau || one.flavour == neutrino::anti_nu_tau;
    // neutrinos to 5 %, antineutrinos to 11 %, and taus, whose threshold is an interpolation, to 15 %
    double const agreement = tau ? 0.15 : pdg_code(one.flavour) > 0 ? 0.05 : 0.11;
    CHECK(here->events == Approx(one.events).epsilon(agreement));
  }
}

TEST_CASE("charged-current cross sections join where their parts meet") {
  for (auto const flavour : {neutrino::nu_mu, neutrino::anti_nu_mu, neutrino::nu_tau})
    for (double const energy : {30.0, 200.0, 1e5}) {
      INFO(text(flavour) << ' ' << energy);
      CHECK(charged_current_cross_section(flavour, energy * (1 - 1e-9)) ==
            Approx(charged_current_cross_section(flavour, energy * (1 + 1e-9))).epsilon(2e-3));
    }
  CHECK(charged_current_cross_section(neutrino::nu_mu, 100) == Approx(0.677e-40));
  CHECK(charged_current_cross_section(neutrino::anti_nu_mu, 100) == Approx(0.334e-40));
  // hydrogen has no neutrons: two thirds, and four thirds
  CHECK(charged_current_cross_section(neutrino::nu_mu, 100, -1) == Approx(0.677e-40 * 2 / 3));
  CHECK(charged_current_cross_section(neutrino::anti_nu_mu, 100, -1) == Approx(0.334e-40 * 4 / 3));
  // experiments that count events: the million that their flux was made for
  auto const& ccfr = find_detector("ccfr");
  CHECK(charged_current_rates(expose(ccfr, ccfr.modes.front())).front().events == Approx(1e6).epsilon(0.1));
}

TEST_CASE("a spectrum within energies, and beyond its end") {
  auto const all = flux_by_name("atmospheric", neutrino::nu_mu).spectrum;
  auto const part = within_energies(all, 1e3, 5e3), rest = within_energies(all, 5e3, 1e9);
  CHECK(part.edges().front() == 1e3);
  CHECK(part.integral() + rest.integral() == Approx(within_energies(all, 1e3, 1e5).integral()));
  CHECK_THROWS_AS(within_energies(all, 1e5, 1e6), input_error);
  auto const longer = with_power_law(all, 1e5);
  CHECK(longer.edges().back() == Approx(1e5));
  CHECK(longer.density(9e4) / longer.density(9e3) == Approx(std::pow(10, -3.36)).epsilon(0.1));
  CHECK(within_energies(longer, 0, 1e4).integral() == Approx(all.integral()));
}

TEST_CASE("zenith ranges make up the sky") {
  for (auto const flavour : {neutrino::nu_mu, neutrino::anti_nu_mu, neutrino::nu_e, neutrino::anti_nu_e}) {
    auto const of = [&](char const* name) { return flux_by_name(name, flavour).spectrum.integral(); };
    CHECK(of("atmospheric_down") + of("atmospheric_horizontal") + of("atmospheric_up") ==
          Approx(of("atmospheric")).epsilon(1e-4));
  }
}

TEST_CASE("boxes hold the mass of their detectors where they are filled") {
  for (auto const& one : all_detectors) {
    INFO(one.name);
    double volume = 1;
    for (auto const& [low, high] : one.box) {
      CHECK(low < high);
      volume *= high - low;
    }
    CHECK(!one.box_source.empty());
    double const density = 1e6 * one.mass_tonnes / volume; // [g/cm3]
    CHECK(density > 0.3);
    CHECK(density < (one.name == "ingrid" ? 80 : 19.5)); // one of its 14 modules
    bool const filled = one.material == "LAr" || one.material == "tungsten";
    if (filled) CHECK(density == Approx(one.material == "LAr" ? 1.396 : 19.3).epsilon(0.04));
  }
}
