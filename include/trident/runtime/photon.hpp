// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <variant>

#include <trident/runtime/configuration.hpp>
#include <trident/runtime/electroweak_choice.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/any_target.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/composition.hpp>
#include <trident/target/vacuum_polarised.hpp>

namespace trident::runtime::detail {

/// A target as the photon of the configuration sees it.
template <class N>
N seen_by_photon(N const& target, configuration const& asked) {
  return asked.vacuum_polarisation ? vacuum_polarised(target) : target;
}

/// Whether the photon of such neutrinos sees the electrons around a nucleus.
inline bool sees_electrons(configuration const& asked) {
  return asked.electroweak == electroweak_amplitude::full &&
         highest_energy_of(asked.flux) > registry::screening_energy;
}

/// An elastic target as the photon sees it.
inline any_target seen_elastic(registry::target_choice const& target, configuration const& asked) {
  auto const* const nucleus = std::get_if<nuclear_target>(&target);
  bool const screened = nucleus != nullptr && sees_electrons(asked);
  return seen_by_photon(screened ? any_target(nucleus->screened()) : any_target(target), asked);
}

/// Where that is not the target itself: one of the three.
struct photon_target {
  std::optional<nuclear_target> nucleus;
  std::optional<any_target> elastic;
  std::optional<any_continuum> continuum;
};

inline photon_target seen_by_photon(registry::target_choice const& target, configuration const& asked) {
  photon_target seen;
  if (auto const* continuum = std::get_if<any_continuum>(&target)) {
    if (asked.vacuum_polarisation) seen.continuum = vacuum_polarised(*continuum);
  } else if (asked.vacuum_polarisation) {
    seen.elastic = seen_elastic(target, asked);
  } else if (auto const* nucleus = std::get_if<nuclear_target>(&target)) {
    if (sees_electrons(asked)) seen.nucleus = nucleus->screened();
  }
  return seen;
}

/// Calls use(target) with the nuclear_target, the any_target or the any_continuum that the photon sees.
template <class Use>
auto with_target_seen(registry::target_choice const& target, configuration const& asked, Use const& use) {
  auto const seen = seen_by_photon(target, asked);
  if (seen.continuum) return use(*seen.continuum);
  if (seen.elastic) return use(*seen.elastic);
  if (seen.nucleus) return use(*seen.nucleus);
  if (auto const* nucleus = std::get_if<nuclear_target>(&target)) return use(*nucleus);
  if (auto const* continuum = std::get_if<any_continuum>(&target)) return use(*continuum);
  return use(registry::any_target(target));
}

} // namespace trident::runtime::detail
