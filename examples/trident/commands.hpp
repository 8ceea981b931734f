// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "requests.hpp"

// What the program does once the command line is read. Each returns the exit status.

namespace trident::program {

struct cross_section_request {
  physics_request physics;
  run_request run;
};

int run_cross_section(cross_section_request const& request);

struct list_request {
  std::string what; ///< processes, targets, materials, fluxes, models, detectors or figures
  output_format format = output_format::text;
};

int run_list(list_request const& request);

struct menu_request {};

/// The questions and answers of the reference interface (arXiv:1902.06765), on standard input and output.
int run_menu(menu_request const& request);

} // namespace trident::program
