// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/rates/event_rates.hpp>
#include <trident/runtime/models.hpp>

#include "configuration.hpp"

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

/// What goes into the cross sections of rates.
struct rates_physics {
  registry::model_choice model;
  std::optional<double> sin2_theta_w; ///< in place of that of pdg
  double unit_ratio = 1;              ///< of 1 GeV^-2 to that of pdg
  stop_question go_on = {};
};

/// From tables of structure functions, or by quadrature where the model has a mediator that the transfer resolves.
std::vector<event_rate> compute_rates(exposed_target const& target, std::vector<channel> const& channels,
                                      rates_physics const& physics, nuclear_options const& options);

} // namespace trident::program
