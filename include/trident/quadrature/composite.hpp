// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <vector>

#include <trident/cross_section/composite.hpp>
#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/leptonic_part.hpp>

namespace trident {

/// The same by quadrature; numerical errors add linearly. Components that take up any energy are integrated together.
template <class Real = double, Process P, CompositeTarget N, Flux F, class M, Constants C>
  requires(!HadronicResponse<N, C>)
inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const& sigma,
                                           inclusive_options const& options = {}) {
  inclusive_estimate sum;
  sum.below_threshold = true;
  auto const add = [&sum](inclusive_estimate const& one, double multiplicity) {
    // [PHYS:cross_section.components]
    sum.value += multiplicity * one.value;
    sum.error += multiplicity * one.error;
    sum.evaluations += one.evaluations;
    sum.below_threshold = sum.below_threshold && one.below_threshold;
  };
  std::vector<continuum_source> sources;
  std::vector<double> weights;
  sigma.target().for_each_component([&]<class One>(One const& component, double multiplicity) {
    if constexpr (ContinuumResponse<One, C> && (FixedEnergy<F> || Spectrum<F>)) {
      sources.emplace_back(component, C{}, std::type_identity<Real>{});
      weights.push_back(multiplicity);
    } else {
      Trident const one{sigma.process(), component, sigma.flux(), sigma.model(), C{}};
      add(inclusive_cross_section<Real>(one, options), multiplicity);
    }
  });
  if (sources.empty()) return sum;
  leptonic_part const leptons{sigma.process(), sigma.flux(), sigma.model(), C{}};
  auto const all =
      inclusive_cross_sections<Real>(leptons, std::span<continuum_source const>(sources), options, weights);
  for (std::size_t i = 0; i < all.size(); ++i) add(all[i], weights[i]);
  return sum;
}

} // namespace trident
