// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/monte_carlo_body.hpp>

namespace trident::runtime {

template struct monte_carlo<7>;
template struct monte_carlo<8>;
template struct monte_carlo<9>;

} // namespace trident::runtime
