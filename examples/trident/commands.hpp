// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "options.hpp"

// What the program does once the command line is read. Each returns the exit status.

namespace trident::program {

struct cross_section_request {
  physics_request physics;
  run_request run;
};

int run_cross_section(cross_section_request const& request);

} // namespace trident::program
