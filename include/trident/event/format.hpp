// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string>
#include <string_view>

#include <trident/event/event.hpp>
#include <trident/event/run_description.hpp>

namespace trident {

/// A text format of event files: what stands before all events, for each of them, and after. Formats only make text;
/// where it goes is up to who asks. The text of an event depends on the event and the run alone.
template <class F>
concept EventFormat = requires(F const& format, std::string& text, run_description const& run,
                               event const& e) {
  { F::name } -> std::convertible_to<std::string_view>;
  { F::extension } -> std::convertible_to<std::string_view>;
  format.begin(text, run);
  format.write(text, e, run);
  format.end(text);
};

/// Takes events one by one, in order.
template <class S>
concept EventSink = std::invocable<S&, event const&>;

} // namespace trident
