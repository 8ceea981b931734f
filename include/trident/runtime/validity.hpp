// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <trident/base/number_text.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/electroweak_choice.hpp>

namespace trident::runtime {

/// Where the chosen treatment of W and Z ends: sentences for the user, which cost nothing. `remedy` follows where contact
/// interactions end.
inline std::vector<std::string> validity_notes(configuration const& asked,
                                               std::string const& remedy = " (--electroweak full)") {
  std::vector<std::string> notes;
  bool const full = asked.electroweak == electroweak_amplitude::full;
  double const energy = detail::typical_energy(asked.flux), highest = detail::highest_energy_of(asked.flux);
  constexpr double real_w = 3e3, double_logarithms = 1e7; // [GeV]
  if (!full && detail::needs_full_electroweak(asked) && std::holds_alternative<pdg>(asked.constants)) {
    std::string note = "contact interactions: at " + trident::detail::formatted("%.3g", energy) +
                       " GeV W and Z as particles change the cross section by more than 1e-4" +
                       (detail::mixes_light_mediator(asked)
                            ? "; with a mediator lighter than the W take --electroweak full by vegas or rqmc"
                            : remedy);
    if (asked.process.has_charged_current && highest > real_w)
      note += "; real W bosons, which neutrinos above 3 TeV can make, are not included";
    notes.push_back(std::move(note));
  }
  if (full && highest > double_logarithms)
    notes.emplace_back("above 1e7 GeV double logarithms of higher orders, about -(alpha/(pi sin^2 theta_W)) "
                       "ln^2(s/M_W^2) of the cross section, are not included");
  return notes;
}

} // namespace trident::runtime
