// SPDX-License-Identifier: BSL-1.0
#include <iostream>

#include "commands.hpp"
#include "report.hpp"
#include "supervised.hpp"

namespace trident::program {

int run_cross_section(cross_section_request const& request) {
  auto const settings = make_settings(request.run);
  auto const asked = make_configuration(request.physics);
  auto const style = request.run.quiet ? progress_style::none : style_of_standard_error();
  auto const [result, exit_status] = compute_supervised(asked, settings, style);
  write_report(std::cout, request.run.format, asked, settings, result);
  return exit_status;
}

} // namespace trident::program
