// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
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

TEST_CASE("an answer that cannot be used is explained, and the question comes again") {
  struct slip {
    std::string answers, named, question; ///< the last answer is the slip
  };
  std::string const process = "Select the trident process", target = "Select the target material",
                    neutrinos = "Are you using a fixed neutrino energy",
                    energy = "Enter the energy of the neutrino beam", model = "Select the model",
                    coupling = "Enter the value of the L_mu - L_tau gauge coupling",
                    what = "You can compute the trident", count = "Enter the number of events",
                    file = "Enter the name of the output file";
  std::string const five = "8\nAr\n1\n5\n", events = five + "SM\nGenerateEvents\n";
  for (auto const& [answers, named, question] :
       std::vector<slip>{{"31\n", "31", process},
                         {"\n", "\"\"", process},
                         {"1e400\n", "1e400", process},
                         {"muon\n", "\"muon\"", process},
                         {"8\nLead\n", "\"Lead\"", target},
                         {"8\nAr\n9\n", "\"9\"", neutrinos},
                         {"8\nAr\n1.5\n", "\"1.5\"", neutrinos},
                         {"8\nAr\n1\n-5\n", "\"-5\"", energy},
                         {"8\nAr\n1\nnan\n", "\"nan\"", energy},
                         {five + "SUSY\n", "\"SUSY\"", model},
                         {five + "LmuLtau\nx\n", "\"x\"", coupling},
                         {five + "LmuLtau\n1\n-1\n", "mass of the Z'", model},
                         {five + "SM\nNothing\n", "\"Nothing\"", what},
                         {events + "0\n", "\"0\"", count},
                         {events + "1\n\n", "empty", file},
                         {events + "1\n/\n", "folder", file},
                         {events + "1\n/nowhere/at/all\n", "is not there", file}}) {
    auto const run = run_menu(answers);
    INFO(answers);
    check_in_order(run.output, {question, " Invalid selection \n", named, question});
    CHECK(run.output.find(" Invalid selection ") == run.output.rfind(" Invalid selection "));
    CHECK(run.status == 2); // of the end of the input
    CHECK(std::count(run.errors.begin(), run.errors.end(), '\n') == 1);
    CHECK_THAT(run.errors, containing("the input has ended") && containing(named));
  }
  CHECK(run_menu("8\nAr\n").errors == "trident: the input has ended: an answer is needed\n");
  CHECK(run_menu("").status == 2);
  CHECK(run_shell("\"$TRIDENT\" menu </dev/zero").status == 2);
  auto const mended = run_menu("13x\n8\nKr\nPb\n1\n0\n5\nSM\nEverything\nCrossSection\n");
  CHECK(mended.status == 0);
  check_in_order(mended.output,
                 {"\"13x\"", "\"Kr\"", "\"0\"", "\"Everything\"", "The trident cross section is"});
}

TEST_CASE("blanks and carriage returns around answers do not matter") {
  auto const plain = run_menu("8\nAr\n1\n5\nSM\nNothing\n");
  auto const dressed = run_menu(" 8 \r\n\tAr\r\n1 \r\n 5\r\nSM\r\nNothing\r");
  CHECK(plain.output == dressed.output);
}

TEST_CASE("the menu ends with the command that gives the same") {
  auto const last_line = [](std::string const& text) {
    std::string const intro = "The same by one command: \n";
    REQUIRE(text.find(intro) != std::string::npos);
    return text.substr(text.find(intro) + intro.size());
  };
  auto const typed = [](std::string const& command) {
    REQUIRE(command.starts_with("trident "));
    return "\"$TRIDENT\"" + command.substr(std::string("trident").size());
  };
  for (std::string const answers :
       {"8\nAr\n1\n5\nSM\nCrossSection\n", "7\nFe\n1\n2.5\n4F\n-0.5\n-1\nCrossSection\n",
        "9\nproton\n8\nLmuLtau\n1e-3\n0.1\nCrossSection\n"}) {
    auto const run = run_menu(answers);
    REQUIRE(run.status == 0);
    auto const command = last_line(run.output);
    CAPTURE(command);
    CHECK_THAT(command, containing("cross-section --process " + answers.substr(0, 1)));
    auto const again = run_shell(typed(command.substr(0, command.find('\n'))) + " --quiet --format json");
    CHECK(again.status == 0);
    auto const shown = run.output.substr(run.output.find("The trident cross section is"));
    double const value = std::stod(shown.substr(shown.find('(') + 1));
    double const last_digit = std::pow(10, -double(shown.find(" +-") - shown.find('.') - 1));
    CHECK(std::abs(again.json()["value_fb"].get<double>() - value) <= 0.51 * last_digit);
  }
  scratch_folder const folder;
  auto const first = folder.file("it's first.txt");
  auto const run = run_menu("8\nAr\n1\n5\nSM\nGenerateEvents\n20\n" + first + "\n");
  REQUIRE(run.status == 0);
  auto const before = read_file(first);
  std::filesystem::remove(first);
  CHECK(run_shell(typed(last_line(run.output))).status == 0);
  CHECK(read_file(first) == before);
}

TEST_CASE("the menu's spectra have the reference interface's numbers") {
  std::map<std::string, std::string> const spectra = {{"2", "dune_cdr_reference_numu"},
                                                      {"3", "dune_cdr_optimized_numu"},
                                                      {"4", "dune_tdr_numu"},
                                                      {"8", "ccfr_numu"}};
  for (auto const& [number, name] : spectra) {
    INFO(number << " " << name);
    auto const run = run_menu("8\nAr\n" + number + "\nSM\nCrossSection\n");
    REQUIRE(run.status == 0);
    double const expected =
        run_cross_section({"--process", "8", "--target", "Ar", "--flux", name}).json()["value_fb"];
    CHECK(computed_value(run.output) == Approx(expected).epsilon(5e-3)); // a Monte Carlo with 4e-4
  }
  check_in_order(run_menu("8\nAr\n3\nSM\nCrossSection\n").output,
                 {"[2] DUNE near detector, neutrino mode, \"Reference beam 80 GeV",
                  "[3] DUNE near detector, neutrino mode, \"Optimized beam 80 GeV",
                  "[4] DUNE near detector, neutrino mode, \"Optimized beam 120 GeV",
                  "[5] DUNE near detector, antineutrino mode, \"Reference beam 80 GeV",
                  "[6] DUNE near detector, antineutrino mode, \"Optimized beam 80 GeV",
                  "[7] DUNE near detector, antineutrino mode, \"Optimized beam 120 GeV", "[8] CCFR"});
}
