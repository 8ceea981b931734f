// SPDX-License-Identifier: BSL-1.0
// Every way to name a target, through every command, with the same answer.
#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

words const muons_at_5_GeV = {"--process", "8", "--energy", "5"};

double cross_section(std::string const& target, std::string const& regime) {
  words asked = muons_at_5_GeV + words{"--target", target};
  if (!regime.empty()) asked = asked + words{"--regime", regime};
  auto const run = run_cross_section(asked);
  INFO(target << " " << regime << ": " << run.errors);
  REQUIRE(run.status == 0);
  return run.json()["value_fb"];
}

/// The number after a name in the head of a NuHepMC file.
double attribute(std::string const& text, std::string const& name) {
  std::smatch match;
  REQUIRE(std::regex_search(text, match, std::regex("\nA " + name + " ([-+.0-9e]+)")));
  return std::stod(match[1]);
}

/// Nuclei and their shares: "1000060120[0.25] ...".
std::map<int, double> composition(std::string const& text) {
  std::smatch line;
  REQUIRE(std::regex_search(text, line, std::regex("\nA NuHepMC.TargetComposition([^\n]*)")));
  std::map<int, double> shares;
  std::string const entries = line[1];
  std::regex const entry(R"(([0-9]+)\[([-+.0-9e]+)\])");
  for (std::sregex_iterator one(entries.begin(), entries.end(), entry), end; one != end; ++one)
    shares[std::stoi((*one)[1])] = std::stod((*one)[2]);
  return shares;
}

struct formula {
  std::string target, regime;
  double atoms; ///< in what the cross section is per
  std::map<int, double> nuclei;
};

std::vector<formula> const formulas = {
    {"CH2", "incoherent", 3, {{1000060120, 1}, {1000010010, 2}}},
    {"C2H4", "incoherent", 6, {{1000060120, 2}, {1000010010, 4}}},
    {"CaCO3", "incoherent", 5, {{1000200400, 1}, {1000060120, 1}, {1000080160, 3}}},
    {"Ca(OH)2", "total", 5, {{1000200400, 1}, {1000080160, 2}, {1000010010, 2}}},
    {"Ar", "total", 1, {{1000180400, 1}}},
    {"Fe54", "incoherent", 1, {{1000260540, 1}}},
    {"LAr", "total", 1, {{1000180400, 1}}},
    {"glass: SiO2 0.7, Na2O 0.3",
     "total",
     1,
     {{1000140280, 0.235488}, {1000080160, 0.568821}, {1000110230, 0.195691}}}};

} // namespace

TEST_CASE("events have the nuclei, cross section and remnants of the target's formula") {
  scratch_folder const folder;
  for (auto const& [target, regime, atoms, nuclei] : formulas) {
    INFO(target);
    words const asked = words{"events", "-n", "300", "--seed", "3", "--quiet"} + muons_at_5_GeV +
                        words{"--target", target, "--regime", regime};
    double const expected = cross_section(target, regime);
    auto const nuhepmc = folder.file("x.hepmc3"), csv = folder.file("x.csv");
    auto const run = run_program(asked + words{"--out", nuhepmc});
    CAPTURE(run.errors);
    REQUIRE(run.status == 0);
    auto const text = read_file(nuhepmc);
    // fb, per atom; a Monte Carlo with 1e-3 for each component
    CHECK(attribute(text, "NuHepMC.FluxAveragedTotalCrossSection") * 1000 * atoms ==
          Approx(expected).epsilon(5e-3));
    auto const shares = composition(text);
    CHECK(shares.size() == nuclei.size());
    for (auto const& [code, count] : nuclei) CHECK(shares.at(code) == Approx(count / atoms).epsilon(1e-4));
    REQUIRE(run_program(asked + words{"--out", csv}).status == 0);
    std::istringstream lines(read_file(csv));
    std::set<std::string> kinds;
    for (std::string line; std::getline(lines, line);) {
      std::smatch match;
      std::regex const struck(",(coherent|bound|free),([0-9]+),([0-9]+),");
      if (!std::regex_search(line, match, struck)) continue;
      std::string const kind = match[1];
      kinds.insert(kind);
      CHECK(nuclei.count(std::stoi(match[2])) == 1);
      bool const hydrogen = nuclei.count(1000010010) == 1;
      CHECK((kind != "free" || hydrogen));
      if (kind == "bound") CHECK((match[3] == "2212" || match[3] == "2112"));
      if (kind == "free") CHECK(match[2] == "1000010010");
    }
    CHECK(kinds.count("coherent") == (regime == "total" ? 1 : 0));
    CHECK(kinds.count("bound") == 1);
    CHECK_THAT(text, containing(" 2009900000 ")); // what a nucleus leaves behind
  }
}

