// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// trident events and trident resume, as a user runs them.

namespace {

/// trident events --quiet --seed 5 on argon at 5 GeV, with these words after it.
words events_line(std::string const& out, words const& more) {
  words line = {"events",   "--quiet", "--seed",   "5", "--process", "8",
                "--target", "Ar",      "--energy", "5", "--out",     out};
  line.insert(line.end(), more.begin(), more.end());
  return line;
}

std::string shell_line(words const& line) {
  std::string text = "\"$TRIDENT\"";
  for (auto const& word : line) text += ' ' + quoted(word);
  return text;
}

std::size_t count_of(std::string const& text, std::string const& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

std::size_t files_in(scratch_folder const& folder) {
  auto const path = std::filesystem::path(folder.file("x")).parent_path();
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path), {}));
}

/// Sends a signal to a run to the file in the midst of its events.
program_run cut_short(std::string const& out, words const& more, int signal) {
  return run_shell(signalled(signal, "write", 20) + shell_line(events_line(out, more)));
}

} // namespace

TEST_CASE("every format has all events and ends as it should") {
  scratch_folder const folder;
  struct expectation {
    std::string file, of_an_event, end;
  };
  for (auto const& [file, of_an_event, end] :
       std::vector<expectation>{{"a.hepmc3", "\nE ", "HepMC::Asciiv3-END_EVENT_LISTING\n\n"},
                                {"a.lhe", "<event>\n", "</LesHouchesEvents>\n"},
                                {"a.hepevt", " 6\n", "\n"},
                                {"a.txt", "</event>\n", "</event>\n"},
                                {"a.csv", ",coherent,", "\n"}}) {
    INFO(file);
    auto const run = run_program(events_line(folder.file(file), {"-n", "37"}));
    CHECK(run.status == 0);
    CHECK(run.errors.empty());
    auto const text = read_file(folder.file(file));
    CHECK(count_of(text, of_an_event) == 37);
    CHECK(text.ends_with(end));
  }
  CHECK(files_in(folder) == 5); // nothing is left beside them
}

TEST_CASE("the summary says what was made") {
  scratch_folder const folder;
  auto const run = run_program(events_line(folder.file("a.lhe"), {"-n", "1000", "--format", "json"}));
  REQUIRE(run.status == 0);
  auto const summary = run.json();
  CHECK(summary["events"] == 1000);
  CHECK(summary["complete"] == true);
  CHECK(summary["seed"] == 5);
  CHECK(summary["file_format"] == "lhef");
  CHECK(summary["configuration"]["process"] == "8");
  CHECK(summary["efficiency"].get<double>() > 0.3);
  CHECK(summary["effective_sample_size"].get<double>() > 990);
  // the same cross section as `trident cross-section`, each to 1e-3
  auto const integrated =
      run_cross_section({"--process", "8", "--target", "Ar", "--energy", "5", "--precision", "1e-3"}).json();
  CHECK(summary["cross_section_fb"].get<double>() ==
        Approx(integrated["value_fb"].get<double>()).epsilon(6e-3));
}

TEST_CASE("a seed that is not given is drawn, printed and stored") {
  scratch_folder const folder;
  words line = events_line(folder.file("a.hepmc3"), {"-n", "10", "--format", "json"});
  line.erase(line.begin() + 2, line.begin() + 4);
  auto const first = run_program(line).json();
  auto const seed = std::to_string(first["seed"].get<std::uint64_t>());
  auto const text = read_file(folder.file("a.hepmc3"));
  CHECK_THAT(text, containing("A NuHepMC.Provenance.Seed " + seed + "\n"));
  line.insert(line.end(), {"--seed", seed});
  REQUIRE(run_program(line).status == 0);
  CHECK(read_file(folder.file("a.hepmc3")) == text);
}

TEST_CASE("the same bytes for any number of threads and pieces, and for one event alone") {
  scratch_folder const folder;
  words const physics = {"-n", "5000", "--regime", "total"};
  auto const make = [&](std::string const& file, words const& more) {
    auto line = events_line(folder.file(file), physics);
    line.insert(line.end(), more.begin(), more.end());
    REQUIRE(run_program(line).status == 0);
  };
  make("one.hepevt", {"--threads", "1"});
  make("two.hepevt", {"--threads", "2"});
  make("cut.hepevt", {"--split", "12"});
  auto const whole = read_file(folder.file("one.hepevt"));
  CHECK(read_file(folder.file("two.hepevt")) == whole);
  std::string pieces;
  for (int i = 1; i <= 12; ++i)
    pieces +=
        read_file(folder.file(std::string("cut_") + (i < 10 ? "0" : "") + std::to_string(i) + ".hepevt"));
  CHECK(pieces == whole);
  auto const single =
      run_program({"events", "--quiet", "--seed", "5", "--process", "8", "--target", "Ar", "--energy", "5",
                   "--regime", "total", "--event", "4321", "--file-format", "hepevt"});
  CHECK(single.status == 0);
  CHECK(single.output.starts_with("4321 6\n"));
  CHECK_THAT(whole, containing("\n" + single.output));
}

