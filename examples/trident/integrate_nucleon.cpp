// SPDX-License-Identifier: BSL-1.0
#include <trident/registry/any_target.hpp>

#include "integrate.hpp"

namespace trident::program {

namespace {

/// One integrand for all nucleons: which one it is only changes the numbers of its structure functions.
component_estimate integrate_on_nucleon(registry::any_target const& target, configuration const& asked,
                                        vegas_options const& options, progress_function const& progress) {
  return integrate_for_each_choice(target, asked, options, progress);
}

} // namespace

component_estimate integrate_on(proton const& target, configuration const& asked,
                                vegas_options const& options, progress_function const& progress) {
  return integrate_on_nucleon(registry::any_target(target), asked, options, progress);
}

component_estimate integrate_on(neutron const& target, configuration const& asked,
                                vegas_options const& options, progress_function const& progress) {
  return integrate_on_nucleon(registry::any_target(target), asked, options, progress);
}

component_estimate integrate_on(free_proton<> const& target, configuration const& asked,
                                vegas_options const& options, progress_function const& progress) {
  return integrate_on_nucleon(registry::any_target(target), asked, options, progress);
}

} // namespace trident::program
