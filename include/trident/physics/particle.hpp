// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <trident/physics/four_momentum.hpp>

namespace trident {

/// Where a particle stands in an event, with the numbers of NuHepMC 1.0 [P.R.1, P.C.1].
enum class particle_status {
  outgoing = 1, ///< leaves the event
  beam = 4,     ///< the incoming neutrino
  target = 20,  ///< nucleus or free nucleon, before
  struck = 21,  ///< nucleon of the target that the neutrino scatters on
  system = 23,  ///< hadrons as one, which leave the event and are not taken apart
};

/// A particle of an event.
struct particle {
  int pdg_code = 0;
  double mass = 0; ///< [GeV]
  four_momentum momentum;
  particle_status status = particle_status::outgoing;
  int mother =
      -1; ///< its place among the particles of the event, of the hadronic side where there are two; -1 for none
  int helicity =
      0; ///< of a lepton: -1 left-handed, +1 right-handed in the laboratory; 0 where it is not known
};

/// Helicities of l- and l+ in the laboratory: -1 left-handed, +1 right-handed, 0 unknown.
struct lepton_helicities {
  int minus = 0, plus = 0;
};

/// What a hadronic response makes its products from.
struct hadronic_vertex {
  particle struck;                   ///< what was struck, before
  four_momentum momentum;            ///< of all that leaves the vertex beside the leptons [GeV]
  double nu = 0;                     ///< energy taken up [GeV]
  double q2 = 0;                     ///< [GeV^2]
  std::array<double, 4> random = {}; ///< uniform between 0 and 1, a function of the event alone
};

} // namespace trident
