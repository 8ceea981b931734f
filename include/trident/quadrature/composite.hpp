// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/cross_section/composite.hpp>
#include <trident/quadrature/continuum_cross_section.hpp>

namespace trident {

/// The same by quadrature; numerical errors add linearly.
template <class Real = double, Process P, CompositeTarget N, Flux F, class M, Constants C>
  requires(!HadronicResponse<N, C>)
inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const& sigma,
                                           inclusive_options const& options = {}) {
  inclusive_estimate sum;
  sum.below_threshold = true;
  sigma.for_each_component([&](auto const& component, double multiplicity) {
    auto const one = inclusive_cross_section<Real>(component, options);
    // [PHYS:cross_section.components]
    sum.value += multiplicity * one.value;
    sum.error += multiplicity * one.error;
    sum.evaluations += one.evaluations;
    sum.below_threshold = sum.below_threshold && one.below_threshold;
  });
  return sum;
}

} // namespace trident
