// SPDX-License-Identifier: BSL-1.0
#include "reweight.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iostream>

#include <trident/amplitude/full_electroweak.hpp>
#include <trident/base/text.hpp>
#include <trident/event/event_amplitude.hpp>
#include <trident/format/any_reader.hpp>
#include <trident/model/weak_propagators.hpp>
#include <trident/runtime/constants.hpp>
#include <trident/runtime/model_words.hpp>
#include <trident/runtime/nuclear_choice.hpp>
#include <trident/runtime/processes.hpp>
#include <trident/storage/gzip.hpp>
#include <trident/storage/input_file.hpp>
#include <trident/storage/partial_file.hpp>

#include "interrupt.hpp"
#include "runtime_names.hpp"

namespace trident::program {

namespace {

std::string required(event_file_head const& head, std::string const& name) {
  if (auto const value = head.value(name)) return *value;
  throw input_error("its head does not say the " + name + " that the events were made with");
}

/// The model that the events were made with, as the head names it.
registry::model_choice nominal_model(event_file_head const& head) {
  std::string const name = required(head, "model");
  std::vector<std::string> parameters;
  for (auto const& option : registry::options_of_model(name))
    if (auto const value = head.value(option.name.substr(2))) {
      parameters.emplace_back(option.name);
      parameters.push_back(*value);
    }
  return registry::find_model(name, parameters);
}

/// Squared amplitudes of models over that of the nominal one, for the channels that the head names.
class ratio_finder {
public:
  ratio_finder(event_file_head const& head, model_list const& models)
      : constants_(registry::find_constants(required(head, "constants"))),
        processes_(required(head, "process")), fits_(fits_of(head)) {
    auto const nominal = nominal_model(head);
    auto const processes = trident::detail::split(processes_);
    auto const full = electroweak_of(head, processes.size());
    for (std::size_t i = 0; i < processes.size(); ++i) {
      auto const process = registry::find_process(processes[i]);
      std::vector<weighted_model> resolved = {weighted(nominal, process, full[i])};
      for (auto const& one : models)
        resolved.push_back(weighted(one, process, full[i] || is_full_standard_model(one)));
      channels_.push_back({process, std::move(resolved)});
    }
  }

  void operator()(event const& e, std::vector<double>& ratios) const {
    auto const found = std::find_if(channels_.begin(), channels_.end(),
                                    [&](auto const& one) { return one.process.number == e.process_number; });
    if (found == channels_.end())
      throw input_error("event " + std::to_string(e.number) + " is of process " +
                        std::to_string(e.process_number) + ", which the head does not name: there it is \"" +
                        processes_ + "\"");
    std::visit(
        [&](auto const& constants) {
          event_amplitude const amplitude(e, constants, fits_);
          auto const square = [&](weighted_model const& one) {
            return one.full ? amplitude(full_electroweak{one.model}, found->process, constants)
                            : amplitude(one.model, found->process, constants);
          };
          double const nominal = square(found->models.front());
          ratios.clear();
          for (std::size_t i = 1; i < found->models.size(); ++i)
            ratios.push_back(square(found->models[i]) / nominal);
        },
        constants_);
    if (!std::all_of(ratios.begin(), ratios.end(), [](double ratio) { return std::isfinite(ratio); }))
      throw input_error("event " + std::to_string(e.number) +
                        " has momenta that are no trident's: the ratio of its weights is not finite");
  }

private:
  /// What inelastic nucleons of the file are made of.
  static inelastic_options fits_of(event_file_head const& head) {
    nuclear_request said;
    said.structure_functions = head.value("structure-functions");
    return inelastic_options_of(said);
  }

  /// A model in one channel: in place of contact interactions, or on top of the full amplitude.
  struct weighted_model {
    resolved_model model;
    bool full;
  };

  struct resolved_channel {
    channel process;
    std::vector<weighted_model> models; ///< the nominal one first
  };

