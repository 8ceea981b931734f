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

namespace detail {

/// How the shares of an integrand are prepared, for which a rough run says how large each is.
template <class S>
std::vector<preparation_options> preparations_of_shares(std::vector<S> const& shares,
                                                        preparation_options const& options) {
  if (shares.size() < 2) return {shares.size(), options};
  std::vector<double> integrals;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    vegas_options rough;
    rough.relative_error = precision_of_pilots;
    rough.seed = options.seed;
    rough.stream = options.stream + (shares.size() + i) * share_streams;
    rough.threads = options.threads;
    integrals.push_back(integrate_unit_cube(shares[i], rough).value);
  }
  std::vector<preparation_options> all;
  for (auto const& one : partitions_of_shares(options.partition, integrals)) {
    all.push_back(options);
    all.back().partition = one;
    all.back().stream += (all.size() - 1) * share_streams;
  }
  return all;
}

} // namespace detail

/// Events of one configuration, as a source of its own: of a full electroweak amplitude drawn in as many maps as
/// Trident::shares has. Throws input_error if no neutrino is above threshold.
template <CrossSectionIntegrand S>
std::shared_ptr<event_source const> make_event_source(S const& sigma, source_description description,
                                                      preparation_options const& options = {}) {
  if constexpr (detail::drawn_in_shares<S>) {
    auto const shares = detail::shares_of(sigma);
    auto const each = detail::preparations_of_shares(shares, options);
    std::vector<std::shared_ptr<event_source const>> parts;
    for (std::size_t i = 0; i < shares.size(); ++i)
      parts.push_back(std::make_shared<cross_section_source<S>>(shares[i], description, each[i]));
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
