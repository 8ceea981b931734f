// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <trident/runtime/event_distribution.hpp>

#include "runtime_names.hpp"

namespace trident::program {

/// How a distribution of events is written, which the name of its file says.
enum class distribution_format { csv, json, yoda };

/// Of "x.json", "x.yoda", either with .gz behind it; CSV for all others.
distribution_format distribution_format_of(std::string const& file);

/// "d sigma/d theta_ll"
std::string quantity_text(event_distribution const& values);

/// Cross sections without and with cuts, and the efficiency, in lines.
std::vector<std::string> totals_text(event_distribution const& values);

/// The whole file. `description` says what was computed, in lines "name: value" after the first.
std::string distribution_text(distribution_format format, event_distribution const& values,
                              std::vector<std::string> const& description,
                              std::vector<std::string> const& notes);

} // namespace trident::program
