// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <map>
#include <sstream>

#include <HepMC3/Attribute.h>
#include <HepMC3/GenEvent.h>
#include <HepMC3/GenParticle.h>
#include <HepMC3/GenVertex.h>
#include <HepMC3/ReaderAscii.h>

#include <trident/flux/flux.hpp>
#include <trident/format/nuhepmc.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "event_samples.hpp"

// Files as HepMC3's own reader understands them. Numbers in brackets are those of NuHepMC 1.0.

using namespace trident;
using namespace trident_test;

namespace {

event_generator make_generator() {
  auto const process = channel(numu_to_numu_mumu{});
  monoenergetic const beam{10};
  return event_generator(
      {make_source(process, argon40{}, beam, scattering_regime::coherent, quick_preparation(0)),
       make_source(process, proton{}, beam, scattering_regime::quasi_elastic, quick_preparation(1)),
       make_source(process, neutron{}, beam, scattering_regime::quasi_elastic, quick_preparation(2))},
      1);
}

struct written_file {
  std::vector<event> events;
  std::string text;
};

written_file write(event_generator const& generator, std::size_t count) {
  written_file file;
  nuhepmc_format const format;
  auto const run = describe(generator);
  generator.generate(0, count, file.events);
  format.begin(file.text, run);
  for (auto const& one : file.events) format.write(file.text, one, run);
  format.end(file.text);
  return file;
}

/// Shared, because copies of an event lose what belongs to the run.
std::vector<std::shared_ptr<HepMC3::GenEvent>> read(std::string const& text) {
  std::istringstream stream(text);
  HepMC3::ReaderAscii reader(stream);
  std::vector<std::shared_ptr<HepMC3::GenEvent>> events;
  while (!reader.failed()) {
    auto const one = std::make_shared<HepMC3::GenEvent>();
    reader.read_event(*one);
    if (!reader.failed()) events.push_back(one);
  }
  return events;
}

std::string run_attribute(HepMC3::GenEvent const& e, std::string const& name) {
  return e.run_info()->attribute_as_string(name);
}

std::map<int, int> statuses_of(HepMC3::GenEvent const& e) {
  std::map<int, int> count;
  for (auto const& p : e.particles()) ++count[p->status()];
  return count;
}

} // namespace

TEST_CASE("HepMC3 reads every event, the last included") {
  auto const file = write(make_generator(), 300);
  auto const read_back = read(file.text);
  REQUIRE(read_back.size() == 300);
  for (std::size_t i = 0; i < 300; ++i) {
    auto const& e = *read_back[i];
    auto const& made = file.events[i];
    REQUIRE(e.event_number() == static_cast<int>(i)); // [E.R.2]
    REQUIRE(e.momentum_unit() == HepMC3::Units::GEV); // [E.R.4]
    REQUIRE(e.length_unit() == HepMC3::Units::CM);
    REQUIRE(e.attribute_as_string("signal_process_id") == std::to_string(made.process_id)); // [E.R.3]
    REQUIRE(e.attribute_as_string("lab_pos") == "0 0 0 0");                                 // [E.R.5]
    REQUIRE(e.weight("CV") == made.weight);                                                 // [G.R.7]
    bool const bound = made.regime == scattering_regime::quasi_elastic;
    auto const statuses = statuses_of(e); // [E.R.7, P.R.1]
    auto const expected = bound ? std::map<int, int>{{1, 5}, {4, 1}, {20, 1}, {21, 1}}
                                : std::map<int, int>{{1, 4}, {4, 1}, {20, 1}};
    REQUIRE(statuses == expected);
    int primary = 0; // [E.R.6]
    for (auto const& v : e.vertices()) primary += v->status() == 1 ? 1 : 0;
    REQUIRE(primary == 1);
    REQUIRE(e.vertices().size() == (bound ? 2u : 1u));
  }
}

TEST_CASE("momenta come back bit for bit and are conserved at each vertex") {
  auto const file = write(make_generator(), 300);
  auto const read_back = read(file.text);
  for (std::size_t i = 0; i < read_back.size(); ++i) {
    for (auto const& p : read_back[i]->particles())
      if (p->pid() == 13) {
        REQUIRE(p->momentum().e() == file.events[i].lepton_minus().momentum.e);
        REQUIRE(p->momentum().px() == file.events[i].lepton_minus().momentum.x);
        REQUIRE(p->momentum().pz() == file.events[i].lepton_minus().momentum.z);
        REQUIRE(p->generated_mass() == file.events[i].lepton_minus().mass);
      }
    for (auto const& v : read_back[i]->vertices()) {
      HepMC3::FourVector sum;
      for (auto const& p : v->particles_in()) sum += p->momentum();
      for (auto const& p : v->particles_out()) sum -= p->momentum();
      for (double const component : {sum.px(), sum.py(), sum.pz(), sum.e()})
        REQUIRE(std::abs(component) < 1e-13 * 50); // 50 GeV: neutrino and nucleus
    }
  }
}

