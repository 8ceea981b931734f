// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <trident/base/error.hpp>
#include <trident/base/text.hpp>
#include <trident/target/spectral_function_table.hpp>

namespace trident {

/// How the nucleons of a nucleus are bound, for the incoherent regime.
enum class nuclear_model_kind {
  closure,           ///< free nucleons times a Pauli factor of an ideal gas [Lovseth, Radomski]
  free,              ///< nucleons at rest without blocking
  fermi_gas,         ///< one relativistic Fermi gas: k_F and removal energy of the nuclide
  local_fermi_gas,   ///< one at each radius, from the measured density
  spectral_function, ///< momentum and removal energy from a table
};

/// A nuclear model with what users call it.
struct nuclear_model_name {
  nuclear_model_kind kind;
  std::string_view name;        ///< as a user types it
  std::string_view description; ///< as a list prints it
};

inline constexpr std::array<nuclear_model_name, 5> nuclear_model_names = {{
    {nuclear_model_kind::local_fermi_gas, "lfg",
     "local Fermi gas: k_F(r) from the measured density, separation energy of the nuclide"},
    {nuclear_model_kind::fermi_gas, "rfg",
     "relativistic Fermi gas: k_F and removal energy of electron scattering (Moniz et al.)"},
    {nuclear_model_kind::closure, "closure",
     "free nucleons times the Pauli factor of an ideal gas (Lovseth, Radomski), as in version 0.1"},
    {nuclear_model_kind::free, "free", "free nucleons at rest, without Pauli blocking"},
    {nuclear_model_kind::spectral_function, "sf:FILE",
     "spectral function: a table of momentum and removal energy of your own"},
}};

/// "lfg", "rfg", ...
constexpr std::string_view name_of(nuclear_model_kind kind) {
  for (auto const& one : nuclear_model_names)
    if (one.kind == kind) return one.name;
  return "";
}

/// The kind that a user named; throws input_error with the names there are.
inline nuclear_model_kind nuclear_model_kind_of(std::string_view name) {
  return detail::item_named(nuclear_model_names, "nuclear model", name, &nuclear_model_name::name).kind;
}

/// A model and its parameters.
struct nuclear_model {
  nuclear_model_kind kind = nuclear_model_kind::local_fermi_gas;
  std::optional<double> fermi_momentum = {}, removal_energy = {}; ///< of rfg, in place of the nuclide's [GeV]
  std::string file = {};                                          ///< of a spectral function
  std::shared_ptr<spectral_function_table const> table = {};

  std::string name() const {
    return kind == nuclear_model_kind::spectral_function ? "sf:" + file : std::string(name_of(kind));
  }
};

} // namespace trident
