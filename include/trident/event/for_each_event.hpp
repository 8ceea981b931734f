// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <trident/event/cross_section_source.hpp>
#include <trident/event/generator.hpp>
#include <trident/event/joined_source.hpp>

namespace trident {

/// Takes events one by one, in order.
template <class S>
concept EventSink = std::invocable<S&, event const&>;

/// Events of one configuration, as a source of its own: of a full electroweak amplitude drawn in as many maps as
/// Trident::shares has. Throws input_error if no neutrino is above threshold.
template <CrossSectionIntegrand S>
std::shared_ptr<event_source const> make_event_source(S const& sigma, source_description description,
                                                      preparation_options const& options = {}) {
  if constexpr (detail::DrawnInShares<S>) {
    std::vector<std::shared_ptr<event_source const>> parts;
    auto of_part = options;
    for (auto const& share : detail::shares_of(sigma)) {
      parts.push_back(std::make_shared<cross_section_source<S>>(share, description, of_part));
      of_part.stream += detail::share_streams;
    }
    return parts.size() == 1 ? parts.front() : std::make_shared<joined_source>(std::move(parts));
  } else {
    return std::make_shared<cross_section_source<S>>(sigma, std::move(description), options);
  }
}

/// Gives events first ... first + count - 1 to the sink, in order, and returns what was spent on them. Memory does not grow
/// with their number.
template <class Sink>
generation_statistics for_each_event(event_generator const& generator, std::uint64_t first,
                                     std::uint64_t count, Sink&& sink) {
  static_assert(EventSink<Sink>, "trident: a sink of events is called with `event const&`");
  constexpr std::uint64_t batch = 1024;
  generation_statistics all;
  all.envelope = generator.envelope();
  std::vector<event> events;
  for (std::uint64_t done = 0; done < count; done += events.size()) {
    auto const size = static_cast<std::size_t>(std::min(batch, count - done));
    all += generator.generate(first + done, size, events);
    for (event const& one : events) sink(one);
  }
  return all;
}

} // namespace trident
