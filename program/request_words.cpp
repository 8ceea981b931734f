// SPDX-License-Identifier: BSL-1.0
#include "request_words.hpp"

#include <filesystem>
#include <limits>

#include <nlohmann/json.hpp>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/base/utf8.hpp>
#include <trident/storage/sealed_file.hpp>

#include "number_option.hpp"

namespace trident::program {

namespace {

/// Visits the options that have one field each, in the order in which files list them.
template <class Physics, class Visit>
void for_each_option(Physics& physics, Visit const& visit) {
  visit("process", physics.process);
  visit("target", physics.target);
  visit("regime", physics.regime);
  visit("form-factor", physics.form_factor);
  visit("energy", physics.flux.energy);
  visit("flux", physics.flux.name);
  visit("flux-file", physics.flux.file);
  visit("flux-unit", physics.flux.unit);
  visit("flux-kind", physics.flux.kind);
  visit("flux-flavour", physics.flux.flavour);
  visit("flux-columns", physics.flux.columns);
}

void set_option(std::optional<std::string>& field, std::string const&, std::string const& value) {
  field = value;
}
void set_option(std::optional<double>& field, std::string const& name, std::string const& value) {
  constexpr double largest = std::numeric_limits<double>::max();
  field = number_from_text(name, value, -largest, largest, "a number");
}

std::string option_text(std::string const& value) { return value; }
std::string option_text(double value) { return trident::detail::number_text(value); }

template <class Value>
Value value_from_json(std::string const& file, std::string_view line) {
  try {
    return nlohmann::json::parse(line).get<Value>();
  } catch (nlohmann::json::exception const&) {
    throw input_error("file \"" + file + "\" is damaged: the line of its command cannot be read");
  }
}

// Names of files may have any bytes, and JSON has characters.

std::string encoded(std::string const& word) { return trident::detail::utf8_of_bytes(word); }
std::string decoded(std::string const& word) { return trident::detail::bytes_of_utf8(word); }

} // namespace

word_list words_of(physics_request const& physics) {
  word_list words;
  for_each_option(physics, [&](std::string const& name, auto const& value) {
    if (value) words.emplace_back(name, option_text(*value));
  });
  words.emplace_back("model", physics.model);
  auto const& parameters = physics.model_parameters;
  for (std::size_t i = 0; i + 1 < parameters.size(); i += 2)
    words.emplace_back(parameters[i].substr(2), parameters[i + 1]);
  words.emplace_back("constants", physics.constants);
  return words;
}

physics_request physics_from(word_list const& words) {
  physics_request physics;
  bool of_model = false;
  for (auto const& [name, value] : words) {
    for_each_option(physics, [&, &given = name, &as = value](std::string const& option, auto& field) {
      if (option == given) set_option(field, option, as);
    });
    if (name == "constants") physics.constants = value;
    if (name == "model") {
      physics.model = value;
      of_model = true;
    } else if (name == "constants") {
      of_model = false;
    } else if (of_model) { // all that stands between the two
      physics.model_parameters.insert(physics.model_parameters.end(), {"--" + name, value});
    }
  }
  return physics;
}

std::vector<std::string> files_read_by(physics_request const& request) {
  if (request.flux.file) return {*request.flux.file};
  return {};
}

word_list fingerprints_of(std::vector<std::string> const& files, std::string const& wanted_by) {
  word_list result;
  for (auto const& file : files) {
    std::error_code problem;
    if (file == "-" ||
        (std::filesystem::exists(file, problem) && !std::filesystem::is_regular_file(file, problem)))
      throw input_error("flux file \"" + file + "\" cannot be read twice, as " + wanted_by +
                        " needs: give it as a regular file");
    result.emplace_back(file, trident::detail::fingerprint_text(read_whole_file(file)));
  }
  return result;
}

void require_unchanged(word_list const& files, std::string const& state) {
  for (auto const& [file, fingerprint] : files)
    if (trident::detail::fingerprint_text(read_whole_file(file)) != fingerprint)
      throw input_error("file \"" + file + "\" has changed since \"" + state +
                        "\" was written, which depends on it: bring it back as it was, or start anew under "
                        "another name");
}

std::string value_in(word_list const& words, std::string const& name) {
  for (auto const& word : words)
    if (word.first == name) return word.second;
  return {};
}

std::uint64_t whole_number_in(word_list const& words, std::string const& name, std::string const& file) {
  return number_from_text<std::uint64_t>("file \"" + file + "\" is damaged: " + name, value_in(words, name),
                                         0, std::numeric_limits<std::uint64_t>::max(), "a whole number");
}

double positive_number_in(word_list const& words, std::string const& name, std::string const& file) {
  return number_from_text("file \"" + file + "\" is damaged: " + name, value_in(words, name),
                          std::numeric_limits<double>::min(), std::numeric_limits<double>::max(),
                          "a number above 0");
}

std::string text_of(word_list const& words) {
  word_list encoded_words;
  for (auto const& [name, value] : words) encoded_words.emplace_back(encoded(name), encoded(value));
  return nlohmann::json(encoded_words).dump();
}

word_list words_from(std::string const& file, std::string_view line) {
  auto words = value_from_json<word_list>(file, line);
  for (auto& [name, value] : words) name = decoded(name), value = decoded(value);
  return words;
}

std::string shell_text(std::vector<std::string> const& command) {
  std::string text;
  for (auto const& word : command) {
    if (!text.empty()) text += ' ';
    constexpr auto plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+=:,./@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) {
      text += word;
      continue;
    }
    text += '\'';
    for (char const c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    text += '\'';
  }
  return text;
}

void append_options(std::vector<std::string>& command, word_list const& words) {
  for (auto const& [name, value] : words) {
    command.push_back("--" + name);
    command.push_back(value);
  }
}

std::string command_text(std::vector<std::string> command) {
  for (auto& word : command) word = encoded(word);
  return nlohmann::json(command).dump();
}

std::vector<std::string> command_from(std::string const& file, std::string_view line) {
  auto command = value_from_json<std::vector<std::string>>(file, line);
  for (auto& word : command) word = decoded(word);
  return command;
}

} // namespace trident::program
