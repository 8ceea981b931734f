// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <tuple>

#include <trident/model/model.hpp>

namespace trident {

/// What a four-fermion term adds to (g_V, g_A), in the normalisation of non-standard interactions,
///   L = -2 sqrt2 G_F [nubar gamma^a P_L nu] [lbar gamma_a (epsilon_L P_L + epsilon_R P_R) l].
///
/// H = -L, and gamma_a (epsilon_L P_L + epsilon_R P_R) = gamma_a [(epsilon_L + epsilon_R) - (epsilon_L - epsilon_R)
/// gamma5]/2, to be compared with H = (G_F/sqrt2) [nubar gamma^a P_L nu] [lbar gamma_a (g_V + g_A gamma5) l]
/// (arXiv:1902.06765, eq. 2): the prefactors differ by 4. Z exchange has epsilon_L = -1/2 + sin^2 theta_W and
/// epsilon_R = sin^2 theta_W, W exchange after Fierz epsilon_L = 1.
constexpr vector_axial<double> couplings_of_chiral_terms(double epsilon_left, double epsilon_right) {
  // [PHYS:model.nsi]
  return {2 * (epsilon_left + epsilon_right), 2 * (epsilon_right - epsilon_left)};
}

/// Standard Model plus non-standard neutral-current interactions with charged leptons (normalisation of
/// arXiv:0907.0097). They keep the flavours: epsilon_{alpha alpha}^{l P}, one number for all alpha and l, of which a
/// channel feels that of its neutrino alpha and its pair l. Terms that change the neutrino's flavour lead to other final
/// states and are not here.
class nonstandard_interactions : public detail::contact {
public:
  /// The two strengths.
  struct parameters {
    double epsilon_left = 0;
    double epsilon_right = 0;
  };

  static constexpr std::string_view name = "NSI";
  static constexpr std::tuple parameter_table{
      model_parameter{"epsilon-L", &parameters::epsilon_left, "epsilon of the left-handed pair", "epsilon_L",
                      ranges::epsilon, needed::one_of_them},
      model_parameter{"epsilon-R", &parameters::epsilon_right, "epsilon of the right-handed pair",
                      "epsilon_R", ranges::epsilon, needed::one_of_them}};

  explicit nonstandard_interactions(parameters const& p)
      : values_(detail::checked_values(p, parameter_table)) {}

  constexpr double epsilon_left() const { return values_.epsilon_left; }
  constexpr double epsilon_right() const { return values_.epsilon_right; }
  parameters const& values() const { return values_; }

  template <Process P, Constants C, class Real>
  constexpr vector_axial<Real> couplings(P const& p, C constants, Real transfer) const {
    auto result = standard_model{}.couplings(p, constants, transfer);
    if (!p.has_neutral_current) return result;
    auto const shift = couplings_of_chiral_terms(epsilon_left(), epsilon_right());
    return {result.vector + shift.vector, result.axial + shift.axial};
  }

private:
  parameters values_;
};

} // namespace trident
