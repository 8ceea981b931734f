// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/physics/isotope.hpp>
#include <trident/target/data/fermi_densities.hpp>
#include <trident/target/data/fourier_bessel.hpp>
#include <trident/target/data/gauss_densities.hpp>
#include <trident/target/form_factor/fermi.hpp>
#include <trident/target/form_factor/fourier_bessel.hpp>
#include <trident/target/form_factor/sphere.hpp>
#include <trident/target/form_factor/tabulated.hpp>

// Which form factors the tables hold for a nuclide, and how they are made.

namespace trident {

namespace detail {

template <class Row>
constexpr bool describes(Row const& row, isotope const& nuclide) {
  return row.atomic_number == nuclide.atomic_number && row.mass_number == nuclide.mass_number;
}

/// The row for a nuclide, or null.
template <class Rows>
constexpr auto find_row(Rows const& rows, isotope const& nuclide) -> decltype(rows.data()) {
  for (auto const& row : rows)
    if (describes(row, nuclide)) return &row;
  return nullptr;
}

constexpr fermi_row const* find_fermi_row(isotope const& nuclide, form_factor_kind kind) {
  for (auto const& row : tables::fermi_densities)
    if (describes(row, nuclide) && row.kind == kind) return &row;
  return nullptr;
}

/// Asks without comparing pointers, which g++ does not fold to a constant under its null sanitizer.
template <class Rows>
constexpr bool has_row(Rows const& rows, isotope const& nuclide) {
  for (auto const& row : rows)
    if (describes(row, nuclide)) return true;
  return false;
}

constexpr bool has_fermi_row(isotope const& nuclide, form_factor_kind kind) {
  for (auto const& row : tables::fermi_densities)
    if (describes(row, nuclide) && row.kind == kind) return true;
  return false;
}

} // namespace detail

/// Whether the tables have the form factor; Helm and symmetrised Fermi exist for all nuclides, but none for hydrogen.
constexpr bool has_form_factor(isotope const& nuclide, form_factor_kind kind) {
  using enum form_factor_kind;
  if (nuclide.mass_number < 2) return false;
  switch (kind) {
  case three_parameter_fermi:
  case two_parameter_fermi:
    return detail::has_fermi_row(nuclide, kind);
  case three_parameter_gauss:
    return detail::has_row(tables::gauss_densities, nuclide);
  case fourier_bessel:
    return detail::has_row(tables::fourier_bessel_densities, nuclide);
  case klein_nystrand: // needs a measured rms radius
    return has_form_factor(nuclide, fourier_bessel) || has_form_factor(nuclide, three_parameter_fermi) ||
           has_form_factor(nuclide, two_parameter_fermi) || has_form_factor(nuclide, three_parameter_gauss);
  case helm:
  case symmetrised_fermi:
    return true;
  }
  return false;
}

/// Argon: three-parameter Fermi, as in arXiv:1902.06765. Else Fourier-Bessel where it exists, else 3pF, 3pG, 2pF, else
/// the symmetrised Fermi density.
constexpr form_factor_kind default_form_factor(isotope const& nuclide) {
  using enum form_factor_kind;
  if (nuclide.atomic_number == 18 && has_form_factor(nuclide, three_parameter_fermi))
    return three_parameter_fermi;
  for (auto const kind : {fourier_bessel, three_parameter_fermi, three_parameter_gauss, two_parameter_fermi})
    if (has_form_factor(nuclide, kind)) return kind;
  return symmetrised_fermi;
}

/// The kinds that has_form_factor knows for a nuclide, the default first.
inline std::vector<form_factor_kind> form_factors_of(isotope const& nuclide) {
  std::vector<form_factor_kind> kinds{default_form_factor(nuclide)};
  for (auto const& entry : form_factor_names)
    if (entry.kind != kinds.front() && has_form_factor(nuclide, entry.kind)) kinds.push_back(entry.kind);
  return kinds;
}

namespace detail {

[[noreturn]] inline void refuse_form_factor(isotope const& nuclide, form_factor_kind kind) {
  if (nuclide.mass_number < 2)
    throw input_error(std::string(nuclide.symbol) + " has no nuclear form factor; its target is free-proton");
  throw input_error("no form factor " + std::string(name_of(kind)) + " for " + std::string(nuclide.symbol) +
                    "-" + std::to_string(nuclide.mass_number) + "; available are " +
                    joined(form_factors_of(nuclide), [](form_factor_kind other) { return name_of(other); }));
}

inline tabulated_form_factor tabulate_gauss(gauss_row const& row) {
  return {row.nodes, row.step * pdg::hbar_c, row.rms_radius};
}

/// From a row of the tables; rows exist for `kind`.
inline tabulated_form_factor tabulate_density(isotope const& nuclide, form_factor_kind kind) {
  if (kind == form_factor_kind::fourier_bessel) {
    auto const& row = *find_row(tables::fourier_bessel_densities, nuclide);
    return tabulated_form_factor{fourier_bessel{row.radius, row.used()}};
  }
  if (kind == form_factor_kind::three_parameter_gauss)
    return tabulate_gauss(*find_row(tables::gauss_densities, nuclide));
  auto const& row = *find_fermi_row(nuclide, kind);
  return tabulated_form_factor{three_parameter_fermi{row.radius, row.diffuseness, row.w}};
}

} // namespace detail

/// The form factor of a nuclide from the tables, ready for an integrand; throws input_error if they do not have it.
inline tabulated_form_factor make_form_factor(isotope const& nuclide, form_factor_kind kind) {
  if (!has_form_factor(nuclide, kind)) detail::refuse_form_factor(nuclide, kind);
  switch (kind) {
  case form_factor_kind::helm:
    return tabulated_form_factor{helm::of_mass_number(nuclide.mass_number)};
  case form_factor_kind::symmetrised_fermi:
    return tabulated_form_factor{symmetrised_fermi::of_mass_number(nuclide.mass_number)};
  case form_factor_kind::klein_nystrand: {
    auto const measured = detail::tabulate_density(nuclide, default_form_factor(nuclide));
    return tabulated_form_factor{klein_nystrand::of_rms_radius(measured.rms_radius())};
  }
  default:
    return detail::tabulate_density(nuclide, kind);
  }
}

} // namespace trident
