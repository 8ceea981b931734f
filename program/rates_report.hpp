// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ostream>
#include <string>

#include <trident/runtime/detector_rates.hpp>

#include "runtime_names.hpp"

namespace trident::program {

/// As text, as JSON or as CSV.
void write_rates(std::ostream& out, std::string const& format, rates_result const& result);

} // namespace trident::program
