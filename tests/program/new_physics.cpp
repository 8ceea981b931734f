// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <numbers>
#include <sstream>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

nlohmann::json json_output(words line) {
  line.insert(line.end(), {"--format", "json"});
  auto const run = run_program(line);
  INFO(run.errors);
  REQUIRE(run.status == 0);
  return run.json();
}

double section_on_iron(words const& more) {
  words line = {"--process", "8", "--target", "Fe", "--flux", "ccfr_numu"};
  line.insert(line.end(), more.begin(), more.end());
  return run_cross_section(line).json()["value_fb"].get<double>();
}

} // namespace

TEST_CASE("limits of CCFR: the ratio at the limit is the one that is allowed") {
  auto const limits = json_output({"limits", "--measurement", "CCFR", "--masses", "0.01:1000:3:log"});
  CHECK(limits["measurement"] == "CCFR");
  CHECK(limits["confidence"] == 0.95);
  CHECK(std::abs(limits["heavy_mass_over_coupling_GeV"].get<double>() - 538) < 3); // arXiv:1902.06765
  REQUIRE(limits["rows"].size() == 3);
  double const standard = section_on_iron({});
  for (auto const& row : limits["rows"]) {
    double const mass = row["mass_GeV"], coupling = row["coupling"];
    double const ratio = section_on_iron({"--model", "LmuLtau", "--mass", std::to_string(mass), "--coupling",
                                          nlohmann::json(coupling).dump()}) /
                         standard;
    CAPTURE(mass, coupling);
    CHECK(std::abs(ratio - (0.82 + 1.959963985 * 0.28)) < 1e-3);
    CHECK(row["excluded"].size() == 1);
    CHECK(row["excluded"][0][1].is_null());
  }
  CHECK(std::abs(1000 / limits["rows"][2]["coupling"].get<double>() - 538) < 3);
}

TEST_CASE("limits with an island, a sensitivity of one's own, chi2") {
  // left-handed pairs: nu_mu -> nu_mu e+ e- has c_L = -2 + 4 s^2 there, which the exchange of like charges reduces
  words const island = {"limits",    "--process",       "7",           "--target", "Ar",     "--energy",
                        "5",         "--sensitivity",   "0.25",        "--model",  "Zprime", "--charges",
                        "0.5,0.5,0", "--axial-charges", "-0.5,-0.5,0", "--masses", "1000"};
  auto const row = json_output(island)["rows"][0];
  REQUIRE(row["excluded"].size() == 2);
  // (c_L + x)^2 + c_R^2 with x = v^2 g'^2/M^2 times 2, for massless leptons
  double const s = 0.23121, left = 2 - 4 * s, right = 4 * s, all = left * left + right * right;
  double const two_v_squared = std::sqrt(2.0) / 1.1663788e-5, errors = 1.959963985 * 0.25;
  auto const coupling = [&](double x) { return 1000 * std::sqrt(x / two_v_squared); };
  double const inner = std::sqrt((1 - errors) * all - right * right);
  double const outer = std::sqrt((1 + errors) * all - right * right);
  CHECK(row["excluded"][0][0].get<double>() == Approx(coupling(left - inner)).epsilon(3e-3));
  CHECK(row["excluded"][0][1].get<double>() == Approx(coupling(left + inner)).epsilon(3e-3));
  CHECK(row["excluded"][1][0].get<double>() == Approx(coupling(left + outer)).epsilon(3e-3));
  CHECK(row["coupling"] == row["excluded"][0][0]);

  auto with_couplings = island;
  with_couplings.insert(with_couplings.end(), {"--couplings", nlohmann::json(row["excluded"][1][0]).dump()});
  auto const chi2 = json_output(with_couplings)["chi2"];
  REQUIRE(chi2.size() == 1);
  CHECK(chi2[0]["chi2"].get<double>() == Approx(1.959963985 * 1.959963985).epsilon(1e-6));

  scratch_folder const folder;
  auto to_file = island;
  to_file.insert(to_file.end(), {"--format", "csv", "--out", folder.file("limits.csv")});
  CHECK(run_program(to_file).status == 0);
  CHECK_THAT(read_file(folder.file("limits.csv")),
             containing("# Couplings g'") && containing("\nmass_GeV,coupling,"));
}

