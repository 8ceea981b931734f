// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/physics/neutrino.hpp>
#include <trident/physics/process.hpp>
#include <trident/physics/w_production_channel.hpp>
#include <trident/rates/components.hpp>
#include <trident/rates/error_budget.hpp>

namespace trident {

/// Neutrinos of one flavour in absolute numbers: their spectrum is per m^2, per m^2 and proton on target, or per m^2 and
/// fb^-1, as flux_normalisation says.
struct beam_component {
  neutrino flavour;
  histogram_flux spectrum;
};

/// A target in a beam.
struct exposed_target {
  registry::material material;
  double mass_tonnes;
  double exposure; ///< in units of the beam's normalisation: protons on target, fb^-1, or 1
  std::vector<beam_component> beam;
};

/// Events of one channel and regime.
struct event_rate {
  channel process;
  neutrino flavour;
  scattering_regime kind; ///< coherent, quasi_elastic (with hydrogen, whatever it is called), or inelastic
  double events = 0;
  double on_protons = 0, on_neutrons = 0, on_hydrogen = 0; ///< of one that is not coherent
  error_budget theory = {};
  nuclear_band band = {}; ///< of the events of an incoherent rate, where its model has one
  /// Real W bosons; `process` is then a trident of the same neutrino.
  std::optional<w_production_channel> w_production = {};

  std::string process_text() const { return w_production ? w_production->text() : process.text(); }
  int process_number() const { return w_production ? w_production->number() : process.number; }

  bool is_coherent() const { return kind == scattering_regime::coherent; }

  /// Of a count.
  // [PHYS:rates.statistical]
  double statistical() const { return std::sqrt(events); }
};

namespace detail {

inline constexpr std::array rate_kinds = {scattering_regime::coherent, scattering_regime::quasi_elastic,
                                          scattering_regime::inelastic};

/// Adds the events on one part of a target: `of` gives those on a rate_component.
template <class EventsOf>
void add_events(rate_component const& one, EventsOf const& of, missing_corrections const& missing,
                event_rate& sum) {
  double const events = of(one);
  nuclear_band band{events, events};
  double nuclear_error = usual_nuclear_error(one.kind, one.is_hydrogen);
  if (one.edges.size() == 2) {
    band = nuclear_band::between(events, of(one.edges[0]), of(one.edges[1]));
    nuclear_error = events > 0 ? band.half_width() / events : 0;
  }
  sum.events += events;
  sum.band.low += band.low;
  sum.band.high += band.high;
  sum.theory =
      sum.theory + theory_errors(events, one.kind, one.charge, pdg::fine_structure, nuclear_error, missing);
  if (one.is_hydrogen)
    sum.on_hydrogen += events;
  else if (one.kind != scattering_regime::coherent)
    (one.charge > 0 ? sum.on_protons : sum.on_neutrons) += events;
}

/// Where the events of a spectrum come from, if cross sections grow like the energy [GeV].
inline double energy_of_events(histogram_flux const& flux) {
  auto const edges = flux.edges(), densities = flux.densities();
  double first = 0, second = 0;
  for (std::size_t bin = 0; bin < densities.size(); ++bin) {
    double const low = edges[bin], high = edges[bin + 1];
    first += densities[bin] * (high * high - low * low) / 2;
    second += densities[bin] * (high * high * high - low * low * low) / 3;
  }
  return second / first;
}

/// Adds the rates of one process in the three regimes, of the neutrinos in `spectrum`. `cross_section(component)` is a flux
/// average [fb].
template <class CrossSection>
void add_rates(exposed_target const& target, std::vector<rate_component> const& components,
               nuclear_options const& options, event_rate const& process, histogram_flux const& spectrum,
               CrossSection const& cross_section, std::vector<event_rate>& rates) {
  constexpr double fb_in_m2 = 1e-43;
  double const units = target.mass_tonnes * registry::formula_units_per_tonne(target.material);
  // [PHYS:rates.luminosity]
  double const luminosity = units * spectrum.integral() * target.exposure * fb_in_m2; // [1/fb]
  missing_corrections const missing{!options.vacuum_polarisation, energy_of_events(spectrum),
                                    process.w_production.has_value()};
  for (auto const kind : rate_kinds) {
    event_rate sum = process;
    sum.kind = kind;
    for (auto const& one : components) {
      auto const counted_as =
          one.kind == scattering_regime::free_nucleon ? scattering_regime::quasi_elastic : one.kind;
      if (counted_as == kind)
        add_events(
            one, [&](auto const& part) { return luminosity * part.count * cross_section(part); }, missing,
            sum);
    }
    rates.push_back(sum);
  }
}

} // namespace detail

/// Events for each channel, coherent, incoherent and inelastic one after the other. `cross_section(channel, component,
/// spectrum)` is a flux average [fb]; channels whose flavour the beam lacks are left out.
template <class CrossSection>
std::vector<event_rate> event_rates(exposed_target const& target, std::vector<channel> const& channels,
                                    nuclear_options const& options, CrossSection&& cross_section) {
  auto const components = components_of(target.material, options);
  std::vector<event_rate> rates;
  for (auto const& process : channels)
    for (auto const& [flavour, spectrum] : target.beam)
      if (pdg_code(flavour) == process.incoming_pdg_code())
        detail::add_rates(
            target, components, options, {process, flavour, scattering_regime::coherent}, spectrum,
            [&, &flux = spectrum](auto const& part) { return cross_section(process, part, flux); }, rates);
  return rates;
}

/// The same for real W bosons, beside `companion`, a trident of the same neutrino. `cross_section(component, spectrum)` is a flux
/// average [fb].
template <class CrossSection>
std::vector<event_rate> w_production_rates(exposed_target const& target, w_production_channel const& process,
                                           channel const& companion, nuclear_options const& options,
                                           CrossSection&& cross_section) {
  auto const components = components_of(target.material, options);
  std::vector<event_rate> rates;
  for (auto const& [flavour, spectrum] : target.beam) {
    if (pdg_code(flavour) != process.incoming_pdg_code()) continue;
    event_rate one{companion, flavour, scattering_regime::coherent};
    one.w_production = process;
    detail::add_rates(
        target, components, options, one, spectrum,
        [&, &flux = spectrum](auto const& part) { return cross_section(part, flux); }, rates);
  }
  return rates;
}

} // namespace trident
