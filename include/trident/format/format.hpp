// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <trident/event/event.hpp>
#include <trident/format/run_description.hpp>

namespace trident {

namespace detail {

/// Where numbers of events end in formats whose readers count them with an int.
inline constexpr std::uint64_t last_int = std::numeric_limits<std::int32_t>::max();

} // namespace detail

/// What a format has a place for beside momenta.
struct format_contents {
  bool weights = false;      ///< of an event, and of other models
  bool positions = false;    ///< where and when an event happens
  bool bare_nucleons = true; ///< as targets, whose nucleus nobody named
  bool own_layout = false;   ///< units as asked for, nuclei left out
  std::uint64_t last_number =
      std::numeric_limits<std::uint64_t>::max(); ///< the largest that an event may have
};

/// A text format of event files: what stands before all events, for each of them, and after. Formats only make text;
/// where it goes is up to who asks. The text of an event depends on the event and the run alone.
template <class F>
concept EventFormat = requires(F const& format, std::string& text, run_description const& run,
                               event const& e) {
  { F::name } -> std::convertible_to<std::string_view>;
  { F::extension } -> std::convertible_to<std::string_view>;
  { F::contents } -> std::convertible_to<format_contents>;
  format.begin(text, run);
  format.write(text, e, run);
  format.end(text);
};

} // namespace trident
