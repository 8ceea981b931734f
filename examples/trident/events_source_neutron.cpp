// SPDX-License-Identifier: BSL-1.0
#include "events_source_body.hpp"

namespace trident::program {

shared_source make_source(neutron const& target, configuration const& asked,
                          source_description const& description, preparation_options const& options,
                          model_list const& others) {
  return source_for_each_choice(target, asked, description, options, others);
}

} // namespace trident::program
