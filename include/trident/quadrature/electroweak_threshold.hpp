// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/physics/concepts.hpp>
#include <trident/physics/process.hpp>

namespace trident {

/// What takes up the photon, as far as the momenta that it allows matter: a nucleus as a whole, or a nucleon, in whatever
/// state it ends.
enum class photon_absorber { nucleus, nucleon };

/// The neutrino energy [GeV] below which contact interactions and the full amplitude differ by less than 1e-4 of the cross
/// section. The difference grows like the energy; it was computed at 4, 20 and 100 GeV for all channels on carbon, the
/// lightest of nuclei with a form factor of their own, lead, protons and neutrons, elastic and inelastic, and the least of
/// each kind rounded down. Where a tau is made it is larger as soon as there is enough energy.
template <Process P>
constexpr double contact_energy_limit(P const& process, photon_absorber absorber) {
  if (process.minus_family == flavour::tau || process.plus_family == flavour::tau) return 0;
  if (absorber == photon_absorber::nucleon) return 2;
  if (!process.has_charged_current) return 15;
  return process.has_neutral_current && process.minus_family == flavour::electron ? 100 : 20;
}

} // namespace trident
