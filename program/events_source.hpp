// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <vector>

#include <trident/event/source.hpp>
#include <trident/target/choice.hpp>

#include "configuration.hpp"
#include "integrate_run.hpp"
#include "model_words.hpp"

namespace trident::program {

using shared_source = std::shared_ptr<event_source const>;

// Events on one kind of target, from what was prepared for it; a file for each spin as in component.hpp.
shared_source make_source(nuclear_target const&, configuration const&, source_description const&,
                          any_prepared const&, model_list const&);
shared_source make_source(proton const&, configuration const&, source_description const&, any_prepared const&,
                          model_list const&);
shared_source make_source(neutron const&, configuration const&, source_description const&,
                          any_prepared const&, model_list const&);
shared_source make_source(free_proton<> const&, configuration const&, source_description const&,
                          any_prepared const&, model_list const&);

} // namespace trident::program
