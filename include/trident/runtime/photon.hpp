// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <variant>

#include <trident/runtime/configuration.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/any_target.hpp>
#include <trident/target/choice.hpp>
#include <trident/target/vacuum_polarised.hpp>

namespace trident::runtime::detail {

/// A target as the photon of the configuration sees it.
template <class N>
N seen_by_photon(N const& target, configuration const& asked) {
  return asked.vacuum_polarisation ? vacuum_polarised(target) : target;
}

/// Where that is not the target itself: one of the two.
struct photon_target {
  std::optional<any_target> elastic;
  std::optional<any_continuum> continuum;
};

inline photon_target seen_by_photon(registry::target_choice const& target, configuration const& asked) {
  photon_target seen;
  if (!asked.vacuum_polarisation) return seen;
  if (auto const* continuum = std::get_if<any_continuum>(&target))
    seen.continuum = vacuum_polarised(*continuum);
  else
    seen.elastic = vacuum_polarised(any_target(target));
  return seen;
}

} // namespace trident::runtime::detail
