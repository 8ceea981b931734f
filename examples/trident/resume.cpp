// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <trident/error.hpp>

#include "checkpoint.hpp"
#include "command_line.hpp"
#include "commands.hpp"
#include "events_journal.hpp"
#include "request_words.hpp"

namespace trident::program {

namespace {

/// Whether a file looks like one that trident left for itself; event files do not.
bool is_for_trident(std::string const& name) {
  std::string start(8, ' ');
  std::ifstream(name, std::ios::binary).read(start.data(), 8);
  return start == "trident-";
}

/// The words after `trident` that go on with it.
std::vector<std::string> command_to_go_on(std::string const& file) {
  if (auto const earlier = journal::find(file)) return command_from(file + ".resume", earlier->command());
  if (is_for_trident(file)) return checkpoint::find(file)->command();
  throw input_error("\"" + file + "\" has no interrupted run: it is no checkpoint, and " + file +
                    ".resume is missing or cannot be read; give the name that --checkpoint or --out had");
}

} // namespace

int run_resume(resume_request const& request) {
  auto words = command_to_go_on(request.file);
  words.insert(words.begin(), "trident");
  if (request.quiet && std::find(words.begin(), words.end(), "--quiet") == words.end())
    words.emplace_back("--quiet");
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  return run_command_line(static_cast<int>(arguments.size()), arguments.data());
}

} // namespace trident::program
