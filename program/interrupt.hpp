// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include <signal.h>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/mc/progress.hpp>

namespace trident::program {

/// The last signal that an interrupt_guard noted, if one did.
std::optional<int> noted_signal();

/// What runs go on with until then.
inline stop_question until_signal() {
  return [] { return !noted_signal(); };
}

/// While one lives, SIGINT and SIGTERM are noted and do not end the program; a second one does.
class interrupt_guard {
public:
  interrupt_guard();
  ~interrupt_guard();
  interrupt_guard(interrupt_guard const&) = delete;
  interrupt_guard& operator=(interrupt_guard const&) = delete;

  /// The signal that came, if one did.
  std::optional<int> signal() const;

private:
  struct sigaction before_interrupt_, before_terminate_;
};

/// Time that may be spent; while it lives signals are noted, too.
class work_watch {
public:
  explicit work_watch(double limit_seconds) : limit_(limit_seconds) {}

  bool goes_on() const { return !interrupts_.signal() && watch_.seconds() < limit_; }

  /// What work() gives; what it was told not to finish, by goes_on(), is refused where it was not a signal that ended it.
  template <class Work>
  auto finish(Work work) const {
    try {
      return work();
    } catch (computation_stopped const&) {
      if (interrupts_.signal()) throw;
      throw input_error("--time-limit is " + trident::detail::number_text(limit_) +
                        ": what was asked for takes longer; it must have more time");
    }
  }

private:
  interrupt_guard interrupts_;
  trident::detail::stopwatch watch_;
  double limit_;
};

} // namespace trident::program
