// SPDX-License-Identifier: BSL-1.0
#include <trident/target/any_target.hpp>

#include "events_source_body.hpp"

namespace trident::program {

namespace {

/// One integrand for all nucleons, as in integrate_nucleon.cpp.
shared_source source_on_nucleon(registry::any_target const& target, configuration const& asked,
                                source_description const& description, any_prepared const& prepared,
                                model_list const& others) {
  return source_for_each_choice(target, asked, description, prepared, others);
}

} // namespace

shared_source make_source(proton const& target, configuration const& asked,
                          source_description const& description, any_prepared const& prepared,
                          model_list const& others) {
  return source_on_nucleon(registry::any_target(target), asked, description, prepared, others);
}

shared_source make_source(neutron const& target, configuration const& asked,
                          source_description const& description, any_prepared const& prepared,
                          model_list const& others) {
  return source_on_nucleon(registry::any_target(target), asked, description, prepared, others);
}

shared_source make_source(free_proton<> const& target, configuration const& asked,
                          source_description const& description, any_prepared const& prepared,
                          model_list const& others) {
  return source_on_nucleon(registry::any_target(target), asked, description, prepared, others);
}

} // namespace trident::program
