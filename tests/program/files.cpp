// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "catch.hpp"
#include "containing.hpp"
#include "run_program.hpp"

// Where output goes and what it spares: links, devices, inputs, files that another process writes; and states that depend
// on files.

namespace {

words const argon_in_files = {"--process", "8", "--target", "Ar", "--energy", "5", "--seed", "5", "--quiet"};
words const on_spectrum = {"--process",    "8",           "--target", "Ar",
                           "--seed",       "5",           "--quiet",  "--flux-unit",
                           "1/m2/GeV/POT", "--flux-kind", "density",  "--flux-flavour",
                           "nu_mu"};
words const ten_events = words{"events", "-n", "10", "--file-format", "csv"} + argon_in_files;

constexpr auto spectrum = "1 1\n2 1\n3 1\n", other_spectrum = "10 1\n20 1\n30 1\n";

std::string shell_words(words const& given) {
  std::string line = "\"$TRIDENT\"";
  for (auto const& word : given) line += ' ' + quoted(word);
  return line;
}

std::ptrdiff_t count_of_lines(std::string const& text) { return std::count(text.begin(), text.end(), '\n'); }

} // namespace

TEST_CASE("two processes do not write the same file") {
  scratch_folder const folder;
  auto const whole = folder.file("whole.csv");
  REQUIRE(run_program(words{"events", "-n", "20000", "--out", whole} + argon_in_files).status == 0);
  auto const lines_of_head = count_of_lines(read_file(whole)) - 20000;
  for (words const& more : {words{}, words{"--split", "2"}}) {
    // the first one stops in the midst of its events until the second one has given up
    auto const run = run_shell(
        "cd " + quoted(folder.file("")) + " && { " + signalled(SIGSTOP, "write", 12) +
        shell_words(words{"events", "-n", "20000", "--out", "a.csv"} + argon_in_files + more) +
        " >first.txt & } && job=$! && " +
        "until awk '$3 == \"T\" { found = 1 } END { exit !found }' /proc/$job/stat; do sleep 0.02; done; " +
        shell_words(words{"events", "-n", "20000", "--out", "a.csv"} + argon_in_files + more) +
        "; second=$?; kill -CONT $job; wait $job || exit 99; exit $second");
    check_refused(run, {"\"a.csv\"", "another process"});
    auto const first = more.empty() ? read_file(folder.file("a.csv"))
                                    : read_file(folder.file("a_1.csv")) + read_file(folder.file("a_2.csv"));
    CHECK(count_of_lines(first) == count_of_lines(read_file(whole)) + (more.empty() ? 0 : lines_of_head));
  }
  auto const section = shell_words(
      words{"cross-section", "--method", "vegas", "--checkpoint", "c", "--checkpoint-every", "0"} +
      argon_in_files);
  check_refused(
      run_shell("cd " + quoted(folder.file("")) + " && { " + signalled(SIGSTOP, "rename", 2) + section +
                " >first.txt & } && job=$! && " +
                "until awk '$3 == \"T\" { found = 1 } END { exit !found }' /proc/$job/stat; do sleep 0.02; "
                "done; " +
                section + "; second=$?; kill -CONT $job; wait $job || exit 99; exit $second"),
      {"\"c\"", "another process"});
}

TEST_CASE("what is no regular file is written through, and links keep leading to their file") {
  scratch_folder const folder;
  auto const plain = folder.file("plain.csv");
  REQUIRE(run_program(ten_events + words{"--out", plain}).status == 0);
  auto const wanted = read_file(plain);
  auto const in_folder = [&](std::string const& line) {
    return run_shell("cd " + quoted(folder.file("")) + " && " + line);
  };

  CHECK(run_program(ten_events + words{"--out", "-"}).output == wanted);
  CHECK(run_program(ten_events + words{"--out", "/dev/stdout"}).output == wanted);
  CHECK(in_folder("mkfifo fifo && { cat fifo >copy & } && " +
                  shell_words(ten_events + words{"--out", "fifo"}) + " && wait && test -p fifo")
            .status == 0);
  CHECK(read_file(folder.file("copy")) == wanted);

  folder.write("target.csv", "old");
  CHECK(in_folder("ln -s target.csv link && ln -s later.csv dangling && " +
                  shell_words(ten_events + words{"--out", "link"}) + " && " +
                  shell_words(ten_events + words{"--out", "dangling"}) +
                  " && test -L link && test -L dangling")
            .status == 0);
  CHECK(read_file(folder.file("target.csv")) == wanted);
  CHECK(read_file(folder.file("later.csv")) == wanted);

  folder.write("read_only.csv", "old");
  check_refused(
      in_folder("chmod 444 read_only.csv && " + shell_words(ten_events + words{"--out", "read_only.csv"})),
      {"read_only.csv", "read-only"});
  check_refused(in_folder("mkdir folder && " + shell_words(ten_events + words{"--out", "folder"})),
                {"folder"});
  check_refused(in_folder("ln -s b a && ln -s a b && " + shell_words(ten_events + words{"--out", "a"})),
                {"links"});
  CHECK(read_file(folder.file("read_only.csv")) == "old");
  if (mknod(folder.file("full").c_str(), S_IFCHR | 0666, makedev(1, 7)) == 0) // needs root
    check_refused(in_folder(shell_words(ten_events + words{"--out", "full"})), {"full", "cannot be written"});
}

