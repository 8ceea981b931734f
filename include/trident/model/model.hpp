// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include <trident/physics/concepts.hpp>
#include <trident/physics/parameter_range.hpp>
#include <trident/physics/process.hpp>

namespace trident {

namespace detail {

/// An interaction without a propagator that the transfer could resolve.
struct contact {
  static constexpr double mediator_mass_squared() { return std::numeric_limits<double>::infinity(); }
};

} // namespace detail

/// The Standard Model at low transfer: Z and W exchange as contact interactions.
struct standard_model : detail::contact {
  static constexpr std::string_view name = "SM";

  /// arXiv:1902.06765, eq. (2) and the table of couplings there.
  template <Process P, Constants C, class Real>
  constexpr vector_axial<Real> couplings(P const& p, C, Real) const {
    // [PHYS:couplings.standard_model]
    double const neutral_vector = p.has_neutral_current ? -1 + 4 * C::sin2_theta_w : 0;
    double const neutral_axial = p.has_neutral_current ? 1 : 0;
    double const charged = p.has_charged_current ? 2 : 0;
    return {Real(neutral_vector + charged), Real(neutral_axial - charged)};
  }
};

/// Free (g_V, g_A) in the normalisation of arXiv:1902.06765, eq. (2); the Standard Model has (1 + 4 sin^2 theta_W, -1)
/// in nu_mu -> nu_mu mu+ mu-.
class four_fermion : public detail::contact {
public:
  struct parameters {
    double g_v = 0;
    double g_a = 0;
  };

  static constexpr std::string_view name = "4F";

  explicit four_fermion(parameters const& p)
      : g_v_(checked(p.g_v, ranges::contact_coupling, "the vector coupling g_V")),
        g_a_(checked(p.g_a, ranges::contact_coupling, "the axial coupling g_A")) {}

  template <Process P, Constants C, class Real>
  constexpr vector_axial<Real> couplings(P const&, C, Real) const {
    return {Real(g_v_), Real(g_a_)};
  }

  double g_v() const { return g_v_; }
  double g_a() const { return g_a_; }

private:
  double g_v_;
  double g_a_;
};

/// Standard Model plus a neutral gauge boson with a vector and an axial charge per lepton flavour,
/// coupling g' [lbar gamma^a (Q_V + Q_A gamma5) l] Z'_a. The neutrino is the partner of the left-handed lepton, so its
/// charge is Q_V - Q_A. Exact tree-level propagator 1/(M^2 + T).
class z_prime {
public:
  struct parameters {
    double coupling = 0;                       ///< g'
    double mass = 1;                           ///< [GeV]
    std::array<double, 3> vector_charges = {}; ///< of e, mu, tau
    std::array<double, 3> axial_charges = {};  ///< of e, mu, tau
  };

  static constexpr std::string_view name = "Zprime";

  explicit z_prime(parameters const& p) : parameters_(p) {
    checked(p.coupling, ranges::z_prime_coupling);
    checked(p.mass, ranges::z_prime_mass);
    for (std::size_t i = 0; i < 3; ++i) {
      checked(p.vector_charges[i], ranges::charge, "a vector charge");
      checked(p.axial_charges[i], ranges::charge, "an axial charge");
    }
  }

  double coupling() const { return parameters_.coupling; }
  double mass() const { return parameters_.mass; }
  std::array<double, 3> const& vector_charges() const { return parameters_.vector_charges; }
  std::array<double, 3> const& axial_charges() const { return parameters_.axial_charges; }
  double mediator_mass_squared() const { return mass() * mass(); }

  /// Shift of g_V and g_A: sqrt2 Q_nu Q_l g'^2 / (G_F (M^2 + T)), arXiv:1902.06765, with the propagator kept.
  template <Process P, Constants C, class Real>
  constexpr vector_axial<Real> couplings(P const& p, C constants, Real transfer) const {
    auto result = standard_model{}.couplings(p, constants, transfer);
    auto const [vector, axial] = exchange_strengths(p, constants);
    // [PHYS:model.z_prime_propagator]
    Real const propagator = 1 / (mediator_mass_squared() + transfer);
    result.vector += vector * propagator;
    result.axial += axial * propagator;
    return result;
  }

  /// What multiplies 1/(M^2 + T) in g_V and g_A [GeV^2]; zero where no neutral current contributes.
  template <Process P, Constants C>
  constexpr vector_axial<double> exchange_strengths(P const& p, C) const {
    auto const nu = static_cast<std::size_t>(p.incoming_family);
    auto const lepton = static_cast<std::size_t>(p.minus_family);
    // [PHYS:model.z_prime]
    double const neutrino_charge =
        p.has_neutral_current ? parameters_.vector_charges[nu] - parameters_.axial_charges[nu] : 0;
    constexpr double sqrt2 = 1.4142135623730951;
    double const strength = sqrt2 / C::fermi_constant * coupling() * coupling() * neutrino_charge;
    return {strength * parameters_.vector_charges[lepton], strength * parameters_.axial_charges[lepton]};
  }

private:
  parameters parameters_;
};

/// The Z' of gauged L_mu - L_tau: vector charges 0, +1, -1, so electrons and mixed pairs are untouched.
class mu_minus_tau : public z_prime {
public:
  struct parameters {
    double coupling = 0; ///< g'
    double mass = 1;     ///< [GeV]
  };

  static constexpr std::string_view name = "LmuLtau";

  explicit mu_minus_tau(parameters const& p)
      : z_prime({.coupling = p.coupling, .mass = p.mass, .vector_charges = {0, 1, -1}, .axial_charges = {}}) {
  }
};

} // namespace trident
