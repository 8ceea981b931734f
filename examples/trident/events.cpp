// SPDX-License-Identifier: BSL-1.0
#include "events.hpp"

#include <algorithm>
#include <iostream>

#include <trident/storage/sealed_file.hpp>

#include "batch_system.hpp"
#include "events_piece.hpp"
#include "events_report.hpp"
#include "events_write.hpp"
#include "frozen_events.hpp"
#include "interrupt.hpp"
#include "progress_display.hpp"

namespace trident::program {

namespace {

/// All that decides the events of a sample and how they are written, as options.
std::vector<std::string> sample_command(events_request const& request, std::uint64_t seed) {
  std::vector<std::string> words = {"events", "-n", std::to_string(*request.count)};
  if (request.run_file)
    append_options(words, {{"run", *request.run_file}});
  else
    append_options(words, {{"seed", std::to_string(seed)}});
  append_options(words, {{"out", *request.out}});
  if (request.run_file) {
    if (request.beam_direction) append_options(words, {{"beam-direction", *request.beam_direction}});
    if (request.box) append_options(words, {{"box", *request.box}});
  } else {
    append_options(words, words_of(request));
  }
  if (request.file_format) append_options(words, {{"file-format", *request.file_format}});
  if (request.pieces > 1) append_options(words, {{"split", std::to_string(request.pieces)}});
  if (request.weights == weighting::weighted) words.push_back("--weighted");
  if (request.maximum == maximum_policy::strict) words.push_back("--strict");
  return words;
}

/// The words after `trident` that ask for the same files again.
std::string journal_command(events_request const& request, std::uint64_t seed) {
  auto words = sample_command(request, seed);
  if (request.slice) append_options(words, {{"slice", *request.slice}});
  return command_text(words);
}

void require_sensible_slice(events_request const& request) {
  if (!request.slice) return;
  if (request.pieces > 1)
    throw input_error(
        "--split does not go with --slice: a slice is one of the files that --split would write");
  if (request.maximum == maximum_policy::strict)
    throw input_error(
        "--strict does not go with --slice: one slice does not know what the maximum of another is");
  if (!request.run.seed)
    throw input_error("--seed is missing: all slices of a run need the same, or a frozen run, see --freeze");
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
  require_sensible_slice(request);
}

/// An earlier run that was asked for the same and did not come to its end.
std::optional<journal> interrupted_run(events_request const& request, std::string const& out) {
  auto found = journal::find(out);
  if (!found) return std::nullopt;
  std::uint64_t const seed = request.run.seed.value_or(found->state().seed);
  if (seed != found->state().seed || journal_command(request, seed) != found->command()) return std::nullopt;
  return found;
}

/// Where to begin: at the state of an interrupted run, or at nothing with the seed given or drawn.
journal_state first_state(events_request const& request, writing_plan const& plan) {
  if (auto const earlier = interrupted_run(request, plan.out)) return earlier->state();
  journal_state state;
  state.seed = make_settings(request.run).seed;
  state.events = plan.range.first;
  return state;
}

progress_report report_on(std::uint64_t events, journal_state const& begin, event_range const& range,
                          double seconds) {
  progress_report report{};
  auto const all = static_cast<double>(std::max<std::uint64_t>(range.last - range.first, 1));
  report.fraction = static_cast<double>(events - range.first) / all;
  report.evaluations = events - begin.events;
  report.elapsed_seconds = seconds;
  return report;
}

/// What is to be written where, if `prepared_by` has the fingerprint of the frozen run, or nothing.
writing_plan plan_of(events_request const& request, std::string const& prepared_by) {
  writing_plan plan{*request.out,
                    find_format(request.file_format, *request.out),
                    {0, *request.count},
                    request.pieces,
                    make_settings(request.run).threads,
                    request.maximum,
                    {}};
  if (!request.slice) return plan;
  auto const slice = slice_from_text(*request.slice);
  auto const share = share_of(slice, *request.count);
  auto const command = sample_command(request, *request.run.seed);
  piece_head head{"events", {}, slice, share, *request.count, command, words_of(request)};
  auto identity = words_of(request);
  identity.insert(identity.end(), {{"seed", std::to_string(*request.run.seed)},
                                   {"file-format", std::string(name_of(plan.format))},
                                   {"weighted", request.weights == weighting::weighted ? "yes" : "no"},
                                   {"run", prepared_by}});
  head.run = trident::detail::fingerprint_text(text_of(identity));
  head.command.insert(head.command.begin(), "trident");
  plan.out = name_of_piece(*request.out, slice.number, slice.count);
  plan.range = {share.first, share.last};
  plan.seal = sealing_as(head);
  return plan;
}

int write_single(events_request const& request, prepared_list const& prepared, std::uint64_t seed) {
  auto const made = make_sample(request, seed, prepared, 1);
  std::cout << text_of_event(made, find_format(request.file_format, request.out.value_or("")),
                             *request.single);
  return 0;
}

/// For a job of an array that is not a slice, a note that its seed makes the events of the other jobs.
void add_note_on_seed(events_request const& request, std::vector<std::string>& notes) {
  if (request.slice || !request.run.seed) return;
  std::string const given =
      request.run_file ? "--run " + *request.run_file : "--seed " + std::to_string(*request.run.seed);
  if (auto note = note_on_shared_seed(given, "all that ask for the same make the same events; --slice auto/N "
                                             "shares a run among N tasks, or give each a seed of its own"))
    notes.push_back(std::move(*note));
}

/// Writes the sample, with the maximum raised as often as that is asked for; returns the exit status.
int write_events(events_request const& request, writing_plan const& plan, journal_state state,
                 prepared_list const& prepared, double preparation_seconds,
                 interrupt_guard const& interrupts) {
  std::vector<std::string> notes;
  add_note_on_seed(request, notes);
  for (;;) {
    auto made = make_sample(request, state.seed, prepared, state.factor);
    made.notes.insert(made.notes.end(), notes.begin(), notes.end());
    made.seconds = preparation_seconds;
    journal book(plan.out, journal_command(request, state.seed), state);
    progress_display display(request.run.quiet ? progress_style::none : style_of_standard_error(), "events");
    trident::detail::stopwatch const watch;
    double next_shown = 0.1;
    auto const go_on = [&](std::uint64_t events) {
      if (watch.seconds() >= next_shown) {
        display.show(report_on(events, state, plan.range, watch.seconds()));
        next_shown = watch.seconds() + 0.1;
      }
      return !interrupts.signal();
    };
    try {
      bool const complete = write_sample(made, plan, book, go_on);
      display.clear();
      std::uint64_t const events = book.state().events - plan.range.first;
      write_events_report(std::cout, {request, made, book.state(), plan.out, files_of(plan),
                                      std::string(name_of(plan.format)), events, watch.seconds(), complete});
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

} // namespace

int run_events(events_request const& given) {
  execution_policy const threads = make_settings(given.run).threads;
  if (given.freeze) return freeze_events(given, threads);
  trident::detail::stopwatch const watch;
  frozen_events run{given, {}, {}};
  if (given.run_file) run = read_frozen_events(given);
  auto const& request = run.request;
  require_complete(request);
  auto const prepare = [&](std::uint64_t seed) {
    if (!request.run_file) run.prepared = prepare_sources(request, seed, threads);
  };
  if (request.single) {
    std::uint64_t const seed = make_settings(request.run).seed;
    prepare(seed);
    return write_single(request, run.prepared, seed);
  }
  auto const plan = plan_of(request, run.fingerprint);
  interrupt_guard const interrupts;
  auto const state = first_state(request, plan);
  prepare(state.seed);
  return write_events(request, plan, state, run.prepared, watch.seconds(), interrupts);
}

} // namespace trident::program
