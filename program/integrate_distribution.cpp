// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/distribution_body.hpp>

namespace trident::runtime {

template struct distributions<monoenergetic, pdg>;
template struct distributions<monoenergetic, teg2019>;
template struct distributions<histogram_flux, pdg>;
template struct distributions<histogram_flux, teg2019>;

} // namespace trident::runtime
