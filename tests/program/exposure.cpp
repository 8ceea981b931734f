// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <csignal>
#include <map>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// Samples of an exposure, and of rays, as a user makes them.

namespace {

words exposed(std::string const& detector, std::string const& out, words const& more) {
  return words{"events", "--quiet", "--seed", "5", "--detector", detector, "--out", out} + more;
}

/// Rows of a table that trident wrote, by the names of the columns.
std::vector<std::map<std::string, std::string>> rows_of(std::string const& file) {
  std::istringstream lines(read_file(file));
  std::vector<std::string> names;
  std::vector<std::map<std::string, std::string>> rows;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line);
    std::vector<std::string> values;
    for (std::string one; std::getline(cells, one, ',');) values.push_back(one);
    if (names.empty()) {
      names = values;
      continue;
    }
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) row[names[i]] = values[i];
  }
  return rows;
}

/// The value of "name = value" in the head of a table.
double stated(std::string const& file, std::string const& name) {
  auto const text = read_file(file);
  auto const at = text.find("# " + name + " = ");
  REQUIRE(at != std::string::npos);
  return std::stod(text.substr(at + name.size() + 5));
}

} // namespace

TEST_CASE("the sample of an exposure has the rates of each channel and regime") {
  scratch_folder const folder;
  auto const file = folder.file("a.csv");
  auto const run = run_program(exposed("dune-nd", file, {"-n", "20000", "--format", "json"}));
  REQUIRE(run.status == 0);
  auto const rates = run_program({"rates", "--detector", "dune-nd", "--format", "json"}).json();
  std::map<std::pair<std::string, std::string>, double> seen, expected;
  double sum = 0, weights = 0;
  for (auto const& row : rates["rows"]) {
    double const events = row["events"];
    expected[{std::to_string(row["process_number"].get<int>()), row["regime"]}] += events;
    sum += events;
  }
  std::map<std::string, std::string> const regimes = {
      {"coherent", "coherent"}, {"bound", "incoherent"}, {"free", "incoherent"}, {"inelastic", "inelastic"}};
  for (auto const& row : rows_of(file)) {
    double const weight = std::stod(row.at("weight"));
    seen[{row.at("process"), regimes.at(row.at("kind"))}] += weight;
    weights += weight;
    double const z = std::stod(row.at("z_cm"));
    CHECK((z >= 0 && z <= 600)); // in the detector
  }
  for (auto const& [row, events] : seen) CHECK(expected.count(row) == 1);
  double chi2 = 0;
  int rows = 0;
  for (auto const& [row, events] : expected) {
    INFO(row.first << ' ' << row.second);
    double const mean = events / sum * weights, error = std::sqrt(mean + 1);
    CHECK(std::abs(seen[row] - mean) < 4 * error);
    if (mean < 5) continue;
    chi2 += std::pow((seen[row] - mean) / error, 2);
    ++rows;
  }
  CHECK(rows > 20);
  CHECK(chi2 < rows + 4 * std::sqrt(2.0 * rows));
  auto const exposure = run.json()["exposure"];
  CHECK(exposure["exposure_unit"] == "POT");
  double const pot = std::stod(exposure["exposure"].get<std::string>());
  CHECK(std::stod(exposure["exposure_per_event"].get<std::string>()) * 20000 == Approx(pot));
  CHECK(pot / 20000 ==
        Approx(rates["exposure"].is_number() ? rates["exposure"].get<double>() / sum : pot / 20000));
}

TEST_CASE("an exposure says how many events there are, a function of the seed") {
  scratch_folder const folder;
  words const little = {"--exposure-pot", "2e19", "--process", "8,11"};
  auto const run = run_program(exposed("dune-nd", folder.file("a.csv"), little + words{"--format", "json"}));
  REQUIRE(run.status == 0);
  double const expected = stated(folder.file("a.csv"), "expected_events");
  auto const count = rows_of(folder.file("a.csv")).size();
  CHECK(std::abs(static_cast<double>(count) - expected) < 5 * std::sqrt(expected));
  CHECK(run.json()["events"] == count);
  CHECK(stated(folder.file("a.csv"), "exposure") == Approx(2e19));
  CHECK(run_program(exposed("dune-nd", folder.file("b.csv"), little)).status == 0);
  CHECK(read_file(folder.file("a.csv")) == read_file(folder.file("b.csv")));
  auto const rounded = run_program(
      exposed("dune-nd", folder.file("c.csv"), little + words{"--number", "expected", "--format", "json"}));
  CHECK(rounded.json()["events"] == std::llround(expected));
}

