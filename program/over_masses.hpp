// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/mc/progress.hpp>

#include "interrupt.hpp"
#include "progress_display.hpp"

namespace trident::program {

/// compute(go_on, progress), which goes through masses, until its time is over or a signal comes; with a bar on a terminal. Throws
/// computation_stopped.
template <class Request, class Compute>
auto compute_over_masses(Request const& request, Compute const& compute) {
  work_watch const watch(request.time_limit_seconds);
  bool const shown = !request.quiet && style_of_standard_error() == progress_style::bar;
  progress_display display(shown ? progress_style::bar : progress_style::none, "masses");
  auto const show = [&](progress_report const& report) {
    display.show(report);
    return true;
  };
  return watch.finish([&] { return compute([&] { return watch.goes_on(); }, show); });
}

} // namespace trident::program
