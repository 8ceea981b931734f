// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/rates_body.hpp>

namespace trident::runtime {

template struct rate_integrals<pdg>;

} // namespace trident::runtime
