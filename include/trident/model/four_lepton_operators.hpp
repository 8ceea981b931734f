// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <tuple>

#include <trident/model/nonstandard_interactions.hpp>

namespace trident {

/// Standard Model plus the operators of dimension six with four leptons of the Warsaw basis (arXiv:1008.4884)
///   Q_ll = [lbar_p gamma^a l_r] [lbar_s gamma_a l_t],   Q_le = [lbar_p gamma^a l_r] [ebar_s gamma_a e_t],
/// L = sum C Q over different operators, each counted once (C_ll,prst and C_ll,stpr name the same). Coefficients
/// C_{alpha alpha l l} of the channel's neutrino alpha and pair l, one number for all alpha and l [1/TeV^2].
///
/// The doublet holds nu_alpha and l_alpha: Q_ll,{alpha alpha l l} contains [nubar_alpha gamma^a P_L nu_alpha]
/// [lbar gamma_a P_L l] once for alpha != l, and twice for alpha = l, from either factor; Q_le contains
/// [nubar_alpha gamma^a P_L nu_alpha] [lbar gamma_a P_R l] once. Comparison with -2 sqrt2 G_F epsilon gives
///   epsilon_L = -(1 or 2) C_ll/(2 sqrt2 G_F),   epsilon_R = -C_le/(2 sqrt2 G_F).
///
/// Not here: C_ll,{alpha l l alpha} and C_le,{alpha l l alpha}, alpha != l, which act in the mixed channels as they do in
/// the decays of muon and tau, that of the muon being the definition of G_F; and operators with Higgs fields, which
/// change the couplings of W and Z.
class four_lepton_operators : public detail::contact {
public:
  /// Wilson coefficients.
  struct parameters {
    double c_ll = 0; ///< C_ll,{alpha alpha l l} [1/TeV^2]
    double c_le = 0; ///< C_le,{alpha alpha l l} [1/TeV^2]
  };

  static constexpr std::string_view name = "SMEFT";
  static constexpr std::tuple parameter_table{
      model_parameter{"C-ll", &parameters::c_ll, "Wilson coefficient of Q_ll", "C_ll",
                      ranges::wilson_coefficient, needed::one_of_them},
      model_parameter{"C-le", &parameters::c_le, "Wilson coefficient of Q_le", "C_le",
                      ranges::wilson_coefficient, needed::one_of_them}};

  explicit four_lepton_operators(parameters const& p) : values_(detail::checked_values(p, parameter_table)) {}

  constexpr double c_ll() const { return values_.c_ll; }
  constexpr double c_le() const { return values_.c_le; }
  parameters const& values() const { return values_; }

  template <Process P, Constants C, class Real>
  constexpr vector_axial<Real> couplings(P const& p, C constants, Real transfer) const {
    auto result = standard_model{}.couplings(p, constants, transfer);
    if (!p.has_neutral_current) return result;
    constexpr double sqrt2 = 1.4142135623730951, square_TeV_in_square_GeV = 1e6;
    // [PHYS:model.smeft]
    constexpr double unit = -1 / (2 * sqrt2 * C::fermi_constant * square_TeV_in_square_GeV);
    double const terms = p.incoming_family == p.minus_family ? 2 : 1;
    auto const shift = couplings_of_chiral_terms(terms * unit * c_ll(), unit * c_le());
    return {result.vector + shift.vector, result.axial + shift.axial};
  }

private:
  parameters values_;
};

} // namespace trident
