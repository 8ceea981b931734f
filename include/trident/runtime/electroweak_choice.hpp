// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/model/model.hpp>
#include <trident/model/weak_propagators.hpp>
#include <trident/runtime/configuration.hpp>

namespace trident::runtime {

namespace detail {

/// Where cross sections of a spectrum come from, if they grow like the energy.
inline double typical_energy(flux_choice const& flux) {
  if (auto const* fixed = std::get_if<monoenergetic>(&flux)) return fixed->energy();
  auto const& spectrum = std::get<histogram_flux>(flux);
  auto const edges = spectrum.edges(), densities = spectrum.densities();
  double first = 0, second = 0;
  for (std::size_t bin = 0; bin < densities.size(); ++bin) {
    double const low = edges[bin], high = edges[bin + 1];
    first += densities[bin] * (high * high - low * low) / 2;
    second += densities[bin] * (high * high * high - low * low * low) / 3;
  }
  return second / first;
}

inline double highest_energy_of(flux_choice const& flux) {
  if (auto const* fixed = std::get_if<monoenergetic>(&flux)) return fixed->energy();
  return std::get<histogram_flux>(flux).edges().back();
}

/// Contact interactions are wrong by more than 1e-4 for these neutrinos.
inline bool needs_full_electroweak(configuration const& asked) {
  constexpr double contact_below = 5, and_no_neutrino_above = 300; // [GeV]
  return typical_energy(asked.flux) > contact_below || highest_energy_of(asked.flux) > and_no_neutrino_above;
}

} // namespace detail

inline std::string_view text(electroweak_amplitude one) {
  return one == electroweak_amplitude::full ? "full" : "contact";
}

/// Decides what --electroweak asks for, and sets it. SMprop, the Standard Model with propagators, is its full amplitude.
/// Throws input_error.
inline void choose_electroweak(configuration& asked, std::string const& word) {
  if (word != "auto" && word != "contact" && word != "full")
    throw input_error("--electroweak is \"" + word + "\": allowed are auto, contact, full");
  bool const reference = std::holds_alternative<teg2019>(asked.constants);
  bool const alias = std::holds_alternative<standard_model_with_z>(asked.model);
  if (reference && (word == "full" || alias))
    throw input_error(std::string(alias ? "--model SMprop" : "--electroweak full") +
                      " does not go with --constants teg2019, which stands for the reference generator and "
                      "its contact interactions: it needs --constants pdg");
  if (alias && word == "contact")
    throw input_error("--model SMprop is the Standard Model with the propagators of W and Z: it does not go "
                      "with --electroweak contact");
  bool const full =
      alias || word == "full" || (word == "auto" && !reference && detail::needs_full_electroweak(asked));
  asked.electroweak = full ? electroweak_amplitude::full : electroweak_amplitude::contact;
  if (!alias) return;
  asked.model = standard_model{};
  asked.notes.emplace_back("the model SMprop is the model SM with --electroweak full");
}

/// "on" or "off"; throws input_error.
inline bool switch_from_text(std::string const& option, std::string const& word) {
  if (word != "on" && word != "off") throw input_error(option + " is \"" + word + "\": allowed are on, off");
  return word == "on";
}

} // namespace trident::runtime
