// SPDX-License-Identifier: BSL-1.0
#include <sstream>
#include <string>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/format/csv_reader.hpp>
#include <trident/format/lhef.hpp>
#include <trident/format/lhef_reader.hpp>
#include <trident/format/nuhepmc.hpp>
#include <trident/format/nuhepmc_reader.hpp>
#include <trident/target/inelastic_nucleon.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

#include "catch.hpp"
#include "containing.hpp"
#include "event_samples.hpp"

// Readers of event files: what was written comes back in any units and dialect, and of what was changed by hand nothing is
// read in part.

using namespace trident;
using namespace trident_test;

namespace {

/// Events on nuclei, protons of nuclei and hydrogen.
event_generator make_generator() {
  auto const process = channel(numu_to_numu_mumu{});
  monoenergetic const beam{10};
  return event_generator(
      {make_source(process, argon40{}, beam, scattering_regime::coherent, quick_preparation(0)),
       make_source(process, proton{}, beam, scattering_regime::quasi_elastic, quick_preparation(1))},
      1);
}

/// Of nucleons of nuclei and of hydrogen that become hadrons, light and heavy ones.
event_generator make_inelastic_generator() {
  auto const process = channel(numu_to_numu_mumu{});
  monoenergetic const beam{100};
  source_description hydrogen;
  hydrogen.process = process;
  hydrogen.regime = scattering_regime::inelastic;
  hydrogen.target_pdg_code = 2212;
  hydrogen.free_pdg_code = 1000010010;
  Trident const free{process, inelastic_proton{}, beam, standard_model{}};
  return event_generator(
      {make_source(process, inelastic_proton{}, beam, scattering_regime::inelastic, quick_preparation(0)),
       make_source(process, inelastic_neutron{}, beam, scattering_regime::inelastic, quick_preparation(1)),
       make_event_source(free, hydrogen, quick_preparation(2))},
      1);
}

struct sample {
  run_description run;
  std::vector<event> events;

  sample() : sample(ready()) {}
  explicit sample(event_generator const& generator, std::size_t count = 12) {
    run = describe(generator);
    run.configuration = {{"process", "8"}, {"target", "Ar"}, {"model", "SM"}, {"constants", "pdg"}};
    run.models = name_weights({"4F --gV 1 --gA -1"});
    run.placed = true;
    generator.generate(0, count, events);
    for (auto& one : events) {
      one.ratios = {1.5};
      one.vertex = {2, 1, -3, 4};
    }
  }

