// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <trident/runtime/configuration.hpp>
#include <trident/runtime/cross_section_variations.hpp>
#include <trident/runtime/run.hpp>

#include "requests.hpp"
#include "runtime_names.hpp"

namespace trident::program {

/// What a user should know besides the value: below threshold, precision not reached, points that were not finite.
std::vector<std::string> notes_on(configuration const& asked, run_settings const& settings,
                                  run_result const& result);

/// The quantity, the physics and the method, line by line, for the header of a file.
std::vector<std::string> description_lines(std::string const& quantity, configuration const& asked,
                                           run_settings const& settings);

/// Writes the cross section as text, or as one JSON object, with theory errors where there are some.
void write_report(std::ostream& out, output_format format, configuration const& asked,
                  run_settings const& settings, run_result const& result,
                  varied_cross_section const* varied = nullptr);

} // namespace trident::program
