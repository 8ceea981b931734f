// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <trident/base/text.hpp>
#include <trident/target/data/isotopes.hpp>
#include <trident/target/form_factor/catalogue.hpp>
#include <trident/target/nucleus.hpp>

// The nuclei that have charge densities here, as types to choose at compile time and as values to choose at run time.

namespace trident {

/// The tabulated form factor of a nuclide, made on first use and shared from then on.
template <isotope const& Nuclide, form_factor_kind Kind = default_form_factor(Nuclide)>
struct standard_form_factor : tabulated_form_factor {
  static_assert(has_form_factor(Nuclide, Kind),
                "trident: the tables have no form factor of this kind for this nuclide");

  standard_form_factor() : tabulated_form_factor{shared()} {}

private:
  static tabulated_form_factor const& shared() {
    static tabulated_form_factor const table = make_form_factor(Nuclide, Kind);
    return table;
  }
};

/// A nucleus with one of its form factors: standard_nucleus<isotopes::iron_56, form_factor_kind::helm>.
template <isotope const& Nuclide, form_factor_kind Kind = default_form_factor(Nuclide)>
using standard_nucleus = nucleus<Nuclide, standard_form_factor<Nuclide, Kind>>;

using carbon12 = standard_nucleus<isotopes::carbon_12>;
using nitrogen14 = standard_nucleus<isotopes::nitrogen_14>;
using oxygen16 = standard_nucleus<isotopes::oxygen_16>;
using neon20 = standard_nucleus<isotopes::neon_20>;
using aluminium27 = standard_nucleus<isotopes::aluminium_27>;
using silicon28 = standard_nucleus<isotopes::silicon_28>;
using sulfur32 = standard_nucleus<isotopes::sulfur_32>;
using argon40 = standard_nucleus<isotopes::argon_40>;
using calcium40 = standard_nucleus<isotopes::calcium_40>;
using titanium48 = standard_nucleus<isotopes::titanium_48>;
using iron56 = standard_nucleus<isotopes::iron_56>;
using nickel58 = standard_nucleus<isotopes::nickel_58>;
using copper63 = standard_nucleus<isotopes::copper_63>;
using silver107 = standard_nucleus<isotopes::silver_107>;
using xenon129 = standard_nucleus<isotopes::xenon_129>;
using tungsten184 = standard_nucleus<isotopes::tungsten_184>;
using gold197 = standard_nucleus<isotopes::gold_197>;
using lead208 = standard_nucleus<isotopes::lead_208>;

static_assert(Target<argon40>);

/// One nuclide for each element, in order of charge: what the symbol alone stands for.
inline constexpr std::array standard_nuclides = {
    isotopes::carbon_12,    isotopes::nitrogen_14, isotopes::oxygen_16, isotopes::neon_20,
    isotopes::aluminium_27, isotopes::silicon_28,  isotopes::sulfur_32, isotopes::argon_40,
    isotopes::calcium_40,   isotopes::titanium_48, isotopes::iron_56,   isotopes::nickel_58,
    isotopes::copper_63,    isotopes::silver_107,  isotopes::xenon_129, isotopes::tungsten_184,
    isotopes::gold_197,     isotopes::lead_208};

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
