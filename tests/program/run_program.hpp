// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "containing.hpp"

// Runs the program as a user does, through the shell.

using words = std::vector<std::string>;

inline words operator+(words all, words const& more) {
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

struct program_run {
  int status;
  std::string output;
  std::string errors;

  nlohmann::json json() const { return nlohmann::json::parse(output); }
};

/// A folder of its own for files that a test needs; gone with it.
class scratch_folder {
public:
  scratch_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "trident_test_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~scratch_folder() { std::filesystem::remove_all(path_); }
  scratch_folder(scratch_folder const&) = delete;
  scratch_folder& operator=(scratch_folder const&) = delete;

  std::string file(std::string const& name) const { return (path_ / name).string(); }

  /// Writes a file and gives its path.
  std::string write(std::string const& name, std::string const& content) const {
    std::ofstream(file(name)) << content;
    return file(name);
  }

private:
  std::filesystem::path path_;
};

inline std::string read_file(std::string const& path) {
  std::ostringstream content;
  content << std::ifstream(path).rdbuf();
  return content.str();
}

inline std::string quoted(std::string const& word) {
  std::string text = "'";
  for (char const c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

/// Runs a line of shell in which $TRIDENT is the program.
inline program_run run_shell(std::string const& line, std::string const& input = {}) {
  scratch_folder const folder;
  std::string const wrapped = "TRIDENT=" + quoted(TRIDENT_PROGRAM) + "; { " + line + "\n} <" +
                              quoted(folder.write("in", input)) + " >" + quoted(folder.file("out")) + " 2>" +
                              quoted(folder.file("err"));
  int const status = std::system(wrapped.c_str());
  return {WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status), read_file(folder.file("out")),
          read_file(folder.file("err"))};
}

/// Runs a line of shell in the background and sends it a signal once it has used 0.6 s of processor time: by then the
/// program is at work, however busy the machine is.
inline program_run run_and_signal(std::string const& line, std::string const& signal) {
  return run_shell(line +
                   " & job=$!; while awk '$3 == \"Z\" || $14 + $15 >= 60 { exit 1 }' /proc/$job/stat; " +
                   "do sleep 0.02; done; kill -" + signal + " $job; wait $job");
}

/// Stands before a command in a line of shell: the command gets the signal just before the `at`-th of these calls
/// ("write", "rename,unlink", all if empty) that change files, however fast the machine is.
inline std::string signalled(int signal, std::string const& calls, int at) {
  return "LD_PRELOAD=" + quoted(TRIDENT_SIGNAL_AT_CALL) + " SIGNAL_NUMBER=" + std::to_string(signal) +
         " SIGNAL_AT=" + std::to_string(at) + (calls.empty() ? " " : " SIGNAL_CALLS=" + calls + ' ');
}

/// Runs the program with these words after its name.
inline program_run run_program(words const& given, std::string const& input = {}) {
  std::string line = "\"$TRIDENT\"";
  for (auto const& word : given) line += ' ' + quoted(word);
  return run_shell(line, input);
}

/// trident cross-section --quiet --format json with these words after them.
inline program_run run_cross_section(words const& given) {
  return run_program(words{"cross-section", "--quiet", "--format", "json"} + given);
}

/// Bad input gives one line that says what it must, nothing on standard output, and exit status 2.
inline void check_refused(program_run const& run, words const& said) {
  CHECK(run.status == 2);
  CHECK(run.output.empty());
  CHECK(std::count(run.errors.begin(), run.errors.end(), '\n') == 1);
  CHECK(run.errors.starts_with("trident: "));
  for (auto const& part : said) CHECK_THAT(run.errors, containing(part));
}

/// Whether pictures can be tested.
inline bool has_gnuplot() {
  static bool const found = run_shell("command -v gnuplot").status == 0;
  if (!found) WARN("pictures are not tested: gnuplot is not installed (Debian package gnuplot-nox)");
  return found;
}
