// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/target/off_shell_nucleon.hpp>

namespace trident {

/// Of a bound nucleon that took up energy and momentum, what is known before its own momentum is drawn: the gain, the current
/// and the range of its energy E = sqrt(p^2 + M^2).
struct struck_nucleons {
  detail::nucleon_transfer<double> transfer;
  detail::off_shell_current<double> current;
  double mass;            ///< of a nucleon [GeV]
  double lowest, highest; ///< E [GeV]

  /// Across the transferred momentum, p_t^2 of a nucleon of the energy E [GeV^2].
  double transverse_squared(double energy) const {
    double const middle = energy + transfer.gained / 2, least = transfer.lowest_middle_energy(mass);
    // [PHYS:bound.transverse]
    double const square =
        transfer.off_shell_q2 / transfer.momentum_squared * (middle - least) * (middle + least);
    return square > 0 ? square : 0;
  }

  /// Along it, p_l [GeV].
  double longitudinal(double energy) const {
    // [PHYS:bound.longitudinal]
    return (energy * transfer.gained - transfer.off_shell_q2 / 2) / transfer.momentum;
  }
};

/// What leptons make of the tensor of a target: the factors of W2 and W1 in a cross section.
struct lepton_weights {
  double electric; ///< |L.P|^2/M^2
  double magnetic; ///< -g_{mu nu} L^mu L^nu*
};

} // namespace trident
