// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// Where the program runs: on which processors, and as one of which jobs.

namespace {

bool has_taskset() {
  static bool const found = run_shell("command -v taskset").status == 0;
  if (!found) WARN("processor affinity is not tested: taskset is not installed (Debian package util-linux)");
  return found;
}

/// How many threads a long run has once it has used 1 s of processor time.
int threads_of(std::string const& before, std::string const& options = {}) {
  auto const run =
      run_shell(before + " \"$TRIDENT\" cross-section --process 8 --target Ar --energy 5 --method vegas " +
                "--precision 1e-9 --max-evaluations 2000000000 --quiet --seed 1 " + options +
                " >/dev/null & job=$!; while awk '$3 == \"Z\" || $14 + $15 >= 100 { exit 1 }' "
                "/proc/$job/stat; do sleep 0.02; done; ls /proc/$job/task | wc -l; kill -KILL $job");
  return std::stoi(run.output);
}

words const one_event = {"events", "--process", "8",  "--target", "Ar",       "--energy",
                         "5",      "--quiet",   "-n", "1",        "--format", "json"};

} // namespace

TEST_CASE("threads respect affinity and batch systems, and --threads is an order") {
  std::string const unset = "env -u SLURM_CPUS_PER_TASK -u NSLOTS -u OMP_NUM_THREADS";
  if (has_taskset()) {
    auto const first = run_shell("taskset -cp $$ | sed 's/.*: *//; s/[-,].*//'").output;
    auto const on_one = "taskset -c " + first.substr(0, first.find('\n')) + " ";
    CHECK(threads_of(on_one + unset) == 1);
    CHECK(threads_of(on_one + unset, "--threads 3") == 3);
  }
  CHECK(threads_of(unset + " SLURM_CPUS_PER_TASK=1") == 1);
  CHECK(threads_of(unset + " NSLOTS=1") == 1);
  CHECK(threads_of(unset + " OMP_NUM_THREADS=1") == 1);
  CHECK(threads_of(unset + " OMP_NUM_THREADS=1", "--threads 2") == 2);
}

TEST_CASE("a seed that is drawn has 64 bits, all of which the result says") {
  scratch_folder const folder;
  std::set<std::string> drawn;
  std::uint64_t all = 0;
  for (int i = 0; i < 8; ++i) {
    auto const result = run_cross_section({"--process", "8", "--target", "Ar", "--energy", "5", "--method",
                                           "rqmc", "--precision", "0.1"})
                            .json();
    auto const seed = result["seed"].get<std::uint64_t>();
    CHECK(result["seed_text"] == std::to_string(seed));
    drawn.insert(result["seed_text"]);
    all |= seed;
  }
  CHECK(drawn.size() == 8);
  CHECK(all >> 60 != 0); // by chance once in 4e9
  auto const out = folder.file("one.csv");
  words const largest = {"--seed", "18446744073709551615", "--out", out};
  auto const result = run_program(one_event + largest);
  CHECK_THAT(result.output, containing("\"seed\": 18446744073709551615,"));
  CHECK_THAT(read_file(out), containing("18446744073709551615"));
}

TEST_CASE("jobs of an array that share a seed are told so") {
  scratch_folder const folder;
  auto const events = [&](std::string const& environment, std::string const& options) {
    std::string line = "cd " + quoted(folder.file("")) + "; rm -f e*; " + environment + " \"$TRIDENT\"";
    for (auto const& word : one_event) line += ' ' + word;
    return run_shell(line + " --out e.csv " + options);
  };
  for (std::string const environment :
       {"SLURM_ARRAY_TASK_ID=3", "SGE_TASK_ID=2", "PBS_ARRAY_INDEX=7", "PBS_ARRAYID=7", "LSB_JOBINDEX=4",
        "ProcId=0", "OMPI_COMM_WORLD_RANK=0 OMPI_COMM_WORLD_SIZE=2",
        "SLURM_PROCID=1 SLURM_STEP_NUM_TASKS=2"}) {
    INFO(environment);
    auto const variable = environment.substr(0, environment.find('='));
    auto const shared = events(environment, "--seed 1");
    CHECK(shared.status == 0);
    CHECK(shared.errors.starts_with("trident: note: "));
    CHECK_THAT(shared.errors, containing(variable) && containing("--seed 1") && containing("--slice auto/N"));
    CHECK_THAT(shared.json()["notes"].dump(), containing("--seed 1"));
    CHECK(events(environment, "").errors.empty()); // drawn
  }
  for (std::string const environment :
       {"SGE_TASK_ID=undefined", "LSB_JOBINDEX=0", "SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_COUNT=1",
        "SLURM_PROCID=0", "OMPI_COMM_WORLD_RANK=0 OMPI_COMM_WORLD_SIZE=1", "SLURM_ARRAY_TASK_ID=x"}) {
    INFO(environment);
    CHECK(events(environment, "--seed 1").errors.empty());
  }
  CHECK(events("SLURM_ARRAY_TASK_ID=1", "--seed 1 --slice auto/1").errors.empty());
  auto const frozen = folder.file("f.run");
  REQUIRE(run_program({"events", "--process", "8", "--target", "Ar", "--energy", "5", "--seed", "1",
                       "--freeze", frozen, "--quiet"})
              .status == 0);
  auto const from_frozen = run_shell("SLURM_ARRAY_TASK_ID=1 \"$TRIDENT\" events -n 1 --quiet --run " +
                                     quoted(frozen) + " --out " + quoted(folder.file("r.csv")));
  CHECK_THAT(from_frozen.errors, containing("--run ") && containing("f.run"));
  auto const section =
      run_shell("PBS_ARRAYID=1 \"$TRIDENT\" cross-section --process 8 --target Ar --energy 5 "
                "--method vegas --precision 0.1 --quiet --seed 1 --format json");
  CHECK_THAT(section.json()["note"].get<std::string>(), containing("PBS_ARRAYID"));
}

TEST_CASE("every command that computes can be stopped by a signal, and leaves no half of a file") {
  scratch_folder const folder;
  std::string const physics = " --process 8 --target Ar ";
  for (auto const& line : words{
           "limits --measurement CCFR --precision 1e-9 --masses 1e-3:1e3:10000:log --out l.csv --format csv",
           "scan" + physics + "--energies 1:1000:100000 --precision 1e-9 --out s.csv",
           "scan" + physics + "--energies 1:1000:100 --method vegas --precision 1e-9 --out s.csv",
           "cross-section" + physics + "--energy 5 --method vegas --precision 1e-9",
           "events" + physics + "--energy 5 -n 1000000000 --out e.csv"}) {
    INFO(line);
    for (auto const& [signal, status] : {std::pair{"TERM", 143}, std::pair{"INT", 130}}) {
      auto const run =
          run_and_signal("cd " + quoted(folder.file("")) + "; exec \"$TRIDENT\" " + line, signal);
      CHECK(run.status == status);
      CHECK(!std::filesystem::exists(folder.file("l.csv")));
      CHECK(!std::filesystem::exists(folder.file("s.csv")));
    }
  }
}
