// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/flux_files.hpp>
#include <trident/runtime/nuclear_choice.hpp>
#include <trident/runtime/number_option.hpp>
#include <trident/storage/input_file.hpp>
#include <trident/storage/sealed_file.hpp>

namespace trident::runtime {

/// Options as names (without --) and values, so that they can stand in files and be asked for again.
using word_list = std::vector<std::pair<std::string, std::string>>;

namespace detail {

/// Visits the options that have one field each, in the order in which files list them.
template <class Physics, class Visit>
void for_each_option(Physics& physics, Visit const& visit) {
  visit("process", physics.process);
  visit("target", physics.target);
  visit("regime", physics.regime);
  visit("form-factor", physics.form_factor);
  visit("nuclear-model", physics.nuclear.model);
  visit("k-fermi", physics.nuclear.fermi_momentum);
  visit("removal-energy", physics.nuclear.removal_energy);
  visit("structure-functions", physics.nuclear.structure_functions);
  visit("energy", physics.flux.energy);
  visit("flux", physics.flux.name);
  visit("flux-file", physics.flux.file);
  visit("flux-unit", physics.flux.unit);
  visit("flux-kind", physics.flux.kind);
  visit("flux-flavour", physics.flux.flavour);
  visit("flux-columns", physics.flux.columns);
  visit("flux-layout", physics.flux.layout);
  visit("flux-block", physics.flux.block);
  visit("flux-solid-angle", physics.flux.solid_angle);
  visit("electroweak", physics.electroweak);
  visit("vacuum-polarisation", physics.vacuum_polarisation);
}

inline void set_option(std::optional<std::string>& field, std::string const&, std::string const& value) {
  field = value;
}
inline void set_option(std::optional<double>& field, std::string const& name, std::string const& value) {
  constexpr double largest = std::numeric_limits<double>::max();
  field = number_from_text(name, value, -largest, largest, "a number");
}

inline std::string option_text(std::string const& value) { return value; }
inline std::string option_text(double value) { return trident::detail::number_text(value); }

} // namespace detail

inline word_list words_of(physics_request const& physics) {
  word_list words;
  detail::for_each_option(physics, [&](std::string const& name, auto const& value) {
    if (value) words.emplace_back(name, detail::option_text(*value));
  });
  for (auto const& file : physics.flux.more_files) words.emplace_back("flux-file", file);
  words.emplace_back("model", physics.model);
  auto const& parameters = physics.model_parameters;
  for (std::size_t i = 0; i + 1 < parameters.size(); i += 2)
    words.emplace_back(parameters[i].substr(2), parameters[i + 1]);
  words.emplace_back("constants", physics.constants);
  return words;
}

/// The request that words_of() was given; words that are not of physics are left alone.
inline physics_request physics_from(word_list const& words) {
  physics_request physics;
  bool of_model = false;
  for (auto const& [name, value] : words) {
    if (name == "flux-file" && physics.flux.file) {
      physics.flux.more_files.push_back(value);
      continue;
    }
    detail::for_each_option(physics, [&, &given = name, &as = value](std::string const& option, auto& field) {
      if (option == given) detail::set_option(field, option, as);
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

/// Names of the files that a request reads.
inline std::vector<std::string> files_read_by(physics_request const& request) {
  std::vector<std::string> files;
  for (auto& one : flux_files_of(request.flux)) files.push_back(std::move(one.file));
  if (auto const file = spectral_function_file(request.nuclear)) files.push_back(*file);
  return files;
}

/// Files by name, with fingerprints of what they hold: so that what depends on them knows when they have changed. Throws
/// input_error for what cannot be read twice, such as standard input: `wanted_by` says what would.
inline word_list fingerprints_of(std::vector<std::string> const& files, std::string const& wanted_by) {
  word_list result;
  for (auto const& file : files) {
    std::error_code problem;
    if (file == "-" ||
        (std::filesystem::exists(file, problem) && !std::filesystem::is_regular_file(file, problem)))
      throw input_error("file \"" + file + "\" cannot be read twice, as " + wanted_by +
                        " needs: give it as a regular file");
    result.emplace_back(file, trident::detail::fingerprint_text(read_whole_file(file)));
  }
  return result;
}

/// Throws input_error if one of the files is not as it was when `state` was written.
inline void require_unchanged(word_list const& files, std::string const& state) {
  for (auto const& [file, fingerprint] : files)
    if (trident::detail::fingerprint_text(read_whole_file(file)) != fingerprint)
      throw input_error("file \"" + file + "\" has changed since \"" + state +
                        "\" was written, which depends on it: bring it back as it was, or start anew under "
                        "another name");
}

/// The value of the first word of this name; empty if there is none.
inline std::string value_in(word_list const& words, std::string const& name) {
  for (auto const& word : words)
    if (word.first == name) return word.second;
  return {};
}

/// The value as a number; throws input_error that names the file if it is none.
inline std::uint64_t whole_number_in(word_list const& words, std::string const& name,
                                     std::string const& file) {
  return number_from_text<std::uint64_t>("file \"" + file + "\" is damaged: " + name, value_in(words, name),
                                         0, std::numeric_limits<std::uint64_t>::max(), "a whole number");
}

inline double positive_number_in(word_list const& words, std::string const& name, std::string const& file) {
  return number_from_text("file \"" + file + "\" is damaged: " + name, value_in(words, name),
                          std::numeric_limits<double>::min(), std::numeric_limits<double>::max(),
                          "a number above 0");
}

} // namespace trident::runtime
