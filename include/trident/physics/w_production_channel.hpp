// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <trident/physics/channel_text.hpp>
#include <trident/physics/process.hpp>

namespace trident {

/// nu_l N -> l W N: a real W boson, with all its decays. Its leptonic decays are tridents of a channel with a W, which
/// contain it: cross sections of the two are not to be added.
struct w_production_channel {
  flavour family;
  bool is_antineutrino;

  /// After those of the tridents: nu_e, nu_mu, nu_tau, then their antineutrinos.
  constexpr int number() const { return first_number + static_cast<int>(family) + (is_antineutrino ? 3 : 0); }

  /// As a user types it: "nu_mu -> mu- W+".
  std::string text() const {
    std::string const name(flavour_names[static_cast<std::size_t>(family)]);
    return (is_antineutrino ? "anti-nu_" : "nu_") + name + " -> " + name +
           (is_antineutrino ? "+ W-" : "- W+");
  }

  constexpr int incoming_pdg_code() const {
    return (is_antineutrino ? -1 : 1) * (12 + 2 * static_cast<int>(family));
  }
  constexpr int lepton_pdg_code() const {
    return (is_antineutrino ? -1 : 1) * (11 + 2 * static_cast<int>(family));
  }

  static constexpr int first_number = 31, last_number = 36;
};

/// In the order of their numbers.
inline constexpr std::array<w_production_channel, 6> w_production_channels = {{
    {flavour::electron, false},
    {flavour::muon, false},
    {flavour::tau, false},
    {flavour::electron, true},
    {flavour::muon, true},
    {flavour::tau, true},
}};

/// Reads "nu_mu -> mu- W+" or a number from 31 to 36; blanks and the order of lepton and W do not matter. Nothing if it is
/// neither.
inline std::optional<w_production_channel> find_w_production(std::string_view text) {
  auto const without_blanks = [](std::string_view with) {
    std::string bare;
    for (char const c : with)
      if (c != ' ' && c != '\t') bare += c;
    return bare;
  };
  std::string const asked = without_blanks(text);
  for (auto const& one : w_production_channels) {
    std::string const usual = without_blanks(one.text());
    std::size_t const arrow = usual.find('>') + 1;
    std::string const lepton = usual.substr(arrow, usual.size() - arrow - 2),
                      w = usual.substr(usual.size() - 2);
    if (asked == std::to_string(one.number()) || asked == usual ||
        asked == usual.substr(0, arrow) + w + lepton)
      return one;
  }
  return std::nullopt;
}

} // namespace trident
