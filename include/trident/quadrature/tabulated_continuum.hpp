// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <vector>

#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/tabulated_cross_section.hpp>

namespace trident {

/// Cross sections of several responses from tabulated structure functions of the pair: for any flux and contact couplings,
/// with the masses of the table. Throws input_error as the cross section of one does.
template <class S>
std::vector<inclusive_estimate> inclusive_cross_sections(S const& sigma, structure_table const& table,
                                                         std::span<continuum_source const> sources,
                                                         inclusive_options const& options = {},
                                                         std::vector<double> const& weights = {}) {
  require_valid(options);
  using constants = typename S::constants_type;
  double const energy = detail::largest_energy(sigma.flux());
  double const threshold = sigma.masses().threshold_squared();
  auto const domain = detail::domain_of(sources, energy, threshold);
  inclusive_estimate nothing;
  nothing.below_threshold = !(domain.maximum_s > 0);
  if (nothing.below_threshold) return std::vector<inclusive_estimate>(sources.size(), nothing);
  tabulated_structure const structure = detail::structure_of(sigma, table);
  detail::require_within(table.domain, domain.maximum_s, energy);
  if (domain.maximum_q2 > structure.largest_q2())
    throw input_error("neutrinos of " + detail::number_text(energy) +
                      " GeV reach Q2 = " + detail::number_text(domain.maximum_q2) +
                      " GeV^2: the table of structure functions ends at " +
                      detail::number_text(structure.largest_q2()) + " GeV^2");
  double const error =
      domain.maximum_q2 > table.domain.maximum_q2 ? structure.largest_error() : structure.relative_error();
  return detail::continuum_estimates<constants>(sigma.flux(), structure, error / detail::smallest_share,
                                                sources, options, weights);
}

/// The same for a continuum response.
template <Process P, class N, Flux F, class M, Constants C>
  requires ContinuumResponse<N, C>
      inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const& sigma,
                                                 structure_table const& table,
                                                 inclusive_options const& options = {}) {
    continuum_source const source(sigma.target(), C{});
    return inclusive_cross_sections(sigma, table, std::span(&source, 1), options).front();
  }

} // namespace trident
