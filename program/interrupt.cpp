// SPDX-License-Identifier: BSL-1.0
#include "interrupt.hpp"

namespace trident::program {

namespace {

volatile sig_atomic_t signal_number = 0; // all that a signal handler may write to

void note_signal(int number) { signal_number = number; }

} // namespace

interrupt_guard::interrupt_guard() {
  signal_number = 0;
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  sigaction(SIGINT, &action, &before_interrupt_);
  sigaction(SIGTERM, &action, &before_terminate_);
}

interrupt_guard::~interrupt_guard() {
  sigaction(SIGINT, &before_interrupt_, nullptr);
  sigaction(SIGTERM, &before_terminate_, nullptr);
}

std::optional<int> noted_signal() {
  if (signal_number == 0) return std::nullopt;
  return static_cast<int>(signal_number);
}

std::optional<int> interrupt_guard::signal() const { return noted_signal(); }

} // namespace trident::program
