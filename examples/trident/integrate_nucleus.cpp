// SPDX-License-Identifier: BSL-1.0
#include "integrate.hpp"

namespace trident::program {

component_estimate integrate_on(nuclear_target const& target, configuration const& asked,
                                vegas_options const& options, progress_function const& progress) {
  return integrate_for_each_choice(target, asked, options, progress);
}

} // namespace trident::program
