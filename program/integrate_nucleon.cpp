// SPDX-License-Identifier: BSL-1.0
#include <trident/target/any_target.hpp>

#include "integrate.hpp"

namespace trident::program {

namespace {

/// One integrand for all nucleons: which one it is only changes the numbers of its structure functions.
component_integrand integrand_on_nucleon(registry::any_target const& target, configuration const& asked) {
  return integrand_for_each_choice(target, asked);
}

} // namespace

component_integrand make_integrand(proton const& target, configuration const& asked) {
  return integrand_on_nucleon(registry::any_target(target), asked);
}

component_integrand make_integrand(neutron const& target, configuration const& asked) {
  return integrand_on_nucleon(registry::any_target(target), asked);
}

component_integrand make_integrand(free_proton<> const& target, configuration const& asked) {
  return integrand_on_nucleon(registry::any_target(target), asked);
}

} // namespace trident::program
