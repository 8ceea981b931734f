// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include <trident/runtime/model_options.hpp>

// Included once, by the file that reads the command line.

namespace trident::program {

namespace detail {

inline constexpr std::size_t help_width = 80, help_column = 27; // where descriptions begin

/// The text in lines of at most `width`, broken at blanks; a longer word stands alone.
inline std::vector<std::string> wrapped(std::string const& text, std::size_t width) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (lines.empty() || lines.back().size() + 1 + word.size() > width)
      lines.push_back(word);
    else
      lines.back() += ' ' + word;
  }
  return lines;
}

/// "  --name TYPE     what it is", in lines.
inline std::string help_entry(std::string const& name, std::string const& description) {
  std::string text = "  " + name;
  bool const fits = text.size() + 2 <= help_column;
  if (!fits) text += '\n';
  for (auto const& line : wrapped(description, help_width - help_column)) {
    std::size_t const used = text.size() - (text.rfind('\n') + 1); // of the last line
    text += std::string(help_column - used, ' ') + line + '\n';
  }
  return text;
}

/// The groups of options, in the order of their headings.
struct option_group {
  std::string_view heading;
  std::vector<std::string_view> options;
};

inline std::vector<std::string_view> names_of_model_options() {
  std::vector<std::string_view> names = {"--model"};
  for (auto const& one : registry::model_options()) names.push_back(one.name);
  names.push_back("--to");
  return names;
}

inline std::vector<option_group> const& option_groups() {
  static std::vector<option_group> const groups = {
      {"Physics",
       {"--process", "--target", "--regime", "--form-factor", "--nuclear-model", "--k-fermi",
        "--removal-energy", "--structure-functions", "--constants", "--electroweak",
        "--vacuum-polarisation"}},
      {"Detector",
       {"--detector", "--mode", "--mass-tonnes", "--material", "--exposure-pot", "--exposure-fb", "--years",
        "--per-tonne-year"}},
      {"Neutrinos",
       {"--energy", "--flux", "--flux-file", "--flux-unit", "--flux-kind", "--flux-flavour", "--flux-columns",
        "--flux-block", "--flux-solid-angle", "--flux-layout", "--flavour", "--flavours", "--rays"}},
      {"Muons that decay",
       {"--muon-energy", "--muon-charge", "--muon-polarisation", "--straight", "--distance", "--radius",
        "--decays"}},
      {"Measurement",
       {"--measurement", "--sensitivity", "--ratio", "--efficiency", "--background", "--background-error",
        "--systematic", "--theory-error", "--confidence", "--convention", "--ratio-table", "--value",
        "--error", "--deviations"}},
      {"Model", names_of_model_options()},
      {"Ranges", {"--energies", "--masses", "--couplings", "--distribution", "--points", "--cut", "--smear"}},
      {"Theory", {"--compare", "--vary", "--sin2-theta-w", "--inverse-gev2-cm2"}},
      {"Events",
       {"-n", "--number", "--weighted", "--strict", "--also-model", "--event", "--beam-direction", "--box"}},
      {"Precision and resources",
       {"--method", "--precision", "--max-evaluations", "--time-limit", "--seed", "--threads"}},
      {"Figure", {"--curves", "--projections", "--overlay", "--size"}},
      {"Output", {"--out", "--file-format", "--units", "--no-recoil", "--split", "--format", "--quiet"}},
      {"Many jobs, and jobs that are cut short",
       {"--checkpoint", "--checkpoint-every", "--freeze", "--run", "--slice"}},
  };
  return groups;
}

/// Puts the options of a command under their headings; the rest, --help above all, comes last.
inline void group_options(CLI::App& command) {
  for (auto* const option : command.get_options()) {
    if (option->get_positional()) continue;
    option->group("Others");
    for (auto const& group : option_groups())
      if (std::find(group.options.begin(), group.options.end(), option->get_name()) != group.options.end())
        option->group(std::string(group.heading));
  }
}

} // namespace detail

/// Help in 80 columns: options in groups, without what excludes what, which the descriptions say.
class help_formatter : public CLI::Formatter {
public:
  std::string make_help(CLI::App const* app, std::string name, CLI::AppFormatMode) const override {
    std::string text;
    for (auto const& line : detail::wrapped(app->get_description(), detail::help_width)) text += line + '\n';
    text += make_usage(app, name);
    text += entries("Words", app->get_options([](CLI::Option const* one) { return one->get_positional(); }));
    auto groups = detail::option_groups();
    groups.push_back({"Others", {}});
    for (auto const& group : groups) text += entries(std::string(group.heading), in_order(*app, group));
    auto const commands = app->get_subcommands([](CLI::App const*) { return true; });
    if (!commands.empty()) text += "\nCommands; trident COMMAND --help explains each:\n";
    for (auto const* command : commands)
      text += detail::help_entry(command->get_name(), command->get_description());
    return text + (app->get_footer().empty() ? "" : '\n' + app->get_footer() + '\n');
  }

private:
  /// Those of a group, as the group lists them.
  static std::vector<CLI::Option const*> in_order(CLI::App const& app, detail::option_group const& group) {
    auto found = app.get_options(
        [&](CLI::Option const* one) { return !one->get_positional() && one->get_group() == group.heading; });
    auto const place = [&](CLI::Option const* one) {
      return std::find(group.options.begin(), group.options.end(), one->get_name()) - group.options.begin();
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](auto const* a, auto const* b) { return place(a) < place(b); });
    return found;
  }

  static std::string entries(std::string const& heading, std::vector<CLI::Option const*> const& options) {
    if (options.empty()) return {};
    std::string text = '\n' + heading + ":\n";
    for (auto const* option : options) {
      bool const positional = option->get_positional();
      std::string name = option->get_name(positional, !positional);
      bool const takes_a_word = !positional && option->get_type_size() != 0;
      if (takes_a_word) name += ' ' + option->get_type_name();
      text += detail::help_entry(name, option->get_description());
    }
    return text;
  }
};

} // namespace trident::program
