// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <trident/base/error.hpp>
#include <trident/model/model.hpp>
#include <trident/model/weak_propagators.hpp>
#include <trident/physics/boson_masses.hpp>
#include <trident/quadrature/electroweak_threshold.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/models.hpp>

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

/// Contact interactions are wrong by more than 1e-4 for these neutrinos, as far as their energy says.
inline bool needs_full_electroweak(configuration const& asked) {
  constexpr double no_neutrino_above =
      300; // [GeV]; what grows like the energy has its mean at the typical one
  if (highest_energy_of(asked.flux) > no_neutrino_above) return true;
  // all regimes of a nucleus alike, so that they add up: beside it as a whole its nucleons make less than half
  constexpr double less_than_half = 2.5;
  bool is_nucleus = false;
  for (auto const& [nuclide, count] : asked.target.nuclei) is_nucleus = is_nucleus || nuclide.mass_number > 1;
  double const limit =
      contact_energy_limit(asked.process, photon_absorber::nucleon) * (is_nucleus ? less_than_half : 1);
  return typical_energy(asked.flux) > limit;
}

/// A mediator lighter than the W interferes with W exchange: with real W bosons only Monte Carlo methods take that.
inline bool mixes_light_mediator(configuration const& asked) {
  if (!asked.process.has_charged_current) return false;
  auto const model = registry::resolve(asked.model, asked.process, pdg{});
  auto const g = model.exchange();
  double const w = boson_masses{}.w;
  return (g.vector != 0 || g.axial != 0) && model.mediator_mass_squared() < w * w;
}

/// Up to here `auto` leaves such models, whose quadratures would end, with contact interactions [GeV].
inline constexpr double contact_with_light_mediator = 1e4;

inline bool is_needed(configuration const& asked) {
  return needs_full_electroweak(asked) &&
         !(mixes_light_mediator(asked) && highest_energy_of(asked.flux) <= contact_with_light_mediator);
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
  bool const full = alias || word == "full" || (word == "auto" && !reference && detail::is_needed(asked));
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
