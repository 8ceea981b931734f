// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <trident/quadrature/distribution.hpp>
#include <trident/runtime/quadrature_body.hpp>

// The bodies of `distributions`.

namespace trident::runtime {

template <class Flux, Constants C>
inclusive_estimate distributions<Flux, C>::at(registry::target_choice const& target,
                                              configuration const& asked, Flux const& flux,
                                              std::vector<observed> const& values,
                                              inclusive_options const& options) {
  return detail::with_quadrature_integrand<C>(target, asked, flux, [&](auto const& sigma) {
    return differential_cross_section<detail::quadrature_real>(sigma, values, options);
  });
}

template <class Flux, Constants C>
interval<double> distributions<Flux, C>::range(registry::target_choice const& target,
                                               configuration const& asked, Flux const& flux,
                                               observable what) {
  return detail::with_quadrature_integrand<C>(target, asked, flux,
                                              [&](auto const& sigma) { return range_of(sigma, what); });
}

} // namespace trident::runtime
