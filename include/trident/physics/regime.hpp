// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <trident/base/text.hpp>

namespace trident {

/// What the neutrino scatters on, as one response of the target has it.
enum class scattering_regime {
  coherent,      ///< the nucleus as a whole
  quasi_elastic, ///< one nucleon of a nucleus, which stays a nucleon: "incoherent" in the words of users
  inelastic,     ///< one nucleon, which becomes a system of hadrons
  free_nucleon,  ///< hydrogen, or a nucleon whose nucleus is not named
};

/// "coherent", "incoherent", "inelastic", "free".
constexpr std::string_view text(scattering_regime one) {
  constexpr std::array<std::string_view, 4> names = {"coherent", "incoherent", "inelastic", "free"};
  return names[static_cast<std::size_t>(one)];
}

/// The regimes of a nucleus that a user asks for together.
struct regime_choice {
  bool coherent = true, incoherent = false;

  /// "coherent", "incoherent" or "total".
  constexpr std::string_view name() const {
    return !incoherent ? "coherent" : coherent ? "total" : "incoherent";
  }

  friend constexpr bool operator==(regime_choice const&, regime_choice const&) = default;
};

inline constexpr regime_choice coherent_alone{true, false}, incoherent_alone{false, true},
    all_regimes{true, true};

/// By its name; throws input_error that lists the names.
inline regime_choice find_regime(std::string_view name) {
  constexpr std::array all = {coherent_alone, incoherent_alone, all_regimes};
  return detail::item_named(all, "regime", name, &regime_choice::name);
}

} // namespace trident
