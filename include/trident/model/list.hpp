// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/base/type_list.hpp>
#include <trident/model/effective_couplings.hpp>
#include <trident/model/four_lepton_operators.hpp>
#include <trident/model/gauged_lepton_numbers.hpp>
#include <trident/model/model.hpp>
#include <trident/model/nonstandard_interactions.hpp>
#include <trident/model/weak_propagators.hpp>

namespace trident {

/// The models that have a name at run time, a line each with that name behind it. Programs, weights of events,
/// `trident list models` and trident_add_generator(), which reads these lines, follow it.
using known_models = type_list< //
    standard_model,             // SM
    four_fermion,               // 4F
    mu_minus_tau,               // LmuLtau
    z_prime,                    // Zprime
    e_minus_mu,                 // LeLmu
    e_minus_tau,                // LeLtau
    baryon_minus_lepton,        // BL
    nonstandard_interactions,   // NSI
    four_lepton_operators,      // SMEFT
    standard_model_with_z,      // SMprop
    one_loop_standard_model     // SMloop
    >;

} // namespace trident
