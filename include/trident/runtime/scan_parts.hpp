// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <trident/runtime/configuration.hpp>

namespace trident::runtime {

/// A scan as a user says it.
struct scan_request {
  physics_request physics;
  std::optional<std::string> energies;     ///< FROM:TO:N or FROM:TO:N:log [GeV]
  std::optional<std::string> masses;       ///< likewise [GeV]
  std::optional<std::string> couplings;    ///< likewise
  std::optional<std::string> distribution; ///< lnQ2, s, mll or T, or two of them with a comma between
  std::optional<std::string> points;       ///< a range for each
};

/// A point of a scan.
struct scan_row {
  std::vector<double> at;
  double value, error;
  std::uint64_t evaluations = 0; ///< that were spent since the last row
};

/// A part of a scan that is computed in one go, and what it gives.
using scan_part = std::function<std::vector<scan_row>()>;

/// What is to be computed, part by part.
struct scan {
  std::vector<std::string> axes;
  std::vector<scan_part> parts;
  configuration physics;          ///< of the first point
  std::vector<std::string> notes; ///< for the user
  std::string quantity = "cross section [fb]";
  std::string unit = "fb"; ///< of the values, as columns name it
};

/// Adds a parameter of the model, such as "--mass".
inline void add_parameter(physics_request& physics, std::string const& name, std::string const& value) {
  physics.model_parameters.insert(physics.model_parameters.end(), {name, value});
}

} // namespace trident::runtime
