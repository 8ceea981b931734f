// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/cross_section/integrate.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>

// Combinations of process, target, flux and model that are compiled in one source file of a program and only declared in
// the others, for programs with many of them:
//
//     // sections.hpp, included wherever they are used
//     using dune_mumu = trident::Trident<trident::numu_to_numu_mumu, trident::argon40,
//                                        trident::dune_cdr_reference_numu, trident::standard_model>;
//     extern template struct trident::compiled<dune_mumu>;
//
//     // dune_mumu.cpp, the only file that takes the time to compile it
//     template struct trident::compiled<dune_mumu>;
//
//     // where it is used
//     auto estimate = trident::compiled<dune_mumu>::integrate(sigma, {.relative_error = 1e-3});

namespace trident {

/// The Monte Carlo of one combination: `S` is a Trident or vectorised<Trident>. The members are not inline: a compiler
/// does not look into what is declared extern.
template <CrossSectionIntegrand S>
struct compiled {
  /// trident::integrate. In fb.
  static cross_section_estimate integrate(S const& sigma, vegas_options const& options = {});
};

/// The quadrature of one combination: `S` is a Trident.
template <CrossSectionIntegrand S>
struct compiled_quadrature {
  /// trident::inclusive_cross_section. In fb.
  static inclusive_estimate integrate(S const& sigma, inclusive_options const& options = {});
};

template <CrossSectionIntegrand S>
cross_section_estimate compiled<S>::integrate(S const& sigma, vegas_options const& options) {
  return trident::integrate(sigma, options);
}

template <CrossSectionIntegrand S>
inclusive_estimate compiled_quadrature<S>::integrate(S const& sigma, inclusive_options const& options) {
  return inclusive_cross_section(sigma, options);
}

} // namespace trident
