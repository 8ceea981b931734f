// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trident/base/error.hpp>
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

/// The regimes of a nucleus that a user asks for together: cross sections add up.
struct regime_choice {
  bool coherent = true, incoherent = false, inelastic = false;

  /// The names of those that are there, in order.
  std::vector<std::string_view> parts() const {
    std::vector<std::string_view> names;
    if (coherent) names.push_back(text(scattering_regime::coherent));
    if (incoherent) names.push_back(text(scattering_regime::quasi_elastic));
    if (inelastic) names.push_back(text(scattering_regime::inelastic));
    return names;
  }

  /// "coherent", "coherent+incoherent", ..., or "total" of all three.
  std::string name() const {
    return coherent && incoherent && inelastic ? "total" : detail::joined(parts(), "+");
  }

  friend constexpr bool operator==(regime_choice const&, regime_choice const&) = default;
};

inline constexpr regime_choice coherent_alone{true, false, false}, incoherent_alone{false, true, false},
    inelastic_alone{false, false, true}, all_regimes{true, true, true};

/// What find_regime takes, for messages.
inline constexpr std::string_view allowed_regimes =
    "coherent, incoherent, inelastic, total, or a sum such as coherent+incoherent";

/// By its name, or a sum of names with `+` between them; throws input_error that lists the names.
inline regime_choice find_regime(std::string_view name) {
  auto const refuse = [&](std::string_view why) {
    throw input_error("regime \"" + std::string(name) + "\" " + std::string(why) + ": allowed are " +
                      std::string(allowed_regimes));
  };
  if (name == "total") return all_regimes;
  regime_choice sum{false, false, false};
  for (auto const part : detail::split<std::string_view>(name, '+')) {
    bool* const one = part == text(scattering_regime::coherent)        ? &sum.coherent
                      : part == text(scattering_regime::quasi_elastic) ? &sum.incoherent
                      : part == text(scattering_regime::inelastic)     ? &sum.inelastic
                                                                       : nullptr;
    if (one == nullptr) refuse("is not known");
    if (*one) refuse("names a part twice");
    *one = true;
  }
  return sum;
}

} // namespace trident
