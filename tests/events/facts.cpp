// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <numbers>

#include <trident/fluxes.hpp>
#include <trident/nuclei.hpp>
#include <trident/nucleon.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

// Kinematics over the DUNE spectrum as published: P. Ballett et al., JHEP 01 (2019) 119 [arXiv:1807.10973], section 4.
// Its spectra are of 2017 and its numbers are rounded: tolerance 4 % of all events.

using namespace trident;
using namespace trident_test;

namespace {

template <Target N>
std::vector<event> sample(channel const& process, N const& target, scattering kind) {
  auto options = quick_preparation();
  options.partition.cells = 100;
  std::vector<event> events;
  event_generator({make_source(process, target, dune_tdr_numu{}, kind, options)}, 1)
      .generate(0, 20'000, events);
  return events;
}

template <class Passes>
double share(std::vector<event> const& events, Passes passes) {
  double all = 0, passed = 0;
  for (auto const& e : events) {
    all += e.weight;
    if (passes(e)) passed += e.weight;
  }
  return passed / all;
}

double opening_degrees(event const& e) {
  auto const& a = e.lepton_minus.momentum;
  auto const& b = e.lepton_plus.momentum;
  double const c = (a.x * b.x + a.y * b.y + a.z * b.z) / (a.momentum() * b.momentum());
  return std::acos(std::min(c, 1.0)) * 180 / std::numbers::pi;
}

double beam_degrees(particle const& p) {
  return std::atan2(p.momentum.transverse(), p.momentum.z) * 180 / std::numbers::pi;
}

bool above_30_MeV(event const& e) {
  return e.lepton_minus.momentum.e - e.lepton_minus.mass > 0.03 &&
         e.lepton_plus.momentum.e - e.lepton_plus.mass > 0.03;
}

constexpr double tolerance = 0.04;

} // namespace

TEST_CASE("coherent dimuons are narrow, those on nucleons are not") {
  auto const narrow = [](event const& e) { return opening_degrees(e) < 20; };
  auto const coherent = sample(numu_to_numu_mumu{}, argon40{}, scattering::coherent);
  CHECK(share(coherent, narrow) == Approx(0.90).margin(tolerance));
  CHECK(share(coherent, above_30_MeV) == Approx(0.99).margin(tolerance));
  auto const on_protons = sample(numu_to_numu_mumu{}, proton{}, scattering::bound_nucleon);
  CHECK(share(on_protons, narrow) == Approx(0.47).margin(2 * tolerance)); // protons alone, without neutrons
}

TEST_CASE("mu- e+ events: the muon goes forward") {
  auto const events = sample(numu_to_nue_emu{}, argon40{}, scattering::coherent);
  CHECK(share(events, [](event const& e) { return beam_degrees(e.lepton_minus) < 10; }) ==
        Approx(0.80).margin(tolerance));
  CHECK(share(events, [](event const& e) { return beam_degrees(e.lepton_plus) < 10; }) ==
        Approx(0.35).margin(2 * tolerance));
  CHECK(share(events, above_30_MeV) == Approx(0.77).margin(tolerance));
}

TEST_CASE("electron pairs: most pass thresholds of 30 MeV") {
  auto const events = sample(numu_to_numu_ee{}, argon40{}, scattering::coherent);
  CHECK(share(events, above_30_MeV) == Approx(0.71).margin(tolerance));
}
