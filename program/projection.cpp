// SPDX-License-Identifier: BSL-1.0
#include "projection.hpp"

#include <trident/runtime/flux_files.hpp>
#include <trident/storage/output_place.hpp>

#include "interrupt.hpp"
#include "progress_display.hpp"

namespace trident::program {

int run_projection(projection_request const& request) {
  if (request.output.file)
    for (auto const& [file, flavour] : runtime::flux_files_of(request.rates.flux))
      require_no_input({*request.output.file}, {file});
  work_watch const watch(request.time_limit_seconds);
  bool const shown = !request.quiet && style_of_standard_error() == progress_style::bar;
  progress_display display(shown ? progress_style::bar : progress_style::none, "masses");
  auto const show = [&](progress_report const& report) {
    display.show(report);
    return true;
  };
  auto const result = watch.finish([&] {
    return runtime::compute_projection(
        request, [&] { return watch.goes_on(); }, show);
  });
  write_output(request.output, report_of(request, result));
  return 0;
}

} // namespace trident::program
