// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

#include <trident/quadrature/coupling_polynomial.hpp>
#include <trident/quadrature/observable.hpp>
#include <trident/runtime/component.hpp>
#include <trident/runtime/configuration.hpp>
#include <trident/target/any_continuum.hpp>

// Quadratures of what was chosen at run time. They ask a target for nothing but its structure functions, once per point of
// a small grid, so that all elastic targets are one type here and all continua another: eight integrals are compiled, for
// one energy or a spectrum with either set of constants. All of them end with computation_stopped when options.go_on says so.

namespace trident::runtime {

/// The quadratures over one kind of spectrum with one set of constants. Compiled in quadrature_body.hpp, see component.hpp.
template <class Flux, Constants C>
struct quadratures {
  static inclusive_estimate cross_section(registry::target_choice const& target, configuration const& asked,
                                          Flux const& flux, inclusive_options const& options);
  /// Of an elastic target as it is, whatever the photon of the configuration sees.
  static inclusive_estimate elastic(any_target const& target, configuration const& asked, Flux const& flux,
                                    inclusive_options const& options);
  /// Of several continua at once; their sum with these weights is precise.
  static std::vector<inclusive_estimate> continua(std::vector<any_continuum> const& targets,
                                                  std::vector<double> const& weights,
                                                  configuration const& asked, Flux const& flux,
                                                  inclusive_options const& options);
  static inclusive_estimate contact_part(registry::target_choice const& target, configuration const& asked,
                                         Flux const& flux, inclusive_options const& options);
  static coupling_polynomial polynomial(registry::target_choice const& target, configuration const& asked,
                                        Flux const& flux, inclusive_estimate const& contact,
                                        inclusive_options const& options);
  static double threshold(registry::target_choice const& target, configuration const& asked,
                          Flux const& flux);
};

/// Those that are differential. Compiled in distribution_body.hpp.
template <class Flux, Constants C>
struct distributions {
  static inclusive_estimate at(registry::target_choice const& target, configuration const& asked,
                               Flux const& flux, std::vector<observed> const& values,
                               inclusive_options const& options);
  static interval<double> range(registry::target_choice const& target, configuration const& asked,
                                Flux const& flux, observable what);
};

namespace detail {

/// use.operator()<Flux, C>(flux) for the spectrum and the constants of the configuration.
template <class Use>
auto with_flux(configuration const& asked, Use const& use) {
  return std::visit(
      [&]<class Flux, class C>(Flux const& flux, C) { return use.template operator()<Flux, C>(flux); },
      asked.flux, asked.constants);
}

} // namespace detail

/// Cross section on one component [fb], its error a bound.
inline component_estimate quadrature_on(registry::target_choice const& target, configuration const& asked,
                                        inclusive_options const& options) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    using integral = quadratures<Flux, C>;
    auto const estimate = integral::cross_section(target, asked, flux, options);
    component_estimate result;
    result.value = estimate.value;
    result.error = estimate.error;
    result.evaluations = estimate.evaluations;
    result.below_threshold = estimate.below_threshold;
    result.threshold = integral::threshold(target, asked, flux);
    return result;
  });
}

/// Of an elastic target, or of a continuum, of one's own.
inline component_estimate quadrature_on(any_target const& target, configuration const& asked,
                                        inclusive_options const& options) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    auto const estimate = quadratures<Flux, C>::elastic(target, asked, flux, options);
    component_estimate result;
    result.value = estimate.value;
    result.error = estimate.error;
    result.evaluations = estimate.evaluations;
    result.below_threshold = estimate.below_threshold;
    return result;
  });
}

/// Cross sections on several continua [fb], of which the sum with these weights has the relative error asked for.
inline std::vector<component_estimate> quadrature_on(std::vector<any_continuum> const& targets,
                                                     std::vector<double> const& weights,
                                                     configuration const& asked,
                                                     inclusive_options const& options) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    using integral = quadratures<Flux, C>;
    auto const estimates = integral::continua(targets, weights, asked, flux, options);
    std::vector<component_estimate> results(targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
      results[i].value = estimates[i].value;
      results[i].error = estimates[i].error;
      results[i].evaluations = estimates[i].evaluations;
      results[i].below_threshold = estimates[i].below_threshold;
      results[i].threshold = integral::threshold(targets[i], asked, flux);
    }
    return results;
  });
}

/// Of the model's part without its mediator.
inline inclusive_estimate contact_part_on(registry::target_choice const& target, configuration const& asked,
                                          inclusive_options const& options) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    return quadratures<Flux, C>::contact_part(target, asked, flux, options);
  });
}

/// As a polynomial in the coupling of the model; `contact` as contact_part_on gives it.
inline coupling_polynomial polynomial_on(registry::target_choice const& target, configuration const& asked,
                                         inclusive_estimate const& contact,
                                         inclusive_options const& options) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    return quadratures<Flux, C>::polynomial(target, asked, flux, contact, options);
  });
}

/// Differential in one or two observables at the given values [fb over the units of all but ln Q2].
inline inclusive_estimate distribution_on(registry::target_choice const& target, configuration const& asked,
                                          std::vector<observed> const& at, inclusive_options const& options) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    return distributions<Flux, C>::at(target, asked, flux, at, options);
  });
}

/// Where an observable can lie.
inline interval<double> range_on(registry::target_choice const& target, configuration const& asked,
                                 observable what) {
  return detail::with_flux(asked, [&]<class Flux, class C>(Flux const& flux) {
    return distributions<Flux, C>::range(target, asked, flux, what);
  });
}

} // namespace trident::runtime