TEST_CASE("a formula unit twice as large has twice the cross section") {
  for (std::string const regime : {"incoherent", "total", "coherent"}) {
    CHECK(cross_section("C2H4", regime) == Approx(2 * cross_section("CH2", regime)).epsilon(1e-9));
    CHECK(cross_section("Ca(OH)2", regime) == Approx(cross_section("CaO2H2", regime)).epsilon(1e-9));
    CHECK(cross_section("LAr", regime) == Approx(cross_section("Ar40", regime)).epsilon(1e-9));
    CHECK(cross_section("SiO2", regime) == Approx(3 * cross_section("x: SiO2 1", regime)).epsilon(1e-9));
  }
  CHECK(cross_section("Ar", "") == cross_section("Ar40", ""));
}

TEST_CASE("rates of a material are those of its cross section") {
  scratch_folder const folder;
  auto const flux = folder.write("flux.txt", "4.999999 5.000001 1\n");
  for (std::string const target : {"CH2", "C2H4", "CaCO3", "Ca(OH)2", "Ar40", "LAr", "SiO2",
                                   "glass: SiO2 0.7, Na2O 0.3", "foo: Ar 0.5, C 0.4"}) {
    INFO(target);
    auto const run =
        run_program({"rates", "--mass-tonnes", "1", "--material", target, "--exposure-pot", "1e20",
                     "--flux-file", flux, "--flux-unit", "1/m2/POT", "--flux-kind", "content",
                     "--flux-flavour", "nu_mu", "--process", "8", "--format", "json"});
    CAPTURE(run.errors);
    REQUIRE(run.status == 0);
    std::map<std::string, double> events;
    auto const all = run.json();
    for (auto const& row : all["rows"]) events[row["regime"]] += row["events"].get<double>();
    double const coherent = cross_section(target, "coherent"),
                 incoherent = cross_section(target, "incoherent");
    CHECK(events["incoherent"] / events["coherent"] == Approx(incoherent / coherent).epsilon(2e-3));
  }
}

TEST_CASE("a scan has the cross sections of the target that it names") {
  scratch_folder const folder;
  for (std::string const target : {"CH2", "Ca(OH)2", "glass: SiO2 0.7, Na2O 0.3"}) {
    auto const out = folder.file("scan.csv");
    auto const run = run_program({"scan", "--process", "8", "--target", target, "--regime", "total",
                                  "--energies", "5", "--out", out, "--quiet"});
    REQUIRE(run.status == 0);
    std::smatch match;
    std::string const text = read_file(out);
    REQUIRE(std::regex_search(text, match, std::regex("\n5,([-+.0-9e]+),")));
    CHECK(std::stod(match[1]) == Approx(cross_section(target, "total")).epsilon(1e-4));
  }
}

TEST_CASE("fractions that do not add up are taken in proportion, and that is said") {
  std::string const target = "foo: Ar 0.5, C 0.4";
  words const asked = muons_at_5_GeV + words{"--target", target, "--regime", "total"};
  std::string const said = "add up to 0.9";
  CHECK_THAT(run_cross_section(asked).output, containing(said));
  CHECK(cross_section(target, "total") == Approx(cross_section("foo: Ar 50, C 40", "total")));
  scratch_folder const folder;
  CHECK_THAT(run_program(words{"events", "-n", "5", "--out", folder.file("x.lhe")} + asked).output,
             containing(said));
  CHECK_THAT(run_program({"rates", "--detector", "dune-nd", "--material", target}).output, containing(said));
  auto const good =
      run_cross_section(muons_at_5_GeV + words{"--target", "foo: Ar 60, C 40", "--regime", "total"});
  CHECK(good.output.find("add up") == std::string::npos);
}

TEST_CASE("targets that cannot be are refused in one line by every command") {
  scratch_folder const folder;
  std::map<std::string, std::string> const refused = {{"Ca10P6O26H2", "no element \"P\""},
                                                      {"KrF2", "no element \"Kr\""},
                                                      {"H1e300", "H1e300"},
                                                      {"H0", "count of H is 0"},
                                                      {"H99999999", "count of H"},
                                                      {"Ca(OH", "Ca(OH"},
                                                      {"ar", "\"ar\""},
                                                      {"x: C 0, H 1", "\"C 0\""},
                                                      {"x: C 1, H -1", "\"H -1\""},
                                                      {"x: C 1, H 1e-300", "\"H 1e-300\""},
                                                      {"x: C 1, H nan", "\"H nan\""},
                                                      {"x: C 1, H 1e400", "\"H 1e400\""},
                                                      {std::string(3000, 'C'), "3000"},
                                                      {"x:", "composition is missing"}};
  for (auto const& [target, said] : refused) {
    words const asked = muons_at_5_GeV + words{"--target", target, "--regime", "total"};
    check_refused(run_cross_section(asked), {said});
    check_refused(run_program(words{"events", "-n", "1", "--out", folder.file("x.lhe")} + asked), {said});
    check_refused(run_program(words{"scan", "--process", "8", "--target", target, "--regime", "total",
                                    "--energies", "1:2:2", "--out", folder.file("x.csv")}),
                  {said});
    check_refused(run_program({"rates", "--detector", "dune-nd", "--material", target}), {});
  }
  check_refused(run_cross_section(muons_at_5_GeV + words{"--target", "H2", "--regime", "coherent"}),
                {"coherent", "H2", "incoherent, inelastic, total"});
}
