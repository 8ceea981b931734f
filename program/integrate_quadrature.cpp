// SPDX-License-Identifier: BSL-1.0
#include "quadrature_integrand.hpp"

#include <trident/mc/progress.hpp>

#include "run.hpp"

namespace trident::program {

component_estimate quadrature_on(registry::target_choice const& target, configuration const& asked,
                                 inclusive_options const& options) {
  return with_integrand(target, asked, [&](auto const& sigma) {
    auto const estimate = inclusive_cross_section<quadrature_real>(sigma, watched(options));
    component_estimate result;
    result.value = estimate.value;
    result.error = estimate.error;
    result.evaluations = estimate.evaluations;
    result.below_threshold = estimate.below_threshold;
    result.threshold = sigma.threshold();
    return result;
  });
}

inclusive_estimate contact_part_on(registry::target_choice const& target, configuration const& asked,
                                   inclusive_options const& options) {
  return with_integrand(target, asked, [&](auto const& sigma) {
    return inclusive_contact_part<quadrature_real>(sigma, watched(options));
  });
}

coupling_polynomial polynomial_on(registry::target_choice const& target, configuration const& asked,
                                  inclusive_estimate const& contact, inclusive_options const& options) {
  return with_integrand(target, asked, [&](auto const& sigma) {
    return inclusive_coupling_polynomial<quadrature_real>(sigma, contact, watched(options));
  });
}

propagator_cross_sections propagators_on(registry::target_choice const& target, configuration const& asked,
                                         inclusive_options const& options) {
  return with_integrand(target, asked, [&](auto const& sigma) {
    return weak_propagator_cross_sections<quadrature_real>(sigma, watched(options));
  });
}

run_result compute_by_quadrature(configuration const& asked, inclusive_options const& options) {
  trident::detail::stopwatch const watch;
  run_result result;
  for (auto const& [target, multiplicity, name] : asked.target.components) {
    auto const estimate = quadrature_on(target, asked, options);
    result.components.push_back({name, multiplicity, estimate});
    result.value += multiplicity * estimate.value;
    result.error += multiplicity * estimate.error;
    result.counts.all += estimate.evaluations;
  }
  result.seconds = watch.seconds();
  return result;
}

} // namespace trident::program
