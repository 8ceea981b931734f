// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/electroweak_body.hpp>

namespace trident::runtime {

template std::vector<component_integrand> make_electroweak_integrands(registry::any_target const&,
                                                                      configuration const&);

} // namespace trident::runtime
