// SPDX-License-Identifier: BSL-1.0
// A model of your own: couplings (g_V, g_A) as a function of channel and T; here a charged scalar, beside a scan over
// the coupling of a Z'.
#include <cmath>
#include <iostream>
#include <limits>

#include <trident/trident.hpp>

using namespace trident;

/// The Standard Model and a scalar of charge 1 that couples leptons of two flavours, f (nu_e mu_L - e_L nu_mu) h+. When
/// it is heavy, nu_mu scatter on electrons with the non-standard coupling epsilon_L = f^2/(sqrt2 G_F m^2)
/// (T. Ohlsson, T. Schwetz, H. Zhang, arXiv:0909.0455), a shift of g_V by 2 epsilon and of g_A by -2 epsilon.
struct charged_scalar {
  double f;    ///< coupling
  double mass; ///< [GeV]

  template <Constants C>
  double epsilon(C) const {
    return f * f / (std::sqrt(2.0) * C::fermi_constant * mass * mass);
  }

  template <Process P, Constants C, class Real>
  vector_axial<Real> couplings(P const& process, C constants, Real transfer) const {
    auto g = standard_model{}.couplings(process, constants, transfer);
    bool const muon_neutrinos =
        process.incoming_family == flavour::muon && process.outgoing_family == flavour::muon;
    if (muon_neutrinos && process.minus_family == flavour::electron) {
      g.vector += 2 * epsilon(constants);
      g.axial -= 2 * epsilon(constants);
    }
    return g;
  }
  /// Where the couplings vary fastest with T [GeV^2]: they do not.
  double mediator_mass_squared() const { return std::numeric_limits<double>::infinity(); }
};

int main() {
  auto const ratio = [](auto process, auto const& model) { // sigma/sigma_SM on argon at 20 GeV
    monoenergetic const beam{20.0 * GeV};
    return inclusive_cross_section(Trident{process, argon40{}, beam, model}).value /
           inclusive_cross_section(Trident{process, argon40{}, beam, standard_model{}}).value;
  };
  std::cout << "sigma / sigma_SM\n";
  for (double const f : {0.1, 0.3, 1.0})
    std::cout << "  charged scalar, m = 500 GeV, f = " << f << ": nu_mu e+ e- "
              << ratio(numu_to_numu_ee{}, charged_scalar{f, 500}) << ", nu_mu mu+ mu- "
              << ratio(numu_to_numu_mumu{}, charged_scalar{f, 500}) << '\n';
  for (double const coupling : {1e-4, 1e-3, 1e-2})
    std::cout << "  L_mu - L_tau, M = 0.1 GeV, g' = " << coupling << ": nu_mu mu+ mu- "
              << ratio(numu_to_numu_mumu{}, mu_minus_tau({.coupling = coupling, .mass = 0.1})) << '\n';
  // epsilon = 1 is an exchange as strong as that of the W: nu_mu e+ e- with the couplings of nu_e e+ e-
  charged_scalar const like_w{1, 1 / std::sqrt(std::sqrt(2.0) * pdg::fermi_constant)};
  auto const of_w = standard_model{}.couplings(nue_to_nue_ee{}, pdg{}, 0.0);
  four_fermion const w({.g_v = of_w.vector, .g_a = of_w.axial});
  double const difference = ratio(numu_to_numu_ee{}, like_w) / ratio(numu_to_numu_ee{}, w) - 1;
  return std::abs(difference) < 1e-6 && ratio(numu_to_numu_mumu{}, like_w) == 1 ? 0 : 1;
}
