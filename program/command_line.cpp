// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include <CLI/CLI.hpp>

#include <trident/base/axis.hpp>
#include <trident/base/closest.hpp>
#include <trident/base/error.hpp>

#include "batch_options.hpp"
#include "build_information.hpp"
#include "command_examples.hpp"
#include "command_line.hpp"
#include "commands.hpp"
#include "events_options.hpp"
#include "flux_options.hpp"
#include "help_formatter.hpp"
#include "new_physics_options.hpp"
#include "options.hpp"
#include "rates_options.hpp"

namespace trident::program {

namespace {

/// Registers a command with its options, which `add_options` adds; `run` gives the exit status.
template <class Request, class AddOptions>
void add_command(CLI::App& app, std::string const& name, std::string const& help, int& status,
                 AddOptions add_options, int (*run)(Request const&)) {
  auto* const command = app.add_subcommand(name, help);
  auto const request = std::make_shared<Request>();
  add_options(*command, *request);
  if (!command->get_option_no_throw("--quiet"))
    command->add_flag_function(
        "--quiet", [](auto) {}, "taken by every command; this one shows no progress anyway");
  detail::group_options(*command);
  std::string const more = command->get_footer();
  command->footer(more + (more.empty() ? "" : "\n\n") + examples_text(name, detail::help_width));
  command->callback([request, run, &status] { status = run(*request); });
}

void add_computing_commands(CLI::App& app, int& status) {
  add_command<cross_section_request>(
      app, "cross-section", "Cross section of one process, per target [fb]", status,
      [](CLI::App& command, auto& request) {
        add_physics_options(command, request.physics);
        detail::add_cuts(command, request.cut, request.smear);
        add_run_options(command, request.run);
        detail::add_vary(command, request.vary, "theory errors by cause, and other theories");
        add_cross_section_batch_options(command, request);
      },
      run_cross_section);
  add_command<scan_request>(
      app, "scan",
      "Cross sections over energies, or masses and couplings of a Z', or differential ones, into a file",
      status, [](CLI::App& command, auto& request) { add_scan_options(command, request); }, run_scan);
  add_command<events_request>(
      app, "events", "Events, unweighted or weighted, into a file", status,
      [](CLI::App& command, auto& request) {
        add_events_options(command, request);
        add_events_batch_options(command, request);
      },
      run_events);
  add_command<rates_request>(
      app, "rates", "Events in a detector, per channel, flavour and regime, with their errors", status,
      [](CLI::App& command, auto& request) { add_rates_options(command, request); }, run_rates);
}

/// Of files and figures, and questions.
void add_other_commands(CLI::App& app, int& status) {
  add_command<resume_request>(
      app, "resume", "Goes on with a run that was cut short", status,
      [](CLI::App& command, auto& request) {
        command.add_option("file", request.file, "as --checkpoint or --out named it")->required();
        command.add_flag("--quiet", request.quiet,
                         "no progress on standard error (a bar on a terminal, else lines)");
      },
      run_resume);
  add_command<merge_request>(
      app, "merge", "Puts the pieces of a run together", status,
      [](CLI::App& command, auto& request) { add_merge_options(command, request); }, run_merge);
  add_command<flux_command_request>(
      app, "flux",
      "What is understood of a file of neutrino fluxes: columns, unit, integral, mean, peak, plot", status,
      add_flux_command_options, run_flux);
  add_command<plot_request>(
      app, "plot", "A figure as .svg, .pdf or .png, with its numbers beside it", status,
      [](CLI::App& command, auto& request) { add_plot_options(command, request); }, run_plot);
  add_command<reweight_request>(app, "reweight", "Weights of other models for events in a file", status,
                                add_reweight_options, run_reweight);
  add_command<limits_request>(
      app, "limits", "Couplings of a Z' that a measurement of tridents excludes", status,
      [](CLI::App& command, auto& request) { add_limits_options(command, request); }, run_limits);
  add_command<projection_request>(
      app, "projection", "Tridents that an experiment of your own will see, and what it will exclude", status,
      [](CLI::App& command, auto& request) { add_projection_options(command, request); }, run_projection);
  add_command<g_minus_2_request>(
      app, "g-2", "The muon's anomalous magnetic moment by a Z'", status,
      [](CLI::App& command, auto& request) { add_g_minus_2_options(command, request); }, run_g_minus_2);
  add_command<list_request>(
      app, "list", "What there is to choose from", status,
      [](CLI::App& command, auto& request) {
        command.add_option("what", request.what,
                           "processes, targets, materials, fluxes, models, measurements, limits, detectors, "
                           "figures, observables or variations");
        add_format_option(command, request.format);
      },
      run_list);
  add_command<menu_request>(
      app, "menu", "Questions and answers; also what trident alone starts on a terminal", status,
      [](CLI::App& command, auto& request) {
        command.add_flag("--quiet", request.quiet,
                         "no progress on standard error (a bar on a terminal, else lines)");
      },
      run_menu);
}

std::vector<std::string> command_names(CLI::App const& app) {
  std::vector<std::string> names;
  for (auto const* command : app.get_subcommands([](CLI::App const*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

/// Refuses a first word that is not a command, with a clearer line than the parser's.
void require_command(CLI::App const& app, int argc, char** argv) {
  auto const names = command_names(app);
  std::string const word = argc > 1 ? argv[1] : "";
  bool const about_the_program = word == "--help" || word == "-h" || word == "--version";
  if (about_the_program || std::find(names.begin(), names.end(), word) != names.end()) return;
  std::string const problem = argc > 1 ? "command \"" + word + "\" is not known" : "a command is missing";
  throw input_error(problem + ": allowed are " + registry::joined(names));
}

/// "; see trident events --help", or that of the program where no command is known.
std::string where_to_look(CLI::App const& app) {
  auto const commands = app.get_subcommands();
  return "; see trident " + (commands.empty() ? "" : commands.front()->get_name() + ' ') + "--help";
}

/// What was left over: an option that the command does not have, or a word too many.
[[noreturn]] void refuse_extras(CLI::App const& app) {
  auto const words =
      app.remaining(true); // words behind "--" are left over by the program, not by its command
  auto const found = std::find_if(words.begin(), words.end(),
                                  [](auto const& word) { return word.starts_with("-") && word != "--"; });
  if (found == words.end())
    throw input_error("\"" + (words.empty() ? "" : words.back()) + "\" was not expected" +
                      where_to_look(app));
  std::vector<std::string> names;
  for (auto const* command : app.get_subcommands())
    for (auto const* option : command->get_options()) names.push_back(option->get_name());
  throw input_error("option \"" + *found + "\" is not known: the closest is " +
                    registry::closest(*found, names, 1).front() + where_to_look(app));
}

/// The parser's own sentence, or a clearer one for what happens most.
std::string sentence_of(CLI::ParseError const& error) {
  std::string const sentence = error.what(), name = sentence.substr(0, sentence.find(':'));
  if (error.get_name() == "ArgumentMismatch" && sentence.find("At Most") != std::string::npos)
    return name + " is given more than once: it takes one value";
  if (error.get_name() == "ArgumentMismatch" && sentence.find("missing") != std::string::npos)
    return name + ": its value is missing";
  if (error.get_name() == "RequiredError" && sentence.find(" is required") != std::string::npos)
    return sentence.substr(0, sentence.find(" is required")) + " is missing: a name is needed";
  return sentence;
}

int parse_and_run(CLI::App& app, int argc, char** argv) {
  try {
    require_command(app, argc, argv);
    app.parse(argc, argv);
    return 0;
  } catch (CLI::ExtrasError const&) { refuse_extras(app); } catch (CLI::ParseError const& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    throw input_error(sentence_of(error) + where_to_look(app));
  }
}

/// `trident help COMMAND` is `trident COMMAND --help`.
std::vector<char*> with_help_as_option(int argc, char** argv, std::string& option) {
  std::vector<char*> words(argv, argv + argc);
  if (argc < 2 || std::string_view(argv[1]) != "help") return words;
  words.erase(words.begin() + 1);
  words.insert(words.begin() + std::min<std::ptrdiff_t>(2, std::ssize(words)), option.data());
  return words;
}

} // namespace

int run_command_line(int argc, char** argv) {
  if (argc == 1 && isatty(STDIN_FILENO)) return run_menu({});
  int status = 0;
  CLI::App app("Cross sections of neutrino trident production", "trident");
  app.set_version_flag("--version", build_text(), "version, commit, compiler and vector width");
  app.require_subcommand(1);
  app.formatter(std::make_shared<help_formatter>());
  add_computing_commands(app, status);
  add_other_commands(app, status);
  std::string help = "--help";
  auto words = with_help_as_option(argc, argv, help);
  int const parsed = parse_and_run(app, static_cast<int>(words.size()), words.data());
  if (!std::cout.flush()) throw input_error("standard output cannot be written: is the disk full?");
  return parsed != 0 ? parsed : status;
}

} // namespace trident::program
