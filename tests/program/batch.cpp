// SPDX-License-Identifier: BSL-1.0
#include <csignal>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// Checkpoints, frozen runs, slices and trident merge, as a user runs them.

namespace {

words const on_argon = {"--process", "8", "--target", "Ar", "--energy", "5", "--seed", "5"};
words const on_argon_in_total = words{"--regime", "total"} + on_argon;

/// A result without what differs from run to run.
nlohmann::json without_seconds(std::string const& text) {
  auto object = nlohmann::json::parse(text);
  object.erase("seconds");
  return object;
}

/// The example of a line of shell, quoted.
std::string quoted_line(words const& given) {
  std::string line = "\"$TRIDENT\"";
  for (auto const& word : given) line += ' ' + quoted(word);
  return line;
}

/// A run of many iterations, without the checkpoint.
words const section_line =
    words{"cross-section", "--quiet", "--format",          "json",   "--method", "vegas",
          "--precision",   "1e-7",    "--max-evaluations", "3000000"} +
    on_argon_in_total;

/// Sends a signal to that run when it writes its checkpoint for the third time.
program_run cut_section_short(std::string const& file, int signal) {
  return run_shell(
      signalled(signal, "rename", 3) +
      quoted_line(section_line + words{"--threads", "1", "--checkpoint", file, "--checkpoint-every", "0"}));
}

/// The run of these four slices of a folder, merged; extra words go to every slice.
void run_slices(words const& command, int count) {
  for (int i = 1; i <= count; ++i)
    REQUIRE(run_program(command + words{"--slice", std::to_string(i) + '/' + std::to_string(count),
                                        "--threads", std::to_string(1 + i % 3), "--quiet"})
                .status == 0);
}

} // namespace

TEST_CASE("an integration that was cut short resumes to the same bits") {
  scratch_folder const folder;
  for (int const signal : {SIGTERM, SIGKILL}) {
    INFO(signal);
    auto const file = folder.file("section.checkpoint");
    auto const cut = cut_section_short(file, signal);
    REQUIRE(cut.status == 128 + signal);
    REQUIRE(std::filesystem::exists(file));
    if (signal == SIGTERM) CHECK_THAT(cut.output, containing("trident resume " + file));
    auto const resumed = run_program({"resume", file});
    REQUIRE(resumed.status == 0);
    CHECK(without_seconds(resumed.output) ==
          without_seconds(run_program(section_line + words{"--threads", "2"}).output));
    CHECK_FALSE(std::filesystem::exists(file));
  }
}

