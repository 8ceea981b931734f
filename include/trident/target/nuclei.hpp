// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <trident/base/text.hpp>
#include <trident/target/data/isotopes.hpp>
#include <trident/target/data/nuclei.hpp>
#include <trident/target/form_factor/catalogue.hpp>
#include <trident/target/nucleus.hpp>
#include <trident/target/standard_nucleus.hpp>

// The nuclei that have charge densities here, as types to choose at compile time and as values to choose at run time.

namespace trident {

static_assert(Target<argon40>);

/// What a symbol alone stands for, one nuclide for each element in order of charge.
inline constexpr auto const& standard_nuclides = isotopes::usual;

/// The nuclide of a symbol such as "Ar", or "Ar40" for one with its number of nucleons; null if there is none.
inline isotope const* find_nuclide(std::string_view name) {
  if (auto const* const usual = detail::find_named(standard_nuclides, name, &isotope::symbol)) return usual;
  auto const* const any = detail::find_named(isotopes::all, name, &isotope::text);
  return any != nullptr && any->mass_number > 1 ? any : nullptr;
}

/// The same; throws input_error with the symbols there are.
inline isotope const& nuclide_of(std::string_view name) {
  if (auto const* const found = find_nuclide(name)) return *found;
  throw input_error("unknown nucleus \"" + std::string(name) + "\"; known are " +
                    detail::joined(standard_nuclides, &isotope::symbol));
}

/// A nucleus chosen at run time; throws input_error with the form factors it has if `kind` is not among them.
inline nuclear_target make_nuclear_target(isotope const& nuclide, form_factor_kind kind) {
  return {nuclide, make_form_factor(nuclide, kind)};
}

/// With its default form factor.
inline nuclear_target make_nuclear_target(isotope const& nuclide) {
  return make_nuclear_target(nuclide, default_form_factor(nuclide));
}

} // namespace trident
