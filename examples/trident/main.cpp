// SPDX-License-Identifier: BSL-1.0
#include <exception>
#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include <trident/error.hpp>
#include <trident/version.hpp>

#include "commands.hpp"

namespace {

namespace program = trident::program;

/// Registers a command with its options, which `add_options` adds; `run` gives the exit status.
template <class Request, class AddOptions>
void add_command(CLI::App& app, std::string const& name, std::string const& help, int& status,
                 AddOptions add_options, int (*run)(Request const&)) {
  auto* const command = app.add_subcommand(name, help);
  auto const request = std::make_shared<Request>();
  add_options(*command, *request);
  command->callback([request, run, &status] { status = run(*request); });
}

void add_commands(CLI::App& app, int& status) {
  add_command<program::cross_section_request>(
      app, "cross-section", "Cross section of one process, per target [fb]", status,
      [](CLI::App& command, auto& request) {
        program::add_physics_options(command, request.physics);
        program::add_run_options(command, request.run);
      },
      program::run_cross_section);
}

std::vector<std::string> command_names(CLI::App const& app) {
  std::vector<std::string> names;
  for (auto const* command : app.get_subcommands([](CLI::App const*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

/// Refuses a first word that is neither a command nor an option, with a clearer line than the parser's.
void require_command(CLI::App const& app, int argc, char** argv) {
  auto const names = command_names(app);
  std::string const word = argc > 1 ? argv[1] : "";
  if (word.starts_with("-") || std::find(names.begin(), names.end(), word) != names.end()) return;
  std::string allowed;
  for (auto const& name : names) allowed.append(allowed.empty() ? "" : ", ").append(name);
  std::string const problem = argc > 1 ? "command \"" + word + "\" is not known" : "a command is missing";
  throw trident::input_error(problem + ": allowed are " + allowed);
}

int run(int argc, char** argv) {
  int status = 0;
  CLI::App app("Cross sections of neutrino trident production", "trident");
  app.set_version_flag("--version", std::string(trident::version));
  app.require_subcommand(1);
  add_commands(app, status);
  try {
    require_command(app, argc, argv);
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    throw trident::input_error(std::string(error.what()) + "; see trident --help");
  }
  return status;
}

} // namespace

int main(int argc, char** argv) {
  constexpr int bad_input = 2;
  try {
    return run(argc, argv);
  } catch (trident::input_error const& error) {
    std::cerr << "trident: " << error.what() << '\n';
    return bad_input;
  } catch (std::exception const& error) {
    std::cerr << "trident: internal error: " << error.what() << '\n';
    return 1;
  }
}
