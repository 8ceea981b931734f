// SPDX-License-Identifier: BSL-1.0
#include "figure.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/version.hpp>
#include <trident/storage/partial_file.hpp>

#include "interrupt.hpp"

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
set grid front
unset grid
set format '%h'
set mxtics
set mytics
set key spacing 1.15 samplen 3.4
)";

/// Finds numbers and picture beside the script itself, wherever gnuplot is started.
constexpr char const* folder_of_script = R"(
folder = '.'
do for [i = 2:strlen(ARG0)] { if (ARG0[i:i] eq '/') { folder = ARG0[1:i-1] } }
if (strlen(ARG0) > 1 && ARG0[1:1] eq '/' && folder eq '.') { folder = '' }
)";

std::string script_of(figure const& what, std::filesystem::path const& picture,
                      std::filesystem::path const& data) {
  return "# Made by trident " + std::string(version) +
         " plot; `gnuplot` with the name of this file draws it anew, from any folder." + folder_of_script +
         "set encoding utf8\n"
         "data = folder.'/'." +
         gnuplot_quoted(data.filename().string()) + "\nif (!exists('picture')) picture = folder.'/'." +
         gnuplot_quoted(picture.filename().string()) + "\nset terminal " +
         terminal_of(what, picture.extension().string()) + "\nset output picture" + common_style +
         what.script + "unset output\n";
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
  int problem = 0; ///< errno if it could not be started
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

/// A folder for files in between; gone with it.
class temporary_folder {
public:
  temporary_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "trident_plot_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw input_error("folder \"" + name + "\" cannot be made: " + std::strerror(errno));
    path_ = name;
  }
  ~temporary_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  temporary_folder(temporary_folder const&) = delete;
  temporary_folder& operator=(temporary_folder const&) = delete;

  std::filesystem::path operator/(std::string const& name) const { return path_ / name; }

private:
  std::filesystem::path path_;
};

/// SVG in which readers keep the blanks at the ends of the parts of a text: librsvg, for one, drops them otherwise.
std::string with_blanks_kept(std::string picture) {
  std::string const root = "<svg";
  if (auto const start = picture.find(root); start != std::string::npos)
    picture.insert(start + root.size(), " xml:space=\"preserve\"");
  return picture;
}

/// What gnuplot draws by a script. `written` is what there is without it. A signal waits until nothing is left behind.
std::string picture_drawn_by(std::string const& script, std::string const& ending,
                             std::string const& written) {
  std::optional<int> signal;
  process_outcome outcome;
  std::ostringstream content;
  {
    interrupt_guard const interrupts;
    temporary_folder const folder;
    std::string const picture = folder / ("picture" + ending);
    outcome = run_process({"gnuplot", "-d", "-e", "picture=" + gnuplot_quoted(picture), script});
    content << std::ifstream(picture, std::ios::binary).rdbuf();
    signal = interrupts.signal();
  }
  if (signal) raise(*signal);
  if (outcome.problem == ENOENT)
    throw input_error("gnuplot is not installed (Debian package gnuplot-nox): there is no picture" + written);
  if (outcome.problem != 0)
    throw input_error("gnuplot cannot be started: " + std::string(std::strerror(outcome.problem)) + written);
  if (outcome.status != 0 || content.str().empty())
    throw input_error("gnuplot cannot draw the picture: " + last_line(outcome.said) + written);
  return ending == ".svg" ? with_blanks_kept(content.str()) : content.str();
}

/// SVG on standard output; numbers and script are not kept.
void write_to_standard_output(figure const& what) {
  temporary_folder const folder;
  auto const picture = folder / "picture.svg", data = folder / "numbers.csv", script = folder / "script.gp";
  std::ofstream(data) << csv_text(what.data);
  std::ofstream(script) << script_of(what, picture, data);
  std::cout << picture_drawn_by(script.string(), ".svg", "");
}

} // namespace

std::string csv_text(figure_data const& data) {
  std::string text = "# trident " + std::string(version) + ", trident plot\n";
  for (auto const& line : data.remarks) text += "# " + line + '\n';
  text += "curve";
  for (auto const& column : data.columns) text += ',' + column;
  text += '\n';
  for (auto const& curve : data.curves) {
    if (&curve != &data.curves.front()) text += "\n\n";
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

void write_figure(figure const& what, std::string const& picture, std::vector<std::string> const& sources) {
  if (picture == "-") return write_to_standard_output(what);
  std::filesystem::path path(picture);
  std::string const ending = path.extension().string();
  if ((ending != ".svg" && ending != ".pdf" && ending != ".png") || path.stem().empty())
    throw input_error("--out is \"" + picture + "\": the name of a picture ends with .svg, .pdf or .png");
  if (picture.find_first_of("\n\r") != std::string::npos)
    throw input_error("--out is \"" + picture.substr(0, picture.find_first_of("\n\r")) +
                      "...\": the name of a picture has no line breaks");
  std::string const name = file_name(path);
  std::string const data = file_name(path.replace_extension(".csv"));
  std::string const script = file_name(path.replace_extension(".gp"));
  require_no_input({name, data, script}, sources);
  write_file(data, csv_text(what.data));
  write_file(script, script_of(what, name, data));
  write_file(name,
             picture_drawn_by(script, ending,
                              "; the numbers are in \"" + data + "\" and the script in \"" + script + "\""));
}

} // namespace trident::program