  /// Whether each process was made with the full amplitude: without a word of it, with contact interactions.
  static std::vector<bool> electroweak_of(event_file_head const& head, std::size_t processes) {
    auto words = trident::detail::split(head.value("electroweak").value_or("contact"));
    if (words.size() == 1) words.resize(processes, words.front());
    std::vector<bool> full;
    for (auto const& word : words) {
      if (word != "full" && word != "contact")
        throw input_error("its head says electroweak " + trident::detail::in_quotes(word) +
                          ": allowed are contact, full");
      full.push_back(word == "full");
    }
    if (full.size() != processes)
      throw input_error("its head says electroweak of " + std::to_string(full.size()) +
                        " processes, and names " + std::to_string(processes));
    return full;
  }

  /// SMprop is the full amplitude whatever the events were made with.
  static bool is_full_standard_model(registry::model_choice const& model) {
    return std::holds_alternative<standard_model_with_z>(model);
  }

  weighted_model weighted(registry::model_choice const& model, channel const& process, bool full) const {
    auto const standard = full && is_full_standard_model(model);
    return {std::visit(
                [&](auto const& set) {
                  return registry::resolve(standard ? registry::model_choice(standard_model{}) : model,
                                           process, set);
                },
                constants_),
            full};
  }

  registry::constants_choice constants_;
  std::string processes_;
  inelastic_options fits_;
  std::vector<resolved_channel> channels_;
};

void refuse_known(event_file_head const& head, std::vector<std::string> const& texts) {
  for (auto const& known : head.models)
    if (std::find(texts.begin(), texts.end(), known.text) != texts.end())
      throw input_error("--to \"" + known.text + "\": the file has a weight of this model already");
}

/// Copies head, events and foot, with the weights; false if a signal came.
template <class Reader>
bool copy(Reader& reader, std::vector<std::string> const& texts, model_list const& models, partial_file& file,
          interrupt_guard const& interrupts, std::uint64_t& events) {
  refuse_known(reader.head(), texts);
  ratio_finder const find(reader.head(), models);
  std::string text = reader.head_text(name_weights(texts, trident::detail::names_of(reader.head().models)));
  std::vector<double> ratios;
  constexpr std::size_t enough = 1 << 20; // bytes to write in one go
  while (reader.next()) {
    find(reader.current(), ratios);
    text += reader.event_text(ratios);
    ++events;
    if (text.size() < enough) continue;
    file.append(text);
    text.clear();
    if (interrupts.signal()) return false;
  }
  file.append(text + Reader::foot_text());
  return true;
}

bool copy_any(input_file& in, std::vector<std::string> const& texts, model_list const& models,
              partial_file& file, interrupt_guard const& interrupts, std::uint64_t& events) {
  bool complete = false;
  read_events(in, in.beginning(),
              [&](auto& reader) { complete = copy(reader, texts, models, file, interrupts, events); });
  return complete;
}

} // namespace

int run_reweight(reweight_request const& request) {
  auto const names = expanded_models(request.models);
  if (names.empty()) throw input_error("--to is missing: it needs a model, such as \"4F --gV 1 --gA -1\"");
  auto const models = models_from_words("--to", names);
  if (request.file == "-" && !request.out)
    throw input_error("--out is missing: events of standard input need a file");
  if (std::filesystem::is_directory(request.file))
    throw input_error("file \"" + request.file +
                      "\" cannot be read: it is a folder, and must be a file of events");
  input_file in(request.file);
  std::string const out = request.out.value_or(request.file);
  interrupt_guard const interrupts;
  std::uint64_t events = 0;
  require_no_input({out == request.file ? partial_file::partial_name(out) : out}, {request.file});
  partial_file file(out, encoder_for(out));
  try {
    if (!copy_any(in, names, models, file, interrupts, events)) {
      file.discard();
      std::cerr << "trident: interrupted: \"" << out << "\" is as it was; the same command starts anew\n";
      constexpr int first_signal_status = 128;
      return first_signal_status + *interrupts.signal();
    }
    file.complete();
  } catch (input_error const& error) {
    file.discard();
    std::string const problem = error.what();
    bool const named = problem.starts_with("file \"") || problem.starts_with("standard input");
    throw input_error(named ? problem : "\"" + request.file + "\": " + problem);
  }
  (output_place_of(out).is_standard_output() ? std::cerr : std::cout)
      << "weights of " << names.size() << " models beside the nominal one of " << events << " events in "
      << out << '\n';
  return 0;
}

} // namespace trident::program
