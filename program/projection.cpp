// SPDX-License-Identifier: BSL-1.0
#include "projection.hpp"

#include <trident/runtime/flux_files.hpp>
#include <trident/storage/output_place.hpp>

#include "over_masses.hpp"

namespace trident::program {

int run_projection(projection_request const& request) {
  if (request.output.file)
    for (auto const& [file, flavour] : runtime::flux_files_of(request.rates.flux))
      require_no_input({*request.output.file}, {file});
  auto const result = compute_over_masses(request, [&](auto const& go_on, auto const& progress) {
    return runtime::compute_projection(request, go_on, progress);
  });
  write_output(request.output, report_of(request, result));
  return 0;
}

} // namespace trident::program
