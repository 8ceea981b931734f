// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <span>
#include <string_view>

#include <trident/physics/constants.hpp>

// What a channel, a target, a flux and a model must offer.

namespace trident {

/// Spin of the target: decides which terms of the hadronic tensor exist.
enum class target_spin { zero, half };

/// The two structure functions of the target (physics: W_E multiplies 4 P^mu P^nu, W_M the -g^{mu nu} term over 4 M^2).
/// spin 0: electric = Z^2 F^2, magnetic = 0; spin 1/2: (G_E^2 + tau G_M^2)/(1 + tau) and tau G_M^2; Pauli factor included.
template <class Real = double>
struct hadron_structure {
  Real electric;
  Real magnetic;
};

/// A normalised nuclear charge form factor: F(Q) with Q = sqrt(Q2) [GeV], F(0) = 1.
template <class F>
concept FormFactor = requires(F const& f, double q) {
  { f(q) } -> std::convertible_to<double>;
};

/// What the neutrino scatters on.
template <class T>
concept Target = requires(T const& t, double q2) {
  { T::spin } -> std::convertible_to<target_spin>;
  { t.mass(pdg{}) } -> std::convertible_to<double>;                     // [GeV]
  { t.structure(q2, pdg{}) } -> std::same_as<hadron_structure<double>>; // q2 [GeV^2]
  { t.maximum_q2() } -> std::convertible_to<double>;                    // structure is zero above [GeV^2]
  { t.name() } -> std::convertible_to<std::string_view>;
  { t.pdg_code() } -> std::convertible_to<int>;
};

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

template <class F>
concept Flux = FixedEnergy<F> || Spectrum<F>;

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
template <class M, class P>
concept ModelFor = Process<P> && requires(M const& m, P const& p, double transfer) {
  { m.couplings(p, pdg{}, transfer) } -> std::same_as<vector_axial<double>>;
  { m.mediator_mass_squared() } -> std::convertible_to<double>; // [GeV^2], infinite for contact interactions
};

} // namespace trident
