// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/event_source_body.hpp>

namespace trident::runtime {

template shared_source make_target_source(any_continuum const&, configuration const&,
                                          source_description const&, any_prepared const&,
                                          weights_beside const&);

} // namespace trident::runtime
