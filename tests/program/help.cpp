// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// What a user reads before the first run.

namespace {

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// All commands, as the program itself lists them.
std::vector<std::string> commands() {
  std::vector<std::string> names;
  auto const help = run_program({"--help"}).output;
  for (auto const& line : lines_of(help.substr(help.find("Commands"))))
    if (std::smatch match; std::regex_search(line, match, std::regex("^  ([a-z0-9-]+)  ")))
      names.push_back(match[1]);
  return names;
}

std::size_t letters_of(std::string const& line) {
  return static_cast<std::size_t>(std::count_if(
      line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string help_of(std::string const& command) {
  auto const run = run_program({command, "--help"});
  CHECK(run.status == 0);
  CHECK(run.errors.empty());
  return run.output;
}

/// The examples of a command, one a line.
std::vector<std::string> examples_of(std::string const& command) {
  auto const help = help_of(command);
  auto const start = help.find("\nExamples:\n");
  REQUIRE(start != std::string::npos);
  auto const joined = std::regex_replace(help.substr(start + 11), std::regex(" \\\\\n +"), " ");
  std::vector<std::string> examples;
  for (auto const& line : lines_of(joined))
    if (line.find("trident ") != std::string::npos) examples.push_back(line);
  CHECK(!examples.empty());
  return examples;
}

} // namespace

TEST_CASE("help fits into 80 columns, has its options in groups, and says nothing thirty times") {
  REQUIRE(commands().size() == 14);
  for (auto const& command : commands()) {
    INFO(command);
    auto const help = help_of(command);
    for (auto const& line : lines_of(help)) {
      CAPTURE(line);
      CHECK(letters_of(line) <= 80);
    }
    CHECK_THAT(help, !containing("Excludes"));
    CHECK(help == run_program({command, "-h"}).output);
    CHECK(help == run_program({"help", command}).output);
  }
  auto const help = help_of("events");
  std::size_t place = 0;
  for (std::string const heading :
       {"\nPhysics:\n", "\nNeutrinos:\n", "\nModel:\n", "\nEvents:\n", "\nPrecision and resources:\n",
        "\nOutput:\n", "\nMany jobs, and jobs that are cut short:\n", "\nExamples:\n"}) {
    INFO(heading);
    CHECK(help.find(heading) != std::string::npos);
    CHECK(help.find(heading) > place);
    place = help.find(heading);
  }
  CHECK(run_program({"help"}).output == run_program({"--help"}).output);
  check_refused(run_program({"help", "me"}), {"\"me\"", "allowed are cross-section"});
}

TEST_CASE("no option is outside of the groups but help, and none is without a word on its value") {
  for (auto const& command : commands()) {
    INFO(command);
    auto const help = help_of(command);
    auto const others = help.substr(help.find("\nOthers:\n"));
    CHECK(lines_of(others.substr(1, others.find("\n\n"))).size() <= 3);
    for (auto const& line : lines_of(help))
      if (std::smatch match;
          std::regex_search(line, match, std::regex("^  (-[^ ]+) (FROM:TO[^ ]*|GEV|X|N|S|K|VALUE)  +")))
        CHECK(line.size() > 40);
  }
}

TEST_CASE("the examples in the help of each command work as they are typed") {
  bool const has_gnuplot = run_shell("command -v gnuplot").status == 0;
  for (auto const& command : commands()) {
    scratch_folder const folder;
    for (auto const& example : examples_of(command)) {
      if ((command == "plot" || command == "flux") && !has_gnuplot) continue;
      auto const run =
          run_shell("cd " + quoted(folder.file("")) + "; trident() { \"$TRIDENT\" \"$@\"; }; " + example);
      CAPTURE(example, run.errors);
      CHECK(run.status == 0);
    }
  }
}

TEST_CASE("the version says on what the bits of a result depend") {
  auto const run = run_program({"--version"});
  CHECK(run.status == 0);
  CHECK(std::regex_search(
      run.output,
      std::regex(R"(^trident \d+\.\d+\.\d+ \((commit [0-9a-f]{7,}(-modified)?|unknown commit), )"
                 R"((clang|g)\+\+ [0-9.]+, ([a-z0-9_.+]+: packs of \d+ doubles|no packs)\)\n$)")));
}

TEST_CASE("words that are wrong are one line, whatever they are") {
  words const good = {"cross-section", "--process", "8", "--target", "Ar", "--energy", "5"};
  std::string const long_word(100'000, 'x');
  for (auto const& [given, said] : std::vector<std::pair<words, words>>{
           {good + words{"--energy", "6"}, {"--energy", "more than once"}},
           {good + words{"--threads", "0"}, {"--threads", "\"0\"", "1 to 1024"}},
           {good + words{"--seed", "-1"}, {"--seed", "\"-1\"", "whole number"}},
           {good + words{"--seed", ""}, {"--seed", "\"\"", "whole number"}},
           {good + words{"--seed="}, {"--seed"}},
           {good + words{"--model", ""}, {"model \"\""}},
           {good + words{"--regim", "total"}, {"--regim", "closest is --regime"}},
           {good + words{long_word}, {"was not expected"}},
           {good + words{"--" + long_word}, {"is not known"}},
           {good + words{"--model", long_word}, {"is not known"}},
           {good + words{"--seed", long_word}, {"--seed"}},
           {good + words{"--model", "\xff\xfe"}, {"is not known"}},
           {good + words{"--\xff"}, {"is not known"}},
           {good + words{"\xff\xfe"}, {"was not expected"}},
           {good + words{"--", "5"}, {"\"5\" was not expected"}},
           {good + words{"-x"}, {"\"-x\"", "is not known"}},
           {good + words{"--quiet=maybe"}, {"--quiet"}},
           {{"\xff"}, {"is not known"}},
           {{""}, {"command \"\"", "allowed are"}},
           {good + words{"--model", "a\nb"}, {"\"a\\nb\"", "is not known"}},
           {{"resume"}, {"file is missing"}},
           {{"list", "processes", "targets"}, {"\"targets\" was not expected"}},
           {{"events", "-n", "1.5", "--out", "x.csv"}, {"-n", "\"1.5\"", "whole number"}},
           {{"events", "-n", "0", "--out", "x.csv"}, {"-n", "\"0\"", "from 1"}}}) {
    CAPTURE(given.size(), said.front());
    auto const run = run_program(given);
    check_refused(run, said);
    CHECK(run.errors.size() < 2000); // of a word too long to read, the beginning
  }
}

TEST_CASE("whole numbers may have an exponent") {
  scratch_folder const folder;
  words const events = {"events", "--process", "8",        "--target", "Ar",    "--energy",
                        "5",      "--quiet",   "--format", "json",     "--out", folder.file("x.csv")};
  CHECK(run_program(events + words{"-n", "1.5e2", "--seed", "2E1"}).json()["events"] == 150);
  CHECK(run_program(events + words{"-n", "1e0", "--seed", "+20"}).json()["seed"] == 20);
  for (std::string const wrong :
       {"1.55e1", "1e", "e3", "1e-3", "1e99999999999", ".5e1", "1.e1", "1e3.5", "0x10", "1e3e3", "1e20"})
    check_refused(run_program(events + words{"-n", wrong}), {"\"" + wrong + "\"", "whole number"});
}

TEST_CASE("standard output that is closed, full or read in part") {
  for (std::string const line : {"list processes", "--help", "events --help", "--version",
                                 "cross-section --process 8 --target Ar --energy 5 --precision 0.01 --quiet",
                                 "rates --detector dune-nd --process 8 --format csv",
                                 "limits --measurement CCFR --masses 1:10:2 --precision 0.01 --quiet",
                                 "g-2 --coupling 1e-3 --mass 0.1"}) {
    INFO(line);
    auto const closed = run_shell("\"$TRIDENT\" " + line + " >&-");
    check_refused(closed, {"standard output"});
    check_refused(run_shell("\"$TRIDENT\" " + line + " >/dev/full"), {"standard output"});
    auto const cut = run_shell("\"$TRIDENT\" " + line + " | true");
    CHECK(std::count(cut.errors.begin(), cut.errors.end(), '\n') <= 1);
  }
}
