// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/component_body.hpp>

namespace trident::runtime {

template component_integrand make_component_integrand(any_continuum const&, configuration const&);

} // namespace trident::runtime