TEST_CASE("charged leptons have their helicity, and their spin along the momentum or against it") {
  auto const file = write(make_generator(), 300);
  auto const read_back = read(file.text);
  std::map<std::string, int> seen;
  for (std::size_t i = 0; i < read_back.size(); ++i)
    for (auto const& p : read_back[i]->particles()) {
      auto const text = p->attribute_as_string("helicity");
      REQUIRE(text.empty() == (std::abs(p->pid()) != 13));
      if (text.empty()) continue;
      auto const& made = p->pid() > 0 ? file.events[i].lepton_minus() : file.events[i].lepton_plus();
      REQUIRE(std::stoi(text) == made.helicity);
      ++seen[text];
      double const theta = p->attribute<HepMC3::DoubleAttribute>("theta")->value(),
                   phi = p->attribute<HepMC3::DoubleAttribute>("phi")->value();
      auto const& k = made.momentum;
      double const along =
          (std::sin(theta) * (std::cos(phi) * k.x + std::sin(phi) * k.y) + std::cos(theta) * k.z) /
          k.momentum();
      CHECK(along == Approx(made.helicity).epsilon(1e-14));
    }
  CHECK(seen.size() == 2);
}

TEST_CASE("hadrons that a nucleon became are one particle that is not final, and momentum is conserved") {
  auto const process = channel(numu_to_numu_mumu{});
  monoenergetic const beam{10};
  event_generator const generator(
      {make_source(process, inelastic_proton{}, beam, scattering_regime::inelastic, quick_preparation(0)),
       make_source(process, inelastic_neutron{}, beam, scattering_regime::inelastic, quick_preparation(1))},
      1);
  auto const file = write(generator, 100);
  auto const read_back = read(file.text);
  REQUIRE(read_back.size() == 100);
  for (std::size_t i = 0; i < read_back.size(); ++i) {
    auto const& e = *read_back[i];
    auto const& made = file.events[i];
    CHECK(statuses_of(e) == std::map<int, int>{{1, 4}, {4, 1}, {20, 1}, {21, 1}, {23, 1}});
    for (auto const& p : e.particles()) {
      if (p->status() != 23) continue;
      CHECK(p->pid() == 91);
      CHECK(p->momentum().e() == made.recoil().momentum.e);
      CHECK(p->momentum().px() == made.recoil().momentum.x);
      CHECK(p->generated_mass() == made.recoil().mass);
      CHECK(p->attribute_as_string("baryon_number") == "1");
      CHECK(p->attribute_as_string("charge") == (made.struck().pdg_code == 2212 ? "1" : "0"));
      CHECK(std::stod(p->attribute_as_string("M_X")) == made.recoil().mass);
      CHECK_FALSE(p->end_vertex());
      CHECK(p->production_vertex()->status() == 1);
    }
    for (auto const& v : e.vertices()) {
      HepMC3::FourVector sum;
      for (auto const& p : v->particles_in()) sum += p->momentum();
      for (auto const& p : v->particles_out()) sum -= p->momentum();
      for (double const component : {sum.px(), sum.py(), sum.pz(), sum.e()})
        CHECK(std::abs(component) < 1e-13 * 50);
    }
  }
  auto const& head = *read_back.front();
  CHECK(run_attribute(head, "NuHepMC.ProcessIDs") == "861");
  CHECK(run_attribute(head, "NuHepMC.ParticleStatusInfo[23].Description").find("do not see it") !=
        std::string::npos);
  CHECK(run_attribute(head, "NuHepMC.AdditionalParticleNumber[91].Name") == "HadronicSystem");
}

