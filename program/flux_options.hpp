// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flux.hpp"
#include "options.hpp"

// Included once, by the file that reads the command line.

namespace trident::program {

/// Registers the options of `trident flux`.
inline void add_flux_command_options(CLI::App& command, flux_command_request& request) {
  command.add_option("file", request.words,
                     "a file, several as FLAVOUR=FILE, - for standard input, or the name of a spectrum, of "
                     "which trident list fluxes has more");
  detail::add_flux_reading_options(command, request.flux, "all; several with commas");
  add_format_option(command, request.format);
  detail::add_optional(command, "--out", "a picture of it too: FILE.svg, FILE.pdf or FILE.png", "FILE",
                       request.out);
}

} // namespace trident::program
