// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>

namespace trident {

/// The parametrisations of nuclear charge densities that have figures here.
enum class form_factor_kind {
  three_parameter_fermi,
  two_parameter_fermi,
  three_parameter_gauss,
  fourier_bessel,
  helm,
  klein_nystrand,
  symmetrised_fermi
};

/// A kind of form factor and its names.
struct form_factor_name {
  form_factor_kind kind;
  std::string_view name;        ///< as a user types it
  std::string_view description; ///< as a list prints it
};

inline constexpr std::array<form_factor_name, 7> form_factor_names = {{
    {form_factor_kind::three_parameter_fermi, "3pF", "three-parameter Fermi density"},
    {form_factor_kind::two_parameter_fermi, "2pF", "two-parameter Fermi density"},
    {form_factor_kind::three_parameter_gauss, "3pG", "three-parameter Gauss density"},
    {form_factor_kind::fourier_bessel, "FB", "Fourier-Bessel density"},
    {form_factor_kind::helm, "helm", "Helm form factor"},
    {form_factor_kind::klein_nystrand, "kn", "adapted Klein-Nystrand form factor"},
    {form_factor_kind::symmetrised_fermi, "fermi", "symmetrised Fermi density"},
}};

/// "3pF", "FB", ...
constexpr std::string_view name_of(form_factor_kind kind) {
  for (auto const& entry : form_factor_names)
    if (entry.kind == kind) return entry.name;
  return "";
}

/// The kind that a user named; throws input_error with the names there are.
inline form_factor_kind form_factor_kind_of(std::string_view name) {
  auto const name_in = [](auto const& entry) { return entry.name; };
  if (auto const* const found = detail::find_named(form_factor_names, name, name_in)) return found->kind;
  throw input_error("unknown form factor \"" + std::string(name) + "\"; known are " +
                    detail::joined(form_factor_names, name_in));
}

} // namespace trident
