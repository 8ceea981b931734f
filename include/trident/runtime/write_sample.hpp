// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <trident/base/computation_stopped.hpp>
#include <trident/format/any_format.hpp>
#include <trident/format/write_events.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/runtime/events.hpp>
#include <trident/storage/gzip.hpp>
#include <trident/storage/partial_file.hpp>

namespace trident::runtime {

/// Writes some events of a sample to a file, in the format that its name ends in, compressed where .gz follows; the file has
/// its name when it is complete. The bytes are those of the program `trident`. Throws input_error, and computation_stopped
/// where `go_on` says no: nothing stays then.
inline generation_statistics write_events(sample const& made, std::string const& file, event_range range,
                                          execution_policy threads = 1, stop_question const& go_on = {}) {
  auto const format = any_event_format::of_file(file);
  format.require_place_for({.weights = made.description.weights,
                            .models = !made.description.models.empty(),
                            .positions = made.description.placed,
                            .last_number = range.last > 0 ? range.last - 1 : 0});
  struct following : event_file_hooks {
    event_placement const& placement;
    stop_question const& question;
    generation_statistics sum;

    following(event_placement const& where, stop_question const& asked) : placement(where), question(asked) {}

    void adjust(event& one) const { placement(one); }
    void after(event_batch const& batch) { sum += batch.statistics; }
    bool go_on() const { return !question || question(); }
  } hooks(made.placement, go_on);
  partial_file out(file, encoder_for(file));
  try {
    auto const outcome = trident::write_events(
        made.generator, format, made.description, range, threads,
        [&](std::string const& text) { out.append(text); }, hooks);
    if (outcome == production_outcome::stopped) throw computation_stopped();
  } catch (...) {
    out.discard();
    throw;
  }
  out.complete();
  return hooks.sum;
}

} // namespace trident::runtime
