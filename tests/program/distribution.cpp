// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

words const tdr_dimuons = {"--process", "8", "--target", "Ar", "--flux", "dune_tdr_numu", "--seed", "1"};

nlohmann::json within(words const& physics, std::string const& cut) {
  auto const run = run_program(words{"cross-section", "--quiet", "--format", "json", "--cut", cut} + physics);
  CAPTURE(run.errors);
  REQUIRE(run.status == 0);
  return run.json();
}

double efficiency(words const& physics, std::string const& cut) {
  return within(physics, cut)["efficiency"]["value"].get<double>();
}

program_run distribution(words const& more) {
  return run_program(words{"scan", "--quiet", "--precision", "3e-3"} + tdr_dimuons + more);
}

std::vector<std::string> text_lines(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<double> row_numbers(std::string line, char separator) {
  std::vector<double> numbers;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, separator);) numbers.push_back(std::stod(cell));
  return numbers;
}

} // namespace

// Shares of P. Ballett et al., JHEP 01 (2019) 119 [arXiv:1807.10973], section 4; those that are not shares of events are
// explained in tests/events/facts.cpp. 0.03 is what the spectra of DUNE differ by.
TEST_CASE("kinematic facts of tridents at DUNE, by one command each") {
  CHECK(efficiency(tdr_dimuons, "theta_ll < 20") == Approx(0.90).margin(0.03));
  CHECK(efficiency(tdr_dimuons, "K_minus > 0.03, K_plus > 0.03") == Approx(0.99).margin(0.01));
  CHECK(efficiency(tdr_dimuons + words{"--regime", "incoherent", "--precision", "1e-2"}, "theta_ll < 20") ==
        Approx(0.47).margin(0.03));
  words const mixed = {"--process", "9", "--target", "Ar", "--flux", "dune_tdr_numu", "--seed", "1"};
  CHECK(efficiency(mixed, "theta_plus < 10") == Approx(0.35).margin(0.04));
  // e- mu+ of anti-nu_mu, most of them, and of nu_e
  words const antimuons = {"--process", "12", "--target", "Ar", "--flux", "dune_nd_fhc", "--seed", "1"};
  CHECK(efficiency(antimuons, "K_minus > 0.03, K_plus > 0.03") == Approx(0.86).margin(0.03));
}

TEST_CASE("a cross section without effective cuts is that of quadrature") {
  auto const all = within(tdr_dimuons, "E_minus > 0");
  CHECK(all["efficiency"]["value"] == 1.0);
  CHECK(all["cut"] == "E_minus > 0");
  double const exact =
      run_cross_section({"--process", "8", "--target", "Ar", "--flux", "dune_tdr_numu"}).json()["value_fb"];
  double const error = all["within_cuts_fb"]["error"];
  CHECK(std::abs(all["within_cuts_fb"]["value"].get<double>() - exact) < 4 * error);
  CHECK(error < 1e-3 * exact);
}

