// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <filesystem>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

words const mumu = {"--process", "8", "--target", "Ar"};

program_run run_scan(words const& more) { return run_program(words{"scan", "--quiet"} + mumu + more); }

/// The rows below the header of a file of comma-separated values.
std::vector<std::vector<double>> rows_of(std::string const& content) {
  std::vector<std::vector<double>> rows;
  std::istringstream lines(content);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#' || std::isalpha(static_cast<unsigned char>(line[0])) != 0) continue;
    rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(std::stod(cell));
  }
  return rows;
}

double value_of(words const& more) {
  auto const run = run_cross_section(mumu + more);
  REQUIRE(run.status == 0);
  return run.json()["value_fb"].get<double>();
}

} // namespace

TEST_CASE("a scan over energies is a table of cross sections") {
  scratch_folder const folder;
  auto const path = folder.file("energies.csv");
  auto const run = run_scan({"--energies", "0.1:10:3:log", "--out", path});
  REQUIRE(run.status == 0);
  auto const content = read_file(path);
  CHECK_THAT(content, containing("# target: Ar") && containing("# method: quadrature") &&
                          containing("[fb]") && containing("energy_GeV,value_fb,error_fb"));
  auto const rows = rows_of(content);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::vector<double>{0.1, 0, 0}); // below threshold
  CHECK(rows[2][0] == 10);
  CHECK(rows[2][1] == value_of({"--energy", "10"}));
  CHECK(!std::filesystem::exists(path + ".partial"));
}

TEST_CASE("a scan over masses and couplings agrees with its points") {
  scratch_folder const folder;
  auto const path = folder.file("mediators.csv");
  words const physics = {"--model", "LmuLtau", "--flux", "dune_cdr_reference_numu"};
  REQUIRE(run_scan(physics + words{"--mass", "0.01:1:2:log", "--coupling", "1e-4:1e-2:3:log", "--out", path})
              .status == 0);
  auto const rows = rows_of(read_file(path));
  REQUIRE(rows.size() == 6);
  for (std::size_t i : {0u, 2u, 4u}) {
    double const direct = value_of(
        physics + words{"--mass", std::to_string(rows[i][0]), "--coupling", std::to_string(rows[i][1])});
    CAPTURE(rows[i]);
    CHECK(std::abs(rows[i][2] - direct) < rows[i][3] + 1e-5 * direct);
  }
}

TEST_CASE("a distribution adds up to the cross section") {
  scratch_folder const folder;
  words const physics = {"--process", "8", "--target", "Ar", "--energy", "5"};
  double const whole = run_cross_section(physics).json()["value_fb"].get<double>();
  auto const rows = [&](std::string const& observable, words const& more) {
    auto const path = folder.file(observable);
    REQUIRE(
        run_program(words{"scan", "--quiet", "--distribution", observable, "--out", path} + physics + more)
            .status == 0);
    return rows_of(read_file(path));
  };
  // even steps in the logarithm of a variable in which the distribution falls off at both ends
  auto const width = [](double from, double to) { return std::log(to / from); };
  {
    auto const q2 = rows("lnQ2", {});
    double sum = 0;
    for (auto const& row : q2) sum += row.at(1) * width(q2[0][0], q2[1][0]);
    CHECK(std::abs(sum / whole - 1) < 1e-4);
  }
  {
    auto const s = rows("s", {"--precision", "1e-4"});
    double sum = 0;
    for (auto const& row : s) sum += row.at(1) * row.at(0) * width(s[0][0], s[1][0]);
    CHECK(std::abs(sum / whole - 1) < 1e-3);
  }
  {
    auto const both = rows("s,mll", {"--precision", "1e-3"});
    double sum = 0;
    for (auto const& row : both) sum += row.at(2) * row.at(0) * row.at(1);
    sum *= width(both[0][0], both[20][0]) * width(both[0][1], both[1][1]);
    CHECK(std::abs(sum / whole - 1) < 0.02); // twenty steps across an edge at s = m_ll^2
  }
  auto const asked = rows("mll", {"--points", "0.3:0.9:3"});
  REQUIRE(asked.size() == 3);
  CHECK(asked[1][0] == Approx(0.6));
}

TEST_CASE("scans that make no sense leave no file") {
  scratch_folder const folder;
  auto const path = folder.file("none.csv");
  auto const refused = [&](words const& more, std::string const& said) {
    auto const run = run_scan(more + words{"--out", path});
    CAPTURE(run.errors);
    CHECK(run.status == 2);
    CHECK_THAT(run.errors, containing(said));
    CHECK(!std::filesystem::exists(path));
    CHECK(!std::filesystem::exists(path + ".partial"));
  };
  refused({}, "what to scan is missing");
  refused({"--energies", "1:10"}, "FROM:TO:N");
  refused({"--energies", "1:10:0"}, "N from 1");
  refused({"--energies", "-1:10:3"}, "from 1e-9 to 1e12 GeV");
  refused({"--energies", "1:10:3", "--energy", "5"}, "given twice");
  refused({"--mass", "1:10:3", "--coupling", "0.1", "--energy", "5"}, "--coupling");
  words const at = {"--energy", "5"};
  refused(at + words{"--distribution", "y"}, "lnQ2, s, mll, T, nu, W, x, q");
  refused(at + words{"--distribution", "W"}, "one value of each"); // coherent
  refused(at + words{"--distribution", "s,s"}, "two different ones");
  refused(at + words{"--distribution", "s", "--points", "1:2"}, "FROM:TO:N");
  refused(at + words{"--distribution", "s,mll", "--points", "1:2:3"}, "for each of 2 observables");
  refused(at + words{"--distribution", "s", "--energies", "1:2:3"}, "not --energies");
  refused(at + words{"--distribution", "s", "--method", "vegas"}, "quadrature or epa-improved");
  refused(at + words{"--points", "1:2:3"}, "--distribution");
  CHECK(run_scan({"--energies", "1:10:2", "--out", folder.file("no/folder.csv")}).status == 2);
}

TEST_CASE("a scan has no JSON, and says so") {
  scratch_folder const folder;
  check_refused(run_program({"scan", "--process", "8", "--target", "Ar", "--energies", "1:10:3", "--format",
                             "json", "--out", folder.file("s.csv")}),
                {"\"json\"", "comma-separated"});
}
