// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace trident::program {

/// Reads the command line and does what it says; returns the exit status. Throws input_error.
int run_command_line(int argc, char** argv);

} // namespace trident::program
