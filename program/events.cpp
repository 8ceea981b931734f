// SPDX-License-Identifier: BSL-1.0
#include "events.hpp"

#include <algorithm>
#include <iostream>

#include <trident/storage/sealed_file.hpp>

#include "batch_system.hpp"
#include "events_exposure.hpp"
#include "events_piece.hpp"
#include "events_report.hpp"
#include "events_write.hpp"
#include "frozen_events.hpp"
#include "interrupt.hpp"
#include "progress_display.hpp"

namespace trident::program {

namespace {

/// How NuHepMC is written, as options.
std::vector<std::string> layout_options(events_request const& request) {
  std::vector<std::string> words;
  if (request.units) append_options(words, {{"units", *request.units}});
  if (request.recoil == recoil_writing::left_out) words.push_back("--no-recoil");
  return words;
}

/// All that decides the events of a sample and how they are written, as options.
std::vector<std::string> sample_command(events_request const& request, std::uint64_t seed) {
  std::vector<std::string> words = {"events"};
  bool const counted = request.exposed && request.exposed->is_amount_known; // by the exposure
  if (!counted) words.insert(words.end(), {"-n", std::to_string(*request.count)});
  if (request.run_file)
    append_options(words, {{"run", *request.run_file}});
  else
    append_options(words, {{"seed", std::to_string(seed)}});
  append_options(words, {{"out", *request.out}});
  if (request.run_file) {
    if (request.beam_direction) append_options(words, {{"beam-direction", *request.beam_direction}});
    if (request.box) append_options(words, {{"box", *request.box}});
    if (counted) append_options(words, amount_words(request.detector));
  } else {
    append_options(words, words_of(request));
  }
  if (request.file_format) append_options(words, {{"file-format", *request.file_format}});
  if (request.pieces > 1) append_options(words, {{"split", std::to_string(request.pieces)}});
  if (request.weights == weighting::weighted) words.push_back("--weighted");
  if (request.maximum == maximum_policy::strict) words.push_back("--strict");
  auto const layout = layout_options(request);
  words.insert(words.end(), layout.begin(), layout.end());
  return words;
}

/// What a sample depends on beside its request; `prepared_by` is the fingerprint of the frozen run, if there is one.
word_list files_behind(events_request const& request, std::string const& prepared_by) {
  if (request.run_file) return {{*request.run_file, prepared_by}};
  return fingerprints_of(files_read_by(request), "a run that can be gone on with");
}

/// What asks for the same files again.
journal_order order_of(events_request const& request, std::uint64_t seed, word_list const& files) {
  auto words = sample_command(request, seed);
  if (request.slice) {
    auto const slice = slice_from_text(*request.slice);
    append_options(words, {{"slice", std::to_string(slice.number) + '/' + std::to_string(slice.count)}});
  }
  return {command_text(words), files};
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
    throw input_error(
        "-n is missing: it needs the number of events to make, unless --detector has an exposure");
  if (!request.single && !request.out)
    throw input_error("--out is missing: it needs the file for the events");
  if (!request.single && request.pieces > 1 && *request.count < request.pieces)
    throw input_error("--split is " + std::to_string(request.pieces) + ": it must not be more than the " +
                      std::to_string(*request.count) + " events");
  if (request.weights == weighting::weighted && request.maximum == maximum_policy::strict)
    throw input_error("--strict does not go with --weighted: weighted events have no maximum");
  require_sensible_slice(request);
}

/// Where to begin: where an interrupted run of the same is, or at nothing with the seed given or drawn. Throws input_error
/// if there is an interrupted run of something else.
writing_start first_state(events_request const& request, writing_plan const& plan, journal const& book,
                          word_list const& files) {
  if (auto const& earlier = book.earlier()) {
    std::uint64_t const seed = request.run.seed.value_or(earlier->states.front().seed);
    require_unchanged(earlier->order.files, plan.out + ".resume");
    if (seed != earlier->states.front().seed || order_of(request, seed, files) != earlier->order)
      throw input_error("\"" + plan.out + "\" has an interrupted run of another command: `" +
                        shell_text({"trident", "resume", plan.out}) + "` goes on with that; remove \"" +
                        plan.out + ".resume\" and the .partial beside it to drop it, or give another name");
    return start_from(plan, earlier->states);
  }
  writing_start start;
  start.state.seed = make_settings(request.run).seed;
  start.state.events = plan.range.first;
  return start;
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

/// The format asked for, if it has a place for all that the events have.
any_event_format format_for(events_request const& request) {
  auto const format = !request.file_format && !request.out
                          ? any_event_format::first()
                          : find_format(request.file_format, request.out.value_or(""));
  format.require_place_for({.weights = request.weights,
                            .models = !request.other_models.empty() || request.vary.has_value(),
                            .positions = request.box.has_value(),
                            .bare_nucleon = has_bare_nucleons(request),
                            .own_layout = !layout_options(request).empty(),
                            .last_number = request.single       ? *request.single
                                           : *request.count > 0 ? *request.count - 1
                                                                : 0});
  return format;
}

/// What is to be written where, if `prepared_by` has the fingerprint of the frozen run, or nothing.
writing_plan plan_of(events_request const& request, std::string const& prepared_by) {
  writing_plan plan{*request.out,
                    format_for(request),
                    {0, *request.count},
                    request.pieces,
                    make_settings(request.run).threads,
                    request.maximum,
                    {}};
  if (!request.slice) return plan;
  if (output_place_of(*request.out).file.empty())
    throw input_error("--slice does not go with --out " + *request.out + ": a piece is a regular file");
  auto const slice = slice_from_text(*request.slice);
  auto const share = share_of(slice, *request.count);
  auto const command = sample_command(request, *request.run.seed);
  piece_head head{"events",
                  {},
                  slice,
                  share,
                  *request.count,
                  command,
                  words_of(request),
                  files_behind(request, prepared_by)};
  auto identity = words_of(request);
  identity.insert(identity.end(), head.files.begin(), head.files.end());
  identity.insert(identity.end(), {{"seed", std::to_string(*request.run.seed)},
                                   {"file-format", std::string(plan.format.chosen_name())},
                                   {"layout", shell_text(layout_options(request))},
                                   {"weighted", request.weights == weighting::weighted ? "yes" : "no"},
                                   {"run", prepared_by}});
  head.run = trident::detail::fingerprint_text(text_of(identity));
  head.command.insert(head.command.begin(), "trident");
  plan.out = name_of_piece(*request.out, slice.number, slice.count);
  plan.range = {share.first, share.last};
  plan.seal = sealing_as(head);
  return plan;
}

/// What is written is none of what is read, and can be written as it was asked for.
void require_writable(events_request const& request, writing_plan const& plan) {
  auto inputs = files_read_by(request);
  if (request.run_file) inputs.push_back(*request.run_file);
  auto outputs = files_of(plan);
  if (plan.seal) outputs.push_back(name_beside_events(plan.out));
  outputs.push_back(plan.out + ".resume");
  require_no_input(outputs, inputs);
  if (!output_place_of(plan.out).file.empty()) return;
  std::string const problem = request.pieces > 1                          ? "--split"
                              : request.maximum == maximum_policy::strict ? "--strict"
                                                                          : "";
  if (!problem.empty())
    throw input_error(problem + " does not go with --out " + plan.out +
                      ": it needs regular files, which can be begun anew");
}

int write_single(events_request const& request, prepared_list const& prepared, std::uint64_t seed) {
  auto const format = format_for(request);
  std::cout << text_of_event(make_sample(request, seed, prepared, 1), format, *request.single);
  return 0;
}

/// For a job of an array that is not a slice, a note that its seed makes the events of the other jobs.
void add_note_on_seed(events_request const& request, std::vector<std::string>& notes) {
  if (request.slice || !request.run.seed || request.seed_is_drawn) return;
  std::string const given =
      request.run_file ? "--run " + *request.run_file : "--seed " + std::to_string(*request.run.seed);
  if (auto note = note_on_shared_seed(given, "all that ask for the same make the same events; --slice auto/N "
                                             "shares a run among N tasks, or give each a seed of its own"))
    notes.push_back(std::move(*note));
}

/// Writes the sample, with the maximum raised as often as that is asked for; returns the exit status.
int write_events(events_request const& request, writing_plan const& plan, writing_start start, journal& book,
                 prepared_list const& prepared, double preparation_seconds, word_list const& files,
                 interrupt_guard const& interrupts) {
  auto const place = output_place_of(plan.out);
  std::ostream& report = place.is_standard_output() ? std::cerr : std::cout;
  std::vector<std::string> notes;
  add_note_on_seed(request, notes);
  for (;;) {
    auto const& state = start.state;
    auto made = make_sample(request, state.seed, prepared, state.factor);
    made.notes.insert(made.notes.end(), notes.begin(), notes.end());
    made.seconds = preparation_seconds;
    book.begin(order_of(request, state.seed, files), state);
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
      bool const complete = write_sample(made, plan, book, start.begun, go_on);
      display.clear();
      std::uint64_t const events = book.state().events - plan.range.first;
      if (!place.is_standard_output() || !request.run.quiet)
        write_events_report(report,
                            {request, made, book.state(), plan.out, files_of(plan),
                             std::string(plan.format.chosen_name()), events, watch.seconds(), complete});
      if (complete) book.remove();
      constexpr int first_signal_status = 128;
      return complete ? 0 : first_signal_status + interrupts.signal().value_or(0);
    } catch (maximum_exceeded const& over) {
      writing_start again;
      again.state.seed = state.seed;
      again.state.events = plan.range.first;
      again.state.factor = state.factor * over.weight * 1.1;
      start = again;
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
  understand_sample(run.request);
  auto const& request = run.request;
  require_complete(request);
  auto const prepare = [&](std::uint64_t seed) {
    if (!request.run_file) run.prepared = prepare_sources(request, seed, threads, until_signal());
  };
  if (request.single) {
    interrupt_guard const interrupts;
    std::uint64_t const seed = make_settings(request.run).seed;
    format_for(request); // what cannot be written is found before time is spent
    prepare(seed);
    return write_single(request, run.prepared, seed);
  }
  auto const plan = plan_of(request, run.fingerprint);
  require_writable(request, plan);
  bool const can_go_on = !output_place_of(plan.out).file.empty();
  auto book = can_go_on ? journal(plan.out) : journal();
  auto const files = can_go_on ? files_behind(request, run.fingerprint) : word_list{};
  interrupt_guard const interrupts;
  auto const start = first_state(request, plan, book, files);
  prepare(start.state.seed);
  return write_events(request, plan, start, book, run.prepared, watch.seconds(), files, interrupts);
}

} // namespace trident::program
