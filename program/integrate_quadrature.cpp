// SPDX-License-Identifier: BSL-1.0
#include <trident/runtime/quadrature_body.hpp>

namespace trident::runtime {

template struct quadratures<monoenergetic, pdg>;
template struct quadratures<monoenergetic, teg2019>;
template struct quadratures<histogram_flux, pdg>;
template struct quadratures<histogram_flux, teg2019>;

} // namespace trident::runtime
