// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <trident/base/axis.hpp>
#include <trident/base/error.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/form_factor/kind.hpp>
#include <trident/target/nuclei.hpp>
#include <trident/target/nucleon.hpp>

namespace trident::registry {

/// Nucleons that neutrinos scatter on alone.
inline constexpr auto nucleon_axis = axis<proton, neutron, free_proton<>>;

/// A target chosen at run time. All nuclei with all form factors are one type, and so are all nucleons that take up any
/// energy.
using target_choice = std::variant<nuclear_target, proton, neutron, free_proton<>, any_continuum>;

/// The regime of what was chosen.
inline scattering_regime regime_of(target_choice const& chosen) {
  return std::visit([](auto const& one) { return trident::regime_of_target(one); }, chosen);
}

/// "proton", "neutron" or "free-proton", or nothing.
inline std::optional<target_choice> find_nucleon(std::string_view name) {
  std::optional<target_choice> found;
  boost::hana::for_each(nucleon_axis, [&](auto type) {
    using nucleon = typename decltype(type)::type;
    if (nucleon::name() == name) found = nucleon{};
  });
  return found;
}

inline std::vector<std::string> nucleon_names() {
  std::vector<std::string> names;
  boost::hana::for_each(nucleon_axis, [&](auto type) { names.emplace_back(decltype(type)::type::name()); });
  return names;
}

inline std::vector<std::string> nucleus_names() {
  std::vector<std::string> names;
  for (auto const& nuclide : standard_nuclides) names.emplace_back(nuclide.symbol);
  return names;
}

} // namespace trident::registry
