// SPDX-License-Identifier: BSL-1.0
#include "integrate.hpp"

namespace trident::program {

component_integrand make_integrand(nuclear_target const& target, configuration const& asked) {
  return integrand_for_each_choice(target, asked);
}

} // namespace trident::program
