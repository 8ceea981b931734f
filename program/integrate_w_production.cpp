// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/w_production_body.hpp>

namespace trident::runtime {

template struct w_productions<monoenergetic, pdg>;
template struct w_productions<monoenergetic, teg2019>;
template struct w_productions<histogram_flux, pdg>;
template struct w_productions<histogram_flux, teg2019>;

} // namespace trident::runtime
