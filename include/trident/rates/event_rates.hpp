// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/physics/neutrino.hpp>
#include <trident/physics/process.hpp>
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
void add_events(rate_component const& one, EventsOf const& of, event_rate& sum) {
  double const events = of(one);
  nuclear_band band{events, events};
  double nuclear_error = one.is_hydrogen                            ? 0
                         : one.kind == scattering_regime::inelastic ? inelastic_nuclear_error
                                                                    : unknown_nuclear_error;
  if (one.edges.size() == 2) {
    band = nuclear_band::between(events, of(one.edges[0]), of(one.edges[1]));
    nuclear_error = events > 0 ? band.half_width() / events : 0;
  }
  sum.events += events;
  sum.band.low += band.low;
  sum.band.high += band.high;
  sum.theory = sum.theory + theory_errors(events, one.kind, one.charge, pdg::fine_structure, nuclear_error);
  if (one.is_hydrogen)
    sum.on_hydrogen += events;
  else if (one.kind != scattering_regime::coherent)
    (one.charge > 0 ? sum.on_protons : sum.on_neutrons) += events;
}

} // namespace detail

/// Events for each channel, coherent, incoherent and inelastic one after the other. `cross_section(channel, component,
/// spectrum)` is a flux average [fb]; channels whose flavour the beam lacks are left out.
template <class CrossSection>
std::vector<event_rate> event_rates(exposed_target const& target, std::vector<channel> const& channels,
                                    nuclear_options const& options, CrossSection&& cross_section) {
  constexpr double fb_in_m2 = 1e-43;
  auto const components = components_of(target.material, options);
  double const units = target.mass_tonnes * registry::formula_units_per_tonne(target.material);
  std::vector<event_rate> rates;
  for (auto const& process : channels)
    for (auto const& [flavour, spectrum] : target.beam) {
      if (pdg_code(flavour) != process.incoming_pdg_code()) continue;
      // [PHYS:rates.luminosity]
      double const luminosity = units * spectrum.integral() * target.exposure * fb_in_m2; // [1/fb]
      for (auto const kind : detail::rate_kinds) {
        event_rate sum{process, flavour, kind};
        for (auto const& one : components) {
          auto const counted_as =
              one.kind == scattering_regime::free_nucleon ? scattering_regime::quasi_elastic : one.kind;
          if (counted_as == kind)
            detail::add_events(
                one,
                [&, &flux = spectrum](auto const& part) {
                  return luminosity * part.count * cross_section(process, part, flux);
                },
                sum);
        }
        rates.push_back(sum);
      }
    }
  return rates;
}

} // namespace trident
