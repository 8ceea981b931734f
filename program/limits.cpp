// SPDX-License-Identifier: BSL-1.0
#include "limits.hpp"

#include "interrupt.hpp"
#include "progress_display.hpp"

namespace trident::program {

exclusion compute_exclusion(limits_request const& request) {
  work_watch const watch(request.time_limit_seconds);
  bool const shown = !request.quiet && style_of_standard_error() == progress_style::bar;
  progress_display display(shown ? progress_style::bar : progress_style::none, "masses");
  auto const show = [&](progress_report const& report) {
    display.show(report);
    return true;
  };
  return watch.finish([&] {
    return runtime::compute_exclusion(
        request, [&] { return watch.goes_on(); }, show);
  });
}

} // namespace trident::program
