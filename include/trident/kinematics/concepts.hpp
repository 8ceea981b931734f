// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>

#include <trident/kinematics/phase_space.hpp>

namespace trident {

/// A map from the unit cube to the final state at one neutrino energy, with its Jacobian and its inverse.
template <class S, class Real = double>
concept PhaseSpaceMap = requires(S const& space, Real energy, std::array<Real, S::dimension> const& u) {
  { S::dimension } -> std::convertible_to<std::size_t>;
  { space(space.at_energy(energy), u) } -> std::same_as<phase_space_point<Real>>;
  { space.threshold() } -> std::convertible_to<double>; // smallest neutrino energy [GeV]
  { space.inverse(phase_space_point<>{}) } -> std::same_as<std::array<double, S::dimension>>;
};

static_assert(PhaseSpaceMap<phase_space>);

} // namespace trident