TEST_CASE(
    "attributes of hadrons stand on their particle in any units, with nuclei that come out or without") {
  auto const process = channel(numu_to_numu_mumu{});
  source_description hydrogen;
  hydrogen.process = process;
  hydrogen.regime = scattering_regime::inelastic;
  hydrogen.target_pdg_code = 2212;
  hydrogen.free_pdg_code = 1000010010;
  monoenergetic const beam{10};
  Trident const free{process, inelastic_proton{}, beam, standard_model{}};
  event_generator const generator(
      {make_source(process, inelastic_neutron{}, beam, scattering_regime::inelastic, quick_preparation(0)),
       make_event_source(free, hydrogen, quick_preparation(1))},
      1);
  auto run = describe(generator);
  run.units = GENERATE(event_units::gev_cm, event_units::mev_mm);
  run.recoil = GENERATE(recoil_writing::written, recoil_writing::left_out);
  std::vector<event> made;
  generator.generate(0, 30, made);
  std::string text;
  nuhepmc_format const format;
  format.begin(text, run);
  for (auto const& one : made) format.write(text, one, run);
  format.end(text);
  auto const events = read(text);
  REQUIRE(events.size() == 30);
  int described = 0;
  for (auto const& e : events)
    for (auto const& p : e->particles()) {
      CHECK((p->status() == 23) == !p->attribute_as_string("M_X").empty());
      if (p->status() != 23) continue;
      CHECK(std::stod(p->attribute_as_string("M_X")) == p->generated_mass());
      ++described;
    }
  CHECK(described == 30);
}

TEST_CASE("the head says what NuHepMC asks for") {
  auto const generator = make_generator();
  auto const events = read(write(generator, 1).text);
  REQUIRE(events.size() == 1);
  auto const& e = *events.front();
  CHECK(e.run_info()->weight_names() == std::vector<std::string>{"CV"});
  REQUIRE(e.run_info()->tools().size() == 1); // [G.R.3]
  CHECK(e.run_info()->tools().front().name == "trident");
  CHECK(e.run_info()->tools().front().version == std::string(version));
  CHECK(run_attribute(e, "NuHepMC.Version.Major") == "1");
  CHECK(run_attribute(e, "NuHepMC.Version.Minor") == "0");
  CHECK(run_attribute(e, "NuHepMC.Version.Patch") == "0");
  CHECK(run_attribute(e, "NuHepMC.Units.CrossSection.Unit") == "pb");
  CHECK(run_attribute(e, "NuHepMC.Units.CrossSection.TargetScale") == "PerAtom");
  CHECK(std::stod(run_attribute(e, "NuHepMC.FluxAveragedTotalCrossSection")) ==
        Approx(generator.cross_section() * 1e-3).epsilon(1e-15)); // 1 fb = 1e-3 pb
  CHECK(run_attribute(e, "NuHepMC.ProcessIDs") == "760 761");
  for (std::string const key : {"Conventions",
                                "ProcessInfo[760].Name",
                                "ProcessInfo[761].Description",
                                "VertexStatusIDs",
                                "VertexStatusInfo[21].Name",
                                "VertexStatusInfo[1].Description",
                                "ParticleStatusIDs",
                                "ParticleStatusInfo[20].Name",
                                "ParticleStatusInfo[21].Description",
                                "AdditionalParticleNumbers",
                                "AdditionalParticleNumber[2009900000].Name",
                                "Beam[14].Type",
                                "Beam[14].EnergyUnit",
                                "Beam[14].Histogram.BinEdges",
                                "Beam[14].Histogram.BinContent",
                                "Beam[14].Histogram.ContentIsPerWidth",
                                "Citations.Generator.arXiv",
                                "Provenance.Seed",
                                "TargetComposition",
                                "TargetMaterialRelativeAtomicAbundance",
                                "Beam.FluxUnit",
                                "Beam[14].FluxUnit"}) {
    INFO(key);
    CHECK_FALSE(run_attribute(e, "NuHepMC." + key).empty());
  }
}

TEST_CASE("without its last line a file would lose its last event") {
  auto text = write(make_generator(), 3).text;
  text.resize(text.find("HepMC::Asciiv3-END_EVENT_LISTING"));
  CHECK(read(text).size() == 2);
}

TEST_CASE("a grid of models, whatever their words: HepMC3 reads as many names as weights") {
  auto file = write(make_generator(), 20);
  auto run = describe(make_generator());
  run.models =
      name_weights({"LmuLtau --coupling 1e-3 --mass 0.1", "LmuLtau --coupling 1e-3 --mass 0.2",
                    "Zprime --coupling 1 --mass 2 --charges 0,1,-1",
                    "Zprime --coupling 1 --mass 2 --charges 0:1:-1", "CV", "SM", "4F --gV -1 --gA 1"});
  std::string text;
  nuhepmc_format const format;
  format.begin(text, run);
  for (auto one : file.events) {
    for (std::size_t i = 0; i < run.models.size(); ++i) one.ratios.push_back(static_cast<double>(i));
    format.write(text, one, run);
  }
  format.end(text);
  auto const events = read(text);
  REQUIRE(events.size() == 20);
  auto const names = events.front()->run_info()->weight_names();
  REQUIRE(names == std::vector<std::string>{
                       "CV", "LmuLtau_coupling=1e-3_mass=0.1", "LmuLtau_coupling=1e-3_mass=0.2",
                       "Zprime_coupling=1_mass=2_charges=0:1:-1", "Zprime_coupling=1_mass=2_charges=0:1:-1_2",
                       "CV_2", "SM", "4F_gV=-1_gA=1"});
  for (auto const& e : events)
    for (std::size_t i = 0; i < run.models.size(); ++i)
      REQUIRE(e->weight(names[i + 1]) == static_cast<double>(i) * e->weight("CV"));
  for (std::size_t i = 0; i < run.models.size(); ++i)
    CHECK(run_attribute(*events.front(), "NuHepMC.Provenance.also-model[" + std::to_string(i + 1) + "]") ==
          run.models[i].text);
}

