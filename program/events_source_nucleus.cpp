// SPDX-License-Identifier: BSL-1.0
#include "events_source_body.hpp"

namespace trident::program {

shared_source make_source(nuclear_target const& target, configuration const& asked,
                          source_description const& description, any_prepared const& prepared,
                          model_list const& others) {
  return source_for_each_choice(target, asked, description, prepared, others);
}

} // namespace trident::program
