// SPDX-License-Identifier: BSL-1.0
#include <iostream>
#include <limits>
#include <string>

#include <trident/event/teg.hpp>
#include <trident/flux_catalogue.hpp>
#include <trident/registry/processes.hpp>

#include "commands.hpp"
#include "events.hpp"
#include "number_option.hpp"
#include "number_text.hpp"
#include "report.hpp"
#include "supervised.hpp"

namespace trident::program {

namespace {

constexpr double reference_precision = 4e-4; // what 30 million points gave in the reference program

/// Asks on one stream and reads the answers from another.
class questionnaire {
public:
  questionnaire(std::istream& in, std::ostream& out) : in_(in), out_(out) {}

  std::ostream& out() { return out_; }

  /// Reads an answer and gives what `understand` makes of it. An answer that cannot be used ends the program, as in the
  /// reference interface, here with a line that says why.
  template <class Understand>
  auto answer(Understand understand) {
    try {
      return understand(read());
    } catch (input_error const&) {
      out_ << " Invalid selection \n" << std::flush;
      throw;
    }
  }

  template <class Understand>
  auto ask(std::string const& question, Understand understand) {
    out_ << question << '\n' << std::flush;
    return answer(understand);
  }

private:
  std::string read() {
    std::string line;
    if (!std::getline(in_, line)) throw input_error("the input has ended: an answer is needed");
    auto const first = line.find_first_not_of(" \t\r");
    if (first == std::string::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
  }

  std::istream& in_;
  std::ostream& out_;
};

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

std::string entry(channel const& process) {
  return '[' + std::to_string(process.number) + "] " + process.text() + ' ';
}

/// Channels first..last in two columns, the first half on the left.
void write_channels(std::ostream& out, std::size_t first, std::size_t last) {
  constexpr std::size_t left_width = 41;
  auto const channels = registry::all_channels();
  std::size_t const half = (last - first + 1) / 2;
  for (std::size_t i = first - 1; i < first - 1 + half; ++i)
    out << padded(' ' + entry(channels[i]), left_width) << entry(channels[i + half]) << '\n';
}

std::string ask_process(questionnaire& dialogue) {
  dialogue.out() << "Select the trident process  [enter 1 - 12]\n\n";
  write_channels(dialogue.out(), 1, 12);
  dialogue.out() << "\nor one with tau leptons or tau neutrinos  [enter 13 - 30]\n\n";
  write_channels(dialogue.out(), 13, 30);
  return dialogue.ask("", [](std::string const& answer) {
    registry::find_process(answer);
    return answer;
  });
}

std::string ask_target(questionnaire& dialogue) {
  dialogue.out() << "Select the target material  [enter Ar, Fe, proton, neutron] \n\n"
                    " [Ar] Argon      [Fe] Iron \n"
                    " [proton]  Proton inside an ideal Fermi gas  \n"
                    " [neutron] Neutron inside an ideal Fermi gas \n\n"
                    "or free-proton, or one of "
                 << registry::joined(registry::nucleus_names()) << '\n';
  return dialogue.ask("", [](std::string const& answer) {
    registry::compose({answer, {}, {}});
    return answer;
  });
}

double energy_from_text(std::string const& text) {
  return number_from_text("the neutrino energy", text, std::numeric_limits<double>::min(),
                          std::numeric_limits<double>::max(), "a number of GeV, finite and above 0");
}

/// What can be chosen after [1], a fixed energy.
void write_spectra(std::ostream& out) {
  for (auto const& entry : flux_catalogue)
    if (entry.reference_number != 0)
      out << " [" << entry.reference_number << "] " << entry.description << " \n";
}

flux_request ask_flux(questionnaire& dialogue) {
  flux_request flux;
  dialogue.out() << "Are you using a fixed neutrino energy or an energy distribution? \n\n"
                    " [1] fixed neutrino energy \n";
  write_spectra(dialogue.out());
  int const choice = dialogue.ask("", [](std::string const& answer) {
    return number_from_text("the energy distribution", answer, 1, 8, "a number from 1 to 8");
  });
  if (choice == 1)
    flux.energy = dialogue.ask("Enter the energy of the neutrino beam (in GeV) ", energy_from_text);
  else
    flux.name = find_flux(choice).name;
  return flux;
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
  dialogue.out() << "Select the model \n\n"
                    " [4F]      Model independent 4 Fermi operators \n"
                    " [SM]      Standard Model \n"
                    " [LmuLtau] Standard Model + Z' gauge boson based on L_mu - L_tau \n";
  request.model = dialogue.ask("", [](std::string const& answer) {
    if (answer != four_fermion::name && answer != standard_model::name && answer != mu_minus_tau::name)
      throw input_error("model \"" + answer + "\" is not known: allowed are 4F, SM, LmuLtau");
    return answer;
  });
  for (auto const& [option, question] : parameter_questions(request.model)) {
    constexpr double largest = std::numeric_limits<double>::max();
    auto const value = dialogue.ask(question, [&, name = option](std::string const& answer) {
      number_from_text(name, answer, -largest, largest, "a finite number");
      return answer;
    });
    request.model_parameters.insert(request.model_parameters.end(), {option, value});
  }
}

/// The model's own checks, answered as the other questions are.
configuration conclude(questionnaire& dialogue, physics_request const& request) {
  try {
    return make_configuration(request);
  } catch (input_error const&) {
    dialogue.out() << " Invalid selection \n" << std::flush;
    throw;
  }
}

int compute_cross_section(std::ostream& out, configuration const& asked, bool quiet) {
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
  return exit_status;
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
  request.out = dialogue.ask("Enter the name of the output file ", [](std::string const& answer) {
    if (answer.empty()) throw input_error("the name of the file is empty: a name is needed");
    return answer;
  });
  request.file_format = teg_format::name;
  return run_events(request);
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
  physics.flux = ask_flux(dialogue);
  ask_model(dialogue, physics);
  auto const asked = conclude(dialogue, physics);
  if (dialogue.ask("You can compute the trident [CrossSection] or [GenerateEvents] ", wants_events))
    return generate_events(dialogue, physics, request.quiet);
  return compute_cross_section(dialogue.out(), asked, request.quiet);
}

} // namespace trident::program
