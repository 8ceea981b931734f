// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/target/data/isotopes.hpp>
#include <trident/target/form_factor/catalogue.hpp>
#include <trident/target/nucleus.hpp>

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

} // namespace trident
