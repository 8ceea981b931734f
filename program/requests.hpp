// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/runtime/configuration.hpp>
#include <trident/runtime/settings.hpp>

#include "runtime_names.hpp"

namespace trident::program {

/// How a result is written.
enum class output_format { text, json };

/// How to compute, as it was given on a command line.
struct run_request : runtime::run_request {
  output_format format = output_format::text;
  bool quiet = false;
};

} // namespace trident::program