TEST_CASE("what is a model of a spectrum says so") {
  auto const limits = json_output({"limits", "--measurement", "charm ii", "--masses", "1:1:1"});
  CHECK(limits["measurement"] == "CHARM-II");
  CHECK_THAT(limits["flux"].get<std::string>(), containing("model of CHARM-II"));
  CHECK_THAT(limits["notes"][0].get<std::string>(), containing("model"));
  CHECK_THAT(run_program({"list", "measurements"}).output, containing("model of CHARM-II"));
}

TEST_CASE("limits that make no sense") {
  words const ccfr = {"limits", "--measurement", "CCFR"};
  auto const with = [&](words const& more) {
    words line = ccfr;
    line.insert(line.end(), more.begin(), more.end());
    return line;
  };
  check_refused(run_program({"limits"}), {"--measurement NAME", "--sensitivity"});
  check_refused(run_program({"limits", "--measurement", "T2K"}), {"\"T2K\"", "CHARM-II, CCFR, NuTeV, DUNE"});
  check_refused(run_program({"limits", "--sensitivity", "0.2"}), {"--target is missing"});
  check_refused(run_program({"limits", "--sensitivity", "-0.2"}), {"--sensitivity", "-0.2", "from 1e-6"});
  check_refused(run_program(with({"--confidence", "1"})), {"--confidence", "\"1\"", "below 1"});
  check_refused(run_program(with({"--convention", "bayes"})), {"\"bayes\"", "two-sided, one-sided"});
  check_refused(run_program(with({"--masses", "0:1:5"})), {"--masses", "from 1e-9"});
  check_refused(run_program(with({"--model", "NSI"})), {"\"NSI\"", "LmuLtau, LeLmu"});
  check_refused(run_program(with({"--model", "Zprime"})), {"--charges and --axial-charges are missing"});
  check_refused(run_program(with({"--process", "7"})), {"LmuLtau does not change", "e+ e-"});
  check_refused(run_program(with({"--energy", "0.1"})), {"below the threshold"});
  check_refused(run_program(with({"--out", "/no/such/folder/file"})),
                {"/no/such/folder/file", "cannot be opened"});
}

TEST_CASE("the anomalous magnetic moment and its bands") {
  auto const moment = json_output({"g-2", "--coupling", "1e-3", "--mass", "1e5"});
  double const ratio = 0.1056583755 / 1e5; // heavy: g'^2 m^2/(12 pi^2 M^2)
  CHECK(moment["delta_a_mu"].get<double>() ==
        Approx(1e-6 * ratio * ratio / (12 * std::numbers::pi * std::numbers::pi)).epsilon(1e-6));
  CHECK(moment["coupling"] == 1e-3);
  CHECK(moment["mass_GeV"] == 1e5);

  auto const band = json_output(
      {"g-2", "--value", "2.51e-9", "--error", "0.59e-9", "--deviations", "2", "--masses", "1e-9:1:2:log"});
  REQUIRE(band["rows"].size() == 2);
  CHECK(band["rows"][0]["coupling"].get<double>() == Approx(4.45e-4).epsilon(1e-3)); // arXiv:1902.06765
  for (auto const& row : band["rows"]) {
    double const centre = row["coupling"];
    CHECK(row["coupling_low"].get<double>() == Approx(centre * std::sqrt((2.51 - 1.18) / 2.51)));
    CHECK(row["coupling_high"].get<double>() == Approx(centre * std::sqrt((2.51 + 1.18) / 2.51)));
  }
  CHECK(json_output({"g-2", "--value", "-1e-9", "--error", "1e-10", "--mass", "1"})["rows"][0]["coupling"]
            .is_null());
}

TEST_CASE("commands without progress take --quiet") {
  auto const moment = run_program({"g-2", "--coupling", "1e-3", "--mass", "1"});
  auto const quietly = run_program({"g-2", "--coupling", "1e-3", "--mass", "1", "--quiet"});
  CHECK(quietly.status == 0);
  CHECK(quietly.output == moment.output);
  CHECK(run_program({"list", "models", "--quiet"}).status == 0);
}

