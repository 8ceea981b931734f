// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// The program is killed before each of its calls that change files, one run for each call; after that the same command
// gives the right bytes and leaves nothing beside them, and trident resume does so too or has nothing to go on with.

namespace {

std::map<std::string, std::string> files_of(std::filesystem::path const& folder) {
  std::map<std::string, std::string> files;
  for (auto const& entry : std::filesystem::directory_iterator(folder))
    files[entry.path().filename().string()] = read_file(entry.path().string());
  return files;
}

std::string line_in(scratch_folder const& folder, std::string const& before, words const& command) {
  std::string line = "cd " + quoted(folder.file("")) + " && " + before + "\"$TRIDENT\"";
  for (auto const& word : command) line += ' ' + quoted(word);
  return line;
}

/// `prepare` makes the inputs; `resume` is empty where only the same command goes on.
void check_kills(words const& prepare, words const& command, words const& resume) {
  auto const prepared = [&](scratch_folder const& folder) {
    if (!prepare.empty()) REQUIRE(run_shell(line_in(folder, "", prepare)).status == 0);
  };
  scratch_folder const whole;
  prepared(whole);
  REQUIRE(run_shell(line_in(whole, "", command)).status == 0);
  auto const wanted = files_of(whole.file(""));
  int calls = 0;
  for (bool is_cut = true; is_cut;) {
    ++calls;
    INFO("call " << calls);
    scratch_folder const folder;
    prepared(folder);
    auto const run = run_shell(line_in(folder, signalled(SIGKILL, "", calls), command));
    is_cut = run.status == 128 + SIGKILL;
    if (!is_cut) REQUIRE(run.status == 0);
    if (is_cut && !resume.empty() && calls % 2 == 0) {
      auto const resumed = run_shell(line_in(folder, "", resume));
      if (resumed.status != 0) check_refused(resumed, {"no interrupted run"});
      if (resumed.status == 0) {
        CHECK(files_of(folder.file("")) == wanted);
        continue;
      }
    }
    REQUIRE(run_shell(line_in(folder, "", command)).status == 0);
    CHECK(files_of(folder.file("")) == wanted);
  }
  CHECK(calls > 4);
}

words const argon_killed = {"--process", "8", "--target", "Ar", "--energy", "5", "--seed", "5", "--quiet"};
words const killed_events = words{"events", "-n", "2100", "--threads", "1"} + argon_killed;

} // namespace

TEST_CASE("events that are killed at any call go on to the right bytes") {
  check_kills({}, killed_events + words{"--out", "a.csv"}, {"resume", "a.csv"});
  check_kills({}, killed_events + words{"--out", "a.csv", "--split", "2"}, {"resume", "a.csv"});
  check_kills({}, killed_events + words{"--out", "a.csv.gz", "--file-format", "csv"}, {"resume", "a.csv.gz"});
  check_kills({}, killed_events + words{"--out", "a.csv", "--slice", "2/2"}, {"resume", "a_2.csv"});
}

TEST_CASE("other files that are killed at any call can be made again") {
  check_kills(
      {}, {"scan", "--energies", "1:2:2", "--process", "8", "--target", "Ar", "--quiet", "--out", "s.csv"},
      {});
  check_kills(words{"events", "-n", "10", "--out", "in.lhe"} + argon_killed,
              {"reweight", "in.lhe", "--to", "4F --gV 1 --gA 1", "--out", "out.lhe"}, {});
  check_kills(killed_events + words{"--out", "a.csv", "--slice", "1/1"},
              {"merge", "a_1.csv", "--out", "a.csv"}, {});
}

TEST_CASE("a checkpoint that is killed at any call goes on to the right bits") {
  scratch_folder const folder;
  words const section =
      words{"cross-section", "--method",     "vegas", "--format",           "json", "--max-evaluations",
            "60000",         "--checkpoint", "c",     "--checkpoint-every", "0"} +
      argon_killed;
  auto const value = [](program_run const& run) { return run.json()["value_fb"].get<double>(); };
  double const wanted = value(run_shell(line_in(folder, "", section)));
  int calls = 1;
  for (program_run run;
       (run = run_shell(line_in(folder, signalled(SIGKILL, "", calls), section))).status != 0; ++calls) {
    INFO("call " << calls);
    REQUIRE(run.status == 128 + SIGKILL);
    auto const again = run_shell(line_in(folder, "", section));
    REQUIRE(again.status == 0);
    CHECK(value(again) == wanted);
    CHECK(files_of(folder.file("")).empty());
  }
  CHECK(calls > 20);
}
