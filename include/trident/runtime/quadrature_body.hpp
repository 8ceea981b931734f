// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <type_traits>
#include <variant>
#include <vector>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/mc/vectorised.hpp>
#include <trident/numerics/pack.hpp>
#endif

#include <trident/base/error.hpp>
#include <trident/quadrature/continuum_cross_section.hpp>
#include <trident/quadrature/electroweak_cross_section.hpp>
#include <trident/quadrature/electroweak_tables.hpp>
#include <trident/quadrature/inclusive_cross_section.hpp>
#include <trident/quadrature/leptonic_part.hpp>
#include <trident/quadrature/structure_tables.hpp>
#include <trident/quadrature/tabulated_continuum.hpp>
#include <trident/runtime/photon.hpp>
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
    return use(Trident{asked.process, seen_by_photon(*continuum, asked), flux, model, C{}});
  return use(Trident{asked.process, seen_elastic(target, asked), flux, model, C{}});
}

/// The tables of structure functions, where they are precise enough, reach far enough and have these couplings: they take a
/// third of the time. Null where they do not.
template <class S>
structure_table const* table_for(S const& sigma, std::vector<continuum_source> const& sources,
                                 inclusive_options const& options) {
  double const mediator = sigma.model().mediator_mass_squared();
  auto const couplings = sigma.chiral_couplings(0.0);
  bool const contact = !trident::detail::is_finite(mediator) || couplings == sigma.chiral_couplings(mediator);
  if (!contact || couplings == std::array<double, 2>{}) return nullptr;
  structure_table const& table = structure_table_for(sigma.masses());
  structure_table const& last = table.above != nullptr ? *table.above : table;
  double const error = std::max(table.error, last.error) / trident::detail::smallest_share;
  auto const domain = trident::detail::domain_of(sources, trident::detail::largest_energy(sigma.flux()),
                                                 sigma.masses().threshold_squared());
  bool const reaches = domain.maximum_s <= table.domain.maximum_s &&
                       domain.maximum_s <= last.domain.maximum_s &&
                       domain.maximum_q2 <= last.domain.maximum_q2;
  return reaches && error < options.relative_error / 4 ? &table : nullptr;
}

/// Of the full electroweak amplitude, on responses of either kind.
template <class Flux, Constants C>
std::vector<inclusive_estimate>
full_electroweak_estimates(std::vector<continuum_source> const& sources, std::vector<double> const& weights,
                           configuration const& asked, Flux const& flux, inclusive_options const& options) {
  if (options.treatment == photon_treatment::epa)
    throw input_error("--method epa, the equivalent photons of textbooks, has contact interactions: take "
                      "--electroweak contact, or epa-kinematic");
  leptonic_part const sigma{asked.process, flux,
                            full_electroweak{registry::resolve(asked.model, asked.process, C{})}, C{}};
  auto const* table = electroweak_table_for(sigma.current(), asked.process);
  bool const precise = table != nullptr && table->error < options.relative_error;
  return electroweak_cross_sections<quadrature_real>(sigma, sources, options, weights,
                                                     precise ? table : nullptr);
}

inline bool is_full(configuration const& asked) { return asked.electroweak == electroweak_amplitude::full; }

} // namespace detail

template <class Flux, Constants C>
inclusive_estimate quadratures<Flux, C>::cross_section(registry::target_choice const& target,
                                                       configuration const& asked, Flux const& flux,
                                                       inclusive_options const& options) {
  return detail::with_quadrature_integrand<C>(target, asked, flux, [&](auto const& sigma) {
    if (detail::is_full(asked))
      return detail::full_electroweak_estimates<Flux, C>({continuum_source(sigma.target(), C{})}, {}, asked,
                                                         flux, options)
          .front();
    return inclusive_cross_section<detail::quadrature_real>(sigma, options);
  });
}

template <class Flux, Constants C>
inclusive_estimate quadratures<Flux, C>::elastic(any_target const& target, configuration const& asked,
                                                 Flux const& flux, inclusive_options const& options) {
  if (detail::is_full(asked))
    return detail::full_electroweak_estimates<Flux, C>({continuum_source(target, C{})}, {}, asked, flux,
                                                       options)
        .front();
  auto const model = registry::resolve(asked.model, asked.process, C{});
  return inclusive_cross_section<detail::quadrature_real>(Trident{asked.process, target, flux, model, C{}},
                                                          options);
}

template <class Flux, Constants C>
std::vector<inclusive_estimate> quadratures<Flux, C>::continua(std::vector<any_continuum> const& targets,
                                                               std::vector<double> const& weights,
                                                               configuration const& asked, Flux const& flux,
                                                               inclusive_options const& options) {
  std::vector<continuum_source> sources;
  for (auto const& one : targets) sources.emplace_back(detail::seen_by_photon(one, asked), C{});
  if (detail::is_full(asked))
    return detail::full_electroweak_estimates<Flux, C>(sources, weights, asked, flux, options);
  leptonic_part const sigma{asked.process, flux, registry::resolve(asked.model, asked.process, C{}), C{}};
  if constexpr (std::is_same_v<C, pdg>)
    if (auto const* table = detail::table_for(sigma, sources, options))
      return inclusive_cross_sections(sigma, *table, sources, options, weights);
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
