// SPDX-License-Identifier: BSL-1.0
#include "events.hpp"

#include <iostream>

#include <nlohmann/json.hpp>

#include "events_report.hpp"
#include "events_write.hpp"
#include "interrupt.hpp"
#include "progress_display.hpp"

namespace trident::program {

namespace {

/// The words after `trident` that ask for the same sample again.
std::string command_of(events_request const& request, std::uint64_t seed) {
  nlohmann::json words = {
      "events", "-n", std::to_string(*request.count), "--seed", std::to_string(seed), "--out", *request.out};
  auto const add = [&](std::string const& name, std::string const& value) {
    words.push_back(name);
    words.push_back(value);
  };
  for (auto const& [name, value] : words_of(request)) add("--" + name, value);
  if (request.file_format) add("--file-format", *request.file_format);
  if (request.pieces > 1) add("--split", std::to_string(request.pieces));
  if (request.weights == weighting::weighted) words.push_back("--weighted");
  if (request.maximum == maximum_policy::strict) words.push_back("--strict");
  return words.dump();
}

void require_complete(events_request const& request) {
  if (!request.single && !request.count)
    throw input_error("-n is missing: it needs the number of events to make");
  if (!request.single && !request.out)
    throw input_error("--out is missing: it needs the file for the events");
  if (!request.single && *request.count < request.pieces)
    throw input_error("--split is " + std::to_string(request.pieces) + ": it must not be more than the " +
                      std::to_string(*request.count) + " events");
  if (request.weights == weighting::weighted && request.maximum == maximum_policy::strict)
    throw input_error("--strict does not go with --weighted: weighted events have no maximum");
}

/// An earlier run that was asked for the same and did not come to its end.
std::optional<journal> interrupted_run(events_request const& request) {
  auto found = journal::find(*request.out);
  if (!found) return std::nullopt;
  std::uint64_t const seed = request.run.seed.value_or(found->state().seed);
  if (seed != found->state().seed || command_of(request, seed) != found->command()) return std::nullopt;
  return found;
}

/// Where to begin: at the state of an interrupted run, or at nothing with the seed given or drawn.
journal_state first_state(events_request const& request) {
  if (auto const earlier = interrupted_run(request)) return earlier->state();
  journal_state state;
  state.seed = make_settings(request.run).seed;
  return state;
}

progress_report report_on(std::uint64_t events, std::uint64_t before, std::uint64_t all, double seconds) {
  progress_report report{};
  report.fraction = static_cast<double>(events) / static_cast<double>(all);
  report.evaluations = events - before;
  report.elapsed_seconds = seconds;
  return report;
}

int write_single(events_request const& request, execution_policy threads) {
  auto const seed = make_settings(request.run).seed;
  auto const made = prepare_sample(request, seed, threads, 1);
  auto const text =
      text_of_event(made, find_format(request.file_format, request.out.value_or("")), *request.single);
  std::cout << text;
  return 0;
}

} // namespace

int run_events(events_request const& request) {
  require_complete(request);
  execution_policy const threads = make_settings(request.run).threads;
  if (request.single) return write_single(request, threads);
  writing_plan const plan = {*request.out,   find_format(request.file_format, *request.out),
                             *request.count, request.pieces,
                             threads,        request.maximum};
  interrupt_guard const interrupts;
  journal_state state = first_state(request);
  for (;;) {
    auto const made = prepare_sample(request, state.seed, threads, state.factor);
    journal book(plan.out, command_of(request, state.seed), state);
    progress_display display(request.run.quiet ? progress_style::none : style_of_standard_error(), "events");
    trident::detail::stopwatch const watch;
    double next_shown = 0.1;
    auto const go_on = [&, before = state.events](std::uint64_t events) {
      if (watch.seconds() >= next_shown) {
        display.show(report_on(events, before, plan.events, watch.seconds()));
        next_shown = watch.seconds() + 0.1;
      }
      return !interrupts.signal();
    };
    try {
      bool const complete = write_sample(made, plan, book, go_on);
      display.clear();
      write_events_report(std::cout, {request, made, book.state(), files_of(plan),
                                      std::string(name_of(plan.format)), watch.seconds(), complete});
      if (complete) book.remove();
      constexpr int first_signal_status = 128;
      return complete ? 0 : first_signal_status + interrupts.signal().value_or(0);
    } catch (maximum_exceeded const& over) {
      double const factor = state.factor * over.weight * 1.1;
      state = {};
      state.seed = book.state().seed;
      state.factor = factor;
    }
  }
}

} // namespace trident::program