TEST_CASE("a time limit leaves a checkpoint, from which the same command goes on too") {
  scratch_folder const folder;
  auto const file = folder.file("c");
  words const line =
      words{"cross-section", "--quiet", "--format", "json", "--method", "vegas", "--precision", "1e-3"} +
      on_argon_in_total;
  auto const whole = without_seconds(run_program(line).output);
  auto const first = run_program(line + words{"--checkpoint", file, "--time-limit", "0.001"});
  REQUIRE(first.status == 0);
  CHECK_THAT(first.json()["note"].get<std::string>(),
             containing("time limit") && containing("trident resume"));
  REQUIRE(std::filesystem::exists(file));
  check_refused(run_program(line + words{"--checkpoint", file, "--precision", "1e-2"}), {"--precision"});
  words other = line;
  other[7] = "2e-3";
  check_refused(run_program(other + words{"--checkpoint", file}), {file, "another run", "trident resume"});
  auto const second = run_program(line + words{"--checkpoint", file});
  CHECK(without_seconds(second.output) == whole);
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("checkpoints that cannot be used are refused in one line") {
  scratch_folder const folder;
  auto const file = folder.file("c");
  words const line = words{"cross-section", "--quiet", "--method", "vegas", "--checkpoint", file} + on_argon;
  REQUIRE(run_program(line + words{"--time-limit", "0.001"}).status == 0);
  auto const good = read_file(file);
  auto const refused = [&](std::string const& content, words const& said) {
    folder.write("c", content);
    check_refused(run_program({"resume", file}), words{"file \"" + file} + said);
    check_refused(run_program(line), words{"file \"" + file} + said);
  };
  auto const line_break = good.find('\n');
  refused(good.substr(0, good.size() / 2), {"damaged or cut short"});
  auto changed = good;
  changed[good.size() / 2] = changed[good.size() / 2] == '1' ? '2' : '1';
  refused(changed, {"damaged or cut short"});
  refused("trident-checkpoint format 99 version 7.0" + good.substr(line_break), {"another version", "99"});
  refused("trident-run format 1" + good.substr(line_break), {"is no trident checkpoint"});
  folder.write("c", "hello\n");
  check_refused(run_program({"resume", file}), {"no interrupted run", "no checkpoint", ".resume"});
  check_refused(run_program(line), {"is no trident checkpoint"});
  check_refused(run_program({"resume", folder.file("none")}), {"no interrupted run"});
  check_refused(run_program(words{"cross-section", "--checkpoint", file} + on_argon),
                {"--checkpoint", "quadrature"});
  check_refused(run_program(words{"cross-section", "--method", "vegas", "--checkpoint", "/nonexistent/c",
                                  "--time-limit", "0.001", "--quiet"} +
                            on_argon),
                {"/nonexistent/c", "cannot be"});
}

TEST_CASE("slices of a frozen cross section merge to the bits of one process") {
  scratch_folder const folder;
  auto const run = folder.file("section.run"), piece = folder.file("p.piece");
  REQUIRE(run_program(words{"cross-section", "--method", "vegas", "--precision", "1e-3", "--freeze", run} +
                      on_argon_in_total)
              .status == 0);
  words const whole_line = {"cross-section", "--run", run, "--quiet", "--format", "json"};
  auto const whole = run_program(whole_line + words{"--threads", "1"});
  REQUIRE(whole.status == 0);
  CHECK(without_seconds(run_program(whole_line + words{"--threads", "3"}).output) ==
        without_seconds(whole.output));
  auto const exact = run_cross_section(on_argon_in_total);
  double const error = whole.json()["error_fb"];
  CHECK(error < 1.3e-3 * whole.json()["value_fb"].get<double>());
  CHECK(whole.json()["value_fb"].get<double>() ==
        Approx(exact.json()["value_fb"].get<double>()).margin(4 * error));

  words const slices = {"cross-section", "--run", run, "--out", piece};
  run_slices(slices, 4);
  words const pieces = {folder.file("p_3.piece"), folder.file("p_1.piece"), folder.file("p_4.piece"),
                        folder.file("p_2.piece")};
  auto const merged = run_program(words{"merge", "--format", "json"} + pieces);
  REQUIRE(merged.status == 0);
  CHECK(without_seconds(merged.output) == without_seconds(whole.output));

  check_refused(
      run_program(words{"merge", pieces[0], pieces[1], pieces[2]}),
      {"slice 2/4 is missing", "trident cross-section --run " + run + " --out " + piece + " --slice 2/4"});
  check_refused(run_program(words{"merge", pieces[0], pieces[1], pieces[0]}), {"slice 3/4 is there twice"});
  REQUIRE(run_program(slices + words{"--slice", "1/2", "--quiet"}).status == 0);
  std::filesystem::rename(folder.file("p_1.piece"), folder.file("half.piece"));
  check_refused(run_program(words{"merge", pieces[0], folder.file("half.piece")}),
                {"half.piece", "cut into other parts"});
  auto const content = read_file(pieces[0]);
  folder.write("p_3.piece", content.substr(0, content.size() - 30));
  check_refused(run_program(words{"merge"} + pieces), {"p_3.piece", "damaged or cut short"});
  check_refused(run_program({"merge", run}), {"section.run", "no piece of a run"});
  check_refused(run_program({"merge", folder.file("none")}), {"none", "cannot be read"});
}

TEST_CASE("slices of a frozen sample merge to the bytes of one process") {
  scratch_folder const folder;
  auto const run = folder.file("events.run"), out = folder.file("a.hepmc3");
  REQUIRE(
      run_program(words{"events", "--freeze", run, "--also-model", "4F --gV 0.5 --gA 1"} + on_argon_in_total)
          .status == 0);
  words const events = {"events", "-n", "5001", "--run", run};
  run_slices(events + words{"--out", out}, 3);
  words const alone =
      words{"events", "-n", "5001", "--quiet", "--also-model", "4F --gV 0.5 --gA 1", "--out"} +
      words{folder.file("whole.hepmc3")} + on_argon_in_total;
  REQUIRE(run_program(alone).status == 0);
  auto const whole = read_file(folder.file("whole.hepmc3"));
  words const pieces = {folder.file("a_1.hepmc3"), folder.file("a_2.hepmc3"), folder.file("a_3.hepmc3")};
  REQUIRE(run_program(words{"merge"} + pieces + words{"--out", out}).status == 0);
  CHECK(read_file(out) == whole);
  std::filesystem::remove(out);

  // a piece is a file of events like any other: that of --split
  REQUIRE(run_program(alone + words{"--split", "3"}).status == 0);
  for (std::string const n : {"1", "2", "3"})
    CHECK(read_file(folder.file("a_" + n + ".hepmc3")) == read_file(folder.file("whole_" + n + ".hepmc3")));

  std::string const again = "trident events -n 5001 --run " + run + " --out " + out + " --slice 2/3";
  auto const merge = [&](words const& files) { return run_program(words{"merge", "--out", out} + files); };
  check_refused(merge({pieces[0], pieces[2]}), {"slice 2/3 is missing", again});
  check_refused(merge({pieces[0], pieces[1], pieces[1], pieces[2]}), {"slice 2/3 is there twice"});
  auto content = read_file(pieces[1]);
  content[content.size() / 2] ^= 1;
  folder.write("a_2.hepmc3", content);
  check_refused(merge(pieces), {"a_2.hepmc3", "not as it was written", again});
  std::filesystem::remove(folder.file("a_2.hepmc3"));
  check_refused(merge(pieces), {"a_2.hepmc3", "cannot be read", again});
  REQUIRE(run_shell("eval " + quoted("\"$TRIDENT\"" + again.substr(7) + " --quiet")).status == 0);
  std::filesystem::remove(folder.file("a_3.hepmc3.slice"));
  check_refused(merge(pieces), {"a_3.hepmc3.slice", "cannot be read"});
  REQUIRE(run_program(words{"events", "-n", "5002", "--run", run, "--out", out, "--slice", "3/3", "--quiet"})
              .status == 0);
  check_refused(merge(pieces), {"a_3.hepmc3", "another run"});
  check_refused(run_program({"merge", pieces[0] + ".slice"}), {"only describes a piece"});
  CHECK_FALSE(std::filesystem::exists(out)); // nothing half-written
}

TEST_CASE("a job of a batch system finds its slice in the environment") {
  scratch_folder const folder;
  auto const slice_in = [&](std::string const& environment, std::string const& slice) {
    return run_shell(environment + ' ' +
                     quoted_line(words{"events", "-n", "40", "--quiet", "--format", "json", "--out",
                                       folder.file("a.csv"), "--slice", slice} +
                                 on_argon));
  };
  auto const file_of = [&](program_run const& run) {
    REQUIRE(run.status == 0);
    return std::filesystem::path(run.json()["files"][0].get<std::string>()).filename().string();
  };
  std::string const slurm = "SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=8 ";
  CHECK(file_of(slice_in(slurm + "SLURM_ARRAY_TASK_COUNT=8 SLURM_ARRAY_TASK_STEP=1", "auto")) == "a_3.csv");
  CHECK(file_of(slice_in("SLURM_ARRAY_TASK_ID=3", "auto/10")) == "a_03.csv");
  CHECK(file_of(slice_in("SGE_TASK_ID=5 SGE_TASK_FIRST=1 SGE_TASK_LAST=9 SGE_TASK_STEPSIZE=2", "auto")) ==
        "a_3.csv");
  CHECK(file_of(slice_in("SGE_TASK_ID=undefined ProcId=0", "auto/4")) == "a_1.csv");
  CHECK(file_of(slice_in("OMPI_COMM_WORLD_RANK=1 OMPI_COMM_WORLD_SIZE=2", "auto")) == "a_2.csv");

  check_refused(slice_in("", "auto"), {"auto", "SLURM_ARRAY_TASK_ID", "is set"});
  check_refused(slice_in("ProcId=0", "auto"), {"HTCondor", "auto/8"});
  check_refused(slice_in("ProcId=4", "auto/4"), {"HTCondor job 4", "slice 5 of 4"});
  check_refused(slice_in("ProcId=0 OMPI_COMM_WORLD_RANK=1", "auto"),
                {"both ProcId and OMPI_COMM_WORLD_RANK"});
  check_refused(slice_in("SLURM_ARRAY_TASK_ID=x", "auto"), {"SLURM_ARRAY_TASK_ID", "\"x\""});
  check_refused(slice_in(slurm + "SLURM_ARRAY_TASK_COUNT=2 SLURM_ARRAY_TASK_STEP=1", "auto"),
                {"gaps", "auto/8"});
  check_refused(slice_in("SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_MAX=3 "
                         "SLURM_ARRAY_TASK_COUNT=1",
                         "auto"),
                {"begins at 3", "auto/8"});
  for (std::string const text : {"3", "0/4", "5/4", "1/0", "a/4", "1/b", "/", "-1/4", ""})
    check_refused(slice_in("", text), {"--slice"});
}

TEST_CASE("frozen runs and slices that make no sense are refused in one line") {
  scratch_folder const folder;
  auto const run = folder.file("r"), out = folder.file("a.csv");
  REQUIRE(run_program(words{"events", "--freeze", run} + on_argon).status == 0);
  words const events = {"events", "-n", "10", "--out", out, "--quiet"};
  check_refused(run_program(events + words{"--run", run, "--energy", "6"}), {"--run", "--energy"});
  check_refused(run_program(events + words{"--run", run, "--seed", "6"}), {"--run", "--seed"});
  check_refused(run_program(events + words{"--run", run, "--model", "SM"}), {"--run", "--model"});
  check_refused(run_program(events + words{"--run", folder.file("none")}), {"none", "cannot be read"});
  check_refused(run_program({"cross-section", "--run", run}),
                {"frozen run of events", "trident events --run"});
  check_refused(run_program(events + on_argon + words{"--slice", "1/2", "--split", "2"}),
                {"--split", "--slice"});
  check_refused(run_program(events + on_argon + words{"--slice", "1/2", "--strict"}),
                {"--strict", "--slice"});
  check_refused(run_program(events + words{"--freeze", run} + on_argon), {"--freeze only prepares"});
  words seedless = on_argon;
  seedless.resize(seedless.size() - 2);
  check_refused(run_program(events + seedless + words{"--slice", "1/2"}), {"--seed is missing"});
  check_refused(run_program(words{"cross-section", "--freeze", run} + on_argon), {"--freeze", "quadrature"});
  check_refused(run_program(words{"cross-section", "--slice", "1/2", "--out", out} + on_argon),
                {"--run is missing"});
  check_refused(run_program(words{"events", "--freeze", "/nonexistent/r"} + on_argon), {"/nonexistent/r"});
  auto const content = read_file(run);
  folder.write("r", content.substr(0, content.size() / 3));
  check_refused(run_program(events + words{"--run", run}), {"damaged or cut short"});
  CHECK_FALSE(std::filesystem::exists(out));
}
