// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>

#include <signal.h>

namespace trident::program {

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

} // namespace trident::program
