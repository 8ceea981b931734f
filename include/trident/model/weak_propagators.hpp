// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <trident/model/resolved_model.hpp>

// Where the momentum that a W or a Z carries is not small against its mass.
//
// A Z connects the neutrino with the pair: its propagator is 1/(1 + T/M_Z^2), without approximation.
//
// A W makes the charged partner of the neutrino, l-, and decays to the other neutrino and l+ (for antineutrinos with the
// charges exchanged). With the photon at l+ it carries k - p-, with the photon at l- it carries k' + p+, and a photon
// can couple to the W itself, a term of the order s/M_W^2 that gauge invariance asks for. None of these momenta is k - k',
// which enters after the Fierz rearrangement. The first is spacelike and weakens the amplitude, the second is timelike and
// strengthens it. In samples of 20000 events of nu_mu -> nu_mu mu+ mu-, nu_mu -> nu_e e+ mu- and nu_e -> nu_e e+ e- on argon
// and protons at 0.3, 1 and 10 TeV the means of |(k - p-)^2| are 1.02 to 1.11 times that of T, those of (k' + p+)^2 0.81 to
// 1.10 times. A factor 1/(1 + T/M_W^2) for W exchange therefore has the size of the effect, but not its sign.
// Where s exceeds M_W^2 the W can be real, a process of its own (arXiv:1910.08090): that asks for neutrinos above about
// M_W^2/(2 Q), 3 TeV at Q = 1 GeV.

namespace trident {

/// Masses of the bosons [GeV], Review of Particle Physics 2022.
inline constexpr double z_mass = 91.1876, w_mass = 80.377;

/// The Standard Model with the propagator of the Z; W exchange stays a contact interaction.
class standard_model_with_z {
public:
  static constexpr std::string_view name = "SMprop";

  static constexpr double mediator_mass_squared() { return z_mass * z_mass; }

  template <Process P, Constants C, class Real>
  vector_axial<Real> couplings(P const& p, C constants, Real transfer) const {
    return resolved(p, constants).couplings(p, constants, transfer);
  }

  /// Contact and exchange part.
  template <Process P, Constants C>
  resolved_model resolved(P const& p, C constants) const {
    auto const all = standard_model{}.couplings(p, constants, 0.0);
    double const charged = p.has_charged_current ? 2 : 0, square = z_mass * z_mass;
    // [PHYS:model.z_propagator]
    return {{charged, -charged}, {square * (all.vector - charged), square * (all.axial + charged)}, square};
  }
};

} // namespace trident
