// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/electroweak_source_body.hpp>

namespace trident::runtime {

template std::vector<shared_source> make_electroweak_sources(nuclear_target const&, configuration const&,
                                                             source_description const&,
                                                             std::span<std::optional<any_prepared> const>,
                                                             weights_beside const&);

} // namespace trident::runtime
