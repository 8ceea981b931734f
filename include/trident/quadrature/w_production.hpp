// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <vector>

#include <trident/physics/boson_masses.hpp>
#include <trident/physics/w_production_channel.hpp>
#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/w_production_structure.hpp>

namespace trident {

/// Cross sections of nu_l N -> l W N, all decays of the W, on several responses, elastic ones or continua: [fb], each to
/// options.relative_error, or, with `weights`, their weighted sum. That of antineutrinos is the same. Where the photon has
/// a large Q2, W and Z exchange with the target are left out: see w_production_theory_error.
template <Constants C = pdg, Flux F>
  requires(FixedEnergy<F> || Spectrum<F>)
std::vector<inclusive_estimate>
w_production_cross_sections(w_production_channel const& process, F const& flux,
                            std::span<continuum_source const> sources, inclusive_options const& options = {},
                            std::vector<double> const& weights = {}, boson_masses const& bosons = {}) {
  require_valid(options);
  w_production_structure const leptons(lepton_mass<C>(process.family), bosons.w, C::fermi_constant);
  return detail::continuum_estimates<C>(flux, leptons, leptons.relative_error(), sources, options, weights);
}

/// The same on one target.
template <Constants C = pdg, Flux F, HadronicResponse<C> N>
  requires(FixedEnergy<F> || Spectrum<F>)
inclusive_estimate w_production_cross_section(w_production_channel const& process, N const& target,
                                              F const& flux, inclusive_options const& options = {},
                                              boson_masses const& bosons = {}) {
  continuum_source const source(target, C{});
  return w_production_cross_sections<C>(process, flux, std::span(&source, 1), options, {}, bosons).front();
}

/// Smallest neutrino energy that makes a W with its lepton on a response [GeV].
template <Constants C = pdg>
double w_production_threshold(w_production_channel const& process, continuum_source const& target,
                              boson_masses const& bosons = {}) {
  return target.limits().threshold(bosons.w + lepton_mass<C>(process.family));
}

} // namespace trident
