// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string_view>

#include <trident/physics/regime.hpp>
#include <trident/quadrature/photon_kernel.hpp>

namespace trident::runtime {

/// How a cross section is computed.
enum class method { quadrature, vegas, rqmc, both, epa, epa_kinematic, epa_improved, epa_inelastic };

/// A method and its names.
struct method_name {
  method value;
  std::string_view name; ///< as a user types it
  std::string_view description;
};

inline constexpr std::array<method_name, 8> method_names = {{
    {method::quadrature, "quadrature",
     "exact, by photon structure functions; the error bounds the deviation"},
    {method::vegas, "vegas", "Monte Carlo over the full phase space; the error is statistical"},
    {method::rqmc, "rqmc",
     "the same with randomised quasi-random points, many times sooner; the error is statistical"},
    {method::both, "both", "quadrature and vegas, and the pull"},
    {method::epa, "epa", "equivalent photons of textbooks"},
    {method::epa_kinematic, "epa-kinematic", "equivalent photons with exact kinematics"},
    {method::epa_improved, "epa-improved", "only the scalar photon dropped"},
    {method::epa_inelastic, "epa-inelastic",
     "as epa-kinematic in the inelastic regime alone: an on-shell photon, as photon densities are used"},
}};

constexpr std::string_view name_of(method which) {
  return method_names[static_cast<std::size_t>(which)].name;
}

/// What is in place of the exact treatment of the photon in a regime, if something is.
constexpr photon_treatment treatment_of(method which,
                                        scattering_regime regime = scattering_regime::inelastic) {
  switch (which) {
  case method::epa_inelastic:
    return regime == scattering_regime::inelastic ? photon_treatment::epa_kinematic : photon_treatment::full;
  case method::epa:
    return photon_treatment::epa;
  case method::epa_kinematic:
    return photon_treatment::epa_kinematic;
  case method::epa_improved:
    return photon_treatment::epa_improved;
  default:
    return photon_treatment::full;
  }
}

constexpr bool is_monte_carlo(method which) { return which == method::vegas || which == method::rqmc; }
/// Whether a run can be checkpointed.
constexpr bool has_states(method which) { return which == method::vegas || which == method::both; }
constexpr bool is_approximation(method which) { return treatment_of(which) != photon_treatment::full; }

} // namespace trident::runtime