TEST_CASE("an exposure with no event is a file without events") {
  scratch_folder const folder;
  auto const run =
      run_program(exposed("dune-nd", folder.file("a.csv"), {"--exposure-pot", "1e10", "--process", "8"}));
  CHECK(run.status == 0);
  CHECK(rows_of(folder.file("a.csv")).empty());
}

TEST_CASE("heads of files state the exposure") {
  scratch_folder const folder;
  words const few = {"-n", "20", "--process", "8"};
  REQUIRE(run_program(exposed("dune-nd", folder.file("a.hepmc3"), few)).status == 0);
  auto const nuhepmc = read_file(folder.file("a.hepmc3"));
  CHECK_THAT(nuhepmc, containing("A NuHepMC.Exposure.POT "));
  CHECK_THAT(nuhepmc, containing("A NuHepMC.Conventions G.C.1 "));
  CHECK_THAT(nuhepmc, containing("A trident.exposure_per_event "));
  REQUIRE(run_program(exposed("dune-nd", folder.file("a.lhe"), few)).status == 0);
  CHECK_THAT(read_file(folder.file("a.lhe")), containing("exposure_unit = POT"));
}

TEST_CASE("pieces of an exposure: --split shares it out, slices merge to the whole") {
  scratch_folder const folder;
  words const few = {"-n", "30", "--process", "8,9", "--regime", "coherent"};
  REQUIRE(run_program(exposed("dune-nd", folder.file("a.csv"), few)).status == 0);
  REQUIRE(run_program(exposed("dune-nd", folder.file("s.csv"), few + words{"--split", "3"})).status == 0);
  double parts = 0;
  for (int i = 1; i <= 3; ++i) parts += stated(folder.file("s_" + std::to_string(i) + ".csv"), "exposure");
  CHECK(parts == Approx(stated(folder.file("a.csv"), "exposure")));
  words pieces = {"merge"};
  for (int i = 1; i <= 2; ++i) {
    REQUIRE(run_program(
                exposed("dune-nd", folder.file("p.csv"), few + words{"--slice", std::to_string(i) + "/2"}))
                .status == 0);
    pieces.push_back(folder.file("p_" + std::to_string(i) + ".csv"));
  }
  REQUIRE(run_program(pieces + words{"--out", folder.file("m.csv")}).status == 0);
  CHECK(read_file(folder.file("m.csv")) == read_file(folder.file("a.csv")));
}

TEST_CASE("the sample of an exposure that was cut short goes on to the same bytes") {
  scratch_folder const folder;
  words const what = {"--exposure-pot", "1e23", "--process", "8", "--regime", "coherent"};
  REQUIRE(run_program(exposed("dune-nd", folder.file("whole.lhe"), what)).status == 0);
  std::string line = signalled(SIGKILL, "write", 8) + "\"$TRIDENT\"";
  for (auto const& word : exposed("dune-nd", folder.file("a.lhe"), what)) line += ' ' + quoted(word);
  REQUIRE(run_shell(line).status == 128 + SIGKILL);
  CHECK(run_program({"resume", folder.file("a.lhe"), "--quiet"}).status == 0);
  CHECK(read_file(folder.file("a.lhe")) == read_file(folder.file("whole.lhe")));
}

TEST_CASE("a frozen exposure takes any exposure and gives the events of the whole") {
  scratch_folder const folder;
  words const what = {"--process", "8", "--regime", "coherent"};
  REQUIRE(run_program(words{"events", "--quiet", "--seed", "5", "--detector", "dune-nd", "--freeze",
                            folder.file("f.run")} +
                      what)
              .status == 0);
  REQUIRE(run_program({"events", "--quiet", "--run", folder.file("f.run"), "--exposure-pot", "1e19", "--out",
                       folder.file("a.csv")})
              .status == 0);
  REQUIRE(
      run_program(exposed("dune-nd", folder.file("b.csv"), what + words{"--exposure-pot", "1e19"})).status ==
      0);
  CHECK(read_file(folder.file("a.csv")) == read_file(folder.file("b.csv")));
}

