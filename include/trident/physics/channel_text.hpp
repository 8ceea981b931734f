// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <trident/physics/process.hpp>

namespace trident::registry {

/// A neutrino or a charged lepton as a text names it.
struct named_lepton {
  flavour family;
  int charge; ///< 0 for neutrinos
  bool is_antiparticle;

  /// Its share in the electron, muon or tau number.
  int number(flavour which) const { return which != family ? 0 : is_antiparticle ? -1 : 1; }
};

/// What "nu_mu -> nu_e e+ mu-" says, possible or not.
struct channel_text {
  named_lepton incoming;
  named_lepton outgoing;
  std::array<named_lepton, 2> pair;
};

namespace detail {

/// Takes leptons off the front of a text without blanks.
class lepton_reader {
public:
  explicit lepton_reader(std::string_view text) : rest_(text) {}

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::optional<named_lepton> neutrino() {
    bool const anti = take("anti-");
    if (!take("nu_")) return std::nullopt;
    auto const family = flavour_name();
    if (!family) return std::nullopt;
    return named_lepton{*family, 0, anti};
  }

  std::optional<named_lepton> charged() {
    auto const family = flavour_name();
    if (!family) return std::nullopt;
    if (take("+")) return named_lepton{*family, 1, true};
    if (take("-")) return named_lepton{*family, -1, false};
    return std::nullopt;
  }

  bool at_end() const { return rest_.empty(); }

private:
  std::optional<flavour> flavour_name() {
    for (std::size_t i = 0; i < 3; ++i)
      if (take(flavour_names[i])) return static_cast<flavour>(i);
    return std::nullopt;
  }

  std::string_view rest_;
};

} // namespace detail

/// Reads "nu_mu -> nu_e e+ mu-"; blanks and the order of the pair do not matter. Nothing if it is not of that form.
inline std::optional<channel_text> read_channel_text(std::string_view text) {
  std::string bare;
  for (char const c : text)
    if (c != ' ' && c != '\t') bare += c;
  detail::lepton_reader reader(bare);
  auto const incoming = reader.neutrino();
  if (!incoming || !reader.take("->")) return std::nullopt;
  auto const outgoing = reader.neutrino();
  auto const first = reader.charged();
  auto const second = reader.charged();
  if (!outgoing || !first || !second || !reader.at_end()) return std::nullopt;
  return channel_text{*incoming, *outgoing, {*first, *second}};
}

} // namespace trident::registry
