// SPDX-License-Identifier: BSL-1.0

// The quadratures of this suite, compiled once.

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/simd.hpp>
#endif

#include <trident/target/any_target.hpp>

#include "configurations.hpp"

namespace trident_test {

namespace {

#if __has_include(<xsimd/xsimd.hpp>)
using quadrature_real = trident::pack;
#else
using quadrature_real = double;
#endif

template <class F, class C>
trident::inclusive_estimate on(configuration const& asked, F const& flux, C constants,
                               trident::inclusive_options const& options) {
  auto const couplings = trident::registry::resolve(asked.model, asked.process, constants);
  trident::Trident const sigma{asked.process, trident::registry::any_target(asked.target), flux, couplings,
                               constants};
  return trident::inclusive_cross_section<quadrature_real>(sigma, options);
}

} // namespace

trident::inclusive_estimate quadrature(configuration const& asked, trident::inclusive_options const& options,
                                       trident::registry::constants_choice const& constants) {
  return std::visit(
      [&](auto chosen) { return on(asked, trident::monoenergetic{asked.energy}, chosen, options); },
      constants);
}

trident::inclusive_estimate quadrature(configuration const& asked, trident::histogram_flux const& flux,
                                       trident::inclusive_options const& options) {
  return on(asked, flux, trident::pdg{}, options);
}

} // namespace trident_test