TEST_CASE("an input is never written over") {
  scratch_folder const folder;
  auto const flux = folder.write("flux.txt", spectrum);
  auto const by_file = words{"--flux-file", flux} + on_spectrum;
  folder.write("a.csv.partial", spectrum);
  std::filesystem::create_hard_link(flux, folder.file("hard.csv"));
  std::filesystem::create_symlink(flux, folder.file("soft.csv"));
  auto const refused = [&](words const& given) { check_refused(run_program(given), {"would be written"}); };
  words const events = words{"events", "-n", "10", "--file-format", "csv"};
  for (std::string const out : {"flux.txt", "hard.csv", "soft.csv"}) {
    refused(events + by_file + words{"--out", folder.file(out)});
    refused(words{"cross-section", "--method", "vegas", "--checkpoint", folder.file(out)} + by_file);
    refused(words{"cross-section", "--method", "vegas", "--freeze", folder.file(out)} + by_file);
    refused(words{"events", "--freeze", folder.file(out)} + by_file);
    refused(words{"scan", "--out", folder.file(out), "--model", "LmuLtau", "--mass", "0.1:1:2", "--coupling",
                  "0.1:1:2"} +
            by_file);
  }
  refused(events + on_spectrum +
          words{"--flux-file", folder.file("a.csv.partial"), "--out", folder.file("a.csv")});
  CHECK(read_file(flux) == spectrum);
  CHECK(read_file(folder.file("a.csv.partial")) == spectrum);

  auto const run = folder.file("r");
  REQUIRE(run_program(words{"events", "--freeze", run} + argon_in_files).status == 0);
  auto const frozen = read_file(run);
  refused({"events", "-n", "10", "--run", run, "--out", run, "--file-format", "csv", "--quiet"});
  CHECK(read_file(run) == frozen);

  auto const lhe = folder.file("in.lhe.partial");
  REQUIRE(run_program(words{"events", "-n", "10", "--file-format", "lhef", "--out", lhe} + argon_in_files)
              .status == 0);
  auto const text = read_file(lhe);
  refused({"reweight", lhe, "--to", "4F --gV 1 --gA 1", "--out", folder.file("in.lhe")});
  CHECK(read_file(lhe) == text);
}

TEST_CASE("what depends on a file is refused when the file has changed") {
  scratch_folder const folder;
  auto const flux = folder.write("flux.txt", spectrum);
  auto const by_file = words{"--flux-file", flux} + on_spectrum;
  auto const out = folder.file("a.csv");
  words const said = {"\"" + flux + "\"", "has changed"};
  REQUIRE(run_program(words{"events", "--freeze", folder.file("e.run")} + by_file).status == 0);
  REQUIRE(run_program(words{"cross-section", "--method", "vegas", "--precision", "0.01", "--freeze",
                            folder.file("c.run")} +
                      by_file)
              .status == 0);
  words const slice = {"cross-section", "--run",  folder.file("c.run"), "--out", folder.file("p"),
                       "--quiet",       "--slice"};
  REQUIRE(run_program(slice + words{"1/2"}).status == 0);
  REQUIRE(run_program(slice + words{"2/2"}).status == 0);
  words const requeued = words{"events", "-n", "5000", "--out", out} + by_file;
  REQUIRE(run_shell(signalled(SIGKILL, "write", 6) + shell_words(requeued)).status == 128 + SIGKILL);
  auto const checkpoint = folder.file("c.checkpoint");
  words const section = words{"cross-section", "--method", "vegas", "--checkpoint", checkpoint} + by_file;
  REQUIRE(run_program(section + words{"--time-limit", "0.001"}).status == 0);

  folder.write("flux.txt", other_spectrum);
  check_refused(
      run_program({"events", "-n", "10", "--run", folder.file("e.run"), "--out", folder.file("b.csv")}),
      said);
  check_refused(run_program({"cross-section", "--run", folder.file("c.run")}), said);
  check_refused(run_program(slice + words{"1/2"}), said);
  check_refused(run_program({"merge", folder.file("p_1"), folder.file("p_2")}), said);
  check_refused(run_program(requeued), said);
  check_refused(run_program({"resume", out}), said);
  check_refused(run_program(section), said);
  check_refused(run_program({"resume", checkpoint}), said);

  folder.write("flux.txt", spectrum);
  CHECK(run_program({"merge", folder.file("p_1"), folder.file("p_2")}).status == 0);
  CHECK(run_program({"resume", out}).status == 0);
  CHECK(run_program({"resume", checkpoint}).status == 0);
  REQUIRE(run_program(words{"events", "-n", "5000", "--out", folder.file("whole.csv")} + by_file).status ==
          0);
  CHECK(read_file(out) == read_file(folder.file("whole.csv")));
}

