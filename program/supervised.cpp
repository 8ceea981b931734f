// SPDX-License-Identifier: BSL-1.0
#include "supervised.hpp"

#include "interrupt.hpp"

namespace trident::program {

supervised_result compute_supervised(configuration const& asked, run_settings const& settings,
                                     progress_style style, checkpoint& book) {
  interrupt_guard const interrupts;
  progress_display display(style);
  auto const go_on = [&](progress_report const& report) {
    display.show(report);
    return !interrupts.signal();
  };
  run_settings watched = settings;
  watched.go_on = [&] { return !interrupts.signal(); };
  auto const result = compute(asked, watched, go_on, book);
  constexpr int first_signal_status = 128;
  auto const& last = result.compared.empty() ? result : result.compared.back();
  bool const cut_short = last.reason == stop_reason::cancelled;
  if (cut_short || last.reason == stop_reason::time_limit)
    book.store();
  else
    book.remove();
  return {result, cut_short ? first_signal_status + interrupts.signal().value_or(0) : 0};
}

} // namespace trident::program
