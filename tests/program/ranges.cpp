// SPDX-License-Identifier: BSL-1.0
// Numbers of any size: refused with their range, or computed; and everything that is long comes to an end.
#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

words const argon_options = {"--process", "8", "--target", "Ar"};
words const extremes = {"1e20",   "1e77", "1e154", "1e200", "1e400", "1e-20", "1e-300",
                        "4e-324", "inf",  "nan",   "0x1p3", "-1e20", "1e",    ""};

} // namespace

TEST_CASE("every physical number has its range") {
  scratch_folder const folder;
  words const at_5_GeV = argon_options + words{"--energy", "5"};
  auto const refused = [](words const& given) {
    auto const run = run_program(given);
    CAPTURE(given);
    check_refused(run, {"must be"});
  };
  for (auto const& x : extremes) {
    if (x != "1e-20" && x != "1e-300" && x != "4e-324")
      refused(words{"cross-section"} + argon_options + words{"--energy", x});
    refused(words{"cross-section", "--model", "LmuLtau", "--mass", "1", "--coupling", x} + at_5_GeV);
    refused(words{"cross-section", "--model", "LmuLtau", "--coupling", "1", "--mass", x} + at_5_GeV);
    refused(words{"cross-section", "--model", "4F", "--gA", "1", "--gV", x} + at_5_GeV);
    refused(words{"events", "-n", "1", "--out", folder.file("x.csv"), "--model", "SMEFT", "--C-ll", x} +
            at_5_GeV);
    refused({"g-2", "--mass", "1", "--coupling", x});
    refused({"limits", "--measurement", "CCFR", "--masses", x});
    refused({"rates", "--detector", "dune-nd", "--sin2-theta-w",
             x.starts_with("1e-") || x == "4e-324" ? "2" : x});
  }
  for (std::string const x : {"1e40", "1e400", "nan", "-1", "0"}) {
    refused({"rates", "--detector", "dune-nd", "--mass-tonnes", x});
    refused({"rates", "--detector", "dune-nd", "--exposure-pot", x});
  }
  refused(words{"scan", "--out", folder.file("x.csv"), "--energies", "1e-300:1e300:5:log"} + argon_options);
  refused(words{"events", "-n", "1", "--out", folder.file("x.csv"), "--box", "0:1e308,0:1,0:1"} + at_5_GeV);
  refused(words{"events", "-n", "1", "--out", folder.file("x.csv"), "--box", "0:1,0:1,0:inf"} + at_5_GeV);
  refused(words{"events", "-n", "1", "--out", folder.file("x.csv"), "--beam-direction", "1e300,0,1"} +
          at_5_GeV);
  refused(words{"events", "-n", "1", "--out", folder.file("x.csv"), "--also-model", "4F --gV 1e200 --gA 1"} +
          at_5_GeV);
  auto const flux = folder.write("flux.txt", "1 1e90\n2 1e90\n");
  refused(words{"cross-section", "--flux-file", flux, "--flux-unit", "1/GeV", "--flux-kind", "density"} +
          argon_options);
}

TEST_CASE("what is valid is neither nan nor nothing") {
  for (words const& model : std::vector<words>{{"--model", "LmuLtau", "--coupling", "1000", "--mass", "1e-9"},
                                               {"--model", "LmuLtau", "--coupling", "1e-12", "--mass", "1e9"},
                                               {"--model", "4F", "--gV", "1e6", "--gA", "-1e6"},
                                               {"--model", "4F", "--gV", "1e-12", "--gA", "0"}})
    for (std::string const energy : {"5", "1e12"}) {
      CAPTURE(model, energy);
      auto const run =
          run_cross_section(argon_options + words{"--energy", energy, "--electroweak", "contact"} + model);
      REQUIRE(run.status == 0);
      double const value = run.json()["value_fb"], error = run.json()["error_fb"];
      CHECK(value > 0);
      CHECK(error > 0);
      CHECK(error < 1e-3 * value);
    }
  auto const none =
      run_cross_section(argon_options + words{"--energy", "5", "--model", "4F", "--gV", "0", "--gA", "0"});
  CHECK(none.json()["value_fb"] == 0);
  CHECK_THAT(none.output, containing("couplings of the model are 0"));
  scratch_folder const folder;
  check_refused(run_program(words{"events", "-n", "1", "--out", folder.file("x.csv"), "--energy", "5",
                                  "--model", "4F", "--gV", "0", "--gA", "0"} +
                            argon_options),
                {"no events"});
}

