// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <trident/runtime/configuration.hpp>
#include <trident/runtime/rates.hpp>

#include "runtime_names.hpp"

// `trident rates`: events per channel, flavour and regime in a detector.

namespace trident::program {

/// The options as they were given.
struct rates_request {
  std::optional<std::string> detector, mode, material;
  std::optional<double> mass_tonnes, exposure_pot;
  flux_request flux; ///< its flavour may be several, separated by commas
  std::optional<std::string> process, flavour, form_factor;
  std::string model = "SM";
  std::vector<std::string> model_parameters;
  std::optional<double> sin2_theta_w, inverse_gev2_cm2;
  bool per_tonne_year = false, compare = false, vary = false;
  std::string format = "text";
  double time_limit_seconds = std::numeric_limits<double>::infinity();
};

int run_rates(rates_request const& request);

} // namespace trident::program
