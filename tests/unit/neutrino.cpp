// SPDX-License-Identifier: BSL-1.0

#include "catch.hpp"
#include "containing.hpp"

#include <trident/physics/neutrino.hpp>
#include <trident/physics/process.hpp>

using namespace trident;

static_assert(pdg_code(neutrino::nu_e) == 12 && pdg_code(neutrino::anti_nu_tau) == -16);
static_assert(neutrino_from_pdg(nu_mu::pdg_code) == neutrino::nu_mu);
static_assert(neutrino_from_pdg(anti_nu_e::pdg_code) == neutrino::anti_nu_e);
static_assert(is_antineutrino(neutrino::anti_nu_e) && !is_antineutrino(neutrino::nu_tau));

TEST_CASE("neutrinos are read as they are written") {
  for (auto const flavour : all_neutrinos) {
    CHECK(neutrino_from_text(text(flavour)) == flavour);
    CHECK(neutrino_from_pdg(pdg_code(flavour)) == flavour);
  }
  CHECK(text(neutrino::anti_nu_mu) == "anti-nu_mu");
}

TEST_CASE("what is no neutrino is refused with what is allowed") {
  CHECK_THROWS_WITH(
      neutrino_from_text("numu"),
      "\"numu\" is not a neutrino: allowed are nu_e, nu_mu, nu_tau, anti-nu_e, anti-nu_mu, anti-nu_tau");
  CHECK_THROWS_WITH(neutrino_from_pdg(13), containing("13 is not a neutrino"));
}
