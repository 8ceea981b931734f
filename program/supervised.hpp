// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/runtime/configuration.hpp>
#include <trident/runtime/run.hpp>

#include "progress_display.hpp"
#include "runtime_names.hpp"

namespace trident::program {

struct supervised_result {
  run_result result;
  int exit_status; ///< 0, or 128 + the signal that interrupted the run
};

/// compute() with its progress on standard error, until it is done or SIGINT or SIGTERM comes. What was cut short is
/// stored in `book`.
supervised_result compute_supervised(configuration const& asked, run_settings const& settings,
                                     progress_style style, checkpoint& book);

} // namespace trident::program
