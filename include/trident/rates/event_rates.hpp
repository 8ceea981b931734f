// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include <trident/flux/flux.hpp>
#include <trident/physics/neutrino.hpp>
#include <trident/physics/process.hpp>
#include <trident/rates/components.hpp>

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
  scattering_regime kind; ///< coherent, or quasi_elastic for all nucleons
  double events = 0;
  double on_protons = 0, on_neutrons = 0, on_hydrogen = 0; ///< of an incoherent rate
  error_budget theory = {};

  bool is_coherent() const { return kind == scattering_regime::coherent; }

  /// Of a count.
  // [PHYS:rates.statistical]
  double statistical() const { return std::sqrt(events); }
};

/// Events for each channel, coherent and incoherent one after the other. `cross_section(channel, component, spectrum)` is a
/// flux average [fb]; channels whose flavour the beam lacks are left out.
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
      event_rate coherent{process, flavour, scattering_regime::coherent};
      event_rate incoherent{process, flavour, scattering_regime::quasi_elastic};
      // [PHYS:rates.luminosity]
      double const luminosity = units * spectrum.integral() * target.exposure * fb_in_m2; // [1/fb]
      for (auto const& one : components) {
        double const events = luminosity * one.count * cross_section(process, one, spectrum);
        auto& sum = one.kind == scattering_regime::coherent ? coherent : incoherent;
        sum.events += events;
        sum.theory = sum.theory + theory_errors(events, one.kind, one.charge, pdg::fine_structure);
        if (one.kind == scattering_regime::free_nucleon) sum.on_hydrogen += events;
        if (one.kind == scattering_regime::quasi_elastic)
          (one.charge > 0 ? sum.on_protons : sum.on_neutrons) += events;
      }
      rates.push_back(coherent);
      rates.push_back(incoherent);
    }
  return rates;
}

} // namespace trident
