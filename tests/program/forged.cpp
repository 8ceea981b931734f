// SPDX-License-Identifier: BSL-1.0
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>

#include <trident/storage/sealed_file.hpp>

#include "catch.hpp"
#include "containing.hpp"
#include "resealing_mutator.hpp"
#include "run_program.hpp"

// State files with numbers that trident never wrote, sealed as if it had.

namespace {

words const argon_forged = {"--process", "8", "--target", "Ar", "--energy", "5", "--seed", "5", "--quiet"};

std::string body_of(std::string const& sealed) {
  auto const first = sealed.find('\n') + 1, last = sealed.rfind("end ");
  return sealed.substr(first, last - first);
}

std::string forged_line(words const& given) {
  std::string line = "\"$TRIDENT\"";
  for (auto const& word : given) line += ' ' + quoted(word);
  return line;
}

/// A line with so much memory and time that a forged file can ask for all of it and be noticed.
program_run run_limited(words const& given) {
  return run_shell("ulimit -v 1000000; timeout -s KILL 300 " + forged_line(given));
}

/// Forges a file in many ways; each is refused in one line, or does what a file may ask for.
void check_forged(std::string const& kind, std::string const& file, words const& reading, int times) {
  auto const body = body_of(read_file(file));
  for (int i = 0; i < times; ++i) {
    std::minstd_rand random(static_cast<unsigned>(1000 + i));
    auto changed = body;
    forging::forge(changed, random);
    INFO(kind << ' ' << i);
    auto const forged = trident::sealed(kind, changed);
    std::ofstream(file, std::ios::binary) << forged;
    auto const run = run_limited(reading);
    INFO(run.errors);
    if (run.status != 0) check_refused(run, {});
  }
}

std::string with_replaced(std::string text, std::string const& before, std::string const& after) {
  auto const at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

} // namespace

TEST_CASE("forged numbers in state files are refused in one line") {
  scratch_folder const folder;
  auto const c = folder.file("c.run"), e = folder.file("e.run"), p = folder.file("p_1"),
             cp = folder.file("cp");
  words const section = {"cross-section", "--method", "vegas", "--precision", "0.02"};
  REQUIRE(run_program(section + argon_forged + words{"--max-evaluations", "100000", "--freeze", c}).status ==
          0);
  REQUIRE(run_program({"cross-section", "--run", c, "--slice", "1/1", "--out", folder.file("p"), "--quiet"})
              .status == 0);
  REQUIRE(run_program(words{"events", "--freeze", e} + argon_forged).status == 0);
  words const checkpointed =
      section + argon_forged +
      words{"--max-evaluations", "100000", "--checkpoint", cp, "--threads", "1", "--checkpoint-every", "0"};
  REQUIRE(run_shell(signalled(SIGKILL, "rename", 5) + forged_line(checkpointed)).status == 128 + SIGKILL);
  check_forged("piece", p, {"merge", p}, 40);
  check_forged("run", c, {"cross-section", "--run", c, "--threads", "1", "--quiet"}, 30);
  check_forged(
      "run", e,
      {"events", "-n", "20", "--run", e, "--out", "-", "--file-format", "csv", "--threads", "1", "--quiet"},
      20);
  check_forged("checkpoint", cp, {"resume", cp}, 30);
}

TEST_CASE("numbers that overflowed, divided by zero or took all memory") {
  scratch_folder const folder;
  auto const c = folder.file("c.run"), p = folder.file("p_1"), cp = folder.file("cp");
  words const section = words{"cross-section", "--method", "vegas", "--precision", "0.01"} + argon_forged;
  REQUIRE(run_program(section + words{"--freeze", c}).status == 0);
  REQUIRE(run_program({"cross-section", "--run", c, "--slice", "1/1", "--out", folder.file("p"), "--quiet"})
              .status == 0);
  REQUIRE(run_program(section + words{"--checkpoint", cp, "--time-limit", "0.001"}).status == 0);
  auto const piece = body_of(read_file(p)), run = body_of(read_file(c)), checkpoint = body_of(read_file(cp));
  auto const refused = [&](std::string const& kind, std::string const& file, std::string const& body,
                           words const& reading, std::string const& said) {
    std::ofstream(file, std::ios::binary) << trident::sealed(kind, body);
    check_refused(run_limited(reading), {file, said});
  };
  words const merge = {"merge", p}, use = {"cross-section", "--run", c}, resume = {"resume", cp};
  auto const summary = piece.find("summary ") + 8;
  refused("piece", p, piece.substr(0, summary) + "3" + piece.substr(piece.find(' ', summary)), merge,
          "as many for each");
  refused("piece", p, with_replaced(piece, "slice 1 1", "slice 1 0"), merge, "slice");
  refused("piece", p, with_replaced(piece, "slice 1 1", "slice 0 1"), merge, "slice");
  refused("piece", p, with_replaced(piece, "\"seed\",\"5\"", "\"seed\",\"x\""), merge, "seed");
  refused("piece", p, with_replaced(piece, "components 1", "components 4294967296"), merge, "a number up to");
  auto const strata = run.find("strata ") + 7;
  refused("run", c, run.substr(0, strata) + "0" + run.substr(run.find(' ', strata)), use, "strata");
  refused("run", c, with_replaced(run, "production_of_dimension 7", "production_of_dimension 8"), use,
          "dimension 7");
  auto const hypercubes = checkpoint.find("hypercubes ") + 11;
  refused("checkpoint", cp,
          checkpoint.substr(0, hypercubes) + "4294967296" +
              checkpoint.substr(checkpoint.find('\n', hypercubes)),
          resume, "a number up to");
}

TEST_CASE("resume runs what it may, and only onto the file asked for") {
  scratch_folder const folder;
  auto const out = folder.file("a.csv"), victim = folder.file("victim.txt");
  words const events = words{"events", "-n", "5000", "--out", out} + argon_forged;
  REQUIRE(run_shell(signalled(SIGKILL, "write", 8) + forged_line(events)).status == 128 + SIGKILL);
  auto const good = read_file(out + ".resume");
  auto const line_break = good.find('\n') + 1;
  auto const rest = good.substr(good.find('\n', line_break) + 1);
  auto const refused = [&](std::string const& command, std::string const& said) {
    std::ofstream(out + ".resume", std::ios::binary) << good.substr(0, line_break) << command << " end "
                                                     << trident::detail::fingerprint_text(command) << '\n'
                                                     << rest;
    check_refused(run_program({"resume", out}), {said});
    CHECK_FALSE(std::filesystem::exists(victim));
  };
  refused("[\"g-2\",\"--coupling\",\"1e-3\",\"--mass\",\"0.1\",\"--out\",\"" + victim + "\"]",
          "another command");
  refused("[\"resume\",\"" + out + "\"]", "another command");
  refused("[]", "another command");
  refused("{}", "cannot be read");
  refused("[\"events\",\"-n\",\"5\",\"--out\",\"" + victim + "\"]", "goes on with");
  refused("[\"events\",\"-n\",\"5\",\"--out\",\"" + out + "\",\"--out\",\"" + victim + "\"]",
          "does not name");
  refused("[\"events\",\"-n\",\"5\",\"--out\",\"" + out + "\",\"--freeze\",\"" + victim + "\"]", "--freeze");
  refused("[\"events\",\"-n\",\"5\",\"--out\",\"" + out + "\",\"--freeze=" + victim + "\"]", "--freeze");
  refused("[\"events\",\"--help\",\"--out\",\"" + out + "\"]", "--help");
  std::ofstream(out + ".resume") << "trident-resume-1 1 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0\n[\"g-2\",\"--out\",\""
                                 << victim << "\"]\n";
  check_refused(run_program({"resume", out}), {"another version"});
  std::ofstream(out + ".resume", std::ios::binary) << good;
  CHECK(run_program({"resume", out}).status == 0);
}
