// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <trident/base/finite.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/structure_table.hpp>

namespace trident {

namespace detail {

/// For the couplings of a cross section; throws input_error unless they are constants.
template <class S>
tabulated_structure structure_of(S const& sigma, structure_table const& table) {
  double const mediator = sigma.model().mediator_mass_squared();
  if (detail::is_finite(mediator) && sigma.chiral_couplings(0.0) != sigma.chiral_couplings(mediator))
    throw input_error("a mediator of " + number_text(std::sqrt(mediator)) +
                      " GeV: tables of structure functions serve contact interactions only");
  return tabulated_structure(table, sigma.masses(), sigma.chiral_couplings(0.0));
}

/// Throws input_error if a neutrino of this energy [GeV] reaches beyond the table.
inline void require_within(structure_domain const& domain, double s, double energy) {
  if (s > domain.maximum_s)
    throw input_error("neutrinos of " + number_text(energy) + " GeV reach s = " + number_text(s) +
                      " GeV^2: the table of structure functions ends at " + number_text(domain.maximum_s) +
                      " GeV^2");
}

/// Errors of a table are relative to the sum of all parts, of which given couplings may have but a tenth.
inline constexpr double smallest_share = 0.1;

template <class S>
inclusive_estimate tabulated_integral(S const& sigma, structure_table const& table,
                                      inclusive_options const& options) {
  using constants = typename S::constants_type;
  tabulated_structure const structure = structure_of(sigma, table);
  double const energy = sigma.energies().maximum_energy(), mass = sigma.target().mass(constants{});
  double const threshold = sigma.masses().threshold_squared();
  auto const range = k_dot_q_range(energy, threshold, mass, std::numeric_limits<double>::infinity());
  double const low = minimum_q2(energy, range.low, mass);
  double const kinematic =
      std::min({minimum_q2(energy, range.high, mass), sigma.target().maximum_q2(), table.domain.maximum_q2});
  inclusive_estimate result;
  if (!(low < kinematic)) return result;
  auto const hadrons = [&](double q2) { return sigma.target().structure(q2, constants{}); };
  double const high = effective_maximum_q2(low, kinematic, 1e-2 * options.relative_error, [&](double q2) {
    double const s = 2 * k_dot_q_range(energy, threshold, mass, q2).high - q2;
    auto const w = hadrons(q2);
    return s > threshold ? (w.electric + w.magnetic) * s * std::pow(1 - threshold / s, 5.5) : 0.0;
  });
  require_within(table.domain, 2 * k_dot_q_range(energy, threshold, mass, high).high, energy);

  beam_moments<typename S::flux_type> const beam(sigma.flux());
  photon_kernel<typename S::flux_type, tabulated_structure> const kernel(
      beam, structure, mass, options.relative_error / 5, options.treatment);
  auto const in_log_q2 = [&](double log_q2) {
    double const q2 = std::exp(log_q2);
    return kernel(q2, hadrons(q2));
  };
  auto const integral = adaptive_quadrature(in_log_q2, q2_panels(low, high), options.relative_error / 4);
  constexpr double factor = front_factor<constants>();
  result.value = factor * integral.value;
  result.error = factor * integral.error +
                 result.value * (options.relative_error / 2 + structure.relative_error() / smallest_share);
  if (high == table.domain.maximum_q2) result.error += factor * in_log_q2(std::log(high)); // what lies beyond
  result.evaluations = integral.evaluations;
  return result;
}

} // namespace detail

/// The cross section from tabulated structure functions of the pair: for any target, flux and contact couplings, with the
/// masses of the table. Throws input_error for other masses, a mediator that the transfer resolves, and energies beyond
/// the table.
template <Process P, class N, Flux F, class M, Constants C>
inclusive_estimate inclusive_cross_section(Trident<P, N, F, M, C> const& sigma, structure_table const& table,
                                           inclusive_options const& options = {}) {
  require_valid(options);
  inclusive_estimate nothing;
  nothing.below_threshold = sigma.below_threshold();
  return nothing.below_threshold ? nothing : detail::tabulated_integral(sigma, table, options);
}

} // namespace trident
