// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <vector>

#include <trident/kinematics/four_momentum.hpp>

namespace trident {

/// A particle of an event.
struct particle {
  int pdg_code = 0;
  double mass = 0; ///< [GeV]
  four_momentum momentum;
};

/// What the neutrino scattered on.
enum class scattering {
  coherent,      ///< the nucleus as a whole
  bound_nucleon, ///< one nucleon of a nucleus
  free_nucleon,  ///< hydrogen, or a nucleon whose nucleus was not named
};

/// One neutrino trident. In the target's rest frame unless it was turned, see beam_frame.
struct event {
  std::uint64_t number = 0;   ///< counts from 0
  std::uint64_t attempts = 0; ///< points drawn until this one was accepted
  double weight = 1;          ///< unweighted: 1, or more where the maximum was exceeded
  int process_number = 0;     ///< 1..30, as `channel` counts
  int process_id = 0;         ///< see process_id_of
  scattering kind = scattering::coherent;

  particle neutrino_in;
  particle nucleus; ///< the target at rest: nucleus, or free nucleon
  particle struck;  ///< what took part: the same, or a nucleon of it
  particle neutrino_out, lepton_minus, lepton_plus;
  particle recoil;  ///< `struck`, afterwards
  particle remnant; ///< what is left of the nucleus if a nucleon was struck

  double transfer = 0;          ///< T = -(k - k')^2 [GeV^2]
  double q2 = 0;                ///< Q2 given to the target [GeV^2]
  double pair_mass_squared = 0; ///< m_ll^2 [GeV^2]
  double s = 0;                 ///< (k + q)^2 [GeV^2]

  std::vector<double> ratios; ///< |M|^2 of other models over that of the nominal one

  four_momentum vertex; ///< x, y, z [cm] and, in place of the energy, time [ns]
};

} // namespace trident