TEST_CASE("exposures that do not fit are refused in a sentence") {
  scratch_folder const folder;
  for (auto const& [more, why] : std::vector<std::pair<words, std::string>>{
           {{"-n", "5", "--exposure-pot", "1e20"}, "-n does not go with --exposure-pot"},
           {{"--exposure-fb", "10"}, "--exposure-fb is for spectra per fb^-1"},
           {{"--years", "1"}, "--years is for spectra per second"},
           {{"--target", "Ar"}, "--target \"Ar\" does not go with a detector"},
           {{"--energy", "5"}, "--energy does not go with a detector"},
           {{"--flavours", "nu_tau"}, "nu_tau is not in the beam"},
           {{"--process", "31"}, "makes a real W boson"},
           {{"--number", "many"}, "allowed are poisson, expected"},
           {{"--constants", "teg2019"}, "does not go with a detector"},
           {{"--exposure-pot", "1e30", "--mass-tonnes", "1e12"}, "it must be from 0 to 2^53"}}) {
    INFO(why);
    auto const run = run_program(exposed("dune-nd", folder.file("a.csv"), more));
    CHECK(run.status == 2);
    CHECK_THAT(run.errors, containing(why));
  }
  auto const run = run_program({"events", "--mass-tonnes", "1", "--material", "CH2", "--flux", "dune_nd_fhc",
                                "--out", folder.file("a.csv")});
  CHECK(run.status == 2);
  CHECK_THAT(run.errors, containing("the exposure is missing"));
}

TEST_CASE("all processes at one energy, in proportion to their cross sections") {
  scratch_folder const folder;
  auto const run =
      run_program({"events", "--quiet", "--seed", "5", "--process", "all", "--target", "Ar", "--energy", "5",
                   "-n", "200", "--out", folder.file("a.csv"), "--format", "json"});
  REQUIRE(run.status == 0);
  CHECK(run.json()["processes"].size() == 30); // those with taus, too, rare as they are
  CHECK_THAT(read_file(folder.file("a.csv")), containing("# process = 1,2,3"));
}

TEST_CASE("events of rays keep the ray of each, and say where it went") {
  scratch_folder const folder;
  auto const rays =
      folder.write("rays.txt", "pdg E dx dy dz x y z weight # of two pions\n14 4 0 0.1 1 0 0 0 1\n"
                               "14 7 0 -0.1 1 0 0 0 2\n-12 3 0 0 1 0 0 50 1\n");
  words const line = {"events",   "--quiet", "--seed", "5",  "--process", "all",
                      "--target", "Ar",      "--rays", rays, "--box",     "-50:50,-50:50,0:100",
                      "-n",       "300",     "--out"};
  REQUIRE(run_program(line + words{folder.file("a.csv")}).status == 0);
  std::map<std::string, int> seen;
  for (auto const& row : rows_of(folder.file("a.csv"))) {
    ++seen[row.at("ray")];
    double const energy = std::stod(row.at("E_nu")), y = std::stod(row.at("y_cm")),
                 z = std::stod(row.at("z_cm"));
    std::map<std::string, std::pair<double, double>> const known = {
        {"1", {4, 0.1}}, {"2", {7, -0.1}}, {"3", {3, 0}}};
    auto const [ray_energy, slope] = known.at(row.at("ray"));
    CHECK(energy == Approx(ray_energy).epsilon(3e-9));
    CHECK(y == Approx(slope * z).margin(1e-9));
  }
  CHECK(seen.size() == 3);
  CHECK(seen["2"] > seen["1"]);
  REQUIRE(run_program(line + words{folder.file("a.hepmc3")}).status == 0);
  CHECK_THAT(read_file(folder.file("a.hepmc3")), containing("A 0 ray 2\n"));
  REQUIRE(run_program(line + words{folder.file("a.lhe")}).status == 0);
  CHECK_THAT(read_file(folder.file("a.lhe")), containing("#ray 2\n"));
  CHECK(run_program({"reweight", folder.file("a.lhe"), "--to", "4F --gV 1 --gA -1"}).status == 0);
  CHECK_THAT(read_file(folder.file("a.lhe")), containing("#ray 2\n"));
}

TEST_CASE("rays that do not fit are refused in a sentence") {
  scratch_folder const folder;
  auto const rays = folder.write("rays.txt", "14 4 0 0 1 0 0 0 1\n");
  for (auto const& [more, why] : std::vector<std::pair<words, std::string>>{
           {{"--energy", "5", "--target", "Ar"}, "the neutrinos are given twice"},
           {{"--beam-direction", "0,1,1", "--target", "Ar"}, "each ray has its own"},
           {{"--detector", "dune-nd"}, "--rays does not go with a detector"},
           {{"--box", "5:6,5:6,0:1", "--target", "Ar"}, "none of the rays passes the box"},
           {{"--process", "1", "--target", "Ar"}, "no ray has a neutrino of the process 1"},
           {{}, "--target is missing"}}) {
    INFO(why);
    auto const run =
        run_program(words{"events", "--rays", rays, "-n", "5", "--out", folder.file("a.csv")} + more);
    CHECK(run.status == 2);
    CHECK_THAT(run.errors, containing(why));
  }
}
