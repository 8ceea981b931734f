// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include <trident/model/nonstandard_interactions.hpp>

namespace trident {

/// The Standard Model with the couplings of neutral currents at one loop, as in the scattering of neutrinos on electrons at
/// small momentum transfer (J. N. Bahcall, M. Kamionkowski, A. Sirlin, Phys. Rev. D 51 (1995) 6146, appendix A):
///   epsilon_L = -rho (1/2 - kappa sin^2 theta_W), epsilon_R = rho kappa sin^2 theta_W, rho = 1.0126,
///   kappa = 0.9791 for nu_e and 0.9970 for nu_mu (0.0025 each),
/// with sin^2 theta_W in the MSbar scheme at M_Z. kappa depends on the neutrino through its charge radius, by
/// alpha/(6 pi sin^2 theta_W) times the logarithm of the squared mass of its charged partner, which gives that of nu_tau.
/// W exchange is normalised by G_F. Left out: photons radiated or exchanged by the leptons, and the dependence of kappa on
/// the momentum transfer, which is of the size of its difference between nu_e and nu_mu. On top of the full electroweak
/// amplitude the difference of these couplings to those of standard_model is added as a contact interaction: corrections
/// that were computed at small momenta and stay what they are at large ones.
class one_loop_standard_model : public detail::contact {
public:
  static constexpr std::string_view name = "SMloop";

  static constexpr double rho = 1.0126;

  /// Of a neutrino's flavour.
  static constexpr double kappa(flavour family) {
    constexpr std::array<double, 3> values = {0.9791, 0.9970, 1.0065};
    return values[static_cast<std::size_t>(family)];
  }

  template <Process P, Constants C, class Real>
  constexpr vector_axial<Real> couplings(P const& p, C, Real) const {
    double const neutral = p.has_neutral_current ? rho : 0, charged = p.has_charged_current ? 1 : 0;
    // [PHYS:model.one_loop]
    double const right = neutral * kappa(p.incoming_family) * C::sin2_theta_w;
    auto const g = couplings_of_chiral_terms(charged - neutral / 2 + right, right);
    return {Real(g.vector), Real(g.axial)};
  }
};

} // namespace trident