TEST_CASE("compressed files hold what plain ones do") {
  scratch_folder const folder;
  auto const unpacked = [&](std::string const& names) {
    return run_shell("cd " + quoted(folder.file("")) + " && cat " + names + " | gzip -dc").output;
  };
  words const events = words{"events", "-n", "5000", "--file-format", "csv"} + argon_in_files;
  REQUIRE(run_program(events + words{"--out", folder.file("a.csv")}).status == 0);
  REQUIRE(run_program(events + words{"--out", folder.file("a.csv.gz"), "--threads", "2"}).status == 0);
  auto const plain = read_file(folder.file("a.csv"));
  CHECK(unpacked("a.csv.gz") == plain);

  auto const compressed = read_file(folder.file("a.csv.gz"));
  auto const cut = folder.file("cut.csv.gz");
  REQUIRE(run_shell(signalled(SIGKILL, "write", 8) + shell_words(events + words{"--out", cut})).status ==
          128 + SIGKILL);
  REQUIRE(run_program({"resume", cut}).status == 0);
  CHECK(read_file(cut) == compressed);

  for (std::string const i : {"1/2", "2/2"})
    REQUIRE(run_program(events + words{"--out", folder.file("p.csv.gz"), "--slice", i}).status == 0);
  words const pieces = {folder.file("p_1.csv.gz"), folder.file("p_2.csv.gz")};
  REQUIRE(run_program(words{"merge", "--out", folder.file("m.csv.gz")} + pieces).status == 0);
  CHECK(unpacked("m.csv.gz") == plain);
  check_refused(run_program(words{"merge", "--out", folder.file("m.csv")} + pieces), {"m.csv", ".gz"});

  words const scan = {"scan", "--energies", "1:2:2", "--process", "8", "--target", "Ar", "--quiet"};
  REQUIRE(run_program(scan + words{"--out", folder.file("s.csv.gz")}).status == 0);
  CHECK(unpacked("s.csv.gz") == run_program(scan + words{"--out", "-"}).output);
}

TEST_CASE("an interrupted run is not dropped without a word") {
  scratch_folder const folder;
  auto const out = folder.file("a.csv");
  words const events = words{"events", "-n", "5000", "--out", out} + argon_in_files;
  REQUIRE(run_shell(signalled(SIGKILL, "write", 8) + shell_words(events)).status == 128 + SIGKILL);
  check_refused(run_program(words{"events", "-n", "6000", "--out", out} + argon_in_files),
                {"interrupted run of another command", "trident resume", "a.csv.resume"});
  // what the disk has lost is not made up: the run goes on from before
  auto const journal = read_file(out + ".resume"), kept = read_file(out + ".partial");
  auto zeros = kept;
  std::fill(zeros.begin() + static_cast<std::ptrdiff_t>(kept.size() / 2), zeros.end(), '\0');
  REQUIRE(
      run_program(words{"events", "-n", "5000", "--out", folder.file("whole.csv")} + argon_in_files).status ==
      0);
  auto const whole = read_file(folder.file("whole.csv"));
  for (auto const& partial : {kept, kept.substr(0, 100), std::string(), zeros, kept + "more"}) {
    std::ofstream(out + ".partial", std::ios::binary) << partial;
    std::ofstream(out + ".resume", std::ios::binary) << journal;
    REQUIRE(run_program({"resume", out}).status == 0);
    CHECK(read_file(out) == whole);
  }
  // a torn journal
  for (std::size_t const size : {std::size_t{10}, std::size_t{100}, journal.size() / 2, journal.size() - 1}) {
    std::ofstream(out + ".partial", std::ios::binary) << kept;
    std::ofstream(out + ".resume", std::ios::binary) << journal.substr(0, size);
    auto const run = run_program(events);
    if (run.status != 0)
      check_refused(run, {"a.csv.resume", "remove it"});
    else
      CHECK(read_file(out) == whole);
  }
}
