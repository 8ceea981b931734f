// SPDX-License-Identifier: BSL-1.0
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/flux/catalogue.hpp>
#include <trident/format/teg.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/number_option.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/storage/output_place.hpp>

#include "commands.hpp"
#include "events.hpp"
#include "events_journal.hpp"
#include "number_text.hpp"
#include "report.hpp"
#include "request_words.hpp"
#include "runtime_names.hpp"
#include "supervised.hpp"

namespace trident::program {

namespace {

constexpr double reference_precision = 4e-4; // what 30 million points gave in the reference program

/// Asks on one stream and reads the answers from another.
class questionnaire {
public:
  questionnaire(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

  std::ostream& out() { return out_; }

  /// Asks until `understand` makes something of the answer. Throws input_error at the end of the input.
  template <class Understand>
  auto ask(std::string const& question, Understand understand) {
    for (;;) {
      out_ << question << '\n' << std::flush;
      std::string const answer = read();
      try {
        return understand(answer);
      } catch (input_error const& problem) { refuse(problem.what()); }
    }
  }

  /// Says what was wrong with an answer, before the question comes again.
  void refuse(std::string const& problem) {
    out_ << " Invalid selection \n " << problem << "\n\n" << std::flush;
    refused_ = problem;
  }

private:
  /// A line without the blanks around it.
  std::string read() {
    constexpr std::size_t longest = 4096; // somebody types: what has no end is no answer
    std::string line;
    int c = in_.get();
    if (c == std::char_traits<char>::eof())
      throw input_error("the input has ended: an answer is needed" +
                        (refused_.empty() ? "" : "; the last that could not be used: " + refused_));
    for (; c != std::char_traits<char>::eof() && c != '\n'; c = in_.get()) {
      line += static_cast<char>(c);
      if (line.size() > longest)
        throw input_error("an answer is longer than " + std::to_string(longest) +
                          " letters: it must be shorter");
    }
    auto const first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
  }

  std::istream& in_;
  std::ostream& out_;
  std::string refused_; ///< why the last answer could not be used
};

std::string entry(channel const& process) {
  return '[' + std::to_string(process.number) + "] " + process.text() + ' ';
}

/// Channels first..last in two columns, the first half on the left.
std::string columns_of_channels(std::size_t first, std::size_t last) {
  constexpr std::size_t left_width = 41;
  auto const channels = registry::all_channels();
  std::size_t const half = (last - first + 1) / 2;
  std::string text;
  for (std::size_t i = first - 1; i < first - 1 + half; ++i)
    text += padded(' ' + entry(channels[i]), left_width) + entry(channels[i + half]) + '\n';
  return text;
}

std::string ask_process(questionnaire& dialogue) {
  return dialogue.ask("Select the trident process  [enter 1 - 12]\n\n" + columns_of_channels(1, 12) +
                          "\nor one with tau leptons or tau neutrinos  [enter 13 - 30]\n\n" +
                          columns_of_channels(13, 30),
                      [](std::string const& answer) {
                        registry::find_process(answer);
                        return answer;
                      });
}

std::string ask_target(questionnaire& dialogue) {
  return dialogue.ask("Select the target material  [enter Ar, Fe, proton, neutron] \n\n"
                      " [Ar] Argon      [Fe] Iron \n"
                      " [proton]  Proton inside an ideal Fermi gas  \n"
                      " [neutron] Neutron inside an ideal Fermi gas \n\n"
                      "or free-proton, or one of " +
                          registry::joined(registry::nucleus_names()) + '\n',
                      [](std::string const& answer) {
                        registry::compose({answer});
                        return answer;
                      });
}

constexpr int fixed_energy = 1, first_spectrum = 2,
              last_spectrum = 8; // by the numbers of the reference interface

std::string list_of_spectra() {
  std::string text;
  for (int number = first_spectrum; number <= last_spectrum; ++number)
    text += " [" + std::to_string(number) + "] " + std::string(find_flux(number).description) + " \n";
  return text;
}

/// Energy or spectrum, which must go with process and target.
flux_request ask_flux(questionnaire& dialogue, physics_request physics) {
  auto const checked = [&] {
    make_configuration(physics);
    return physics.flux;
  };
  auto const chosen = [&](std::string const& answer) {
    int const choice = number_from_text("the energy distribution", answer, fixed_energy, last_spectrum,
                                        "a number from 1 to 8");
    physics.flux = {};
    if (choice == fixed_energy) return physics.flux;
    physics.flux.name = find_flux(choice).name;
    return checked();
  };
  auto const flux = dialogue.ask("Are you using a fixed neutrino energy or an energy distribution? \n\n"
                                 " [1] fixed neutrino energy \n" +
                                     list_of_spectra(),
                                 chosen);
  if (flux.name) return flux;
  return dialogue.ask("Enter the energy of the neutrino beam (in GeV) ", [&](std::string const& answer) {
    physics.flux.energy = number_in_range("the neutrino energy", answer, ranges::neutrino_energy);
    return checked();
  });
}

/// The parameters a model needs, with the question for each.
struct parameter_question {
  std::string option;
  std::string question;
};

std::vector<parameter_question> parameter_questions(std::string const& model) {
  if (model == four_fermion::name)
    return {{"--gV", "Enter the value of the vector coupling g_V "},
            {"--gA", "Enter the value of the axial-vector coupling g_A "}};
  if (model == mu_minus_tau::name)
    return {{"--coupling", "Enter the value of the L_mu - L_tau gauge coupling g' "},
            {"--mass", "Enter the value of the Z' mass (in GeV) "}};
  return {};
}

void ask_model(questionnaire& dialogue, physics_request& request) {
  request.model = dialogue.ask(
      "Select the model \n\n"
      " [4F]      Model independent 4 Fermi operators \n"
      " [SM]      Standard Model \n"
      " [LmuLtau] Standard Model + Z' gauge boson based on L_mu - L_tau \n",
      [](std::string const& answer) {
        if (answer != four_fermion::name && answer != standard_model::name && answer != mu_minus_tau::name)
          throw input_error("model \"" + answer + "\" is not known: allowed are 4F, SM, LmuLtau");
        return answer;
      });
  request.model_parameters.clear();
  for (auto const& [option, question] : parameter_questions(request.model)) {
    auto const value = dialogue.ask(question, [&, name = option](std::string const& answer) {
      number_in_range(name, answer, ranges::parameter);
      return answer;
    });
    request.model_parameters.insert(request.model_parameters.end(), {option, value});
  }
}

/// Asks for the model until its own checks are passed.
configuration conclude(questionnaire& dialogue, physics_request& request) {
  for (;;) {
    ask_model(dialogue, request);
    try {
      return make_configuration(request);
    } catch (input_error const& problem) { dialogue.refuse(problem.what()); }
  }
}

/// How to ask for the same without questions.
void write_command(std::ostream& out, std::vector<std::string> command, word_list const& options) {
  command.insert(command.begin(), "trident");
  for (auto const& [name, value] : options) {
    if (value.starts_with('-')) { // a word of its own could be taken for an option
      command.push_back("--" + name + '=' + value);
    } else {
      append_options(command, {{name, value}});
    }
  }
  out << "\nThe same by one command: \n" << shell_text(command) << '\n' << std::flush;
}

int compute_cross_section(std::ostream& out, physics_request const& physics, configuration const& asked,
                          bool quiet) {
  run_request request;
  request.method = name_of(method::vegas); // as the reference program does
  request.precision = reference_precision;
  auto const settings = make_settings(request);
  out << "\nConstants " << registry::name_of(asked.constants) << ", precision " << reference_precision
      << ", seed " << settings.seed << " \n"
      << std::flush;
  checkpoint nothing;
  auto const style = quiet ? progress_style::none : style_of_standard_error();
  auto const [result, exit_status] = compute_supervised(asked, settings, style, nothing);
  for (auto const& note : notes_on(asked, settings, result)) out << "Note: " << note << '\n';
  out << "\nThe trident cross section is  ( " << decimal_text(result.value, result.error) << " +- "
      << decimal_text(result.error, result.error) << " ) fb \n"
      << "The uncertainty is the statistical uncertainty of the numerical integration. \n";
  auto options = words_of(physics);
  options.insert(options.end(), {{"method", request.method},
                                 {"precision", trident::detail::number_text(*request.precision)},
                                 {"seed", std::to_string(settings.seed)}});
  write_command(out, {"cross-section"}, options);
  return exit_status;
}

/// The name of a file in a folder that is there.
std::string name_of_new_file(std::string const& answer) {
  std::filesystem::path const path(answer);
  std::error_code ignored;
  if (answer.empty()) throw input_error("the name of the file is empty: a name is needed");
  output_place_of(answer); // refuses a folder, and a file that may not be written
  if (path.has_parent_path() && !std::filesystem::is_directory(path.parent_path(), ignored))
    throw input_error("the folder of \"" + answer + "\" is not there: a file in one that is there is needed");
  return answer;
}

/// Events in the reference generator's listing.
int generate_events(questionnaire& dialogue, physics_request const& physics, bool quiet) {
  events_request request;
  request.run.quiet = quiet;
  request.physics = physics;
  request.count = dialogue.ask("Enter the number of events to be generated ", [](std::string const& answer) {
    return number_from_text<std::uint64_t>("the number of events", answer, 1, 1'000'000'000'000,
                                           "a whole number, at least 1");
  });
  request.out = dialogue.ask("Enter the name of the output file ", name_of_new_file);
  request.file_format = teg_format::name;
  auto const earlier = journal::find(*request.out); // the same answers go on with what was cut short
  std::uint64_t const seed = earlier ? earlier->states.front().seed : make_settings(request.run).seed;
  request.run.seed = seed;
  int const exit_status = run_events(request);
  auto options = words_of(physics);
  options.insert(
      options.end(),
      {{"seed", std::to_string(seed)}, {"out", *request.out}, {"file-format", *request.file_format}});
  write_command(dialogue.out(), {"events", "-n", std::to_string(*request.count)}, options);
  return exit_status;
}

/// True for events, false for the cross section.
bool wants_events(std::string const& answer) {
  if (answer == "GenerateEvents") return true;
  if (answer == "CrossSection") return false;
  throw input_error("\"" + answer + "\" cannot be computed: allowed are CrossSection, GenerateEvents");
}

} // namespace

int run_menu(menu_request const& request) {
  questionnaire dialogue(std::cin, std::cout);
  physics_request physics;
  physics.process = ask_process(dialogue);
  physics.target = ask_target(dialogue);
  physics.flux = ask_flux(dialogue, physics);
  auto const asked = conclude(dialogue, physics);
  if (dialogue.ask("You can compute the trident [CrossSection] or [GenerateEvents] ", wants_events))
    return generate_events(dialogue, physics, request.quiet);
  return compute_cross_section(dialogue.out(), physics, asked, request.quiet);
}

} // namespace trident::program
