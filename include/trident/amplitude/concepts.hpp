// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>

#include <trident/amplitude/current_components.hpp>
#include <trident/kinematics/lepton_state.hpp>
#include <trident/kinematics/pair_frame.hpp>

namespace trident {

/// The current at one lepton state: the amplitudes of nu gamma* -> nu' l- l+ for all spins of the charged leptons, times a
/// factor that is common to their squares [GeV^2 in all]. Optional: amplitudes(h), the same contracted with h in fewer
/// operations; contracts_components, true where components at hand are contracted in fewer still.
template <class A, class Real = double>
concept CurrentAtState = requires(A const& at) {
  { at.factor() } -> std::same_as<Real>;
  { at.components() } -> std::same_as<current_components<Real>>;
};

/// The amplitude of nu gamma* -> nu' l- l+ of one channel: conserved, q.L = 0, and invariant under what the light-cone
/// components leave open (physics: gauge h.k = 0).
template <class L, class Real = double>
concept LeptonCurrent = requires(L const& current, lepton_state<Real> const& s) {
  { current.at(s) } -> CurrentAtState<Real>;
  { current.masses() } -> std::same_as<pair_masses<double>>; // [GeV]
  {
    current.transfer_scale()
    } -> std::convertible_to<double>; // T at which it varies [GeV^2], infinite if it does not
};

} // namespace trident
