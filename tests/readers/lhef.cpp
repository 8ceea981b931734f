// SPDX-License-Identifier: BSL-1.0
#include <sstream>

// HepMC3's reader of Les Houches files has warnings of its own.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <HepMC3/LHEF.h>
#pragma GCC diagnostic pop

#include <trident/flux/flux.hpp>
#include <trident/format/lhef.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

using namespace trident;
using namespace trident_test;

namespace {

std::string text_of(std::vector<event> const& events, run_description const& run) {
  lhef_format const format;
  std::string text;
  format.begin(text, run);
  for (auto const& one : events) format.write(text, one, run);
  format.end(text);
  return text;
}

event_generator make_generator(weighting weights) {
  auto const process = channel(numu_to_nue_emu{});
  monoenergetic const beam{10};
  return event_generator(
      {make_source(process, argon40{}, beam, scattering_regime::coherent, quick_preparation(0)),
       make_source(process, proton{}, beam, scattering_regime::quasi_elastic, quick_preparation(1))},
      1, weights);
}

} // namespace

TEST_CASE("a reader of Les Houches files reads them") {
  auto const weights = GENERATE(weighting::unweighted, weighting::weighted);
  auto const generator = make_generator(weights);
  auto run = describe(generator);
  run.weights = weights;
  std::vector<event> events;
  generator.generate(0, 200, events);
  std::istringstream stream(text_of(events, run));
  LHEF::Reader reader(stream);
  CHECK(reader.version == 3);
  CHECK(reader.heprup.IDWTUP == (weights == weighting::unweighted ? 3 : 4));
  REQUIRE(reader.heprup.NPRUP == 2);
  double total = 0;
  for (double const pb : reader.heprup.XSECUP) total += pb;
  CHECK(total == Approx(run.cross_section * 1e-3)); // 1 fb = 1e-3 pb
  double const unit = weights == weighting::unweighted ? 1 : run.cross_section * 1e-3;
  for (auto const& made : events) {
    REQUIRE(reader.readEvent());
    auto const& e = reader.hepeup;
    REQUIRE(e.IDPRUP == made.process_id);
    REQUIRE(e.XWGTUP == made.weight * unit);
    bool const bound = made.regime == scattering_regime::quasi_elastic;
    REQUIRE(e.NUP == (bound ? 8 : 6));
    REQUIRE(e.IDUP[0] == 14);
    REQUIRE(e.ISTUP[0] == -1);
    REQUIRE(e.ISTUP[1] == -1);
    for (std::size_t i = 0; i < static_cast<std::size_t>(e.NUP); ++i) {
      particle const& p = made.particles[i];
      REQUIRE(e.SPINUP[i] == (p.helicity == 0 ? 9 : p.helicity));
      REQUIRE((p.helicity != 0) == (std::abs(p.pdg_code) < 20)); // leptons
    }
    for (std::size_t component = 0; component < 4; ++component) {
      double sum = 0;
      for (std::size_t i = 0; i < static_cast<std::size_t>(e.NUP); ++i)
        sum += (e.ISTUP[i] == -1 ? 1 : e.ISTUP[i] == 1 ? -1 : 0) * e.PUP[i][component];
      REQUIRE(std::abs(sum) < 1e-13 * 50); // 50 GeV: neutrino and nucleus
    }
  }
  CHECK_FALSE(reader.readEvent());
}

TEST_CASE("a reader of Les Houches files has colour lines from quarks to diquarks, and all momentum") {
  auto const process = channel(numu_to_numu_mumu{});
  event_generator const generator({make_source(process, inelastic_neutron{}, monoenergetic{100.0},
                                               scattering_regime::inelastic, quick_preparation(0))},
                                  1);
  std::vector<event> events;
  generator.generate(0, 100, events);
  std::istringstream stream(text_of(events, describe(generator)));
  LHEF::Reader reader(stream);
  int partons = 0;
  for (auto const& made : events) {
    REQUIRE(reader.readEvent());
    auto const& e = reader.hepeup;
    REQUIRE(e.NUP == 9); // neutrino, nucleus, nucleon, three leptons, two constituents, what is left
    double charge = 0;
    four_momentum left;
    for (std::size_t i = 0; i < 9; ++i) {
      double const sign = e.ISTUP[i] == -1 ? 1 : e.ISTUP[i] == 1 ? -1 : 0;
      left = left +
             four_momentum{sign * e.PUP[i][3], sign * e.PUP[i][0], sign * e.PUP[i][1], sign * e.PUP[i][2]};
    }
    for (double const one : {left.e, left.x, left.y, left.z}) CHECK(std::abs(one) < 1e-12 * 140);
    bool const heavy = made.recoil().mass > 2;
    auto const colours = std::pair{e.ICOLUP[6], e.ICOLUP[7]};
    using pair = std::pair<int, int>;
    if (heavy)
      CHECK((colours.first == pair{501, 0} && colours.second == pair{0, 501}));
    else
      CHECK((colours.first == pair{0, 0} && colours.second == pair{0, 0}));
    for (std::size_t const i : {6u, 7u}) {
      CHECK(e.MOTHUP[i] == pair{1, 3});
      int const code = static_cast<int>(e.IDUP[i]);
      charge += code == 2                      ? 2. / 3
                : code == 1                    ? -1. / 3
                : code == 2101 || code == 2103 ? 1. / 3
                : code == 1103                 ? -2. / 3
                : code == 2212                 ? 1
                : code == -211                 ? -1
                                               : 0;
    }
    CHECK(charge == Approx(0).margin(1e-12));
    partons += heavy ? 1 : 0;
  }
  CHECK((partons > 5 && partons < 95));
  CHECK_FALSE(reader.readEvent());
}

TEST_CASE("a reader of Les Houches files finds names and values of weights, and the mass of the nucleus") {
  auto const generator = make_generator(weighting::unweighted);
  auto run = describe(generator);
  run.targets = {{1000180400, 1, 37.2155}};
  run.models = name_weights({"Zprime --coupling 1 --mass 2 --charges 0,1,-1", "4F --gV 1 --gA <1>"});
  run.placed = true;
  std::vector<event> events;
  generator.generate(0, 20, events);
  for (auto& one : events) one.ratios = {2, 0.5};
  std::istringstream stream(text_of(events, run));
  LHEF::Reader reader(stream);
  CHECK(reader.heprup.EBMUP.second == 37.2155);
  REQUIRE(reader.heprup.weightinfo.size() == 2);
  CHECK(reader.heprup.weightinfo[0].name == "Zprime_coupling=1_mass=2_charges=0:1:-1");
  CHECK(reader.heprup.weightinfo[0].contents == "Zprime --coupling 1 --mass 2 --charges 0,1,-1");
  CHECK(reader.headerBlock.find("<initrwgt>") != std::string::npos);
  for (auto const& made : events) {
    REQUIRE(reader.readEvent());
    auto const& weights = reader.hepeup.namedweights;
    REQUIRE(reader.hepeup.weights.size() == 3); // the nominal one in front
    CHECK(reader.hepeup.weights[1].first == 2 * made.weight);
    CHECK(reader.hepeup.weights[2].first == 0.5 * made.weight);
    CHECK(weights.size() == 2);
  }
}
