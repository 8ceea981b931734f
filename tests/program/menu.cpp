// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <regex>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

program_run run_menu(std::string const& answers) { return run_program({"menu"}, answers); }

/// The parts must follow one another.
void check_in_order(std::string const& text, std::vector<std::string> const& parts) {
  std::size_t position = 0;
  for (auto const& part : parts) {
    INFO(part);
    position = text.find(part, position);
    REQUIRE(position != std::string::npos);
    position += part.size();
  }
}

double computed_value(std::string const& output) {
  std::smatch match;
  std::regex const last_lines(R"(The trident cross section is  \( ([0-9.]+) \+- [0-9.]+ \) fb)");
  REQUIRE(std::regex_search(output, match, last_lines));
  return std::stod(match[1]);
}

} // namespace

TEST_CASE("the menu asks as the reference interface does") {
  auto const run = run_menu("8\nAr\n1\n5\nSM\nCrossSection\n");
  CHECK(run.status == 0);
  check_in_order(run.output,
                 {"Select the trident process  [enter 1 - 12]",
                  " [1] nu_e -> nu_e e+ e-                  [7] nu_mu -> nu_mu e+ e- ",
                  " [6] anti-nu_e -> anti-nu_mu e+ mu-      [12] anti-nu_mu -> anti-nu_e mu+ e- ",
                  "Select the target material  [enter Ar, Fe, proton, neutron] ",
                  " [Ar] Argon      [Fe] Iron ",
                  " [proton]  Proton inside an ideal Fermi gas  ",
                  " [neutron] Neutron inside an ideal Fermi gas ",
                  "Are you using a fixed neutrino energy or an energy distribution? ",
                  "[1] fixed neutrino energy ",
                  "[2] DUNE",
                  "[8] CCFR",
                  "Enter the energy of the neutrino beam (in GeV) ",
                  "Select the model ",
                  "[4F]      Model independent 4 Fermi operators ",
                  "[SM]      Standard Model ",
                  "[LmuLtau] Standard Model + Z' gauge boson based on L_mu - L_tau ",
                  "You can compute the trident [CrossSection] or [GenerateEvents] ",
                  "Constants pdg",
                  "The trident cross section is  ( 0.0013",
                  " ) fb",
                  "The uncertainty is the statistical uncertainty of the numerical integration."});
}

TEST_CASE("the menu shows no progress with --quiet") {
  auto const run = run_program({"menu", "--quiet"}, "8\nAr\n1\n5\nSM\nCrossSection\n");
  CHECK(run.status == 0);
  CHECK(run.errors.empty());
}

TEST_CASE("the menu asks for the parameters of models and takes spectra") {
  auto const contact = run_menu("8\nFe\n8\n4F\n1.92476\n-1\nCrossSection\n");
  CHECK(contact.status == 0);
  check_in_order(contact.output, {"Enter the value of the vector coupling g_V ",
                                  "Enter the value of the axial-vector coupling g_A ", "CrossSection"});
  auto const standard = run_menu("8\nFe\n8\nSM\nCrossSection\n");
  // 1 + 4 sin^2 theta_W of the constants pdg is 1.92484; both to 4e-4
  CHECK(computed_value(contact.output) == Approx(computed_value(standard.output)).epsilon(2.5e-3));

  auto const boson = run_menu("8\nproton\n2\nLmuLtau\n0.01\n0.1\nCrossSection\n");
  CHECK(boson.status == 0);
  check_in_order(boson.output, {"Enter the value of the L_mu - L_tau gauge coupling g' ",
                                "Enter the value of the Z' mass (in GeV) ", "CrossSection"});
}

TEST_CASE("an answer that cannot be used ends the menu and is explained") {
  struct wrong {
    std::string answers;
    std::string named;
  };
  for (auto const& [answers, named] : std::vector<wrong>{{"31\n", "31"},
                                                         {"muon\n", "\"muon\""},
                                                         {"8\nLead\n", "\"Lead\""},
                                                         {"8\nAr\n9\n", "\"9\""},
                                                         {"8\nAr\n1\n-5\n", "\"-5\""},
                                                         {"8\nAr\n1\n5\nSUSY\n", "\"SUSY\""},
                                                         {"8\nAr\n1\n5\nLmuLtau\nx\n", "\"x\""},
                                                         {"8\nAr\n1\n5\nLmuLtau\n1\n-1\n", "mass of the Z'"},
                                                         {"8\nAr\n1\n5\nSM\nNothing\n", "\"Nothing\""},
                                                         {"8\nAr\n", "the input has ended"}}) {
    auto const run = run_menu(answers);
    INFO(answers);
    CHECK(run.status == 2);
    CHECK(run.output.ends_with(" Invalid selection \n"));
    CHECK(std::count(run.errors.begin(), run.errors.end(), '\n') == 1);
    CHECK_THAT(run.errors, containing(named));
  }
}
