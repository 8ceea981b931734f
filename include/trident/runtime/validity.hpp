// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include <trident/base/computation_stopped.hpp>
#include <trident/base/number_text.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/runtime/make_configuration.hpp>
#include <trident/runtime/quadrature.hpp>

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

inline propagator_cross_sections sum_over_components(configuration const& asked, stop_question const& go_on) {
  propagator_cross_sections sum;
  for (auto const& one : asked.target.components) {
    auto const part = propagators_on(one.target, asked, {.relative_error = 1e-4, .go_on = go_on});
    sum.contact += one.multiplicity * part.contact;
    sum.with_z += one.multiplicity * part.with_z;
    sum.with_w += one.multiplicity * part.with_w;
  }
  return sum;
}

} // namespace detail

/// Whether the propagators of W and Z may change anything that counts.
inline bool may_feel_propagators(configuration const& asked) {
  constexpr double lowest = 100; // [GeV]
  return detail::typical_energy(asked.flux) >= lowest;
}

/// What the propagators of W and Z would change, where that is more than half a percent: a line for the user, or none.
/// Nothing is computed for neutrinos below 100 GeV, where it is less even on a proton: it grows with energy, and for
/// nu_mu -> nu_mu mu+ mu- the W's 1.1 % at 300 GeV are the most. As cross sections grow with energy too, the energy of a
/// spectrum is here the mean over neutrinos that are weighted by theirs. Throws computation_stopped.
inline std::vector<std::string> validity_notes(configuration const& asked, stop_question const& go_on = {}) {
  constexpr double of_interest = 0.005, real_w = w_mass * w_mass / 2; // of the cross section; [GeV]
  if (!may_feel_propagators(asked)) return {};
  auto const sum = detail::sum_over_components(asked, go_on);
  if (!(sum.contact > 0)) return {};
  bool const z_is_in = std::holds_alternative<standard_model_with_z>(asked.model);
  double const z = z_is_in ? 0 : sum.relative_change_by_z(), w = sum.size_of_change_by_w();
  if (std::abs(z) < of_interest && w < of_interest) return {};
  std::string note = "contact interactions of the Standard Model:";
  if (asked.process.has_neutral_current && !z_is_in)
    note += " the propagator of the Z would change the cross section by " +
            trident::detail::formatted("%+.1f", 100 * z) + " % (--model SMprop);";
  if (asked.process.has_charged_current)
    note += " those of the W by about " + trident::detail::formatted("%.1f", 100 * w) +
            " % up or down, an estimate;";
  if (asked.process.has_charged_current && detail::highest_energy_of(asked.flux) > real_w)
    note += " real W bosons, which can be made above 3 TeV, are not included;";
  note.pop_back();
  return {note};
}

} // namespace trident::runtime
