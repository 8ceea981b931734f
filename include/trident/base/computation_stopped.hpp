// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <exception>
#include <functional>

namespace trident {

/// Asked now and then by what computes for long, in the thread that does; false ends it.
using stop_question = std::function<bool()>;

/// Thrown by a computation that was told not to go on, and has nothing to show for it.
struct computation_stopped : std::exception {
  char const* what() const noexcept override { return "the computation was stopped"; }
};

namespace detail {

inline void ask_to_go_on(stop_question const& go_on) {
  if (go_on && !go_on()) throw computation_stopped();
}

} // namespace detail
} // namespace trident
