// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/cross_section/quasi_random.hpp>
#include <trident/flux/flux.hpp>
#include <trident/mc/drawn_seed.hpp>
#include <trident/model/arguments.hpp>
#include <trident/quadrature/composite.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/specialised/events.hpp>
#include <trident/specialised/report.hpp>
#include <trident/storage/sealed_file.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

// The program around one configuration, as the CMake function trident_add_generator() builds it: everything but numbers
// is fixed in its type. It needs nothing besides this library.

namespace trident {

namespace detail {

template <class F>
constexpr bool asks_for_energy = std::same_as<F, monoenergetic>;

template <class F, class M>
std::vector<generator_option> generator_options() {
  std::vector<generator_option> options = {
      {"--method", "of the cross section: quadrature, vegas or rqmc"},
      {"--precision", "relative error of the cross section to reach, 1e-5 by quadrature, else 1e-3"},
      {"--seed", "of the random numbers; drawn if not given"},
      {"--threads", "1; the result does not depend on it"},
      {"-n", "unweighted events to write; without it the cross section is computed"},
      {"--out", "file: of events with -n, ending in " + joined(any_event_format::endings(), ", ", " or ") +
                    "; else of the result, which is on standard output otherwise"},
      {"--format", "of the result: json or text"},
      {"--quiet", "accepted; there is no progress to be silent about", true}};
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

/// How the numbers are made, with all that the command line says of it.
struct generator_request {
  std::string method, format;
  vegas_options monte_carlo;
  std::optional<std::uint64_t> events;

  explicit generator_request(generator_arguments const& given)
      : method(given.word("--method", {"quadrature", "vegas", "rqmc"})),
        format(given.word("--format", {"json", "text"})) {
    if (given.text("-n")) {
      events = given.whole_number("-n", 0);
      if (*events == 0) throw input_error("-n is 0: it must be a number of events, at least 1");
      if (given.text("--method"))
        throw input_error("--method is " + method +
                          ": it belongs to a cross section, and -n asks for events");
      method = "vegas"; // the cross section of a sample
    }
    bool const exact = method == "quadrature";
    monte_carlo.relative_error = given.number("--precision", exact ? 1e-5 : 1e-3);
    if (exact && !(monte_carlo.relative_error >= 1e-9 && monte_carlo.relative_error <= 0.1))
      throw input_error("--precision is " + number_text(monte_carlo.relative_error) +
                        ": the method quadrature takes 1e-9 to 0.1");
    auto const threads = given.whole_number("--threads", 1);
    constexpr std::uint64_t most_threads = 1024;
    if (threads < 1 || threads > most_threads)
      throw input_error("--threads is " + std::to_string(threads) + ": it must be from 1 to 1024");
    monte_carlo.threads = static_cast<unsigned>(threads);
    monte_carlo.seed = given.text("--seed") ? given.whole_number("--seed", 0) : drawn_seed();
    require_valid(monte_carlo);
  }
};

template <class Configuration>
cross_section_estimate monte_carlo_of(Configuration const& sigma, generator_request const& how) {
  auto const one = [&](auto const& part, vegas_options const& options) {
    if (how.method == "rqmc") return integrate_quasi_random(fastest(part), options);
    return integrate(fastest(part), options);
  };
  if constexpr (is_composite<Configuration>)
    return integrate_components(sigma, how.monte_carlo, one);
  else
    return one(sigma, how.monte_carlo);
}

#if __has_include(<xsimd/xsimd.hpp>)
using generator_real = pack;
#else
using generator_real = double;
#endif

inline void add_end(generator_report& report, generator_request const& how, bool random) {
  if (random) report.add_whole("seed", how.monte_carlo.seed);
  if (!random) report.add_value("seed", "null", "none");
  report.add("precision", how.monte_carlo.relative_error);
  report.add("version", version);
}

template <class Configuration>
std::string generator_result(Configuration const& sigma, generator_request const& how,
                             generator_arguments const& given) {
  auto report = report_on(sigma, given);
  auto const add = [&](auto const& estimate) {
    report.add("value_fb", estimate.value);
    report.add("error_fb", estimate.error);
    report.add("method", how.method);
    report.add_whole("evaluations", estimate.evaluations);
    if (estimate.below_threshold)
      report.add("note", "all neutrinos are below the threshold: the cross section is 0");
  };
  bool const random = how.method != "quadrature";
  if (random)
    add(monte_carlo_of(sigma, how));
  else
    add(inclusive_cross_section<generator_real>(sigma, {.relative_error = how.monte_carlo.relative_error}));
  add_end(report, how, random);
  return report.written(how.format);
}

/// Makes events and says what was made.
template <class Configuration>
std::string generator_events(Configuration const& sigma, generator_request const& how,
                             generator_arguments const& given) {
  auto const file = given.text("--out");
  if (!file) throw input_error("--out is missing: -n events need a file");
  std::vector<run_description::named_value> words;
  for (auto const& option : model_arguments<typename Configuration::model_type>::options())
    if (auto const value = given.text(option.name)) words.emplace_back(option.name.substr(2), *value);
  auto const made = write_events(sigma, how.monte_carlo, *how.events, *file, words);
  auto report = report_on(sigma, given);
  report.add("value_fb", made.cross_section);
  report.add("error_fb", made.error);
  report.add_whole("events", *how.events);
  report.add("file", *file);
  report.add("efficiency", made.statistics.efficiency());
  report.add("overweight_cross_section_fraction", made.statistics.overweight_cross_section());
  add_end(report, how, true);
  return report.written(how.format);
}

} // namespace detail

/// Reads the numbers from the command line and writes the cross section [fb], or with -n events to a file, and says how.
/// Throws input_error for what it cannot use.
template <Process P, class N, Flux F, class M, Constants C>
void run_generator(std::vector<std::string> const& words, std::ostream& out) {
  generator_arguments const given(words, detail::generator_options<F, M>());
  detail::generator_request const how(given);
  Trident const sigma{P{}, N{}, detail::generator_flux<F>(given), model_arguments<M>::make(given), C{}};
  if (how.events) {
    out << detail::generator_events(sigma, how, given);
    return;
  }
  std::string const result = detail::generator_result(sigma, how, given);
  if (auto const file = given.text("--out"))
    write_atomically(*file, result);
  else
    out << result;
}

/// main() of a generator: status 0, or 2 and one line on standard error for input that cannot be used.
template <Process P, class N, Flux F, class M, Constants C = pdg>
int generator_main(int argc, char** argv) {
  try {
    std::vector<std::string> const words(argv + 1, argv + argc);
    if (words.size() == 1 && (words[0] == "--help" || words[0] == "-h")) {
      std::cout << P::text() << " on " << N{}.name() << "\n\n";
      for (auto const& option : detail::generator_options<F, M>())
        std::cout << "  " << option.name << "  " << option.help << '\n';
      return 0;
    }
    run_generator<P, N, F, M, C>(words, std::cout);
    std::cout.flush();
    if (!std::cout) throw input_error("standard output cannot be written");
    return 0;
  } catch (input_error const& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}

} // namespace trident
