// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string>
#include <utility>

#include <trident/format/format.hpp>
#include <trident/format/production.hpp>

// The frame of an event file, whoever writes it: what begins it, the events in order, what ends it.

namespace trident {

/// What a file of this run begins with.
template <EventFormat Format>
std::string head_text(Format const& format, run_description const& run) {
  std::string text;
  format.begin(text, run);
  return text;
}

/// What it ends with.
template <EventFormat Format>
std::string foot_text(Format const& format) {
  std::string text;
  format.end(text);
  return text;
}

/// What goes with the writing of a file; derive from it, and hide what is to do something.
struct event_file_hooks {
  /// An earlier run wrote it: the file goes on with events.
  bool has_head() const { return false; }
  void wrote_head() {}
  /// Moves or turns an event: a function of the event alone, called from any thread.
  void adjust(event&) const {}
  /// Of a batch that is complete, before and after its text is given to the sink; what is thrown ends all.
  void before(event_batch const&) {}
  void after(event_batch const&) {}
  /// Asked between batches.
  bool go_on() { return true; }
};

namespace detail {

/// Whether this process has the file; of several that make events together, one does.
template <class Execution>
bool has_file(Execution const& execution) {
  if constexpr (requires { execution.has_file(); })
    return execution.has_file();
  else
    return true;
}

} // namespace detail

/// Makes the events of a range and gives their file to `sink(text)`, piece by piece and in order: head, batches of events,
/// foot. `execution` is an execution_policy, or whatever else produce() takes, such as the processes of mpi.hpp. A file
/// that is stopped by hooks.go_on() has its foot, too. The bytes do not depend on the execution.
template <EventFormat Format, class Execution, std::invocable<std::string const&> Sink,
          class Hooks = event_file_hooks>
production_outcome write_events(event_generator const& generator, Format const& format,
                                run_description const& run, event_range range, Execution const& execution,
                                Sink&& sink, Hooks&& hooks = {}) {
  bool const has_file = detail::has_file(execution);
  if (has_file && !hooks.has_head()) {
    sink(head_text(format, run));
    hooks.wrote_head();
  }
  auto const outcome = produce(
      generator, format, run, range, execution, [&](event& one) { hooks.adjust(one); },
      [&](event_batch const& batch) {
        hooks.before(batch);
        sink(batch.text);
        hooks.after(batch);
      },
      [&] { return hooks.go_on(); });
  if (has_file) sink(foot_text(format));
  return outcome;
}

} // namespace trident
