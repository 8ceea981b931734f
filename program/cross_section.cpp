// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <iostream>
#include <optional>
#include <utility>

#include <trident/base/number_text.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/storage/output_place.hpp>

#include "batch_system.hpp"
#include "commands.hpp"
#include "distribution.hpp"
#include "frozen_cross_section.hpp"
#include "interrupt.hpp"
#include "report.hpp"
#include "request_words.hpp"
#include "runtime_names.hpp"
#include "supervised.hpp"

namespace trident::program {

namespace {

/// All that decides the result, but the seed.
word_list identity_of(cross_section_request const& request, run_settings const& settings) {
  word_list words = words_of(request.physics);
  words.emplace_back("method", std::string(name_of(settings.how)));
  words.emplace_back("precision", trident::detail::number_text(settings.precision));
  words.emplace_back("max-evaluations", std::to_string(settings.max_evaluations));
  return words;
}

/// What asks for the same again.
std::vector<std::string> checkpoint_command(cross_section_request const& request,
                                            run_settings const& settings) {
  using trident::detail::number_text;
  std::vector<std::string> command = {"cross-section"};
  append_options(command, identity_of(request, settings));
  append_options(command, {{"seed", std::to_string(settings.seed)},
                           {"checkpoint", *request.checkpoint},
                           {"checkpoint-every", number_text(request.checkpoint_seconds)}});
  if (request.vary) append_options(command, {{"vary", *request.vary}});
  if (request.run.threads > 0) append_options(command, {{"threads", std::to_string(request.run.threads)}});
  if (std::isfinite(request.run.time_limit_seconds))
    append_options(command, {{"time-limit", number_text(request.run.time_limit_seconds)}});
  if (request.run.format == output_format::json) append_options(command, {{"format", "json"}});
  if (request.run.quiet) command.push_back("--quiet");
  return command;
}

/// With what an earlier run of the same left, whose seed is taken if none was given.
checkpoint open_checkpoint(cross_section_request const& request, run_settings& settings) {
  if (!request.checkpoint) return {};
  if (!has_states(settings.how))
    throw input_error("--checkpoint is for --method vegas or both, not " +
                      std::string(name_of(settings.how)) + ", which takes seconds");
  auto const& file = *request.checkpoint;
  auto const inputs = files_read_by(request.physics);
  require_no_input({file}, inputs);
  std::string const identity = text_of(identity_of(request, settings));
  checkpoint book(file, identity, text_of(fingerprints_of(inputs, "--checkpoint")),
                  request.checkpoint_seconds);
  auto earlier = book.open();
  if (earlier) {
    if (!request.run.seed) settings.seed = earlier->seed();
    if (earlier->identity() != identity || earlier->seed() != settings.seed)
      throw input_error("file \"" + file + "\" is the checkpoint of another run: `trident resume " + file +
                        "` goes on with that; give --checkpoint another name, or remove the file");
    require_unchanged(words_from(file, earlier->files()), file);
    book.adopt(std::move(*earlier));
  }
  book.ask_by(command_text(checkpoint_command(request, settings)), settings.seed);
  return book;
}

/// Theory errors, which are computed by quadrature.
varied_cross_section theory_of(cross_section_request const& request, configuration const& asked) {
  constexpr double relative_error = 1e-4;
  work_watch const watch(request.run.time_limit_seconds);
  return watch.finish([&] {
    return vary_cross_section(*request.vary, request.physics, asked,
                              {.relative_error = relative_error, .go_on = [&] { return watch.goes_on(); }});
  });
}

} // namespace

int run_cross_section(cross_section_request const& request) {
  if (request.cut || request.smear) return run_cross_section_within_cuts(request);
  if (request.run_file) return run_frozen_cross_section(request);
  if (request.slice || request.out)
    throw input_error("--slice and --out are for a frozen run: --run is missing, see --freeze");
  if (request.freeze && request.vary)
    throw input_error("--vary does not go with --freeze: theory errors are computed with a result");
  if (request.freeze) return freeze_cross_section(request);
  auto settings = make_settings(request.run);
  auto asked =
      make_configuration(as_method_takes(request.physics, settings.how), processes_taken::with_w_production);
  if (request.run.seed && (is_monte_carlo(settings.how) || settings.how == method::both))
    if (auto note = note_on_shared_seed("--seed " + std::to_string(settings.seed),
                                        "all that compute the same have the same numbers, which an average "
                                        "does not improve; give each a seed of its own"))
      asked.notes.push_back(std::move(*note));
  if (request.vary) variations_for(*request.vary, request.physics, asked); // or says that there are none
  auto book = open_checkpoint(request, settings);
  auto const style = request.run.quiet ? progress_style::none : style_of_standard_error();
  auto const [result, exit_status] = compute_supervised(asked, settings, style, book);
  auto const& last = result.compared.empty() ? result : result.compared.back();
  if (last.reason == stop_reason::cancelled || last.reason == stop_reason::time_limit)
    asked.notes.push_back(request.checkpoint ? "`trident resume " + *request.checkpoint + "` goes on"
                          : has_states(settings.how)
                              ? "with --checkpoint FILE, `trident resume FILE` could go on"
                              : "only --method vegas can go on, with --checkpoint FILE");
  auto const varied = request.vary ? std::optional(theory_of(request, asked)) : std::nullopt;
  write_report(std::cout, request.run.format, asked, settings, result, varied ? &*varied : nullptr);
  return exit_status;
}

} // namespace trident::program
