// SPDX-License-Identifier: BSL-1.0
#pragma once

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/mc/vectorised.hpp>
#include <trident/numerics/pack.hpp>
#endif

#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/target/any_target.hpp>

// The bodies of `quadratures`.

namespace trident::runtime {

namespace detail {

#if __has_include(<xsimd/xsimd.hpp>)
using quadrature_real = pack;
#else
using quadrature_real = double;
#endif

/// The integrand of the configuration on one component.
template <Constants C, class Flux>
auto quadrature_integrand(registry::target_choice const& target, configuration const& asked,
                          Flux const& flux) {
  auto const model = registry::resolve(asked.model, asked.process, C{});
  return Trident{asked.process, registry::any_target(target), flux, model, C{}};
}

} // namespace detail

template <class Flux, Constants C>
inclusive_estimate quadratures<Flux, C>::cross_section(registry::target_choice const& target,
                                                       configuration const& asked, Flux const& flux,
                                                       inclusive_options const& options) {
  return inclusive_cross_section<detail::quadrature_real>(
      detail::quadrature_integrand<C>(target, asked, flux), options);
}

template <class Flux, Constants C>
inclusive_estimate quadratures<Flux, C>::contact_part(registry::target_choice const& target,
                                                      configuration const& asked, Flux const& flux,
                                                      inclusive_options const& options) {
  return inclusive_contact_part<detail::quadrature_real>(detail::quadrature_integrand<C>(target, asked, flux),
                                                         options);
}

template <class Flux, Constants C>
coupling_polynomial quadratures<Flux, C>::polynomial(registry::target_choice const& target,
                                                     configuration const& asked, Flux const& flux,
                                                     inclusive_estimate const& contact,
                                                     inclusive_options const& options) {
  return inclusive_coupling_polynomial<detail::quadrature_real>(
      detail::quadrature_integrand<C>(target, asked, flux), contact, options);
}

template <class Flux, Constants C>
propagator_cross_sections quadratures<Flux, C>::propagators(registry::target_choice const& target,
                                                            configuration const& asked, Flux const& flux,
                                                            inclusive_options const& options) {
  return weak_propagator_cross_sections<detail::quadrature_real>(
      detail::quadrature_integrand<C>(target, asked, flux), options);
}

template <class Flux, Constants C>
double quadratures<Flux, C>::threshold(registry::target_choice const& target, configuration const& asked,
                                       Flux const& flux) {
  return detail::quadrature_integrand<C>(target, asked, flux).threshold();
}

} // namespace trident::runtime
