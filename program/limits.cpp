// SPDX-License-Identifier: BSL-1.0
#include "limits.hpp"

#include "over_masses.hpp"

namespace trident::program {

exclusion compute_exclusion(limits_request const& request) {
  return compute_over_masses(request, [&](auto const& go_on, auto const& progress) {
    return runtime::compute_exclusion(request, go_on, progress);
  });
}

} // namespace trident::program
