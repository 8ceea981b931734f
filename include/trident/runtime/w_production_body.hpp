// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <variant>
#include <vector>

#include <trident/quadrature/w_production.hpp>
#include <trident/quadrature/w_production_spectrum.hpp>
#include <trident/runtime/photon.hpp>
#include <trident/runtime/w_production.hpp>

// The body of `w_productions`.

namespace trident::runtime {

namespace detail {

/// A component as the quadrature over k.q and Q2 sees it.
template <Constants C>
continuum_source source_of(registry::target_choice const& target, configuration const& asked) {
  if (auto const* continuum = std::get_if<any_continuum>(&target))
    return continuum_source(seen_by_photon(*continuum, asked), C{});
  return continuum_source(seen_elastic(target, asked), C{});
}

} // namespace detail

template <class Flux, Constants C>
std::vector<component_estimate> w_productions<Flux, C>::cross_sections(configuration const& asked,
                                                                       Flux const& flux,
                                                                       inclusive_options const& options) {
  std::vector<continuum_source> sources;
  std::vector<double> weights;
  for (auto const& part : asked.target.components) {
    sources.push_back(detail::source_of<C>(part.target, asked));
    weights.push_back(part.multiplicity);
  }
  auto const found = w_production_cross_sections<C>(*asked.w_production, flux, sources, options, weights);
  std::vector<component_estimate> results(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    results[i].value = found[i].value;
    results[i].error = found[i].error;
    results[i].evaluations = found[i].evaluations;
    results[i].below_threshold = found[i].below_threshold;
    results[i].threshold = w_production_threshold<C>(*asked.w_production, sources[i]);
  }
  return results;
}

template <class Flux, Constants C>
std::vector<inclusive_estimate>
w_productions<Flux, C>::lepton_energies(registry::target_choice const& target, configuration const& asked,
                                        Flux const& flux, std::vector<double> const& edges,
                                        lepton_energy_options const& options) {
  auto const& process = *asked.w_production;
  if (auto const* continuum = std::get_if<any_continuum>(&target))
    return w_production_lepton_energies<C>(process, detail::seen_by_photon(*continuum, asked), flux, edges,
                                           options);
  return w_production_lepton_energies<C>(process, detail::seen_elastic(target, asked), flux, edges, options);
}

} // namespace trident::runtime
