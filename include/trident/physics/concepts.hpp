// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <ranges>
#include <span>
#include <string_view>

#include <trident/physics/constants.hpp>
#include <trident/physics/regime.hpp>

// A cross section is the product of four factors, and a concept says what each must offer:
//   InitialState      which neutrino comes in                                    here
//   HadronicResponse  what the target does with a virtual photon                 here
//   LeptonCurrent     the amplitude of nu gamma* -> nu' l- l+                    amplitude/concepts.hpp
//   PhaseSpaceMap     the unit cube and the final state                          kinematics/concepts.hpp
// Users name a channel, a target, a flux and a model, from which the library makes the four.

namespace trident {

// ------------------------------------------------------------------------------------------------- hadronic response

/// The two structure functions of the target (physics: W2 multiplies P^mu P^nu/M^2, W1 the -g^{mu nu} term).
/// Elastic, W times delta(nu - Q2/2M), no unit. Nucleus: electric = Z^2 F^2, magnetic = 0; nucleon: (G_E^2 + tau
/// G_M^2)/(1 + tau) and tau G_M^2, with a Pauli factor where it is bound. Continuum: W2 and W1 per energy transfer [1/GeV].
template <class Real = double>
struct hadron_structure {
  Real electric;
  Real magnetic;
};

/// How much energy nu the target takes up at a given Q2.
enum class response_kind {
  elastic,   ///< nu = Q2/2M alone
  continuum, ///< anything above a threshold: nu is one dimension more
};

/// Whether W1 vanishes. Kept for targets written for version 0.1: say has_magnetic_structure instead.
enum class target_spin { zero, half };

/// A normalised nuclear charge form factor: F(Q) with Q = sqrt(Q2) [GeV], F(0) = 1.
template <class F>
concept FormFactor = requires(F const& f, double q) {
  { f(q) } -> std::convertible_to<double>;
};

/// The target stays what it was: it recoils.
template <class T, class C = pdg>
concept ElasticResponse = (
                              requires {
                                { T::has_magnetic_structure } -> std::convertible_to<bool>;
                              } ||
                              requires {
                                { T::spin } -> std::convertible_to<target_spin>;
                              }) &&
                          requires(T const& t, double q2) {
  { t.mass(C{}) } -> std::convertible_to<double>;                     // [GeV]
  { t.structure(q2, C{}) } -> std::same_as<hadron_structure<double>>; // q2 [GeV^2]
  { t.maximum_q2() } -> std::convertible_to<double>;                  // structure is zero above [GeV^2]
  { t.name() } -> std::convertible_to<std::string_view>;
  { t.pdg_code() } -> std::convertible_to<int>;
};

/// Where the energy transfer of a continuum begins: at nu = offset + Q2/(2 mass) or above [GeV]. The tighter it is, the
/// fewer points are lost.
struct energy_transfer_line {
  double offset; ///< [GeV]
  double mass;   ///< [GeV], infinite for a threshold that does not depend on Q2
};

/// An energy transfer that was drawn, and d nu/d u [GeV].
template <class Real = double>
struct energy_transfer_draw {
  Real nu;
  Real measure;
};

/// Integrals over nu' from the threshold to nu: of W2 (nu - nu')^n for n = 0, 1, 2 [GeV^n], and of W1. Of what is left of nu
/// rather than of nu', since cross sections vanish where nothing is left.
struct response_moments {
  double w2 = 0, w2_left = 0, w2_left2 = 0;
  double w1 = 0;
};

/// A continuum that draws its own energy transfers.
template <class T, class C = pdg>
concept DrawsEnergyTransfer = requires(T const& t, double nu, double q2, double u) {
  { t.draw(u, q2, nu, C{}) } -> std::same_as<energy_transfer_draw<double>>; // below nu, as u goes from 0 to 1
};

/// A continuum that says between which energy transfers it is smooth: a range of energy_panel, up to nu at most.
template <class T, class C = pdg>
concept HasEnergyPanels = requires(T const& t, double nu, double q2) {
  { t.panels(q2, nu, C{}) } -> std::ranges::range;
};

/// A continuum of which the moments at one Q2 come at once, for all energy transfers up to nu.
template <class T, class C = pdg>
concept HasMomentsAtQ2 = requires(T const& t, double nu, double q2, double relative_error) {
  { t.at_q2(q2, nu, relative_error, C{})(nu) } -> std::same_as<response_moments>;
};

/// The target breaks up, or becomes another: it takes up any energy above a threshold.
template <class T, class C = pdg>
concept ContinuumResponse = (DrawsEnergyTransfer<T, C> ||
                             HasEnergyPanels<T, C>)&&requires(T const& t, double nu, double q2) {
  requires T::kind == response_kind::continuum;
  { t.mass(C{}) } -> std::convertible_to<double>;                         // of the target before [GeV]
  { t.structure(nu, q2, C{}) } -> std::same_as<hadron_structure<double>>; // W2, W1 [1/GeV]
  { t.lowest_energy_transfer(C{}) } -> std::same_as<energy_transfer_line>;
  { t.moments(q2, nu, C{}) } -> std::same_as<response_moments>;
  { t.maximum_q2() } -> std::convertible_to<double>; // [GeV^2]
  { t.name() } -> std::convertible_to<std::string_view>;
  { t.pdg_code() } -> std::convertible_to<int>;
};

/// What the neutrino scatters on. Optional members: `regime`, a scattering_regime, and products(vertex, random), what
/// leaves the vertex (the recoiling target itself where there is none).
template <class T, class C = pdg>
concept HadronicResponse = ElasticResponse<T, C> || ContinuumResponse<T, C>;

/// Its name for users.
template <class T, class C = pdg>
concept Target = HadronicResponse<T, C>;

template <class T>
inline constexpr response_kind kind_of = response_kind::elastic;
template <class T>
  requires requires {
    { T::kind } -> std::convertible_to<response_kind>;
  }
inline constexpr response_kind kind_of<T> = T::kind;

namespace detail {

template <class T>
constexpr bool states_magnetic_structure() {
  if constexpr (requires { T::has_magnetic_structure; })
    return T::has_magnetic_structure;
  else if constexpr (requires { T::spin; })
    return T::spin == target_spin::half;
  else
    return true;
}

} // namespace detail

/// Whether W1 is there at all: false spares its contraction.
template <class T>
inline constexpr bool has_magnetic_structure = detail::states_magnetic_structure<T>();

/// The regime that a response states; of one that states none, coherent without a magnetic structure, else free.
template <class T>
inline constexpr scattering_regime regime_of =
    has_magnetic_structure<T> ? scattering_regime::free_nucleon : scattering_regime::coherent;
template <class T>
  requires requires {
    { T::regime } -> std::convertible_to<scattering_regime>;
  }
inline constexpr scattering_regime regime_of<T> = T::regime;

/// The same of one that knows it only when the program runs, by regime().
template <class T>
constexpr scattering_regime regime_of_target(T const& target) {
  if constexpr (requires { target.regime(); })
    return target.regime();
  else
    return regime_of<T>;
}

// ------------------------------------------------------------------------------------------------------ initial state

/// Neutrinos of one energy.
template <class F>
concept FixedEnergy = requires(F const& f) {
  { f.energy() } -> std::convertible_to<double>; // [GeV]
};

/// Neutrinos with a spectrum. Between two neighbouring edges the density is smooth (constant for a histogram).
template <class F>
concept Spectrum = requires(F const& f, double energy) {
  { f.edges() } -> std::convertible_to<std::span<double const>>; // increasing [GeV]
  { f.density(energy) } -> std::convertible_to<double>;          // [1/GeV], in any normalisation
  { f.integral() } -> std::convertible_to<double>;               // of the density, same normalisation
};

/// A neutrino that was drawn: its energy [GeV], and phi(E) dE/du with phi normalised to one neutrino.
template <class Real = double>
struct incoming_neutrino {
  Real energy;
  Real measure;
};

/// Draws the neutrino from `dimension` coordinates of the unit cube.
template <class I, class Real = double>
concept InitialState = requires(I const& in, std::array<Real, I::dimension> const& u) {
  { in.draw(u) } -> std::same_as<incoming_neutrino<Real>>;
  { in.maximum_energy() } -> std::convertible_to<double>; // [GeV]
  { in.empty() } -> std::convertible_to<bool>;            // no neutrino is above threshold
};

template <class F>
concept Flux = FixedEnergy<F> || Spectrum<F> || InitialState<F>;

// ------------------------------------------------------------------------------------------------- channel and model

/// One of the 30 channels; see process.hpp: process<...> for types, `channel` for numbers.
template <class P>
concept Process = requires(P const& p) {
  p.incoming_family;
  p.outgoing_family;
  p.minus_family;
  p.plus_family;
  { p.has_neutral_current } -> std::convertible_to<bool>;
  { p.has_charged_current } -> std::convertible_to<bool>;
  { p.is_antineutrino } -> std::convertible_to<bool>;
  { p.number } -> std::convertible_to<int>;
};

/// Vector and axial couplings g_V, g_A of the pair to the neutrino current (arXiv:1902.06765, eq. 2).
template <class Real = double>
struct vector_axial {
  Real vector;
  Real axial;
};

/// New physics or none: gives (g_V, g_A) of a channel at the weak four-momentum transfer squared T [GeV^2].
template <class M, class P, class C = pdg>
concept ModelFor = Process<P> && requires(M const& m, P const& p, double transfer) {
  { m.couplings(p, C{}, transfer) } -> std::same_as<vector_axial<double>>;
  { m.mediator_mass_squared() } -> std::convertible_to<double>; // [GeV^2], infinite for contact interactions
};

} // namespace trident
