// SPDX-License-Identifier: BSL-1.0
#include "quadrature_integrand.hpp"

#include <trident/quadrature/distribution.hpp>

namespace trident::program {

inclusive_estimate distribution_on(registry::target_choice const& target, configuration const& asked,
                                   std::vector<observed> const& at, inclusive_options const& options) {
  return with_integrand(target, asked, [&](auto const& sigma) {
    return differential_cross_section<quadrature_real>(sigma, at, watched(options));
  });
}

interval<double> range_on(registry::target_choice const& target, configuration const& asked,
                          observable what) {
  return with_integrand(target, asked, [&](auto const& sigma) { return range_of(sigma, what); });
}

} // namespace trident::program