TEST_CASE("a distribution of events as CSV, JSON and YODA") {
  scratch_folder const folder;
  words const asked = {"--distribution", "theta_ll", "--points", "0:40:5", "--cut", "E_trailing > 0.5"};
  auto const file = [&](std::string const& name) {
    auto const path = folder.file(name);
    auto const run = distribution(asked + words{"--out", path});
    CAPTURE(run.errors);
    REQUIRE(run.status == 0);
    CHECK(!std::filesystem::exists(path + ".partial"));
    return read_file(path);
  };
  auto const csv = file("d.csv");
  CHECK_THAT(csv, containing("# d sigma/dtheta_ll per") && containing("# cut: E_trailing > 0.5") &&
                      containing("# efficiency: 0.") && containing("# method: rqmc") &&
                      containing("theta_ll_low_deg,theta_ll_high_deg,value_fb_per_deg,error_fb_per_deg\n"));
  std::vector<std::vector<double>> rows;
  for (auto const& line : text_lines(csv))
    if (line[0] >= '0' && line[0] <= '9') rows.push_back(row_numbers(line, ','));
  REQUIRE(rows.size() == 4);
  auto const json = nlohmann::json::parse(file("d.json"));
  double sum = json["outside_bins_fb"];
  for (std::size_t i = 0; i < 4; ++i) {
    double const in_bin = json["bins_fb"]["values"][i];
    sum += in_bin;
    CHECK(rows[i][0] == 10.0 * static_cast<double>(i));
    CHECK(rows[i][2] * 10 == Approx(in_bin));
  }
  CHECK(sum == Approx(json["within_cuts_fb"]["value"].get<double>()));
  CHECK(json["axes"][0]["edges"].size() == 5);
  // YODA: a name, keys, a line, totals, and seven columns a bin
  auto const lines = text_lines(file("d.yoda"));
  auto const begin = std::find(lines.begin(), lines.end(), "BEGIN YODA_HISTO1D_V2 /TRIDENT/theta_ll");
  REQUIRE(lines.end() - begin > 16);
  CHECK(begin[1] == "Path: /TRIDENT/theta_ll");
  CHECK(begin[3] == "Type: Histo1D");
  CHECK(begin[4] == "---");
  CHECK(begin[7] == "# ID\t ID\t sumw\t sumw2\t sumwx\t sumwx2\t numEntries");
  CHECK(begin[8].starts_with("Total   \tTotal   \t"));
  CHECK(begin[9].starts_with("Underflow\tUnderflow\t"));
  CHECK(begin[10].starts_with("Overflow\tOverflow\t"));
  for (int i = 0; i < 4; ++i) {
    auto const bin = row_numbers(begin[12 + i], '\t');
    REQUIRE(bin.size() == 7);
    CHECK(bin[2] == Approx(rows[static_cast<std::size_t>(i)][2] * 10));
    CHECK(std::sqrt(bin[3]) == Approx(rows[static_cast<std::size_t>(i)][3] * 10));
  }
  CHECK(begin[16] == "END YODA_HISTO1D_V2");
}

TEST_CASE("a distribution has the same bytes for any number of threads, and bins of its own") {
  scratch_folder const folder;
  words const asked = {"--distribution", "E_minus,theta_minus", "--smear", "E:0.1/sqrt(E)+0.02,theta:1deg"};
  auto const path = [&](std::string const& name) { return folder.file(name); };
  REQUIRE(distribution(asked + words{"--threads", "1", "--out", path("one.csv")}).status == 0);
  REQUIRE(distribution(asked + words{"--threads", "3", "--out", path("three.csv")}).status == 0);
  auto const content = read_file(path("one.csv"));
  CHECK(content == read_file(path("three.csv")));
  CHECK_THAT(content, containing("E_minus_low_GeV,E_minus_high_GeV,theta_minus_low_deg,theta_minus_high_deg,"
                                 "value_fb_per_GeV_deg,error_fb_per_GeV_deg"));
  REQUIRE(distribution(asked + words{"--out", path("two.yoda.gz")}).status == 0);
}

TEST_CASE("cuts and distributions that make no sense are refused and leave no file") {
  scratch_folder const folder;
  auto const path = folder.file("none.csv");
  auto const refused = [&](words const& more, std::string const& said) {
    check_refused(distribution(more + words{"--out", path}), {said});
    CHECK(!std::filesystem::exists(path));
    CHECK(!std::filesystem::exists(path + ".partial"));
  };
  words const theta = {"--distribution", "theta_ll"};
  refused(theta + words{"--cut", "E_mu > 1"}, "\"E_mu\" is not an observable: allowed are E_nu");
  refused(theta + words{"--cut", "E_minus"}, "must be a bound such as");
  refused(theta + words{"--smear", "E"}, "--smear is \"E\"");
  refused({"--cut", "E_minus > 1"}, "--distribution");
  refused({"--distribution", "theta_ll,E_minus,E_plus"}, "two different ones");
  refused(theta + words{"--points", "0:10:1"}, "N from 2");
  refused(theta + words{"--points", "10:0:5"}, "FROM below TO");
  refused({"--distribution", "theta_ll,E_minus", "--points", "0:10:5"}, "each of 2 observables");
  refused(theta + words{"--method", "vegas"}, "rqmc alone");
  refused(theta + words{"--cut", "E_minus > 1e6"}, "none of the first points passes");
  check_refused(run_program(words{"cross-section", "--cut", "E_minus > 1", "--freeze", path} + tdr_dimuons),
                {"--freeze"});
}