TEST_CASE("a total sample has nuclei, protons and neutrons in proportion, by process number") {
  scratch_folder const folder;
  auto const run = run_program(
      events_line(folder.file("a.csv"), {"-n", "20000", "--regime", "total", "--format", "json"}));
  REQUIRE(run.status == 0);
  auto const summary = run.json();
  REQUIRE(summary["processes"].size() == 3);
  auto const text = read_file(folder.file("a.csv"));
  double const expected =
      summary["processes"][0]["cross_section_fb"].get<double>() / summary["cross_section_fb"].get<double>();
  double const seen = static_cast<double>(count_of(text, ",coherent,")) / 20000;
  CHECK(seen == Approx(expected).margin(4 * std::sqrt(expected * (1 - expected) / 20000) +
                                        0.002)); // and its own error
  CHECK(count_of(text, ",bound,1000180400,2212,") > count_of(text, ",bound,1000180400,2112,"));
  double const of_inelastic =
      summary["processes"][2]["cross_section_fb"].get<double>() / summary["cross_section_fb"].get<double>();
  CHECK(static_cast<double>(count_of(text, ",inelastic,")) / 20000 ==
        Approx(of_inelastic).margin(4 * std::sqrt(of_inelastic / 20000) + 0.002));
}

TEST_CASE("strict events have no weight above 1, weighted ones have the cross section as mean") {
  scratch_folder const folder;
  auto const strict =
      run_program(events_line(folder.file("s.lhe"), {"-n", "3000", "--strict", "--format", "json"})).json();
  CHECK(strict["overweight_events"] == 0);
  CHECK(strict["largest_weight"] == 1.0);
  auto const weighted =
      run_program(events_line(folder.file("w.lhe"), {"-n", "20000", "--weighted", "--format", "json"}))
          .json();
  CHECK(weighted["sum_of_weights"].get<double>() / 20000 == Approx(1).epsilon(0.03)); // deviation 0.6 a point
}

TEST_CASE("an interrupted run leaves a valid file and resumes to the same bytes") {
  scratch_folder const folder;
  auto const file = folder.file("cut.lhe");
  words const more = {"--threads", "1", "-n", "20000"};
  auto const cut = cut_short(file, more, SIGTERM);
  REQUIRE(cut.status == 143); // 128 + SIGTERM
  REQUIRE_FALSE(std::filesystem::exists(file));
  CHECK(read_file(file + ".partial").ends_with("</LesHouchesEvents>\n"));
  CHECK_THAT(cut.output, containing("trident resume " + file));
  auto const resumed = run_program({"resume", file});
  CHECK(resumed.status == 0);
  REQUIRE(run_program(events_line(folder.file("whole.lhe"), more)).status == 0);
  CHECK(read_file(file) == read_file(folder.file("whole.lhe")));
  CHECK(files_in(folder) == 2);
}

TEST_CASE("a run that was killed outright resumes too") {
  scratch_folder const folder;
  words const more = {"--threads", "2", "--split", "3", "-n", "20000"};
  auto const cut = cut_short(folder.file("cut.csv"), more, SIGKILL);
  REQUIRE(cut.status == 137); // 128 + SIGKILL
  CHECK(run_program(events_line(folder.file("cut.csv"), more)).status ==
        0); // the same command goes on as well
  REQUIRE(run_program(events_line(folder.file("whole.csv"), more)).status == 0);
  for (std::string const piece : {"_1.csv", "_2.csv", "_3.csv"})
    CHECK(read_file(folder.file("cut" + piece)) == read_file(folder.file("whole" + piece)));
}

TEST_CASE("a file that cannot be written") {
  scratch_folder const folder;
  check_refused(run_program(events_line("/nonexistent/a.lhe", {"-n", "10"})),
                {"/nonexistent/a.lhe", "cannot be"});
  // a limit on the size of files stands for a full disk
  auto const out = folder.file("a.lhe");
  words const more = {"-n", "20000"};
  auto const run = run_shell("trap '' XFSZ; ulimit -f 2000; " + shell_line(events_line(out, more)));
  check_refused(run, {out, "cannot be written", "events are complete", "trident resume"});
  CHECK_FALSE(std::filesystem::exists(out));
  CHECK(run_program({"resume", out}).status == 0);
  REQUIRE(run_program(events_line(folder.file("whole.lhe"), more)).status == 0);
  CHECK(read_file(out) == read_file(folder.file("whole.lhe")));
}

