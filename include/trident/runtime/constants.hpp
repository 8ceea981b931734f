// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <variant>

#include <trident/base/axis.hpp>
#include <trident/physics/constants.hpp>

namespace trident::registry {

inline constexpr auto constants_axis = axis<pdg, teg2019>;

/// A set of constants chosen at run time.
using constants_choice = std::variant<pdg, teg2019>;

/// "pdg" or "teg2019"; throws input_error with the names there are.
inline constants_choice find_constants(std::string_view name) {
  return visit_named(constants_axis, "set of constants", name,
                     [](auto type) { return constants_choice(typename decltype(type)::type{}); });
}

inline std::string_view name_of(constants_choice const& constants) {
  return std::visit([](auto const& set) { return set.name; }, constants);
}

} // namespace trident::registry
