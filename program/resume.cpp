// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <trident/base/error.hpp>
#include <trident/runtime/checkpoint.hpp>
#include <trident/storage/output_place.hpp>

#include "command_line.hpp"
#include "commands.hpp"
#include "events_journal.hpp"
#include "request_words.hpp"
#include "runtime_names.hpp"
#include "slice.hpp"

namespace trident::program {

namespace {

/// Whether a file looks like one that trident left for itself; event files do not.
bool is_for_trident(std::string const& name) {
  std::string start(8, ' ');
  std::ifstream(name, std::ios::binary).read(start.data(), 8);
  return start == "trident-";
}

bool is_same_path(std::string const& one, std::string const& other) {
  auto const whole = [](std::string const& name) {
    std::error_code ignored;
    return std::filesystem::weakly_canonical(trident::detail::without_links(name), ignored);
  };
  return whole(one) == whole(other);
}

/// The word after an option, which may stand there once.
std::optional<std::string> value_after(std::vector<std::string> const& words, std::string const& option) {
  auto const found = std::find(words.begin(), words.end(), option);
  if (found == words.end() || found + 1 == words.end() ||
      std::find(found + 1, words.end(), option) != words.end())
    return std::nullopt;
  return *(found + 1);
}

/// What a command that writes such files never has: what writes others, asks for help, or is written together.
bool is_foreign(std::string const& word, std::vector<std::string> const& foreign) {
  return std::find(foreign.begin(), foreign.end(), word) != foreign.end() || word == "--help" ||
         word == "-h" || (word.starts_with("--") && word.find('=') != std::string::npos);
}

/// A file that says what to do may say nothing but to go on with itself: `option` names the file.
void require_own(std::string const& state, std::vector<std::string> const& words, std::string const& command,
                 std::string const& written, std::optional<std::string> const& named,
                 std::vector<std::string> const& foreign) {
  auto const refuse = [&](std::string const& why) {
    throw input_error("file \"" + state + "\" " + why +
                      ": it was not left by a run that can be gone on with");
  };
  if (words.empty() || words.front() != command) refuse("has another command than " + command);
  for (auto const& word : words)
    if (is_foreign(word, foreign)) refuse("has a command with \"" + word + '"');
  if (!named) refuse("does not name the file to go on with");
  if (!is_same_path(*named, written))
    throw input_error("file \"" + state + "\" goes on with \"" + *named + "\" and not with \"" + written +
                      "\": call `trident resume` in the folder where the run was begun");
}

/// The file of events that a command writes.
std::optional<std::string> file_of_events(std::vector<std::string> const& words) {
  auto const out = value_after(words, "--out");
  auto const slice = value_after(words, "--slice");
  if (!out || !slice || slice->starts_with("auto")) return slice ? std::nullopt : out;
  auto const part = slice_from_text(*slice);
  return name_of_piece(*out, part.number, part.count);
}

/// The words after `trident` that go on with it.
std::vector<std::string> command_to_go_on(std::string const& file) {
  if (auto const earlier = journal::find(file)) {
    std::string const state = file + ".resume";
    auto words = command_from(state, earlier->order.command);
    require_own(state, words, "events", file, file_of_events(words),
                {"--freeze", "--event", "--checkpoint", "--checkpoint-every"});
    auto const seed = std::to_string(earlier->states.front().seed);
    if (auto const known = value_after(words, "--seed"); known && *known != seed)
      throw input_error("file \"" + state + "\" is damaged: it has two seeds, " + *known + " and " + seed);
    return words;
  }
  if (is_for_trident(file)) {
    auto words = command_from(file, checkpoint::read(file).command());
    require_own(file, words, "cross-section", file, value_after(words, "--checkpoint"),
                {"--freeze", "--out", "--run", "--slice"});
    return words;
  }
  throw input_error("\"" + file + "\" has no interrupted run: it is no checkpoint, and " + file +
                    ".resume is missing or empty; give the name that --checkpoint or --out had");
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