TEST_CASE("events that make no sense are refused in one line") {
  scratch_folder const folder;
  auto const out = folder.file("a.lhe");
  struct refusal {
    words given, said;
  };
  for (auto const& [given, said] : std::vector<refusal>{
           {{}, {"-n is missing"}},
           {{"-n", "0"}, {"-n", "\"0\"", "from 1"}},
           {{"-n", "-5"}, {"-n", "\"-5\""}},
           {{"-n", "nan"}, {"\"nan\"", "whole number"}},
           {{"-n", "10", "--file-format", "root"}, {"\"root\"", "nuhepmc, lhef, hepevt, teg, csv"}},
           {{"-n", "10", "--split", "0"}, {"--split", "\"0\""}},
           {{"-n", "10", "--split", "11"}, {"--split is 11", "10 events"}},
           {{"-n", "10", "--strict", "--weighted"}, {"--strict", "--weighted"}},
           {{"-n", "10", "--beam-direction", "0,0,0"}, {"beam direction 0,0,0", "longer than 0"}},
           {{"-n", "10", "--beam-direction", "1,2"}, {"\"1,2\"", "three numbers"}},
           {{"-n", "10", "--box", "0:1,0:1"}, {"--box", "X0:X1,Y0:Y1,Z0:Z1"}},
           {{"-n", "10", "--box", "1:0,0:1,0:1"}, {"box side 1:0"}},
           {{"-n", "10", "--energy", "0.2"}, {"threshold"}},
           {{"-n", "10", "--process", "8,31"}, {"31", "1 to 30"}}}) {
    INFO((given.empty() ? std::string() : given.back()));
    auto line = events_line(out, given);
    for (std::string const option : {"--energy", "--process"})
      if (std::find(given.begin(), given.end(), option) != given.end()) {
        auto const at = std::find(line.begin(), line.end(), option);
        line.erase(at, at + 2);
      }
    check_refused(run_program(line), said);
  }
  check_refused(run_program({"events", "-n", "10", "--process", "8", "--target", "Ar", "--energy", "5"}),
                {"--out is missing"});
  check_refused(run_program({"resume", out}), {"no interrupted run", "a.lhe.resume"});
  CHECK(files_in(folder) == 0); // nothing half-written
}

TEST_CASE("a beam and a box of one's own") {
  scratch_folder const folder;
  auto const run =
      run_program(events_line(folder.file("a.hepevt"),
                              {"-n", "50", "--beam-direction", "0,-1,10", "--box", "-5:5,0:1,100:200,0:10"}));
  REQUIRE(run.status == 0);
  std::istringstream text(read_file(folder.file("a.hepevt")));
  std::string line;
  std::getline(text, line);
  std::getline(text, line); // the neutrino
  std::istringstream numbers(line);
  std::vector<double> field;
  for (double value; numbers >> value;) field.push_back(value);
  REQUIRE(field.size() == 15);
  CHECK(field[7] == Approx(-field[8] / 10)); // p_y and p_z
  CHECK((field[12] > 0 && field[12] < 1 && field[13] > 100 && field[13] < 200 && field[14] < 10));
}

TEST_CASE("weights of other models stand beside the nominal one") {
  scratch_folder const folder;
  auto const run = run_program(events_line(
      folder.file("a.lhe"), {"-n", "50", "--model", "4F", "--gV", "0.5", "--gA", "1", "--also-model",
                             "4F --gV 1 --gA 2", "--also-model", "4F --gV 0.5 --gA 1"}));
  REQUIRE(run.status == 0);
  auto const text = read_file(folder.file("a.lhe"));
  CHECK_THAT(text, containing("<weight id=\"4F_gV=1_gA=2\">4F --gV 1 --gA 2</weight>"));
  // twice the couplings give four times the cross section
  CHECK(count_of(text, "<rwgt>\n<wgt id=\"4F_gV=1_gA=2\">4") >= 45); // but for digits after the last, 3.99...
  CHECK(count_of(text, "<wgt id=\"4F_gV=0.5_gA=1\">1</wgt>") >= 45); // but for weights above 1
  CHECK_THAT(read_file(folder.file("a.lhe")), containing("also-model = 4F --gV 1 --gA 2"));
  check_refused(run_program(events_line(folder.file("b.lhe"), {"-n", "5", "--also-model", "SUSY"})),
                {"\"SUSY\""});
}

TEST_CASE("the menu generates events") {
  scratch_folder const folder;
  auto const out = folder.file("events.txt");
  auto const run = run_program({"menu"}, "8\nAr\n1\n5\nSM\nGenerateEvents\n25\n" + out + "\n");
  CHECK(run.status == 0);
  CHECK_THAT(run.output, containing("Enter the number of events to be generated "));
  CHECK(count_of(read_file(out), "<event>\n14 -1 0.00000000 0.00000000 5.00000000 5.00000000 0.00000000\n") ==
        25);
}

