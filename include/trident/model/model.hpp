// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>

#include <trident/model/parameters.hpp>
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
  /// The two couplings.
  struct parameters {
    double g_v = 0;
    double g_a = 0;
  };

  static constexpr std::string_view name = "4F";
  static constexpr std::tuple parameter_table{
      model_parameter{"gV", &parameters::g_v, "vector coupling g_V", "the vector coupling g_V",
                      ranges::contact_coupling},
      model_parameter{"gA", &parameters::g_a, "axial coupling g_A", "the axial coupling g_A",
                      ranges::contact_coupling}};

  explicit four_fermion(parameters const& p) : values_(detail::checked_values(p, parameter_table)) {}

  template <Process P, Constants C, class Real>
  constexpr vector_axial<Real> couplings(P const&, C, Real) const {
    return {Real(g_v()), Real(g_a())};
  }

  constexpr double g_v() const { return values_.g_v; }
  constexpr double g_a() const { return values_.g_a; }
  parameters const& values() const { return values_; }

private:
  parameters values_;
};

namespace detail {

/// The rows of a Z' that all of them have.
template <class Parameters>
constexpr auto coupling_and_mass() {
  return std::tuple{model_parameter{"coupling", &Parameters::coupling, "coupling g' of the Z'",
                                    ranges::z_prime_coupling.quantity, ranges::z_prime_coupling},
                    model_parameter{"mass", &Parameters::mass, "mass of the Z'",
                                    ranges::z_prime_mass.quantity, ranges::z_prime_mass}};
}

} // namespace detail

/// Standard Model plus a neutral gauge boson with a vector and an axial charge per lepton flavour,
/// coupling g' [lbar gamma^a (Q_V + Q_A gamma5) l] Z'_a. The neutrino is the partner of the left-handed lepton, so its
/// charge is Q_V - Q_A. Exact tree-level propagator 1/(M^2 + T).
class z_prime {
public:
  /// Coupling, mass and charges.
  struct parameters {
    double coupling = 0;                       ///< g'
    double mass = 1;                           ///< [GeV]
    std::array<double, 3> vector_charges = {}; ///< of e, mu, tau
    std::array<double, 3> axial_charges = {};  ///< of e, mu, tau
  };

  static constexpr std::string_view name = "Zprime";
  static constexpr std::tuple parameter_table = std::tuple_cat(
      detail::coupling_and_mass<parameters>(),
      std::tuple{model_parameter{"charges", &parameters::vector_charges, "vector charges of e,mu,tau",
                                 "a vector charge", ranges::charge, needed::one_of_them},
                 model_parameter{"axial-charges", &parameters::axial_charges, "axial charges of e,mu,tau",
                                 "an axial charge", ranges::charge, needed::one_of_them}});

  explicit z_prime(parameters const& p) : parameters_(detail::checked_values(p, parameter_table)) {}

  double coupling() const { return parameters_.coupling; }
  double mass() const { return parameters_.mass; }
  std::array<double, 3> const& vector_charges() const { return parameters_.vector_charges; }
  std::array<double, 3> const& axial_charges() const { return parameters_.axial_charges; }
  parameters const& values() const { return parameters_; }
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

/// Coupling and mass of a Z' whose charges are fixed.
struct z_prime_parameters {
  double coupling = 0; ///< g'
  double mass = 1;     ///< [GeV]
};

/// A Z' whose vector charges of e, mu and tau are fixed, without axial charges.
template <int E, int Mu, int Tau>
class z_prime_of_charges : public z_prime {
public:
  using parameters = z_prime_parameters;

  static constexpr std::tuple parameter_table = detail::coupling_and_mass<parameters>();

  explicit z_prime_of_charges(parameters const& p)
      : z_prime(
            {.coupling = p.coupling, .mass = p.mass, .vector_charges = {E, Mu, Tau}, .axial_charges = {}}) {}

  parameters values() const { return {.coupling = coupling(), .mass = mass()}; }
};

/// The Z' of gauged L_mu - L_tau: vector charges 0, +1, -1, so electrons and mixed pairs are untouched.
// [PHYS:model.lepton_numbers]
class mu_minus_tau : public z_prime_of_charges<0, 1, -1> {
public:
  static constexpr std::string_view name = "LmuLtau";

  using z_prime_of_charges::z_prime_of_charges;
};

} // namespace trident