  template <class Format>
  std::string text(Format const& format = {}) const {
    std::string result;
    format.begin(result, run);
    for (auto const& one : events) format.write(result, one, run);
    format.end(result);
    return result;
  }

private:
  static event_generator const& ready() {
    static auto const generator = make_generator();
    return generator;
  }
};

template <class Reader>
std::vector<event> read(std::string const& text) {
  std::istringstream in(text);
  Reader reader(in);
  std::vector<event> events;
  while (reader.next()) events.push_back(reader.current());
  return events;
}

template <class Reader>
std::string refusal(std::string const& text) {
  try {
    read<Reader>(text);
  } catch (input_error const& error) { return error.what(); }
  return {};
}

std::string replaced(std::string text, std::string const& what, std::string const& by) {
  auto const at = text.find(what);
  INFO(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

std::string replaced_everywhere(std::string text, std::string const& what, std::string const& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

void require_same(event const& a, event const& b, double allowed) {
  auto const near = [&](double x, double y) { return std::abs(x - y) <= allowed * (1 + std::abs(y)); };
  REQUIRE(a.particles.size() == b.particles.size());
  for (std::size_t i = 0; i < a.particles.size(); ++i) {
    particle const &one = a.particles[i], &other = b.particles[i];
    REQUIRE(one.pdg_code == other.pdg_code);
    REQUIRE(one.status == other.status);
    REQUIRE(one.mother == other.mother);
    REQUIRE(one.helicity == other.helicity);
    auto const &p = one.momentum, &q = other.momentum;
    REQUIRE((near(p.e, q.e) && near(p.x, q.x) && near(p.y, q.y) && near(p.z, q.z)));
    REQUIRE(near(one.mass, other.mass));
  }
  REQUIRE((a.constituents.empty() || a.constituents.size() == b.constituents.size()));
  for (std::size_t i = 0; i < a.constituents.size(); ++i) {
    REQUIRE(a.constituents[i].pdg_code == b.constituents[i].pdg_code);
    REQUIRE(a.constituents[i].momentum.e == b.constituents[i].momentum.e);
    REQUIRE(a.constituents[i].momentum.z == b.constituents[i].momentum.z);
    REQUIRE(a.constituents[i].mass == b.constituents[i].mass);
  }
  REQUIRE(a.regime == b.regime);
  REQUIRE(a.process_id == b.process_id);
  auto const &x = a.vertex, &y = b.vertex;
  REQUIRE((near(x.e, y.e) && near(x.x, y.x) && near(x.y, y.y) && near(x.z, y.z)));
}

struct change {
  std::string what, by, said;
};

template <class Reader>
void require_refused(std::string const& text, std::vector<change> const& changes) {
  REQUIRE(read<Reader>(text).size() == 12);
  for (auto const& one : changes) {
    INFO(one.what << " -> " << one.by);
    auto const said = refusal<Reader>(replaced(text, one.what, one.by));
    CHECK_THAT(said, containing(one.said));
    CHECK(said.find('\n') == std::string::npos);
  }
}

/// Text from a line that begins so up to its end.
std::string line_of(std::string const& text, std::string const& begin) {
  auto const at = text.find('\n' + begin) + 1;
  REQUIRE(at != 0);
  return text.substr(at, text.find('\n', at) - at);
}

} // namespace

TEST_CASE("events come back from NuHepMC in either units, and without nuclei that come out") {
  sample made;
  made.run.units = GENERATE(event_units::gev_cm, event_units::mev_mm);
  made.run.recoil = GENERATE(recoil_writing::written, recoil_writing::left_out);
  auto const events = read<nuhepmc_reader>(made.text<nuhepmc_format>());
  REQUIRE(events.size() == made.events.size());
  for (std::size_t i = 0; i < events.size(); ++i) require_same(events[i], made.events[i], 1e-13);
}

TEST_CASE("events come back from LHEF") {
  sample const made;
  auto const events = read<lhef_reader>(made.text<lhef_format>());
  REQUIRE(events.size() == made.events.size());
  for (std::size_t i = 0; i < events.size(); ++i) require_same(events[i], made.events[i], 0);
}

TEST_CASE("events with a system of hadrons come back, and what contradicts it is refused") {
  sample made(make_inelastic_generator(), 60);
  made.run.beams = {{14, 0, {0, 5, 100}, {0.1, 0.2}, ""}};
  auto const lhef = made.text<lhef_format>(), nuhepmc = made.text<nuhepmc_format>();
  auto events = read<lhef_reader>(lhef);
  REQUIRE(events.size() == 60);
  int heavy = 0, free = 0;
  for (std::size_t i = 0; i < 60; ++i) {
    REQUIRE(events[i].constituents.size() == 2);
    require_same(events[i], made.events[i], 0);
    if (events[i].recoil().mass > 2) ++heavy;
    if (!events[i].has_struck_nucleon()) ++free;
  }
  CHECK((heavy > 5 && heavy < 55));
  CHECK((free > 0 && free < 55));
  // without the line that has the system itself, which others may drop, it is the sum
  auto const without = [](std::string text) {
    for (auto at = text.find("#hadrons"); at != std::string::npos; at = text.find("#hadrons"))
      text.erase(at, text.find('\n', at) + 1 - at);
    return text;
  };
  events = read<lhef_reader>(without(lhef));
  for (std::size_t i = 0; i < 60; ++i) require_same(events[i], made.events[i], 1e-12);
  events = read<nuhepmc_reader>(nuhepmc);
  for (std::size_t i = 0; i < 60; ++i) require_same(events[i], made.events[i], 0);
  CHECK(nuhepmc.find("A NuHepMC.ParticleStatusIDs 1 4 20 21 23\n") != std::string::npos);
  CHECK(nuhepmc.find("A NuHepMC.AdditionalParticleNumbers 2009900000 91\n") != std::string::npos);

  auto const refused = [](std::string const& said, std::string const& what) {
    CHECK_THAT(said, containing(what));
  };
  refused(refusal<lhef_reader>(replaced(lhef, "#hadrons ", "#hadrons 1 ")), "five numbers");
  auto const hadrons = line_of(lhef, "#hadrons ");
  auto const moved = "#hadrons 7" + hadrons.substr(hadrons.find(' ', hadrons.find(' ') + 1));
  refused(refusal<lhef_reader>(replaced(lhef, hadrons, moved)), "not the system that they belong");
  auto const line = line_of(nuhepmc, "P 8 -2 91 ");
  refused(refusal<nuhepmc_reader>(replaced(nuhepmc, line, line.substr(0, line.size() - 2) + "1")),
          "code 91 and the status 23");
  auto other = line;
  other.replace(other.find(" 91 "), 4, " 2212 ");
  refused(refusal<nuhepmc_reader>(replaced(nuhepmc, line, other)), "code 91 and the status 23");
}

TEST_CASE("helicities that are not there, or that nobody has, are unknown") {
  sample const made;
  auto const nuhepmc = made.text<nuhepmc_format>(), lhef = made.text<lhef_format>();
  REQUIRE(made.events[0].lepton_minus().helicity != 0);
  auto const line = line_of(nuhepmc, "A 4 helicity ");
  for (std::string const text : {"", "A 4 helicity 0.5", "A 4 helicity 1 1", "A 4 spin 1"}) {
    auto const events = read<nuhepmc_reader>(replaced(nuhepmc, line, text));
    CHECK(events[0].lepton_minus().helicity == 0);
    CHECK(events[0].lepton_plus().helicity == made.events[0].lepton_plus().helicity);
    CHECK(events[0].neutrino_in().helicity == -1);
  }
  auto const minus = line_of(lhef, "13 1 ");
  for (std::string const spin : {"9", "0.25", "-2", "0"}) {
    auto const events =
        read<lhef_reader>(replaced(lhef, minus, minus.substr(0, minus.rfind(' ') + 1) + spin));
    CHECK(events[0].lepton_minus().helicity == 0);
    CHECK(events[0].neutrino_out().helicity == -1);
  }
  auto const right = read<lhef_reader>(replaced(lhef, minus, minus.substr(0, minus.rfind(' ') + 1) + "+1.0"));
  CHECK(right[0].lepton_minus().helicity == 1);
}

TEST_CASE("line ends, marks, tabs, plus signs, Fortran's exponents and comments change nothing") {
  sample const made;
  auto const nuhepmc = made.text<nuhepmc_format>(), lhef = made.text<lhef_format>();
  auto const mark = "\xef\xbb\xbf";
  for (auto const& text : {replaced_everywhere(nuhepmc, "\n", "\r\n"), mark + nuhepmc,
                           replaced(nuhepmc, "P 1 0 14 0 0 10 10", "P\t1 0 +14 1e-400 0 +1.0D+01 1d1")}) {
    auto const events = read<nuhepmc_reader>(text);
    REQUIRE(events.size() == made.events.size());
    for (std::size_t i = 0; i < events.size(); ++i) require_same(events[i], made.events[i], 1e-15);
  }
  for (auto const& text :
       {replaced_everywhere(lhef, "\n", "\r\n"), mark + lhef, "<?xml version=\"1.0\"?>\n" + lhef,
        replaced_everywhere(lhef, "</event>",
                            "# a comment\n<mgrwt> 1 2\n</mgrwt>\n<!-- more\n<event> -->\n</event>"),
        replaced_everywhere(lhef, "<event>", "<event npLO=\"1\">"),
        replaced_everywhere(lhef, "\n14 -1 0 0 0 0 0 0 10 10",
                            "\n# in between\n  +14 -1\t0 0 0 0 1e-400 -0 1.0D+01 1d1"),
        replaced(lhef, "<init>", "<!-- <init> -->\n<init>"),
        replaced(lhef, "</init>", "<xsecinfo neve=\"0\" totxsec=\"1\"/>\n</init>"),
        lhef.substr(0, lhef.size() - 1)}) {
    auto const events = read<lhef_reader>(text);
    REQUIRE(events.size() == made.events.size());
    for (std::size_t i = 0; i < events.size(); ++i) require_same(events[i], made.events[i], 1e-15);
  }
}

TEST_CASE("nothing of a NuHepMC file is read in part, and nothing in it contradicts the rest") {
  sample const made;
  auto const text = made.text<nuhepmc_format>();
  auto const end = std::string("HepMC::Asciiv3-END_EVENT_LISTING\n\n");
  auto const beam = line_of(text, "P 1 "), target = line_of(text, "P 2 "), weights = line_of(text, "W 1");
  auto const minus = text.substr(text.find(" 13 ") - 6, 20);
  require_refused<nuhepmc_reader>(
      text, {{end, end + text, "has one listing"},
             {end, end + "E 99 1 6\n", "has one listing"},
             {end, "", "truncated"},
             {"U GEV CM\n", "U GEV LIGHTYEAR\n", "names no units"},
             {"U GEV CM\n", "U TEV CM\n", "names no units"},
             {"U GEV CM\n", "U MEV CM\n", "must be near"},
             {"U GEV CM\n", "", "units must stand before"},
             {"U GEV CM\n", "U GEV CM\nU GEV CM\n", "second line of this kind"},
             {weights, weights + " 2", "weights, and the head names 2"},
             {weights, "W 1", "weights, and the head names 2"},
             {weights, "W nan 1", "not finite"},
             {weights + "\n", "", "no line W"},
             {weights, weights + "\n" + weights, "second line of this kind"},
             {"\nW CV", "\nW CV\\|CV", "there twice"},
             {"\nW CV", "\nW XX", "first weight must be CV"},
             {"\nE 1 ", "\nE 0 ", "is there twice"},
             {"\nE 1 ", "\nE -1 ", "is not a number"},
             {"\nE 1 ", "\nE 99999999999999999999 ", "too large"},
             {"\nE 0 1 6", "\nE 0 1 7", "1 vertices and 7 particles"},
             {"\nE 0 1 6", "\nE 0 2 6", "2 vertices and 6 particles"},
             {"[1,2]", "[1]", "neither final nor"},
             {"[1,2]", "[1,1]", "goes into two vertices"},
             {"[1,2]", "[1,7]", "does not stand before it"},
             {"[1,2]", "(1,2)", "no list of particles"},
             {"\nV -1 1 ", "\nV -2 1 ", "must be number -1"},
             {"\nV -1 1 ", "\nV -1 2 ", "none that trident gives to vertices"},
             {beam, beam.substr(0, beam.size() - 1) + "3", "none that trident gives"},
             {beam, "P 2" + beam.substr(3), "must be number 1"},
             {beam + "\n", beam + "\n" + beam + "\n", "must be number 2"},
             {target, target.substr(0, target.size() - 2) + "4", "second incoming neutrino"},
             {minus, replaced(minus, " 13 ", " 11 "), "has a particle 13"},
             {"signal_process_id 760", "signal_process_id 752", "has a particle"},
             {"signal_process_id 760", "signal_process_id 1", "none of trident's"},
             {"A 0 signal_process_id 760\n", "", "no line A 0 signal_process_id"},
             {"\nA 0 lab_pos", "\nQ 0 lab_pos", "no line of an event"},
             {"A 0 lab_pos 1 -3 4", "A 0 lab_pos 1 inf 4", "not finite"},
             {"A NuHepMC.Provenance.model SM", "A NuHepMC.Provenance.model SM\nA NuHepMC.Provenance.model 4F",
              "the head says model"},
             {beam, "P 1 0 14 0 0 11 11 0 4", "not conserved"},
             {beam, "P 1 0 14 0 0 10 11 0 4", "do not fit"}});
  CHECK_THAT(refusal<nuhepmc_reader>(text.substr(0, text.size() / 2)), containing("truncated"));
  CHECK_THAT(refusal<nuhepmc_reader>(replaced(text, "P 1 0 14", std::string("P 1 0 1\0", 8))),
             containing("byte 0"));
}

TEST_CASE("nothing of a Les Houches file is read in part, and nothing in it contradicts the rest") {
  sample const made;
  auto const text = made.text<lhef_format>();
  std::string const end = "</LesHouchesEvents>\n", beam = "\n14 -1 0 0 0 0 0 0 10 10 0 0 -1";
  auto const weight = line_of(text, "<wgt"), head = text.substr(0, text.find("<event>"));
  require_refused<lhef_reader>(
      text, {{end, end + text, "has one listing"},
             {end, end + "<event>\n", "has one listing"},
             {end, "", "truncated"},
             {"</event>\n<event>\n", "</event>\nlost\n<event>\n", "not expected between events"},
             {"</event>\n<event>\n", "<event>\n", "has no </event>"},
             {"<event>\n", head + "<event>\n", "not expected"},
             {"<init>\n", "<init>\n</init>\n<init>\n", "second"},
             {"<header>\n", "<header>\n</header>\n<header>\n", "second"},
             {"<event>\n6 ", "<event>\n7 ", "says 7 particles, and has 6"},
             {"<event>\n6 ", "<event>\n5 ", "particles, and has 6"},
             {"<event>\n6 760", "<event>\n6 752", "has a particle"},
             {beam, beam + beam, "second target"},
             {beam, "\n14 -1 0 0 0 0 0 0 10000 10000 0 0 9", "not conserved"},
             {beam, "\n14 3 0 0 0 0 0 0 10 10 0 0 9", "none that trident gives"},
             {beam, beam + " 7", "13 words, not 14"},
             {"\n14 1 1 2 ", "\n14 1 1 9 ", "mother 9"},
             {"0.1056583755 0 ", "105.6583755 0 ", "must be near"},
             {weight + "\n", "", "weights beside its own"},
             {weight, weight + "\n" + weight, "not the one that the head names"},
             {weight, replaced(weight, "4F", "5F"), "not the one that the head names"},
             {weight, "<wgt id=\"" + made.run.models[0].name + "\">x</wgt>", "is not a number"},
             {"<weight id=\"4F", "<weight id=\"5F", "not those of <init>"},
             {"model = SM", "model = SM\nmodel = 4F", "the head says model"},
             {" 0 0 0 0 0 3 2\n", " 0 0 0 0 0 3 3\n", "NPRUP"},
             {" 10 0 0 0 0 0 3 2\n", " 5 0 0 0 0 0 3 2\n", "5 GeV at most"}});
  CHECK_THAT(refusal<lhef_reader>(text.substr(0, text.size() / 2)), containing("truncated"));
}

TEST_CASE("files of version 0.1.0, whose weights are called after the words of their models, get names that "
          "others read") {
  sample const made;
  auto text = replaced(made.text<nuhepmc_format>(), "\\|" + made.run.models[0].name, "\\|4F --gV 1 --gA -1");
  text = replaced(text, "also-model[1]", "also-model");
  std::istringstream in(text);
  nuhepmc_reader reader(in);
  REQUIRE(reader.head().models.size() == 1);
  CHECK(reader.head().models[0].text == "4F --gV 1 --gA -1");
  CHECK(reader.head_text({}) == made.text<nuhepmc_format>().substr(0, reader.head_text({}).size()));
}

TEST_CASE("names of weights are one word each, whatever the models, and each is there once") {
  auto const named =
      name_weights({"LmuLtau --coupling 1e-3 --mass 0.1", "a, b;c", "a, b|c", "", "CV", "x"}, {"x"});
  std::vector<std::string> names;
  for (auto const& one : named) names.push_back(one.name);
  CHECK(names == std::vector<std::string>{"LmuLtau_coupling=1e-3_mass=0.1", "a:_b_c", "a:_b_c_2", "model",
                                          "CV_2", "x_2"});
}

TEST_CASE("a table of events is read whole or refused") {
  std::string const text = "# trident events\n# process = 8\nevent,weight,E_nu\n0,1,5\n1,2,6\n";
  constexpr std::array<std::string_view, 2> columns = {"E_nu", "weight"};
  auto const read_table = [&](std::string const& from) {
    std::istringstream in(from);
    csv_reader reader(in, columns);
    std::vector<double> all;
    for (std::array<double, 2> row{}; reader.next(row);) all.insert(all.end(), row.begin(), row.end());
    return all;
  };
  for (auto const& one : {text, replaced_everywhere(text, "\n", "\r\n"), replaced(text, ",5", ", +0.5D1 ")})
    CHECK(read_table(one) == std::vector<double>{5, 1, 6, 2});
  for (auto const& [what, by, said] : std::vector<change>{{"1,2,6\n", "1,2,6\n" + text, "one table"},
                                                          {"1,2,6\n", "1,2,6", "truncated"},
                                                          {"1,2,6\n", "1,2\n", "2 cells"},
                                                          {"1,2,6\n", "1,2,6,7\n", "4 cells"},
                                                          {"1,2,6\n", "0,2,6\n", "there twice"},
                                                          {"1,2,6\n", "1,nan,6\n", "not finite"},
                                                          {"E_nu", "E", "no column \"E_nu\""},
                                                          {"event,", "E_nu,", "two columns"}}) {
    INFO(by);
    CHECK_THROWS_WITH(read_table(replaced(text, what, by)), containing(said));
  }
}
