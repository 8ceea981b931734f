// SPDX-License-Identifier: BSL-1.0
#include "validity.hpp"

#include <cmath>

#include "number_text.hpp"
#include "quadrature.hpp"

namespace trident::program {

namespace {

double highest_energy_of(flux_choice const& flux) {
  if (auto const* fixed = std::get_if<monoenergetic>(&flux)) return fixed->energy();
  return std::get<histogram_flux>(flux).edges().back();
}

/// Where cross sections of a spectrum come from, if they grow like the energy.
double typical_energy(flux_choice const& flux) {
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

propagator_cross_sections sum_over_components(configuration const& asked) {
  propagator_cross_sections sum;
  for (auto const& one : asked.target.components) {
    auto const part = propagators_on(one.target, asked, {.relative_error = 1e-4});
    sum.contact += one.multiplicity * part.contact;
    sum.with_z += one.multiplicity * part.with_z;
    sum.with_w += one.multiplicity * part.with_w;
  }
  return sum;
}

} // namespace

bool may_feel_propagators(configuration const& asked) {
  constexpr double lowest = 100; // [GeV]
  return typical_energy(asked.flux) >= lowest;
}

std::vector<std::string> validity_notes(configuration const& asked) {
  constexpr double of_interest = 0.005, real_w = w_mass * w_mass / 2; // of the cross section; [GeV]
  if (!may_feel_propagators(asked)) return {};
  auto const sum = sum_over_components(asked);
  if (!(sum.contact > 0)) return {};
  bool const z_is_in = std::holds_alternative<standard_model_with_z>(asked.model);
  double const z = z_is_in ? 0 : sum.relative_change_by_z(), w = sum.size_of_change_by_w();
  if (std::abs(z) < of_interest && w < of_interest) return {};
  std::string note = "contact interactions of the Standard Model:";
  if (asked.process.has_neutral_current && !z_is_in)
    note += " the propagator of the Z would change the cross section by " + formatted("%+.1f", 100 * z) +
            " % (--model SMprop);";
  if (asked.process.has_charged_current)
    note += " those of the W by about " + formatted("%.1f", 100 * w) + " % up or down, an estimate;";
  if (asked.process.has_charged_current && highest_energy_of(asked.flux) > real_w)
    note += " real W bosons, which can be made above 3 TeV, are not included;";
  note.pop_back();
  return {note};
}

} // namespace trident::program
