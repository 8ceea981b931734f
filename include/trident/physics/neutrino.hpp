// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <trident/base/error.hpp>

namespace trident {

/// Flavour of a neutrino as a value, where a choice is made at run time or names a column of a flux.
/// The order is that of the columns of GLoBES flux files.
enum class neutrino { nu_e, nu_mu, nu_tau, anti_nu_e, anti_nu_mu, anti_nu_tau };

inline constexpr std::array all_neutrinos = {neutrino::nu_e,       neutrino::nu_mu,
                                             neutrino::nu_tau,     neutrino::anti_nu_e,
                                             neutrino::anti_nu_mu, neutrino::anti_nu_tau};

constexpr std::size_t index_of(neutrino flavour) { return static_cast<std::size_t>(flavour); }

constexpr bool is_antineutrino(neutrino flavour) { return index_of(flavour) >= 3; }

/// Particle Data Group code: 12, 14, 16, negative for antineutrinos.
constexpr int pdg_code(neutrino flavour) {
  int const code = 12 + 2 * static_cast<int>(index_of(flavour) % 3);
  return is_antineutrino(flavour) ? -code : code;
}

/// The flavour with this Particle Data Group code; of a particle type, neutrino_from_pdg(nu_mu::pdg_code).
/// Throws input_error for any other code.
constexpr neutrino neutrino_from_pdg(int code) {
  for (auto const flavour : all_neutrinos)
    if (pdg_code(flavour) == code) return flavour;
  throw input_error("PDG code " + std::to_string(code) +
                    " is not a neutrino: allowed are 12, 14, 16, -12, -14, -16");
}

/// "nu_mu", "anti-nu_mu", ...
constexpr std::string_view text(neutrino flavour) {
  constexpr std::array<std::string_view, 6> names = {"nu_e",      "nu_mu",      "nu_tau",
                                                     "anti-nu_e", "anti-nu_mu", "anti-nu_tau"};
  return names[index_of(flavour)];
}

/// The flavour that `name` stands for, spelt as `text` spells it.
/// Throws input_error for any other name.
inline neutrino neutrino_from_text(std::string_view name) {
  for (auto const flavour : all_neutrinos)
    if (text(flavour) == name) return flavour;
  throw input_error(
      "\"" + std::string(name) +
      "\" is not a neutrino: allowed are nu_e, nu_mu, nu_tau, anti-nu_e, anti-nu_mu, anti-nu_tau");
}

} // namespace trident