TEST_CASE("what a format has no place for is refused before time is spent, and so are unknown endings") {
  scratch_folder const folder;
  auto const refused = [&](std::string const& file, words const& more, words const& said) {
    INFO(file);
    check_refused(run_program(events_line(folder.file(file), words{"-n", "20"} + more)), said);
  };
  words const model = {"--also-model", "SM"}, box = {"--box", "0:1,0:1,0:1"};
  for (std::string const file : {"a.hepevt", "a.txt", "a.hepevt.gz"}) {
    refused(file, {"--weighted"}, {"weighted events", "no place for weights", "nuhepmc, lhef, csv"});
    refused(file, model, {"weights of other models", "nuhepmc, lhef, csv"});
  }
  refused("a.txt", box, {"positions", "nuhepmc, lhef, hepevt, csv"});
  refused("a.lhe", {"--units", "MEV-MM"}, {"--units", "allowed are nuhepmc"});
  refused("a.csv", {"--no-recoil"}, {"--no-recoil", "allowed are nuhepmc"});
  refused("a.hepmc3", {"--units", "MEV"}, {"\"MEV\"", "GEV-CM, MEV-MM"});
  for (std::string const file : {"a.root", "a.xyz", "a", "a.gz", "a.lhe.bz2", ".lhe.", "a.LHE"})
    refused(file, {}, {file, ".hepmc3, .lhe, .hepevt, .txt, .csv", ".gz", "--file-format"});
  CHECK(run_program(events_line(folder.file("a.root"), {"-n", "2", "--file-format", "lhef"})).status == 0);
  words const single = {"events", "--process", "8", "--target", "Ar",     "--energy",
                        "5",      "--seed",    "1", "--quiet",  "--event"};
  check_refused(run_program(single + words{"3000000000"}), {"3000000000", "2147483647", "lhef, teg, csv"});
  CHECK(run_program(single + words{"3000000000", "--file-format", "csv"}).output.find("\n3000000000,") !=
        std::string::npos);
  auto line = events_line(folder.file("a.hepmc3"), {"-n", "5"});
  std::replace(line.begin(), line.end(), std::string("Ar"), std::string("proton"));
  check_refused(run_program(line), {"bound nucleon", "lhef, hepevt, teg, csv"});
}

TEST_CASE(
    "hydrogen is a nucleus as a target, and positions stand in every format that has a place for them") {
  scratch_folder const folder;
  struct expectation {
    std::string file, target, place;
  };
  for (auto const& [file, target, place] :
       std::vector<expectation>{{"a.hepmc3", "\nP 2 0 1000010010 ", "V -1 1 [1,2] @ 3 -4 5 179.8754"},
                                {"a.lhe", "\n1000010010 -1 ", "\n#lab_pos 3 -4 5 6\n"},
                                {"a.hepevt", "\n0 1000010010 0 0 3 6 ", " 3 -4 5 6\n"},
                                {"a.csv", ",free,1000010010,2212,", ",3,-4,5,6\n"}}) {
    INFO(file);
    auto line = events_line(folder.file(file), {"-n", "5", "--box", "3:3,-4:-4,5:5,6:6"});
    std::replace(line.begin(), line.end(), std::string("Ar"), std::string("free-proton"));
    REQUIRE(run_program(line).status == 0);
    CHECK_THAT(read_file(folder.file(file)), containing(target));
    CHECK_THAT(read_file(folder.file(file)), containing(place));
  }
}

TEST_CASE("names of files may have any bytes: reports stay valid JSON, interrupted runs go on") {
  scratch_folder const folder;
  auto const out = folder.file("a\xff\xee\xbe\x80.lhe"), plain = folder.file("plain.lhe");
  auto const run = run_program(events_line(out, {"-n", "10", "--format", "json"}));
  REQUIRE(run.status == 0);
  CHECK(run.json()["files"][0].get<std::string>().ends_with(".lhe"));
  REQUIRE(run_program(events_line(plain, {"-n", "10"})).status == 0);
  CHECK(read_file(out) == read_file(plain));
  words const slice = {"-n", "10", "--slice", "1/2"};
  auto const sliced = run_program(events_line(out, slice));
  CHECK(sliced.status == 0);
  auto const frozen = folder.file("\xfe.run");
  auto freeze = events_line(out, {"--freeze", frozen});
  freeze.erase(std::find(freeze.begin(), freeze.end(), "--out"),
               std::find(freeze.begin(), freeze.end(), "--out") + 2);
  CHECK(run_program(freeze).status == 0);
  CHECK(
      run_program({"events", "--run", frozen, "-n", "10", "--slice", "1/2", "--out", folder.file("\xfd.lhe")})
          .status == 0);
}