TEST_CASE(
    "positions stand on the vertices, in the units of the file, and nuclei that come out can be left out") {
  auto const generator = make_generator();
  auto run = describe(generator);
  run.placed = true;
  run.units = GENERATE(event_units::gev_cm, event_units::mev_mm);
  run.recoil = GENERATE(recoil_writing::written, recoil_writing::left_out);
  std::vector<event> made;
  generator.generate(0, 30, made);
  std::string text;
  nuhepmc_format const format;
  format.begin(text, run);
  for (auto& one : made) {
    one.vertex = {2, 1, -3, 4}; // 2 ns; 1, -3, 4 cm
    format.write(text, one, run);
  }
  format.end(text);
  auto const events = read(text);
  REQUIRE(events.size() == 30);
  bool const mev = run.units == event_units::mev_mm;
  double const length = mev ? 10 : 1, momentum = mev ? 1000 : 1;
  for (std::size_t i = 0; i < 30; ++i) {
    auto const& e = *events[i];
    CHECK(e.momentum_unit() == (mev ? HepMC3::Units::MEV : HepMC3::Units::GEV));
    CHECK(e.length_unit() == (mev ? HepMC3::Units::MM : HepMC3::Units::CM));
    for (auto const& v : e.vertices()) {
      CHECK(v->position().x() == 1 * length);
      CHECK(v->position().y() == -3 * length);
      CHECK(v->position().z() == 4 * length);
      CHECK(v->position().t() == Approx(2 * 29.9792458 * length)); // c t
    }
    std::size_t recoils = 0;
    for (auto const& p : e.particles()) {
      if (p->pid() == 13) CHECK(p->momentum().e() == Approx(made[i].lepton_minus().momentum.e * momentum));
      recoils += p->status() == 1 && p->pid() > 2000 && p->pid() != 2009900000 ? 1 : 0;
    }
    bool const nucleus = made[i].regime == scattering_regime::coherent; // nucleons stay
    CHECK(recoils == (nucleus && run.recoil == recoil_writing::left_out ? 0 : 1));
  }
}

TEST_CASE("the exposure of a sample and the rays of its events are read") {
  auto const generator = make_generator();
  auto run = describe(generator);
  run.placed = run.of_rays = true;
  run.exposure = exposure_entry{exposure_unit::protons_on_target, 1.1e21, 4, 3.9, 67.2, "dune-nd", "fhc"};
  std::vector<event> events;
  generator.generate(0, 4, events);
  std::string text;
  nuhepmc_format const format;
  format.begin(text, run);
  for (auto one : events) {
    one.ray = one.number + 7;
    format.write(text, one, run);
  }
  format.end(text);
  auto const read_back = read(text);
  REQUIRE(read_back.size() == 4);
  auto const& head = *read_back.front();
  CHECK(head.run_info()->attribute<HepMC3::DoubleAttribute>("NuHepMC.Exposure.POT")->value() ==
        1.1e21); // [G.C.1]
  CHECK(run_attribute(head, "NuHepMC.Exposure.NEvents") == "4");
  CHECK(std::stod(run_attribute(head, "trident.exposure_per_event")) == 1.1e21 / 4);
  CHECK(run_attribute(head, "NuHepMC.Conventions").find("G.C.1 ") == 0);
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(read_back[i]->attribute_as_string("ray") == std::to_string(i + 7));
  run.exposure->unit = exposure_unit::seconds;
  text.clear();
  format.begin(text, run);
  CHECK(text.find("A NuHepMC.Exposure.Livetime 1.1e+21\n") != std::string::npos);
  auto const half = run.exposure->of_part(2);
  CHECK(half.amount == 0.55e21);
  CHECK(half.per_event() == run.exposure->per_event());
}