TEST_CASE("moments that make no sense") {
  check_refused(run_program({"g-2"}), {"--coupling", "--value"});
  check_refused(run_program({"g-2", "--coupling", "1"}), {"mass", "missing"});
  check_refused(run_program({"g-2", "--coupling", "1", "--mass", "0"}),
                {"--mass", "\"0\"", "from 1e-9 to 1e9 GeV"});
  check_refused(run_program({"g-2", "--coupling", "-1", "--mass", "1"}),
                {"--coupling", "\"-1\"", "from 0 to 1000"});
  check_refused(run_program({"g-2", "--value", "1e-9", "--mass", "1"}), {"--error is missing"});
  check_refused(run_program({"g-2", "--value", "1e-9", "--error", "0", "--mass", "1"}),
                {"--error", "from 1e-30"});
  check_refused(run_program({"g-2", "--coupling", "1", "--mass", "1", "--masses", "1:2:2"}),
                {"--masses", "--mass"});
  check_refused(run_program({"g-2", "--coupling", "1", "--mass", "1", "--model", "SM"}),
                {"\"SM\"", "LmuLtau"});
}

TEST_CASE("models by their options") {
  words const base = {"--process", "8", "--target", "Ar", "--energy", "5"};
  auto const value = [&](words const& more) {
    words line = base;
    line.insert(line.end(), more.begin(), more.end());
    auto const run = run_cross_section(line);
    INFO(run.errors);
    REQUIRE(run.status == 0);
    return run.json()["value_fb"].get<double>();
  };
  double const standard = value({});
  // g'^2/M^2 = 1/TeV^2 as Z', as operators and as non-standard interactions
  double const expected = value({"--model", "LeLmu", "--coupling", "10", "--mass", "10000"});
  CHECK(expected > 1.03 * standard);
  CHECK(value({"--model", "SMEFT", "--C-ll", "-0.5", "--C-le", "-1"}) == Approx(expected).epsilon(2e-5));
  CHECK(value({"--model", "NSI", "--epsilon-L", "0.0303116", "--epsilon-R", "0.0303116"}) ==
        Approx(expected).epsilon(2e-5));
  CHECK(value({"--model", "LeLtau", "--coupling", "10", "--mass", "10000"}) ==
        Approx(standard).epsilon(1e-12));
}

TEST_CASE("channels of Z exchange: full over contact is the mean of the propagator over events") {
  auto const with = [](words const& more) {
    words line = {"--process", "2", "--target", "proton", "--energy", "10000"};
    line.insert(line.end(), more.begin(), more.end());
    return run_cross_section(line).json();
  };
  auto const contact = with({"--electroweak", "contact"}), exact = with({});
  double const ratio = exact["value_fb"].get<double>() / contact["value_fb"].get<double>();
  CHECK_THAT(contact["note"].get<std::string>(), containing("contact interactions: at 1e+04 GeV"));
  CHECK(exact["electroweak"] == "full");

  // the mean of 1/(1 + T/M_Z^2)^2 over events
  scratch_folder const folder;
  auto const path = folder.file("events.csv");
  constexpr int count = 4000;
  REQUIRE(
      run_program({"events", "-n", std::to_string(count), "--process", "2", "--target", "proton", "--energy",
                   "10000", "--electroweak", "contact", "--seed", "7", "--quiet", "--out", path})
          .status == 0);
  std::istringstream lines(read_file(path));
  double sum = 0, squares = 0;
  int column = -1, rows = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string cell;
    for (int i = 0; std::getline(cells, cell, ','); ++i) {
      if (cell == "T") column = i;
      if (i != column || cell == "T") continue;
      double const factor = 1 / (1 + std::stod(cell) / (91.1876 * 91.1876));
      sum += factor * factor;
      squares += std::pow(factor, 4);
      ++rows;
    }
  }
  REQUIRE(rows == count);
  double const mean = sum / rows, error = std::sqrt((squares / rows - mean * mean) / rows);
  CAPTURE(ratio, mean, error);
  CHECK(std::abs(mean - ratio) < 4 * error);
  CHECK(error < 0.1 * (1 - ratio));
}
