// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <trident/limits/excluded_couplings.hpp>
#include <trident/limits/ratio_measurement.hpp>
#include <trident/runtime/configuration.hpp>

#include "runtime_names.hpp"
#include "table.hpp"

namespace trident::program {

/// What `trident limits` is to do.
struct limits_request {
  std::optional<std::string> measurement;
  std::optional<double> sensitivity; ///< relative error of a measurement of one's own
  double ratio = 1;                  ///< that it finds
  physics_request physics;           ///< what stands in it is taken instead of what the measurement has
  double confidence = 0.95;
  std::string convention = "two-sided";
  std::optional<std::string> masses, couplings; ///< FROM:TO:N[:log]; [GeV]
  double precision = 1e-4;
  unsigned threads = 0; ///< 0: all that this process may use
  bool quiet = false;   ///< no progress on standard error
  table_output output;
  double time_limit_seconds = std::numeric_limits<double>::infinity();
};

/// The couplings that a measurement excludes at one mass.
struct exclusion_row {
  double mass; ///< [GeV]
  ratio_polynomial ratio;
  std::vector<coupling_interval> excluded;
};

/// Limits on a Z' over its mass.
struct exclusion {
  std::string name; ///< of the measurement
  ratio_measurement measured;
  ratio_interval allowed;
  configuration physics; ///< with the coupling 1 and the first of the masses
  std::vector<exclusion_row> rows;
  double axial_over_vector = 0;                     ///< B/A of sigma = g_V^2 A + g_A^2 B
  std::vector<coupling_interval> excluded_if_heavy; ///< g'/M for M^2 >> T [1/GeV]
  std::vector<std::string> notes;
};

/// Throws computation_stopped at a signal.
exclusion compute_exclusion(limits_request const& request);

/// Limits on the coupling of a Z'; returns the exit status.
int run_limits(limits_request const& request);

} // namespace trident::program
