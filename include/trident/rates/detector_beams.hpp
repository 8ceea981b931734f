// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trident/flux/catalogue.hpp>
#include <trident/flux/energy_range.hpp>
#include <trident/flux/muon_decay_beam.hpp>
#include <trident/flux/spectrum_models.hpp>
#include <trident/rates/event_rates.hpp>

// What the modes of tables/detectors/modes.csv are made with.

namespace trident::detail {

/// All flavours of a spectrum in the tables that it has any of, each times `factor`.
inline std::vector<beam_component> beam_of(std::string_view name, double factor = 1) {
  std::vector<beam_component> beam;
  auto const& entry = find_flux(name);
  for (auto const flavour : entry.flavours) {
    auto const spectrum = flux_for(entry, flavour).spectrum;
    beam.push_back({flavour, with_integral(spectrum, factor * spectrum.integral(), entry.normalisation)});
  }
  return beam;
}

/// nu_mu of a model spectrum per m^2 and proton.
inline std::vector<beam_component> model_beam(double mean, double k, double integral) {
  return {{neutrino::nu_mu,
           model_spectrum(mean, k, integral, flux_normalisation::per_area_and_proton, neutrino::nu_mu)}};
}

/// On the axis of T2K: all flavours with the shape of nu_mu, 92.5 % nu_mu, 5.8 % anti-nu_mu, 1.5 % nu_e, 0.2 % anti-nu_e
/// [arXiv:1807.10973 as quoted].
inline std::vector<beam_component> ingrid_beam() {
  std::vector<beam_component> beam;
  for (auto const& [flavour, share] :
       {std::pair{neutrino::nu_mu, 0.925}, std::pair{neutrino::anti_nu_mu, 0.058},
        std::pair{neutrino::nu_e, 0.015}, std::pair{neutrino::anti_nu_e, 0.002}})
    beam.push_back({flavour, model_spectrum(1.51, 3, 4.97e-4 * share / 0.925,
                                            flux_normalisation::per_area_and_proton, flavour)});
  return beam;
}

/// As many neutrinos as make so many charged-current events of nu_mu.
inline std::vector<beam_component> beam_for_events(histogram_flux const& shape, double events,
                                                   double tonnes) {
  return {{neutrino::nu_mu, with_charged_current_events(shape, events, tonnes)}};
}

/// Both neutrinos of muons that decay in a ring.
inline std::vector<beam_component> ring_beam(muon_decay_ring const& ring) {
  std::vector<beam_component> beam;
  for (auto const which : {muon_decay_neutrino::electron, muon_decay_neutrino::muon})
    beam.push_back({flavour_of(which, ring.charge), muon_decay_flux(ring, which)});
  return beam;
}

/// Of muons of this charge.
inline std::vector<beam_component> nustorm_beam(int charge) {
  return ring_beam(
      {.decays_per_proton = 1.9e-3, // as quoted from arXiv:1308.6822: 1.9e18 useful decays for 1e21 protons
       .charge = charge});
}

/// Of the Booster neutrino beam, from MiniBooNE's place at 541 m.
// [PHYS:flux.inverse_square]
constexpr double inverse_square(double metres) { return 541.0 * 541.0 / (metres * metres); }

/// Those of a beam between two energies [GeV]; where its spectra end before, a power of the energy goes on.
inline std::vector<beam_component> beam_within(std::string_view name, double low, double high) {
  auto beam = beam_of(name);
  for (auto& [flavour, spectrum] : beam)
    spectrum = within_energies(spectrum.edges().back() < high ? with_power_law(spectrum, high) : spectrum,
                               low, high);
  return beam;
}

/// Between two squares around the axis: the neutrinos through the wider one, less those through the narrower one, over the area
/// between them. Widths in m; both have the same bins.
inline std::vector<beam_component> frame_beam(std::string_view wide, double wide_width,
                                              std::string_view narrow, double narrow_width) {
  auto beam = beam_of(wide);
  double const area = wide_width * wide_width, inner = narrow_width * narrow_width;
  for (auto& [flavour, spectrum] : beam) {
    auto const less = flux_by_name(narrow, flavour).spectrum;
    std::vector<double> densities;
    // [PHYS:flux.frame]
    for (std::size_t i = 0; i < spectrum.densities().size(); ++i)
      densities.push_back(
          std::max(0.0, (area * spectrum.densities()[i] - inner * less.densities()[i]) / (area - inner)));
    spectrum = histogram_flux(
        {spectrum.edges().begin(), spectrum.edges().end()}, std::move(densities), bin_value::density,
        {std::string(wide) + " less " + std::string(narrow), spectrum.normalisation(), flavour, {}});
  }
  return beam;
}

} // namespace trident::detail
