// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/parallel/execution.hpp>
#include <trident/physics/constants.hpp>
#include <trident/rates/event_rates.hpp>
#include <trident/runtime/electroweak_choice.hpp>
#include <trident/runtime/models.hpp>

namespace trident::runtime {

/// What goes into the cross sections of rates.
struct rates_physics {
  registry::model_choice model;
  std::optional<double> sin2_theta_w; ///< in place of that of pdg
  double unit_ratio = 1;              ///< of 1 GeV^-2 to that of pdg
  stop_question go_on = {};
  std::string electroweak = "auto"; ///< or contact, full
  execution_policy threads = {};    ///< where a channel of the full amplitude takes long
};

/// How W and Z are exchanged in a channel with the neutrinos of a spectrum; throws input_error. Of spectra that end below
/// 300 GeV the tables of contact interactions are as good, 5e-4, as a quadrature of 1e-3 that takes twenty times longer.
inline electroweak_amplitude electroweak_of(rates_physics const& physics, channel const& process,
                                            histogram_flux const& flux) {
  constexpr double contact_below = 300; // [GeV]
  bool const alias = std::holds_alternative<standard_model_with_z>(physics.model);
  if (physics.electroweak == "auto" && !alias && flux.edges().back() <= contact_below)
    return electroweak_amplitude::contact;
  configuration choice{process, {}, flux, physics.model, pdg{}, {}};
  choose_electroweak(choice, physics.electroweak);
  return choice.electroweak;
}

/// Compiled in rates_body.hpp, see component.hpp; for pdg, whose masses the tables of structure functions have.
template <Constants C>
struct rate_integrals {
  static std::vector<event_rate> compute(exposed_target const& target, std::vector<channel> const& channels,
                                         rates_physics const& physics, nuclear_options const& options);
  static std::vector<event_rate> w_production(exposed_target const& target,
                                              w_production_channel const& process, channel const& companion,
                                              rates_physics const& physics, nuclear_options const& options);
};

/// Events of each channel in a target, by regime: from tables of structure functions, or by quadrature where the model has
/// a mediator that the transfer resolves. Throws computation_stopped.
inline std::vector<event_rate> compute_rates(exposed_target const& target,
                                             std::vector<channel> const& channels,
                                             rates_physics const& physics, nuclear_options const& options) {
  return rate_integrals<pdg>::compute(target, channels, physics, options);
}

/// What rates are of: tridents, or real W bosons.
struct rates_of {
  std::vector<channel> channels;
  std::optional<w_production_channel> w_production =
      {}; ///< then `channels` is a trident of the same neutrino
};

inline std::vector<event_rate> compute_rates(exposed_target const& target, rates_of const& what,
                                             rates_physics const& physics, nuclear_options const& options) {
  if (what.w_production)
    return rate_integrals<pdg>::w_production(target, *what.w_production, what.channels.front(), physics,
                                             options);
  return compute_rates(target, what.channels, physics, options);
}

} // namespace trident::runtime
