// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <type_traits>

namespace trident {

/// How far an integration is.
struct progress_report {
  double fraction;           ///< done, as far as can be told: 0 to 1, never falls
  std::uint64_t evaluations; ///< so far
  double value;              ///< estimate so far, 0 before there is one
  double error;              ///< its standard deviation, infinite before there is one
  double elapsed_seconds;
};

/// Called from the thread that integrates, ten times a second at most. A callable may return bool: false cancels.
template <class P>
concept ProgressCallback = std::invocable<P&, progress_report const&>;

/// Tells nobody.
struct no_progress {
  constexpr void operator()(progress_report const&) const {}
};

namespace detail {

enum class wish { go_on, cancel };

template <ProgressCallback P>
wish tell(P& progress, progress_report const& report) {
  if constexpr (std::is_void_v<std::invoke_result_t<P&, progress_report const&>>) {
    progress(report);
    return wish::go_on;
  } else {
    return progress(report) ? wish::go_on : wish::cancel;
  }
}

class stopwatch {
public:
  double seconds() const { return std::chrono::duration<double>(clock::now() - start_).count(); }

private:
  using clock = std::chrono::steady_clock;
  clock::time_point start_ = clock::now();
};

} // namespace detail
} // namespace trident
