// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <trident/event/generator.hpp>
#include <trident/format/format.hpp>
#include <trident/parallel/ordered_output.hpp>

namespace trident {

/// Events first ... last - 1.
struct event_range {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

/// Some events in a row, as they come out of a production.
struct event_batch {
  event_range range;
  std::string text;
  generation_statistics statistics;
};

/// How a production ended.
enum class production_outcome { complete, stopped };

inline constexpr std::uint64_t events_per_batch = 1024;

/// Makes events on so many threads and gives them to `put(event_batch)` in order, as text. `adjust(event&)` may move or
/// turn each event; it must be a function of the event alone. `go_on()` is asked between batches: with false, production
/// stops after the batches that were begun. The text is the same for any number of threads. A format with a member
/// close_block(text) gets the text of each batch in the end, to compress it for instance.
template <EventFormat Format, class Adjust, class Put, class GoOn>
production_outcome produce(event_generator const& generator, Format const& format, run_description const& run,
                           event_range range, execution_policy threads, Adjust const& adjust, Put&& put,
                           GoOn&& go_on) {
  if (range.first >= range.last) return production_outcome::complete;
  auto const make = [&](std::size_t number) {
    event_batch batch;
    batch.range.first = range.first + number * events_per_batch;
    batch.range.last = std::min(batch.range.first + events_per_batch, range.last);
    std::vector<event> events;
    batch.statistics = generator.generate(
        batch.range.first, static_cast<std::size_t>(batch.range.last - batch.range.first), events);
    for (event& one : events) {
      adjust(one);
      format.write(batch.text, one, run);
    }
    if constexpr (requires { format.close_block(batch.text); }) format.close_block(batch.text);
    return batch;
  };
  std::uint64_t const batches = (range.last - range.first + events_per_batch - 1) / events_per_batch;
  auto const outcome = detail::for_each_in_order(static_cast<std::size_t>(batches), threads, make,
                                                 std::forward<Put>(put), go_on);
  return outcome == chunks_outcome::complete ? production_outcome::complete : production_outcome::stopped;
}

} // namespace trident
