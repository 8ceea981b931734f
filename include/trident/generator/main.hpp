// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <trident/detail/number_text.hpp>
#include <trident/error.hpp>
#include <trident/generator/events.hpp>
#include <trident/generator/model_arguments.hpp>
#include <trident/nucleon.hpp>
#include <trident/storage/sealed_file.hpp>
#include <trident/trident.hpp>
#include <trident/version.hpp>

// The program around one configuration, as the CMake function trident_add_generator() builds it: everything but numbers
// is fixed in its type. It needs nothing besides this library.

namespace trident {

namespace detail {

template <class F>
constexpr bool asks_for_energy = std::same_as<F, monoenergetic>;

template <class F, class M>
std::vector<generator_option> generator_options() {
  std::vector<generator_option> options = {
      {"--seed", "of the random numbers, 1"},
      {"-n", "unweighted events to write; without it the cross section is computed"},
      {"--precision", "relative error of the cross section to reach, 1e-3"},
      {"--threads", "1; the result does not depend on it"},
      {"--out", "file: of events with -n, ending in .hepmc3, .lhe, .hepevt, .txt or .csv; else of "
                "the result, which is on standard output otherwise"}};
  if constexpr (asks_for_energy<F>) options.push_back({"--energy", "of the neutrino [GeV]"});
  for (auto const& option : model_arguments<M>::options()) options.push_back(option);
  return options;
}

template <class F>
F generator_flux(generator_arguments const& given) {
  if constexpr (asks_for_energy<F>)
    return monoenergetic{given.required_number("--energy")};
  else
    return F{};
}

inline vegas_options generator_settings(generator_arguments const& given) {
  vegas_options settings;
  settings.seed = given.whole_number("--seed", settings.seed);
  settings.relative_error = given.number("--precision", settings.relative_error);
  settings.threads = static_cast<unsigned>(given.whole_number("--threads", settings.threads.threads()));
  return settings;
}

/// What was computed, as the beginning of a JSON object with the names that the program trident uses.
template <class Configuration>
std::string generator_configuration(Configuration const& sigma) {
  std::ostringstream json;
  json << "{\"process\": \"" << Configuration::process_type::text() << "\", \"target\": \""
       << sigma.target().name() << "\", \"model\": \"" << Configuration::model_type::name << "\", ";
  if constexpr (FixedEnergy<typename Configuration::flux_type>)
    json << "\"energy_GeV\": " << number_text(sigma.flux().energy());
  else
    json << "\"flux\": \"" << sigma.flux().name() << '"';
  return json.str();
}

inline std::string generator_end(std::uint64_t seed) {
  return ", \"seed\": " + std::to_string(seed) + ", \"version\": \"" + std::string(version) + "\"}\n";
}

inline std::string quoted_for_json(std::string const& text) {
  std::string result = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

template <class Configuration>
std::string generator_result(Configuration const& sigma, vegas_options const& settings) {
  cross_section_estimate const estimate = integrate(sigma, settings);
  return generator_configuration(sigma) + ", \"value_fb\": " + number_text(estimate.value) +
         ", \"error_fb\": " + number_text(estimate.error) +
         ", \"method\": \"vegas\", \"evaluations\": " + std::to_string(estimate.evaluations) +
         generator_end(settings.seed);
}

/// Makes events and says what was made.
template <class Configuration>
std::string generator_events(Configuration const& sigma, vegas_options const& settings, std::uint64_t count,
                             generator_arguments const& given) {
  auto const file = given.text("--out");
  if (!file) throw input_error("--out is missing: -n events need a file");
  if (count == 0) throw input_error("-n is 0: it must be a number of events, at least 1");
  std::vector<run_description::named_value> words;
  for (auto const& option : model_arguments<typename Configuration::model_type>::options())
    if (auto const value = given.text(option.name)) words.emplace_back(option.name.substr(2), *value);
  auto const made = write_events(sigma, settings, count, *file, words);
  return generator_configuration(sigma) + ", \"value_fb\": " + number_text(made.cross_section) +
         ", \"error_fb\": " + number_text(made.error) + ", \"events\": " + std::to_string(count) +
         ", \"file\": " + quoted_for_json(*file) +
         ", \"efficiency\": " + number_text(made.statistics.efficiency()) +
         ", \"overweight_cross_section_fraction\": " +
         number_text(made.statistics.overweight_cross_section()) + generator_end(settings.seed);
}

} // namespace detail

/// Reads the numbers from the command line and writes the cross section [fb] as JSON, or with -n events to a file.
/// Throws input_error for what it cannot use.
template <Process P, Target N, Flux F, class M, Constants C>
void run_generator(std::vector<std::string> const& words, std::ostream& out) {
  generator_arguments const given(words, detail::generator_options<F, M>());
  vegas_options const settings = detail::generator_settings(given);
  require_valid(settings);
  Trident const sigma{P{}, N{}, detail::generator_flux<F>(given), model_arguments<M>::make(given), C{}};
  if (given.text("-n")) {
    out << detail::generator_events(sigma, settings, given.whole_number("-n", 0), given);
    return;
  }
  std::string const result = detail::generator_result(sigma, settings);
  if (auto const file = given.text("--out"))
    write_atomically(*file, result);
  else
    out << result;
}

/// main() of a generator: status 0, or 2 and one line on standard error for input that cannot be used.
template <Process P, Target N, Flux F, class M, Constants C = pdg>
int generator_main(int argc, char** argv) {
  std::vector<std::string> const words(argv + 1, argv + argc);
  if (words.size() == 1 && (words[0] == "--help" || words[0] == "-h")) {
    std::cout << P::text() << " on " << N::name() << ", " << M::name << "\n\n";
    for (auto const& option : detail::generator_options<F, M>())
      std::cout << "  " << option.name << "  " << option.help << '\n';
    return 0;
  }
  try {
    run_generator<P, N, F, M, C>(words, std::cout);
    return 0;
  } catch (input_error const& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}

} // namespace trident
