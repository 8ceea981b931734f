// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <vector>

#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/tabulated_cross_section.hpp>

namespace trident {

namespace detail {

/// Relative error of a table where responses reach; throws input_error if they reach beyond it.
template <class S>
double table_error(S const& sigma, tabulated_structure const& structure,
                   std::span<continuum_source const> sources) {
  double const energy = largest_energy(sigma.flux());
  auto const reached = domain_of(sources, energy, sigma.masses().threshold_squared());
  require_within(structure.domain(), reached.maximum_s, energy);
  if (reached.maximum_q2 > structure.largest_q2())
    throw input_error(
        "neutrinos of " + number_text(energy) + " GeV reach Q2 = " + number_text(reached.maximum_q2) +
        " GeV^2: the table of structure functions ends at " + number_text(structure.largest_q2()) + " GeV^2");
  return (reached.maximum_q2 > structure.domain().maximum_q2 ? structure.largest_error()
                                                             : structure.relative_error()) /
         smallest_share;
}

} // namespace detail

/// Cross sections of several responses from tabulated structure functions of the pair: for any flux and contact couplings,
/// with the masses of the table. Throws input_error as the cross section of one does.
template <class S>
std::vector<inclusive_estimate> inclusive_cross_sections(S const& sigma, structure_table const& table,
                                                         std::span<continuum_source const> sources,
                                                         inclusive_options const& options = {},
                                                         std::vector<double> const& weights = {}) {
  require_valid(options);
  using constants = typename S::constants_type;
  auto const domain =
      detail::domain_of(sources, detail::largest_energy(sigma.flux()), sigma.masses().threshold_squared());
  inclusive_estimate nothing;
  nothing.below_threshold = !(domain.maximum_s > 0);
  if (nothing.below_threshold) return std::vector<inclusive_estimate>(sources.size(), nothing);
  tabulated_structure const structure = detail::structure_of(sigma, table);
  double const error = detail::table_error(sigma, structure, sources);
  return detail::continuum_estimates<constants>(sigma.flux(), structure, error, sources, options, weights);
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
