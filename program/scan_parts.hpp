// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <trident/runtime/run.hpp>

#include "runtime_names.hpp"
#include "scan.hpp"

namespace trident::program {

/// A line of the file.
struct scan_row {
  std::vector<double> at;
  double value, error;
  std::uint64_t evaluations = 0; ///< that were spent since the last row
};

/// A part of a scan that is computed in one go, and what it gives.
using scan_part = std::function<std::vector<scan_row>()>;

struct scan {
  std::vector<std::string> axes;
  std::vector<scan_part> parts;
  std::vector<std::string> header;
  std::string unit = "fb"; ///< of the values, as columns name it
};

/// Differential cross sections: single or double, over ranges of the observables.
scan distribution_scan(scan_request const& request, run_settings const& settings);

/// Adds a parameter of the model, such as "--mass".
inline void add_parameter(physics_request& physics, std::string const& name, std::string const& value) {
  physics.model_parameters.insert(physics.model_parameters.end(), {name, value});
}

} // namespace trident::program
