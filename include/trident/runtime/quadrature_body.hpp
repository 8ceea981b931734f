// SPDX-License-Identifier: BSL-1.0
#pragma once

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/mc/vectorised.hpp>
#include <trident/numerics/pack.hpp>
#endif

#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/leptonic_part.hpp>
#include <trident/runtime/quadrature.hpp>
#include <trident/target/any_continuum.hpp>
#include <trident/target/any_target.hpp>

// The bodies of `quadratures`.

namespace trident::runtime {

namespace detail {

#if __has_include(<xsimd/xsimd.hpp>)
using quadrature_real = pack;
#else
using quadrature_real = double;
#endif

/// use(integrand) of the configuration on one component, elastic or a continuum.
template <Constants C, class Flux, class Use>
auto with_quadrature_integrand(registry::target_choice const& target, configuration const& asked,
                               Flux const& flux, Use const& use) {
  auto const model = registry::resolve(asked.model, asked.process, C{});
  if (auto const* continuum = std::get_if<any_continuum>(&target))
    return use(Trident{asked.process, *continuum, flux, model, C{}});
  return use(Trident{asked.process, registry::any_target(target), flux, model, C{}});
}

} // namespace detail

template <class Flux, Constants C>
inclusive_estimate quadratures<Flux, C>::cross_section(registry::target_choice const& target,
                                                       configuration const& asked, Flux const& flux,
                                                       inclusive_options const& options) {
  return detail::with_quadrature_integrand<C>(target, asked, flux, [&](auto const& sigma) {
    return inclusive_cross_section<detail::quadrature_real>(sigma, options);
  });
}

template <class Flux, Constants C>
std::vector<inclusive_estimate> quadratures<Flux, C>::continua(std::vector<any_continuum> const& targets,
                                                               std::vector<double> const& weights,
                                                               configuration const& asked, Flux const& flux,
                                                               inclusive_options const& options) {
  leptonic_part const sigma{asked.process, flux, registry::resolve(asked.model, asked.process, C{}), C{}};
  std::vector<continuum_source> sources;
  for (auto const& one : targets) sources.emplace_back(one, C{});
  return inclusive_cross_sections<detail::quadrature_real>(sigma, sources, options, weights);
}

template <class Flux, Constants C>
inclusive_estimate quadratures<Flux, C>::contact_part(registry::target_choice const& target,
                                                      configuration const& asked, Flux const& flux,
                                                      inclusive_options const& options) {
  return detail::with_quadrature_integrand<C>(target, asked, flux, [&](auto const& sigma) {
    return inclusive_contact_part<detail::quadrature_real>(sigma, options);
  });
}

template <class Flux, Constants C>
coupling_polynomial quadratures<Flux, C>::polynomial(registry::target_choice const& target,
                                                     configuration const& asked, Flux const& flux,
                                                     inclusive_estimate const& contact,
                                                     inclusive_options const& options) {
  return detail::with_quadrature_integrand<C>(target, asked, flux, [&](auto const& sigma) {
    return inclusive_coupling_polynomial<detail::quadrature_real>(sigma, contact, options);
  });
}

template <class Flux, Constants C>
propagator_cross_sections quadratures<Flux, C>::propagators(registry::target_choice const& target,
                                                            configuration const& asked, Flux const& flux,
                                                            inclusive_options const& options) {
  return detail::with_quadrature_integrand<C>(target, asked, flux, [&](auto const& sigma) {
    return weak_propagator_cross_sections<detail::quadrature_real>(sigma, options);
  });
}

template <class Flux, Constants C>
double quadratures<Flux, C>::threshold(registry::target_choice const& target, configuration const& asked,
                                       Flux const&) {
  auto const masses =
      make_current<C>(asked.process, registry::resolve(asked.model, asked.process, C{})).masses();
  if (auto const* continuum = std::get_if<any_continuum>(&target)) {
    auto const line = continuum->lowest_energy_transfer(C{});
    return continuum_limits{line.offset, line.mass}.threshold(masses.threshold());
  }
  return threshold_energy(masses.threshold(), registry::any_target(target).mass(C{}));
}

} // namespace trident::runtime
