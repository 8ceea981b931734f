// SPDX-License-Identifier: BSL-1.0
#include "figure.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <trident/detail/number_text.hpp>
#include <trident/error.hpp>
#include <trident/event/partial_file.hpp>
#include <trident/version.hpp>

extern char** environ;

namespace trident::program {

namespace {

using trident::detail::number_text;

/// The terminal of gnuplot that writes such files; lengths in pixels of 1/100 inch.
std::string terminal_of(figure const& what, std::string const& ending) {
  auto const scaled = [&](double factor) {
    return number_text(what.width * factor) + ',' + number_text(what.height * factor);
  };
  if (ending == ".svg") return "svg size " + scaled(1) + " font 'sans-serif,15' background '#ffffff'";
  if (ending == ".pdf")
    return "pdfcairo size " + number_text(what.width / 100.0) + "in," + number_text(what.height / 100.0) +
           "in font 'sans,11' fontscale 1";
  return "pngcairo size " + scaled(2) + " font 'sans,11' fontscale 2 linewidth 2 pointscale 2";
}

/// Colours of M. Okabe, K. Ito, which the colour-blind tell apart, and a dash pattern for each, for print in grey.
constexpr char const* common_style = R"(
set encoding utf8
set datafile separator ','
set datafile missing 'nan'
set linetype 1 lc rgb '#0072B2' lw 2.2 dt 1
set linetype 2 lc rgb '#D55E00' lw 2.2 dt (10,4)
set linetype 3 lc rgb '#009E73' lw 2.2 dt (2,3)
set linetype 4 lc rgb '#CC79A7' lw 2.2 dt (10,4,2,4)
set linetype 5 lc rgb '#E69F00' lw 2.2 dt (16,5)
set linetype 6 lc rgb '#56B4E9' lw 2.2 dt (5,3)
set linetype 7 lc rgb '#000000' lw 2.2 dt (10,3,2,3,2,3)
set linetype 8 lc rgb '#7F7F7F' lw 2.2 dt (4,6)
set border lw 1.2
set tics scale 1.2,0.6
set mxtics
set mytics
set key spacing 1.15 samplen 3.4
)";

std::string script_of(figure const& what, std::string const& picture, std::string const& data) {
  std::string const ending = std::filesystem::path(picture).extension().string();
  return "# Made by trident " + std::string(version) +
         " plot; gnuplot draws it anew from here.\ndata = " + gnuplot_quoted(data) +
         "\nif (!exists('picture')) picture = " + gnuplot_quoted(picture) + "\nset terminal " +
         terminal_of(what, ending) + "\nset output picture" + common_style + what.script + "unset output\n";
}

/// A name that gnuplot takes for a file, whatever it starts with: not for a pipe, an option or standard input.
std::string file_name(std::filesystem::path const& path) {
  return path.is_absolute() ? path.string() : "./" + path.string();
}

void write_file(std::string const& name, std::string const& text) {
  partial_file file(name);
  file.append(text);
  file.complete();
}

struct process_outcome {
  int problem; ///< errno if it could not be started
  int status = 0;
  std::string said; ///< on both outputs
};

/// Runs a program without a shell in between.
process_outcome run_process(std::vector<std::string> words) {
  std::array<int, 2> ends;
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return {errno, 0, {}};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  process_outcome outcome{
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ), 0, {}};
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::array<char, 4096> part;
  for (ssize_t n = 0; outcome.problem == 0 && (n = read(ends[0], part.data(), part.size())) > 0;)
    outcome.said.append(part.data(), static_cast<std::size_t>(n));
  close(ends[0]);
  if (outcome.problem == 0) waitpid(child, &outcome.status, 0);
  return outcome;
}

/// The last line that is not empty.
std::string last_line(std::string const& text) {
  auto const end = text.find_last_not_of(" \n");
  if (end == std::string::npos) return "it says nothing";
  auto const start = text.rfind('\n', end);
  std::size_t const first = start == std::string::npos ? 0 : start + 1;
  return text.substr(first, end + 1 - first);
}

void draw(std::string const& script, std::string const& picture, std::string const& written) {
  std::string const partial = partial_file::partial_name(picture);
  auto const outcome = run_process({"gnuplot", "-d", "-e", "picture=" + gnuplot_quoted(partial), script});
  if (outcome.problem == ENOENT)
    throw input_error("gnuplot is not installed (Debian package gnuplot-nox): there is no picture, but " +
                      written);
  if (outcome.problem != 0)
    throw input_error("gnuplot cannot be started: " + std::string(std::strerror(outcome.problem)) + "; " +
                      written);
  std::error_code problem;
  if (outcome.status == 0) {
    std::filesystem::rename(partial, picture, problem);
    if (!problem) return;
  }
  std::filesystem::remove(partial, problem);
  throw input_error("gnuplot cannot draw \"" + picture + "\": " + last_line(outcome.said) + "; " + written);
}

} // namespace

std::string csv_text(figure_data const& data) {
  std::string text = "# trident " + std::string(version) + ", trident plot\n";
  for (auto const& line : data.remarks) text += "# " + line + '\n';
  text += "curve";
  for (auto const& column : data.columns) text += ',' + column;
  text += '\n';
  for (auto const& curve : data.curves) {
    if (&curve != &data.curves.front()) text += data.layout == figure_layout::grid ? "\n" : "\n\n";
    for (auto const& row : curve.rows) {
      text += curve.name;
      for (double const value : row) text += ',' + number_text(value);
      text += '\n';
    }
  }
  return text;
}

std::string gnuplot_quoted(std::string const& text) {
  std::string quoted = "'";
  for (char const c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + "'";
}

void write_figure(figure const& what, std::string const& picture, std::string const& source) {
  std::filesystem::path path(picture);
  auto const ending = path.extension();
  if ((ending != ".svg" && ending != ".pdf" && ending != ".png") || path.stem().empty())
    throw input_error("--out is \"" + picture + "\": the name of a picture ends with .svg, .pdf or .png");
  if (picture.find_first_of("\n\r") != std::string::npos)
    throw input_error("--out is \"" + picture.substr(0, picture.find_first_of("\n\r")) +
                      "...\": the name of a picture has no line breaks");
  std::string const name = file_name(path);
  std::string const data = file_name(path.replace_extension(".csv"));
  std::string const script = file_name(path.replace_extension(".gp"));
  std::error_code ignored;
  if (!source.empty() && std::filesystem::equivalent(data, source, ignored))
    throw input_error("--out is \"" + picture + "\": the numbers of the figure would replace \"" + source +
                      "\"");
  write_file(data, csv_text(what.data));
  write_file(script, script_of(what, name, data));
  draw(script, name, "the numbers are in \"" + data + "\" and the script in \"" + script + "\"");
}

} // namespace trident::program
