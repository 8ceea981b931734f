// SPDX-License-Identifier: BSL-1.0

// Where a W may be real each component is two integrands: nothing of that is seen by who resumes, freezes, slices and merges.

#include <csignal>
#include <filesystem>
#include <string>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

namespace {

words const muons_with_w = {"--process", "8",        "--target", "Ar",     "--regime",
                            "coherent",  "--energy", "1e6",      "--seed", "20261130"};

nlohmann::json without_times(std::string const& output) {
  auto parsed = nlohmann::json::parse(output);
  parsed.erase("seconds");
  return parsed;
}

} // namespace

TEST_CASE("Monte Carlo with real W bosons: components as without, by VEGAS and quasi-random points") {
  words const line = {"cross-section", "--quiet", "--format", "json",    "--precision", "5e-3",
                      "--process",     "8",       "--target", "Ar",      "--regime",    "coherent+incoherent",
                      "--energy",      "1e6",     "--seed",   "20261130"};
  auto const random = run_program(line + words{"--method", "vegas"});
  auto const quasi = run_program(line + words{"--method", "rqmc"});
  REQUIRE(random.status == 0);
  REQUIRE(quasi.status == 0);
  CHECK(random.json()["electroweak"] == "full");
  CHECK(random.json()["components"].size() == 2);
  CHECK(random.json()["parts"].size() == 3);
  double const value = random.json()["value_fb"], error = random.json()["error_fb"];
  CHECK(error < 5.5e-3 * value);
  CHECK(value == Approx(quasi.json()["value_fb"].get<double>()).epsilon(0.02));
  check_refused(run_program(line + words{"--method", "vegas", "--max-evaluations", "20000"}),
                {"--max-evaluations", "where W bosons may be real"});
}

TEST_CASE("an integration with real W bosons that was cut short resumes to the same bits") {
  scratch_folder const folder;
  auto const file = folder.file("section.checkpoint");
  words const line = words{"cross-section", "--quiet", "--format",          "json",   "--method", "vegas",
                           "--precision",   "1e-7",    "--max-evaluations", "2000000"} +
                     muons_with_w;
  auto const cut = run_program(line + words{"--checkpoint", file, "--time-limit", "0.05"});
  if (!std::filesystem::exists(file)) SUCCEED("it was done in time");
  if (std::filesystem::exists(file)) {
    auto const second = run_program(line + words{"--checkpoint", file});
    REQUIRE(second.status == 0);
    CHECK(without_times(second.output) == without_times(run_program(line + words{"--threads", "2"}).output));
  }
}

TEST_CASE("slices of a frozen cross section with real W bosons merge to the bits of one process") {
  scratch_folder const folder;
  auto const run = folder.file("section.run"), piece = folder.file("p.piece");
  REQUIRE(run_program(words{"cross-section", "--method", "vegas", "--precision", "3e-3", "--freeze", run} +
                      muons_with_w)
              .status == 0);
  auto const whole = run_program({"cross-section", "--run", run, "--quiet", "--format", "json"});
  REQUIRE(whole.status == 0);
  for (std::string const slice : {"1/2", "2/2"})
    REQUIRE(
        run_program({"cross-section", "--run", run, "--out", piece, "--slice", slice, "--quiet"}).status ==
        0);
  auto const merged =
      run_program({"merge", "--format", "json", folder.file("p_2.piece"), folder.file("p_1.piece")});
  REQUIRE(merged.status == 0);
  CHECK(without_times(merged.output) == without_times(whole.output));
  auto const random = run_program(
      words{"cross-section", "--quiet", "--format", "json", "--method", "vegas", "--precision", "3e-3"} +
      muons_with_w);
  CHECK(whole.json()["value_fb"].get<double>() ==
        Approx(random.json()["value_fb"].get<double>()).epsilon(0.02));
}

TEST_CASE("slices of a frozen sample with real W bosons merge to the bytes of one process") {
  scratch_folder const folder;
  auto const run = folder.file("events.run"), out = folder.file("a.hepmc3");
  REQUIRE(run_program(words{"events", "--freeze", run} + muons_with_w).status == 0);
  for (std::string const slice : {"1/2", "2/2"})
    REQUIRE(run_program({"events", "-n", "2001", "--run", run, "--out", out, "--slice", slice, "--quiet"})
                .status == 0);
  REQUIRE(run_program(words{"events", "-n", "2001", "--quiet", "--out", folder.file("whole.hepmc3")} +
                      muons_with_w)
              .status == 0);
  REQUIRE(run_program({"merge", folder.file("a_1.hepmc3"), folder.file("a_2.hepmc3"), "--out", out}).status ==
          0);
  CHECK(read_file(out) == read_file(folder.file("whole.hepmc3")));
}