TEST_CASE("grids are refused before they take memory") {
  scratch_folder const folder;
  words const at_5_GeV = argon_options + words{"--energy", "5"};
  words const scan = words{"scan", "--out", folder.file("x.csv")} + at_5_GeV;
  std::string const million = "1:2:1000000";
  check_refused(run_program(scan + words{"--model", "LmuLtau", "--mass", million, "--coupling", million}),
                {"1000000 times 1000000", "at most 1000000"});
  check_refused(run_program(scan + words{"--distribution", "s,mll", "--points", million + "," + million}),
                {"at most 1000000"});
  check_refused(run_program({"limits", "--measurement", "CCFR", "--masses", million, "--couplings", million}),
                {"at most 1000000"});
  check_refused(run_program({"reweight", "none.hepmc3", "--to", "4F --gV 1:2:1000 --gA 1:2:1000"}),
                {"more than 1000 models"});
}

TEST_CASE("a quadrature has a time limit") {
  // 40 light mediators on a dozen nuclei to the finest precision take minutes.
  words const long_one = {"--process",  "7",   "--target",    "nova",   "--regime",  "total",
                          "--energy",   "1e6", "--model",     "Zprime", "--charges", "1,1,1",
                          "--coupling", "1",   "--precision", "1e-9"};
  auto const run = run_cross_section(long_one + words{"--mass", "1e-9", "--time-limit", "0.001"});
  check_refused(run, {"--time-limit", "0.001", "longer"});
  scratch_folder const folder;
  auto const out = folder.file("x.csv");
  auto const scan = run_program(
      words{"scan", "--out", out, "--mass", "1e-9:1e-6:50:log", "--time-limit", "0.001", "--quiet"} +
      words{"--process", "7", "--target", "Ar", "--energy", "1e6", "--model", "BL", "--coupling", "1e-3",
            "--precision", "1e-8"});
  CHECK(scan.status == 2);
  CHECK_THAT(scan.errors, containing("--time-limit is 0.001"));
  check_refused(run_program({"limits", "--measurement", "CCFR", "--time-limit", "0.001"}), {"--time-limit"});
  check_refused(run_program({"rates", "--detector", "dune-nd", "--model", "LmuLtau", "--coupling", "1e-3",
                             "--mass", "0.1", "--time-limit", "0.001"}),
                {"--time-limit"});
}

TEST_CASE("signals end quadratures and the preparation of events") {
  std::string const slow = "--process 7 --target nova --regime total --energy 1e6 --model BL --coupling 1 "
                           "--mass 1e-9 --precision 1e-9 ";
  for (auto const& command :
       words{"cross-section --quiet " + slow, "limits --measurement CCFR --precision 1e-9"})
    for (auto const& [signal, status] : {std::pair<std::string, int>{"INT", 130}, {"TERM", 143}}) {
      CAPTURE(command, signal);
      auto const run = run_and_signal("\"$TRIDENT\" " + command, signal);
      CHECK(run.status == status);
      CHECK(run.output.empty());
      CHECK_THAT(run.errors, containing("interrupted"));
    }
  scratch_folder const folder;
  auto const run = run_and_signal("\"$TRIDENT\" events --process 7,8,9 --target nova --regime total "
                                  "--energy 5 --threads 1 --quiet --freeze " +
                                      quoted(folder.file("x.run")),
                                  "TERM");
  CHECK(run.status == 143);
  CHECK(!std::filesystem::exists(folder.file("x.run")));
}
