// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>
#include <vector>

#include <trident/quadrature/continuum_distribution.hpp>
#include <trident/quadrature/distribution.hpp>
#include <trident/quadrature/elastic_observables.hpp>
#include <trident/runtime/quadrature_body.hpp>

// The bodies of `distributions`.

namespace trident::runtime {

template <class Flux, Constants C>
inclusive_estimate distributions<Flux, C>::at(registry::target_choice const& target,
                                              configuration const& asked, Flux const& flux,
                                              std::vector<observed> const& values,
                                              inclusive_options const& options) {
  return detail::with_quadrature_integrand<C>(target, asked, flux, [&](auto const& sigma) {
    using target_type = typename std::remove_cvref_t<decltype(sigma)>::target_type;
    if constexpr (kind_of<target_type> == response_kind::continuum) {
      return differential_cross_section<detail::quadrature_real>(sigma, values, options);
    } else {
      std::vector<observed> at;
      double jacobian = 1;
      for (auto const& one : values) {
        auto const elastic = elastic_value_of(one, sigma.target().mass(C{}));
        at.push_back(elastic.at);
        jacobian *= elastic.jacobian;
      }
      auto estimate = differential_cross_section<detail::quadrature_real>(sigma, at, options);
      estimate.value *= jacobian;
      estimate.error *= jacobian;
      return estimate;
    }
  });
}

template <class Flux, Constants C>
interval<double> distributions<Flux, C>::range(registry::target_choice const& target,
                                               configuration const& asked, Flux const& flux,
                                               observable what) {
  return detail::with_quadrature_integrand<C>(target, asked, flux, [&](auto const& sigma) {
    using target_type = typename std::remove_cvref_t<decltype(sigma)>::target_type;
    if constexpr (kind_of<target_type> == response_kind::elastic) {
      double const mass = sigma.target().mass(C{});
      auto const q2 = range_of(sigma, observable::log_q2);
      if (what == observable::energy_transfer)
        return interval<double>{q2.low / (2 * mass), q2.high / (2 * mass)};
      auto const momentum = [mass](double one) { return std::sqrt(one * (1 + one / (4 * mass * mass))); };
      if (what == observable::momentum_transfer) return interval<double>{momentum(q2.low), momentum(q2.high)};
    }
    return range_of(sigma, what);
  });
}

} // namespace trident::runtime
