// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/number_text.hpp>
#include <trident/flux/muon_decay_beam.hpp>
#include <trident/flux/spectrum_models.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/rates/event_rates.hpp>
#include <trident/runtime/exposure.hpp>

namespace trident {

namespace ranges {
inline constexpr parameter_range muon_energy{"the energy of the muons", 0.2, 1e6, "GeV"};
inline constexpr parameter_range polarisation{"the polarisation", -1, 1};
inline constexpr parameter_range beam_length{"a length of the beam", 1e-3, 1e8, "m"};
inline constexpr parameter_range decays{"the number of decays", 1e-9, 1e30};
} // namespace ranges

namespace runtime {

/// The neutrinos of stored muons, as a user says them.
struct muon_beam_request {
  std::optional<double> energy;                     ///< of the muons, with their mass [GeV]
  std::optional<std::string> charge;                ///< "+" or "-"; + if left out
  std::optional<double> polarisation;               ///< along their momentum, 0 if left out
  std::optional<double> straight, distance, radius; ///< [m]; 180, 50 and 2.5 if left out, those of nuSTORM
  std::optional<double> decays;                     ///< along the straight section, in all

  bool is_given() const {
    return energy || charge || polarisation || straight || distance || radius || decays;
  }
};

/// What --flux calls it.
inline constexpr std::string_view muon_decay_name = "muon-decay";

namespace detail {

inline int charge_from_text(std::string const& text) {
  if (text == "+" || text == "+1" || text == "1" || text == "mu+") return 1;
  if (text == "-" || text == "-1" || text == "mu-") return -1;
  throw input_error("--muon-charge is \"" + text + "\": it must be + or -");
}

} // namespace detail

/// Muons of one energy in a straight section; throws input_error for what is missing.
inline muon_decay_ring ring_of(muon_beam_request const& asked) {
  if (!asked.energy || !asked.decays)
    throw input_error("--flux muon-decay needs --muon-energy and --decays (in the straight section, in all)");
  muon_decay_ring ring;
  double const energy = checked(*asked.energy, ranges::muon_energy), mass = pdg::muon_mass;
  ring.momentum = std::sqrt((energy - mass) * (energy + mass));
  ring.momentum_spread = 0;
  ring.straight = checked(asked.straight.value_or(ring.straight), ranges::beam_length);
  ring.distance = checked(asked.distance.value_or(ring.distance), ranges::beam_length);
  ring.radius = checked(asked.radius.value_or(ring.radius), ranges::beam_length);
  ring.charge = asked.charge ? detail::charge_from_text(*asked.charge) : 1;
  ring.polarisation = checked(asked.polarisation.value_or(0), ranges::polarisation);
  ring.decays_per_proton = checked(*asked.decays, ranges::decays);
  return ring;
}

/// Both neutrinos, per m^2 of all decays, averaged over the round face.
inline std::vector<beam_component> beam_of_muons(muon_beam_request const& asked,
                                                 exposure_request const& exposure = {}) {
  if (exposure.is_given()) throw input_error("--flux muon-decay has --decays in place of an exposure");
  auto const ring = ring_of(asked);
  std::vector<beam_component> beam;
  for (auto const which : {muon_decay_neutrino::electron, muon_decay_neutrino::muon}) {
    auto const flux = muon_decay_flux(ring, which);
    beam.push_back(
        {flavour_of(which, ring.charge), with_integral(flux, flux.integral(), flux_normalisation::per_area)});
  }
  return beam;
}

/// In words.
inline std::string beam_text(muon_decay_ring const& ring) {
  using trident::detail::formatted;
  return formatted("%g decays of ", ring.decays_per_proton) + (ring.charge > 0 ? "mu+" : "mu-") +
         formatted(" of %g GeV", std::hypot(ring.momentum, pdg::muon_mass)) +
         formatted(", polarisation %g,", ring.polarisation) + formatted(" along %g m,", ring.straight) +
         formatted(" seen %g m from its end", ring.distance) +
         formatted(" on a face of %g m radius", ring.radius);
}

} // namespace runtime
} // namespace trident
