// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>

#include <trident/physics/constants.hpp>
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

  /// W2', what the removal energy adds to the tensor of P: w1 (Q2/|q|^2)(1 - Q2/Q~2).
  double scalar() const {
    double const q2 = transfer.q2;
    // [PHYS:bound.scalar]
    return current.magnetic * q2 / transfer.momentum_squared * (transfer.off_shell_q2 - q2) /
           transfer.off_shell_q2;
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

/// Says which nucleons take up (nu, Q2): `struck` draws what the leptons decide by four numbers between 0 and 1, and
/// `struck_energy` the energy E by its share of all.
template <class T, class C = pdg>
concept TellsStruckNucleons = requires(T const& t, double x, lepton_weights const& leptons,
                                       struck_nucleons const& all, std::array<double, 4> const& u) {
  { t.struck(x, x, leptons, u, C{}) } -> std::same_as<struck_nucleons>;
  { t.struck_energy(all, x) } -> std::convertible_to<double>;
};

/// Whether it does: of a response that hides its type it says so itself.
template <class T>
constexpr bool tells_struck_nucleons(T const& response) {
  if constexpr (requires { response.tells_struck_nucleons(); })
    return response.tells_struck_nucleons();
  else
    return TellsStruckNucleons<T>;
}

} // namespace trident
